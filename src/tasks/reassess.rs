//! At a start: does the law of this program move a due moment that an older one had recorded? Then an entry says so.

use crate::app::desk::Desk;
use crate::app::desk::refusal::Refusal;
use crate::app::watch::maintenance::{open_incidents, reassess};

/// Looks at every open incident; answers how many due moments moved.
///
/// # Errors
/// When the store fails; what was not looked at is looked at when this runs again.
pub async fn reassess_once(desk: &Desk) -> Result<usize, Refusal> {
    let mut moved = 0_usize;
    for id in desk.store.read(open_incidents).await? {
        let its_desk = desk.clone();
        let work = move |db: &mut crate::db::Db| reassess(db, &its_desk.library, &id, its_desk.now());
        moved = moved.saturating_add(desk.store.write(work).await?);
    }
    Ok(moved)
}
