//! The one thread that sets PDFs, and the handle to it.
//!
//! One thread because the typesetter's memory is process-wide. The queue is short: when it is full the caller is told
//! to come back, rather than being kept waiting behind an unknown amount of work. A document that breaks the
//! typesetter costs only itself.

use super::{error::PaperError, paper::Paper, pdf::pdf};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    thread,
};
use tokio::sync::oneshot;

/// How many documents may wait.
const QUEUE: usize = 32;

/// The typesetter recurses with the depth of a layout; the usual two megabytes leave little room.
const STACK: usize = 16 * 1024 * 1024;

type Outcome = Result<Vec<u8>, PaperError>;

struct Job {
    paper: Paper,
    answer: oneshot::Sender<Outcome>,
}

/// A handle to the thread that sets PDFs. Clones share the thread; it ends with the last of them.
#[derive(Debug, Clone)]
pub struct Renderer {
    queue: SyncSender<Job>,
}

impl Renderer {
    /// Starts the thread.
    ///
    /// # Errors
    /// [`PaperError::Stopped`] when the machine gives no thread.
    pub fn start() -> Result<Self, PaperError> {
        Self::with(pdf, QUEUE)
    }

    fn with(set: fn(Paper) -> Outcome, waiting: usize) -> Result<Self, PaperError> {
        let (queue, jobs) = sync_channel(waiting);
        thread::Builder::new()
            .name("papers".to_owned())
            .stack_size(STACK)
            .spawn(move || work(&jobs, set))
            .map_err(|_| PaperError::Stopped)?;
        Ok(Self { queue })
    }

    /// Sets one paper as PDF.
    ///
    /// # Errors
    /// See [`PaperError`]; every kind leaves the renderer usable but [`PaperError::Stopped`].
    pub async fn pdf(&self, paper: Paper) -> Result<Vec<u8>, PaperError> {
        self.ask(paper)?.await.map_err(|_| PaperError::Stopped)?
    }

    /// The same for callers outside an asynchronous runtime. It panics when called from inside one.
    ///
    /// # Errors
    /// As [`Renderer::pdf`].
    pub fn pdf_blocking(&self, paper: Paper) -> Result<Vec<u8>, PaperError> {
        self.ask(paper)?.blocking_recv().map_err(|_| PaperError::Stopped)?
    }

    fn ask(&self, paper: Paper) -> Result<oneshot::Receiver<Outcome>, PaperError> {
        let (answer, outcome) = oneshot::channel();
        self.queue.try_send(Job { paper, answer }).map_err(|error| match error {
            TrySendError::Full(_) => PaperError::Busy,
            TrySendError::Disconnected(_) => PaperError::Stopped,
        })?;
        Ok(outcome)
    }
}

/// Works until the last handle is gone. A job whose asker has left is not set at all.
fn work(jobs: &Receiver<Job>, set: fn(Paper) -> Outcome) {
    for job in jobs {
        if job.answer.is_closed() {
            continue;
        }
        let paper = job.paper;
        let outcome = catch_unwind(AssertUnwindSafe(|| set(paper))).unwrap_or_else(|_| {
            typst::comemo::evict(0);
            Err(PaperError::Crashed)
        });
        // The asker may have left meanwhile; nobody is waiting then.
        drop(job.answer.send(outcome));
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, PaperError, Renderer};
    use crate::documents::{paper::Paper, sample};
    use std::{thread, time::Duration};

    /// Breaks on a paper with the title `break`, and takes its time with `slow`.
    fn fragile(paper: Paper) -> Outcome {
        if paper.title == "slow" {
            thread::sleep(Duration::from_millis(400));
        }
        assert_ne!(paper.title, "break");
        Ok(b"set".to_vec())
    }

    fn titled(title: &str) -> Paper {
        Paper { title: title.into(), ..sample::kisa() }
    }

    #[test]
    fn a_paper_that_breaks_the_typesetter_costs_only_itself() {
        let renderer = Renderer::with(fragile, 4).unwrap();
        assert!(matches!(renderer.pdf_blocking(titled("break")), Err(PaperError::Crashed)));
        assert_eq!(renderer.pdf_blocking(titled("next")).unwrap(), b"set");
    }

    #[test]
    fn a_full_queue_says_so_at_once() {
        let renderer = Renderer::with(fragile, 1).unwrap();
        let waiting: Vec<_> = (0..3).map(|_| renderer.ask(titled("slow"))).collect();
        assert!(waiting.iter().any(|asked| matches!(asked, Err(PaperError::Busy))));
    }

    #[tokio::test]
    async fn many_askers_share_the_thread() {
        let renderer = Renderer::with(fragile, 8).unwrap();
        let other = renderer.clone();
        let (one, two) = tokio::join!(renderer.pdf(titled("a")), other.pdf(titled("b")));
        assert_eq!((one.unwrap(), two.unwrap()), (b"set".to_vec(), b"set".to_vec()));
    }
}
