//! Clears away what nobody can use any more: sessions that ended, and keys of forms sent long ago, and counts of
//! attempts that count no longer. Never touches the ledger, the outbox or an account.

use crate::app::desk::Desk;
use crate::app::desk::refusal::Refusal;
use crate::db::{attempt, once, session};

/// How long the key of a form is kept, in seconds: no page stays open that long.
const ONCE_LIVES: i64 = 7 * 24 * 3_600;

/// Removes what has expired; answers how much.
///
/// # Errors
/// When the store fails.
pub async fn expire_once(desk: &Desk) -> Result<usize, Refusal> {
    let now = desk.now();
    desk.store
        .write(move |db| {
            let sessions = session::expire(db, now)?;
            let keys = once::expire(db, now.plus_seconds(-ONCE_LIVES))?;
            let attempts = attempt::expire(db, now)?;
            Ok(sessions.saturating_add(keys).saturating_add(attempts))
        })
        .await
}
