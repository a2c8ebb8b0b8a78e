//! The loops in which the tasks run: on a timer, and at once when something was recorded. A failure is logged and the
//! next round tries again; nothing but the end of the program ends a loop.

use super::{deliver, escalate, expire, reassess};
use crate::app::desk::Desk;
use crate::app::desk::fresh;
use crate::mail::Transport;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

/// How long after one round the next begins when nothing happens.
const PERIOD: Duration = Duration::from_secs(15);
/// How long between two clearings.
const CLEAR_EVERY: Duration = Duration::from_secs(3_600);

/// The running tasks.
#[derive(Debug)]
pub struct Tasks {
    stop: watch::Sender<bool>,
    loops: Vec<JoinHandle<()>>,
}

impl Tasks {
    /// Starts watching, delivering and clearing. Call it inside the runtime.
    #[must_use]
    pub fn start(desk: &Desk, transport: &Transport) -> Self {
        let (stop, stopped) = watch::channel(false);
        let post = Arc::new(Notify::new());
        let loops = vec![
            tokio::spawn(watching(desk.clone(), Arc::clone(&post), stopped.clone())),
            tokio::spawn(delivering(desk.clone(), transport.clone(), post, stopped.clone())),
            tokio::spawn(clearing(desk.clone(), stopped)),
        ];
        Self { stop, loops }
    }

    /// Lets every task finish what it is doing, and ends.
    pub async fn finish(self) {
        self.stop.send_replace(true);
        for running in self.loops {
            if let Err(cause) = running.await {
                tracing::error!(%cause, "a task did not end in order");
            }
        }
    }
}

async fn watching(desk: Desk, post: Arc<Notify>, mut stopped: watch::Receiver<bool>) {
    let mut reassessed = false;
    while !*stopped.borrow() {
        if !reassessed {
            match reassess::reassess_once(&desk).await {
                Ok(moved) => {
                    reassessed = true;
                    tracing::info!(moved, "due moments compared with the law of this program");
                }
                Err(error) => tracing::error!(?error, "due moments could not be compared; trying again"),
            }
        }
        match escalate::round(&desk).await {
            Ok(0) => {}
            Ok(queued) => tracing::info!(queued, "warnings queued"),
            Err(error) => tracing::error!(?error, "a round of the watch failed; trying again"),
        }
        post.notify_one();
        pause(PERIOD, &desk.nudge, &mut stopped).await;
    }
}

async fn delivering(desk: Desk, transport: Transport, post: Arc<Notify>, mut stopped: watch::Receiver<bool>) {
    let instance = fresh::name();
    while !*stopped.borrow() {
        match deliver::deliver_once(&desk, &transport, &instance).await {
            Ok(delivered) if delivered.any() => {
                let deliver::Delivered { sent, failed, given_up } = delivered;
                tracing::info!(sent, failed, given_up, "messages delivered");
                continue;
            }
            Ok(_) => {}
            Err(error) => tracing::error!(?error, "the outbox could not be worked on; trying again"),
        }
        pause(PERIOD, &post, &mut stopped).await;
    }
}

async fn clearing(desk: Desk, mut stopped: watch::Receiver<bool>) {
    let never = Notify::new();
    while !*stopped.borrow() {
        if let Err(error) = expire::expire_once(&desk).await {
            tracing::error!(?error, "what has expired could not be cleared; trying again");
        }
        pause(CLEAR_EVERY, &never, &mut stopped).await;
    }
}

/// Waits for the timer, the nudge or the end, whichever comes first.
async fn pause(period: Duration, nudge: &Notify, stopped: &mut watch::Receiver<bool>) {
    tokio::select! {
        () = tokio::time::sleep(period) => {}
        () = nudge.notified() => {}
        _ = stopped.changed() => {}
    }
}
