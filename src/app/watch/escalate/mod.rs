//! The warnings that are owed now. What was warned about stands in the ledger, so a stop of the program forgets
//! nothing and repeats nothing; after a long stop only the newest rung is sent.
//!
//! One incident is one transaction: its entries, its index rows and its mail are written together or not at all. Never
//! asks whether a duty should be warned about: the rulebook and the people decided that.

use crate::app::desk::Desk;
use crate::app::desk::actor::Permission;
use crate::app::desk::letters::{Sender, clock_name, may, sequence, warned};
use crate::app::desk::links::incident_path;
use crate::app::desk::refusal::Refusal;
use crate::app::desk::{index, stream};
use crate::db::account::{self, Account};
use crate::db::outbox::NewMessage;
use crate::db::{Db, index as rows, outbox};
use crate::incident::counsel::{self, is_counsels};
use crate::incident::due_warnings::{Running, owed_rung, running};
use crate::incident::entry::SYSTEM;
use crate::incident::ladder::Rung;
use crate::incident::open_questions::{next_round, questions};
use crate::incident::sent_warnings::ClockKey;
use crate::incident::situation::assess;
use crate::incident::{Event, Incident};
use crate::law::base::moment::Moment;
use crate::law::base::money::Money;
use crate::law::base::words::Words;
use crate::law::rulebook::fine::Sanction;
use crate::law::verdict::{Answer, Exposure, Gap};
use crate::mail::Warning;
use std::collections::BTreeSet;

mod asking;

/// The most clocks looked at in one round; the rest is due in the next.
const BATCH: i64 = 500;

/// One rung of one clock that must be warned about now.
struct Owed<'a> {
    running: Running<'a>,
    rung: Rung,
}

/// Queues every warning that is owed now; answers how many messages are new. An incident that fails does not keep
/// the others waiting; one that cannot be read is named where administrators look, and the round is complete without it.
///
/// # Errors
/// The first other failure, after all incidents were tried; what failed is owed still.
pub async fn escalate_once(desk: &Desk) -> Result<usize, Refusal> {
    let now = desk.now();
    let due = desk.store.read(move |db| rows::due_rungs(db, now, BATCH)).await?;
    let streams: BTreeSet<String> = due.into_iter().map(|clock| clock.stream).collect();
    let (mut queued, mut failure) = (0_usize, None);
    for stream in streams {
        match escalate(desk, index::id_of(&stream).to_owned(), now).await {
            Ok(new) => {
                desk.unreadable.forget(&stream);
                queued = queued.saturating_add(new);
            }
            Err(Refusal::Unreadable(found)) => desk.unreadable.note(&found),
            Err(refusal) => {
                tracing::error!(stream, error = ?refusal, "the warnings of an incident could not be queued; trying again");
                failure.get_or_insert(refusal);
            }
        }
    }
    failure.map_or(Ok(queued), Err)
}

async fn escalate(desk: &Desk, id: String, now: Moment) -> Result<usize, Refusal> {
    let its_desk = desk.clone();
    desk.write_quietly(move |db| incident(db, &its_desk, &id, now)).await
}

/// Everything owed for one incident, in the caller's transaction. Answers how many messages are new.
fn incident(db: &mut Db, desk: &Desk, id: &str, now: Moment) -> Result<usize, Refusal> {
    let loaded = stream::load(db, id)?;
    let organisation = stream::organisation(db)?;
    let writing = stream::Writing { library: &desk.library, organisation: &organisation, who: SYSTEM, at: now };
    let assessment = assess(&desk.library, &loaded.incident, &organisation, now);
    let owed: Vec<Owed<'_>> = running(&loaded.incident, &assessment)
        .filter_map(|running| Some(Owed { running, rung: owed_rung(&loaded.incident, &running, now)? }))
        .collect();
    let questions = questions(&loaded.incident, &assessment);
    let gaps = counsel::unlooked(&loaded.incident, &assessment.gaps);
    // Where the clock of the machine was put back, the newest entry lies ahead of it: what was due with that is due.
    let due = now.max(loaded.incident.updated_at);
    let asks = next_round(&loaded.incident, &questions).is_some_and(|at| at <= due);
    if owed.is_empty() && !asks {
        // The row that brought us here is stale; without this it would be due for ever.
        writing.renew(db, &loaded)?;
        return Ok(0);
    }
    let people = account::list(db)?;
    let recipients = warned(&people);
    if recipients.is_empty() {
        tracing::error!(incident = id, "a warning is owed, but there is nobody to warn: add an officer");
        return Ok(0);
    }
    let mut events: Vec<Event> = owed.iter().map(|owed| owed.event(&recipients)).collect();
    let round = loaded.incident.position;
    events.extend(asks.then(|| asking::event(&questions, &recipients)));
    let incident = writing.append(db, Some(&loaded), id, events)?;
    let sender = Sender {
        library: &desk.library,
        base_url: &desk.base_url,
        organisation: &organisation,
        incident: &incident,
        now,
    };
    let mut messages = Vec::new();
    for owed in &owed {
        messages.extend(sender.warnings(owed, &gaps, &recipients)?);
    }
    if asks {
        messages.extend(sender.questions(&questions, &gaps, round, &recipients)?);
    }
    Ok(outbox::queue(db, &messages)?)
}

