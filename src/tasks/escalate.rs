//! Queues the warnings that are owed, and then notes that the watch went round.

use crate::app::desk::Desk;
use crate::app::desk::refusal::Refusal;
use crate::app::watch::escalate::escalate_once;

/// One round; answers how many messages were queued. The heart beats only when the round was complete, so that a
/// watch that fails shows as one that has stopped.
///
/// # Errors
/// What failed; it is owed still.
pub async fn round(desk: &Desk) -> Result<usize, Refusal> {
    let queued = escalate_once(desk).await?;
    desk.heartbeat.beat(desk.now());
    Ok(queued)
}
