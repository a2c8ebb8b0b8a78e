//! The outbox as people see it, and asking for another attempt at a message that did not leave.

use crate::app::desk::actor::{Actor, Permission};
use crate::app::desk::fresh;
use crate::app::desk::letters::INVITATION;
use crate::app::desk::once::once_only;
use crate::app::desk::refusal::{Problem, Refusal};
use crate::app::desk::{Desk, Done, Ticket};
use crate::db::ledger::{self, NewEntry};
use crate::db::outbox::{self, Counts, Filter, Message, State};
use crate::db::{Db, Page, StoreError, index};
use crate::law::base::moment::Moment;
use serde_json::json;

/// The stream in which what people did to the outbox is told.
pub const STREAM: &str = "outbox";
/// The kind of entry for another attempt asked for.
const RETRY_ASKED: &str = "retry-asked";
/// The most messages of one sort on top of the list.
const ON_TOP: i64 = 50;

/// The outbox page.
#[derive(Debug, Clone)]
pub struct OutboxView {
    /// The moment it shows.
    pub now: Moment,
    /// Given up, then failed: what needs a person, latest first.
    pub stuck: Vec<Message>,
    /// All messages of this page, latest first.
    pub messages: Vec<Message>,
    /// How many messages there are on all pages.
    pub total: i64,
    /// How the outbox stands.
    pub counts: Counts,
}

impl Desk {
    /// The outbox, one page of it.
    ///
    /// # Errors
    /// When the role does not include it, or the store fails.
    pub async fn outbox(&self, actor: &Actor, page: Page) -> Result<OutboxView, Refusal> {
        actor.need(Permission::ReadOutbox)?;
        let now = self.now();
        self.store
            .read(move |db| {
                let mut stuck = in_state(db, State::GivenUp)?;
                stuck.extend(in_state(db, State::Failed)?);
                let (messages, total) = outbox::list(db, &Filter::default(), page)?;
                Ok(OutboxView { now, stuck, messages, total, counts: outbox::counts(db, now)? })
            })
            .await
    }

    /// One message, with the reference of the incident that it is about. Without its content where that holds a
    /// personal link: whoever reads an invitation could take the invited person's place.
    ///
    /// # Errors
    /// When the role does not include it, when there is no such message, or when the store fails.
    pub async fn message(&self, actor: &Actor, id: i64) -> Result<(Message, Option<String>), Refusal> {
        actor.need(Permission::ReadOutbox)?;
        self.store
            .read(move |db| {
                let mut message = outbox::get(db, id)?.ok_or(Refusal::NotFound)?;
                if message.kind == INVITATION {
                    message.text.clear();
                    message.html.clear();
                }
                let incident = message.stream.as_deref().map(|stream| index::incident(db, stream)).transpose()?;
                Ok((message, incident.flatten().map(|incident| incident.reference)))
            })
            .await
    }

    /// Asks for another attempt at a message now.
    ///
    /// # Errors
    /// When the role does not include it, when there is no such message, or when it is not waiting.
    pub async fn retry_message(&self, actor: &Actor, ticket: Ticket, id: i64) -> Result<Done, Refusal> {
        actor.need(Permission::ManageOutbox)?;
        let (desk, actor) = (self.clone(), actor.clone());
        self.write(move |db| {
            let done = Done { id: id.to_string(), fresh: String::new(), replayed: false };
            once_only(db, &ticket, &actor, desk.now(), done, |db, _| retry(db, &actor, id, desk.now()))
        })
        .await
    }
}

fn in_state(db: &mut Db, state: State) -> Result<Vec<Message>, StoreError> {
    let filter = Filter { state: Some(state), stream: None };
    Ok(outbox::list(db, &filter, Page::first(ON_TOP))?.0)
}

fn retry(db: &mut Db, actor: &Actor, id: i64, now: Moment) -> Result<(), Refusal> {
    let message = outbox::get(db, id)?.ok_or(Refusal::NotFound)?;
    if !outbox::retry_now(db, id, now)? {
        return Err(Refusal::NotNow(Problem::NothingChanged));
    }
    let position = ledger::position(db, STREAM)?;
    let body = json!({ "message": id, "kind": message.kind, "attempts": message.attempts });
    let entry = NewEntry { kind: RETRY_ASKED.to_owned(), version: 1, body, salt: fresh::salt() };
    ledger::append(db, STREAM, position, &actor.id, now, &[entry])?;
    Ok(())
}