impl Owed<'_> {
    fn event(&self, recipients: &[&Account]) -> Event {
        let (duty, instance) = self.running.key();
        Event::Warned {
            duty,
            instance,
            due: self.running.pinned_due(),
            rung: self.rung.to_string(),
            recipients: recipients.iter().map(|person| person.id.to_string()).collect(),
        }
    }

    /// What makes a warning to one person the same warning.
    fn natural_key(&self, incident: &Incident, person: &Account) -> String {
        let (clock, due) = (self.running.key(), self.running.pinned_due());
        let (stream, person) = (index::stream(&incident.id), person.id.to_string());
        warning_key(&stream, &clock, due, &self.rung.to_string(), &person)
    }
}

/// The natural key of one person's message about one rung of one clock, as the record names them.
pub(in crate::app) fn warning_key(stream: &str, clock: &ClockKey, due: Moment, rung: &str, person: &str) -> String {
    let (duty, instance) = clock;
    let instance = instance.as_ref().map_or("", |instance| instance.as_str());
    format!("warn/{stream}/{duty}/{instance}/{}/{rung}/{person}", due.seconds())
}

impl Sender<'_> {
    fn warnings(&self, owed: &Owed<'_>, gaps: &[&Gap], recipients: &[&Account]) -> Result<Vec<NewMessage>, Refusal> {
        let thread = clock_name(self.incident, &owed.running.key());
        let mut messages = Vec::new();
        for person in recipients {
            let key = owed.natural_key(self.incident, person);
            let path = incident_path(&self.incident.id);
            let Some(head) = self.head(person, key.clone(), thread.clone(), &path) else {
                tracing::error!(account = %person.id, "a warning cannot be sent: the address is not one");
                continue;
            };
            let others = recipients.iter().filter(|other| other.id != person.id);
            let verdict = owed.running.verdict;
            let warning = Warning {
                law: self.law(gaps, head.lang),
                head,
                incident: self.about(),
                opened: owed.rung == Rung::Opened,
                duty: verdict.outline.title.clone(),
                recipient: verdict.outline.recipient.clone(),
                consequence: verdict.outline.consequence.clone(),
                cite: verdict.outline.source.cite.clone(),
                counsel: is_counsels(&verdict.outline.duty),
                undecided: self.undecided(&verdict.answer),
                provisional: owed.running.clock.provisional,
                unrecorded: verdict.unrecorded().and_then(|awaited| self.library.start_question(awaited)).cloned(),
                started: owed.running.clock.start,
                due: owed.running.clock.due,
                safe: owed.running.clock.safe,
                course: owed.running.clock.course,
                first_limb: verdict.outline.first_limb,
                note: verdict.outline.note.clone(),
                fines: fines(&verdict.exposures),
                others: others.map(|other| other.name.clone()).collect(),
                may_stop: may(person, Permission::StopWarnings),
                clock: thread.clone(),
                sequence: sequence(self.incident),
            };
            messages.push(self.row("warning", key, warning.render())?);
        }
        Ok(messages)
    }
}

impl Sender<'_> {
    /// The facts that would settle whether a duty applies, by title.
    fn undecided(&self, answer: &Answer) -> Vec<Words> {
        let Answer::Undetermined { missing, .. } = answer else { return Vec::new() };
        let vocabulary = self.library.vocabulary();
        missing.iter().filter_map(|key| Some(vocabulary.fact(key)?.title.clone())).collect()
    }
}

/// The ceilings that a message names, one for each kind of sanction: the highest that may apply.
fn fines(exposures: &[Exposure]) -> Vec<(Sanction, Money)> {
    let mut fines: Vec<(Sanction, Money)> = Vec::new();
    for exposure in exposures {
        let Some(ceiling) = exposure.ceiling() else { continue };
        match fines.iter_mut().find(|(kind, known)| *kind == exposure.kind && known.currency == ceiling.currency) {
            Some((_, known)) => known.minor = known.minor.max(ceiling.minor),
            None => fines.push((exposure.kind, ceiling)),
        }
    }
    fines
}

#[cfg(test)]
mod tests;
