//! The desk at which actions are carried out: one transaction each, in which the idempotency key, the ledger, the
//! indexes and the mail are written together or not at all.

pub mod actor;
pub mod attempts;
mod causes;
pub mod decide;
mod due_record;
pub mod fact_input;
pub mod fresh;
pub mod hashing;
pub mod heartbeat;
pub mod index;
pub mod input;
#[cfg(test)]
mod input_tests;
pub mod letters;
pub(crate) mod links;
pub mod look;
mod moment_text;
pub(crate) mod once;
pub mod order;
pub mod refusal;
pub mod stream;
#[cfg(test)]
pub(crate) mod test_desk;
pub mod unreadable;

use self::actor::{Actor, Permission};
use self::attempts::Attempts;
use self::decide::{Case, Decide};
use self::hashing::Hashing;
use self::heartbeat::Heartbeat;
use self::look::LastLook;
use self::once::once_only;
use self::refusal::Refusal;
use self::unreadable::UnreadableStreams;

use crate::db::{Db, Store, blob};
use crate::incident::{Entry, Incident};
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::now::Clock;
use std::sync::Arc;
use tokio::sync::Notify;

pub use self::links::incident_path;
pub use self::once::{Done, Ticket};

/// Everything actions need. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The store.
    pub store: Store,
    /// The law.
    pub library: Arc<Library>,
    /// The clock.
    pub clock: Clock,
    /// Where the pages are reached from outside, without a slash at the end: for links in mail.
    pub base_url: Arc<str>,
    /// Wakes the watch when something was recorded.
    pub nudge: Arc<Notify>,
    /// When the watch last went round, for those who ask whether it still does.
    pub heartbeat: Heartbeat,
    /// When this process began its work.
    pub since: Moment,
    /// The incidents that could not be read, for those who look after the installation.
    pub unreadable: UnreadableStreams,
    /// What the last look at the store found.
    pub looked: LastLook,
    /// How often somebody may try a password or send a form without one.
    pub attempts: Attempts,
    /// Turns at hashing passwords.
    pub hashing: Hashing,
}

/// How often an action is decided anew when another instance of the program was faster.
const ATTEMPTS: u32 = 5;

impl Desk {
    /// A desk; `base_url` is where people reach the pages from outside.
    #[must_use]
    pub fn new(store: Store, library: Arc<Library>, clock: Clock, base_url: &str) -> Self {
        Self {
            attempts: Attempts::new(&store),
            store,
            library,
            base_url: Arc::from(base_url.trim_end_matches('/')),
            nudge: Arc::new(Notify::new()),
            heartbeat: Heartbeat::default(),
            since: clock.now(),
            unreadable: UnreadableStreams::default(),
            looked: LastLook::default(),
            hashing: Hashing::default(),
            clock,
        }
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Carries out an action on an incident.
    ///
    /// # Errors
    /// A refusal that a person can act on; nothing was written then.
    pub async fn act<A: Decide + Clone + Sync>(
        &self,
        actor: &Actor,
        id: &str,
        ticket: Ticket,
        action: A,
    ) -> Result<Done, Refusal> {
        actor.need(Permission::Read)?;
        actor.need(A::NEEDS)?;
        let (desk, actor, id) = (self.clone(), actor.clone(), id.to_owned());
        self.write(move |db| {
            let done = Done { id: id.clone(), fresh: fresh::name(), replayed: false };
            once_only(db, &ticket, &actor, desk.now(), done, |db, done| desk.decide(db, &actor, &ticket, &action, done))
        })
        .await
    }

    fn decide<A: Decide>(
        &self,
        db: &mut Db,
        actor: &Actor,
        ticket: &Ticket,
        action: &A,
        done: &Done,
    ) -> Result<(), Refusal> {
        let now = self.now();
        let loaded = stream::load(db, &done.id)?;
        if !A::TOLERATES_CHANGES {
            unchanged(&loaded.entries, &loaded.incident, actor, ticket)?;
        }
        let organisation = stream::organisation(db)?;
        let case = Case {
            actor,
            incident: &loaded.incident,
            organisation: &organisation,
            library: &self.library,
            now,
            fresh: &done.fresh,
        };
        let events = order::settle(&case, action.decide(&case)?, &ticket.order)?;
        for (media_type, bytes) in action.blobs() {
            blob::put(db, media_type, bytes, now)?;
        }
        let mail = events.clone();
        let writing = stream::Writing { library: &self.library, organisation: &organisation, who: &actor.id, at: now };
        let incident = writing.append(db, Some(&loaded), &done.id, events)?;
        letters::queue(db, &case, &self.base_url, &incident, &mail)
    }

    /// Runs a write, anew when another instance was faster, and wakes the watch.
    pub(in crate::app) async fn write<T, F>(&self, work: F) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: Fn(&mut Db) -> Result<T, Refusal> + Send + Sync + Clone + 'static,
    {
        let done = self.write_quietly(work).await?;
        self.nudge.notify_one();
        Ok(done)
    }

    /// Runs a write, anew when another instance was faster. For the watch itself, which nobody needs to wake.
    pub(in crate::app) async fn write_quietly<T, F>(&self, work: F) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: Fn(&mut Db) -> Result<T, Refusal> + Send + Sync + Clone + 'static,
    {
        let mut attempt = 1;
        loop {
            match self.store.write(work.clone()).await {
                Err(Refusal::Raced) if attempt < ATTEMPTS => attempt += 1,
                outcome => return outcome,
            }
        }
    }
}

/// Refuses when another person recorded something after the position that the page showed.
fn unchanged(entries: &[Entry], incident: &Incident, actor: &Actor, ticket: &Ticket) -> Result<(), Refusal> {
    let Some(seen) = ticket.seen else { return Ok(()) };
    let others = |entry: &&Entry| entry.position > seen && entry.by_person() && entry.who != actor.id;
    let since: Vec<Entry> = entries.iter().filter(others).cloned().collect();
    if since.is_empty() { Ok(()) } else { Err(Refusal::Changed { seen, since, position: incident.position }) }
}
