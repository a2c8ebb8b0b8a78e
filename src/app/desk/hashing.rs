//! Turns at hashing passwords. A hash takes 19 MiB and tens of milliseconds on purpose; without a bound on how many are
//! made at once a stranger could spend all memory with them. Two lines, so that those who are known are not kept waiting
//! by those who are not.

use super::refusal::Refusal;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many are hashed at once, for those who are known and for strangers each.
const AT_ONCE: usize = 2;
/// How many may wait in line: some seconds of work.
const IN_LINE: usize = 100;
/// How long somebody waits for their turn.
const PATIENCE: Duration = Duration::from_secs(8);
/// Seconds after which it is worth trying again.
const TRY_AGAIN: u64 = 5;

/// Who wants a password hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Somebody signed in, with a link that works, or from a browser that signed in to this account before.
    Known,
    /// Anybody.
    Stranger,
}

/// The two lines. Cheap to clone; clones share them.
#[derive(Debug, Clone)]
pub struct Hashing {
    known: Turns,
    strangers: Turns,
}

#[derive(Debug, Clone)]
struct Turns {
    line: Arc<Semaphore>,
    work: Arc<Semaphore>,
}

impl Default for Hashing {
    fn default() -> Self {
        Self { known: Turns::new(), strangers: Turns::new() }
    }
}

impl Turns {
    fn new() -> Self {
        Self { line: Arc::new(Semaphore::new(IN_LINE)), work: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        let _waiting = Arc::clone(&self.line).try_acquire_owned().ok()?;
        tokio::time::timeout(PATIENCE, Arc::clone(&self.work).acquire_owned()).await.ok()?.ok()
    }
}

impl Hashing {
    /// Runs `work` off the asynchronous threads, once it is its turn. The turn lasts until the work is done, whether or
    /// not somebody still waits for its outcome.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] when too many wait already.
    pub async fn run<T: Send + 'static>(
        &self,
        line: Line,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let turns = match line {
            Line::Known => &self.known,
            Line::Stranger => &self.strangers,
        };
        let Some(turn) = turns.turn().await else { return Err(Refusal::TooMany { wait: TRY_AGAIN }) };
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        done.await.map_err(|cause| Refusal::Unexpected(cause.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[tokio::test(flavor = "multi_thread")]
    async fn no_more_than_a_few_run_at_once_though_nobody_waits_for_them() {
        let (hashing, running, most) =
            (Hashing::default(), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let mut tasks = Vec::new();
        for number in 0..40 {
            let (hashing, running, most) = (hashing.clone(), Arc::clone(&running), Arc::clone(&most));
            let task = tokio::spawn(async move {
                let work = move || {
                    most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(10));
                    running.fetch_sub(1, Ordering::SeqCst);
                };
                hashing.run(Line::Stranger, work).await
            });
            if number % 3 == 0 {
                tokio::time::sleep(Duration::from_millis(2)).await;
                task.abort();
            }
            tasks.push(task);
        }
        for task in tasks {
            let _ = task.await;
        }
        assert!((1..=AT_ONCE).contains(&most.load(Ordering::SeqCst)), "{most:?}");
    }

    #[tokio::test]
    async fn strangers_in_line_do_not_keep_those_waiting_who_are_known() {
        let hashing = Hashing::default();
        let held = [hashing.strangers.turn().await.unwrap(), hashing.strangers.turn().await.unwrap()];
        let full: Vec<_> =
            (0..IN_LINE).map(|_| Arc::clone(&hashing.strangers.line).try_acquire_owned().unwrap()).collect();
        let refused = hashing.run(Line::Stranger, || 1).await;
        assert!(matches!(refused, Err(Refusal::TooMany { wait: TRY_AGAIN })), "{refused:?}");
        assert_eq!(hashing.run(Line::Known, || 2).await.unwrap(), 2);
        drop((held, full));
        assert_eq!(hashing.run(Line::Stranger, || 3).await.unwrap(), 3);
    }
}
