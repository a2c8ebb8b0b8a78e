//! A form that is sent twice acts once: what comes with a form, what was done, and the key that ties the two together. A
//! known key with other content (back, changed, sent again) is never answered with what the first did.

use super::actor::Actor;
use super::order::OrderAnswer;
use super::refusal::Refusal;
use crate::db::{Db, once};
use crate::law::base::moment::Moment;

/// What came with a form besides what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ticket {
    /// The stream position that the page showed.
    pub seen: Option<i64>,
    /// The form's idempotency key: the same key again does nothing again.
    pub once: Option<String>,
    /// What the person answered about moments out of order.
    pub order: OrderAnswer,
    /// The hash of everything typed, and of where it was sent.
    pub content: String,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The incident.
    pub id: String,
    /// The name of what was created, where something was.
    pub fresh: String,
    /// Whether this very form had been sent before, so that nothing was done now: what it holds is recorded.
    pub replayed: bool,
}

impl Done {
    /// Something was done to the people; its pages ask for no name.
    pub(in crate::app) fn of_people() -> Self {
        Self { id: "people".to_owned(), fresh: String::new(), replayed: false }
    }
}

/// Does the work unless the same form was sent before; refuses another form under a key that has acted.
pub(in crate::app) fn once_only(
    db: &mut Db,
    ticket: &Ticket,
    actor: &Actor,
    now: Moment,
    done: Done,
    work: impl FnOnce(&mut Db, &Done) -> Result<(), Refusal>,
) -> Result<Done, Refusal> {
    let Some(key) = &ticket.once else {
        work(db, &done)?;
        return Ok(done);
    };
    match once::begin(db, key, &ticket.content, actor.account, now)? {
        once::Once::Fresh => {}
        once::Once::Replay(answer) => {
            let (id, fresh) = answer.split_once(' ').unwrap_or((&answer, ""));
            return Ok(Done { id: id.to_owned(), fresh: fresh.to_owned(), replayed: true });
        }
        once::Once::Other { at } => return Err(Refusal::SentBefore { at }),
    }
    work(db, &done)?;
    once::finish(db, key, actor.account, &format!("{} {}", done.id, done.fresh))?;
    Ok(done)
}
