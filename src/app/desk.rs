//! The desk at which actions are carried out: one transaction each, in which the idempotency key, the ledger, the
//! indexes and the mail are written together or not at all.

use super::actor::{Actor, Permission};
use super::decide::{Case, Decide};
use super::heartbeat::Heartbeat;
use super::open_incident::OpenIncident;
use super::refusal::Refusal;
use super::{fresh, index, notices, stream};
use crate::db::{Db, Store, blob, once};
use crate::incident::{Entry, Incident};
use crate::law::library::Library;
use crate::law::moment::Moment;
use crate::now::Clock;
use std::sync::Arc;
use tokio::sync::Notify;

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
}

/// What came with a form besides what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ticket {
    /// The stream position that the page showed.
    pub seen: Option<i64>,
    /// The form's idempotency key: the same key again does nothing again.
    pub once: Option<String>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The incident.
    pub id: String,
    /// The name of what was created, where something was.
    pub fresh: String,
    /// Whether this form had been sent before, so that nothing was done now.
    pub replayed: bool,
}

/// How often an action is decided anew when another instance of the program was faster.
const ATTEMPTS: u32 = 5;

impl Desk {
    /// A desk; `base_url` is where people reach the pages from outside.
    #[must_use]
    pub fn new(store: Store, library: Arc<Library>, clock: Clock, base_url: &str) -> Self {
        let base_url = Arc::from(base_url.trim_end_matches('/'));
        Self { store, library, clock, base_url, nudge: Arc::new(Notify::new()), heartbeat: Heartbeat::default() }
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Records an incident.
    ///
    /// # Errors
    /// A refusal that a person can act on; nothing was written then.
    pub async fn open_incident(&self, actor: &Actor, ticket: Ticket, input: OpenIncident) -> Result<Done, Refusal> {
        let (desk, actor) = (self.clone(), actor.clone());
        self.write(move |db| {
            let done = Done { id: fresh::name(), fresh: fresh::name(), replayed: false };
            once_only(db, &ticket, &actor, desk.now(), done, |db, done| {
                let now = desk.now();
                let organisation = stream::organisation(db)?;
                let reference = next_reference(db, organisation.zone, now)?;
                let events = input.decide(&actor, &desk.library, reference, &done.fresh, now)?;
                let writing =
                    stream::Writing { library: &desk.library, organisation: &organisation, who: &actor.id, at: now };
                writing.append(db, None, &done.id, events).map(|_| ())
            })
        })
        .await
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
        let events = action.decide(&case)?;
        for (media_type, bytes) in action.blobs() {
            blob::put(db, media_type, bytes, now)?;
        }
        let mail = events.clone();
        let writing = stream::Writing { library: &self.library, organisation: &organisation, who: &actor.id, at: now };
        let incident = writing.append(db, Some(&loaded), &done.id, events)?;
        notices::queue(db, self, &case, &incident, &mail)
    }

    /// Runs a write, anew when another instance was faster, and wakes the watch.
    pub(super) async fn write<T, F>(&self, work: F) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: Fn(&mut Db) -> Result<T, Refusal> + Send + Sync + Clone + 'static,
    {
        let mut attempt = 1;
        loop {
            let outcome = self.store.write(work.clone()).await;
            match outcome {
                Err(Refusal::Raced) if attempt < ATTEMPTS => attempt += 1,
                Ok(done) => {
                    self.nudge.notify_one();
                    return Ok(done);
                }
                Err(refusal) => return Err(refusal),
            }
        }
    }
}

/// Does the work unless the same form was sent before.
pub(super) fn once_only(
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
    if let once::Once::Replay(answer) = once::begin(db, key, actor.account, now)? {
        let (id, fresh) = answer.split_once(' ').unwrap_or((&answer, ""));
        return Ok(Done { id: id.to_owned(), fresh: fresh.to_owned(), replayed: true });
    }
    work(db, &done)?;
    once::finish(db, key, actor.account, &format!("{} {}", done.id, done.fresh))?;
    Ok(done)
}

/// Refuses when another person recorded something after the position that the page showed.
fn unchanged(entries: &[Entry], incident: &Incident, actor: &Actor, ticket: &Ticket) -> Result<(), Refusal> {
    let Some(seen) = ticket.seen else { return Ok(()) };
    let others = |entry: &&Entry| entry.position > seen && entry.by_person() && entry.who != actor.id;
    let since: Vec<Entry> = entries.iter().filter(others).cloned().collect();
    if since.is_empty() { Ok(()) } else { Err(Refusal::Changed { seen, since, position: incident.position }) }
}

/// The next reference of the organisation's year: `2025-001`.
fn next_reference(db: &mut Db, zone: chrono_tz::Tz, now: Moment) -> Result<String, Refusal> {
    let year = now.in_zone(zone).format("%Y").to_string();
    let newest = crate::db::index::newest_reference(db, &format!("{year}-"))?;
    let number = newest.and_then(|reference| reference.rsplit_once('-')?.1.parse::<u32>().ok()).unwrap_or(0);
    Ok(format!("{year}-{:03}", number.saturating_add(1)))
}

/// The name of an incident's page.
#[must_use]
pub fn incident_path(id: &str) -> String {
    format!("/incidents/{}", index::id_of(id))
}
