//! At a start: does the law of this program move a due moment that an older one had recorded, or did the organisation's
//! profile move one of a closed incident? Then an entry says so.

use crate::app::desk::Desk;
use crate::app::desk::index;
use crate::app::desk::refusal::Refusal;
use crate::app::watch::maintenance::{reassess, to_reassess};

/// Looks at every incident that is open or was written under other law; answers how many due moments moved. One that cannot
/// be read is named where administrators look, and the others are looked at.
///
/// # Errors
/// When the store fails; what was not looked at is looked at when this runs again.
pub async fn reassess_once(desk: &Desk) -> Result<usize, Refusal> {
    let mut moved = 0_usize;
    let its_desk = desk.clone();
    for id in desk.store.read(move |db| to_reassess(db, &its_desk.library)).await? {
        let (its_desk, stream) = (desk.clone(), index::stream(&id));
        let work = move |db: &mut crate::db::Db| reassess(db, &its_desk.library, &id, its_desk.now());
        match desk.store.write(work).await {
            Err(Refusal::Unreadable(found)) => desk.unreadable.note(&found),
            outcome => {
                moved = moved.saturating_add(outcome?);
                desk.unreadable.forget(&stream);
            }
        }
    }
    Ok(moved)
}
