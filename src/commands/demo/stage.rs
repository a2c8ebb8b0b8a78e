//! The stage on which the demonstration is played: the same actions as everybody's, through a desk whose clock is set
//! to each historical moment, so that the ledger tells it as it happened.

use super::people::{PASSWORD, PEOPLE, organisation};
use crate::app::desk::actor::{Actor, Role};
use crate::app::desk::decide::Decide;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::input::MomentInput;
use crate::app::desk::refusal::Refusal;
use crate::app::desk::{Desk, Ticket};
use crate::app::filing::steps::RecordFiled;
use crate::app::incident::changes::{AnswerChanges, name};
use crate::app::incident::facts::RecordFacts;
use crate::app::incident::manage::{AddNote, SwitchWarnings};
use crate::app::incident::moments::{RecordCandidate, RecordOccurrence};
use crate::app::office::people::{NewPassword, NewPerson};
use crate::db::account::AccountId;
use crate::incident::changes;
use crate::law::base::moment::Moment;
use crate::now::Clock;
use secrecy::SecretString;
use std::collections::BTreeMap;

/// When the organisation began to use the program, in the story.
const BEGINNING: &str = "2025-11-01 09:00";

/// A fact as typed: key, value, and quality or currency.
pub(super) type Fact = (&'static str, &'static str, &'static str);

/// The desk, its clock and the people.
pub(super) struct Stage {
    /// A desk over the same store, with a clock of its own.
    pub desk: Desk,
    /// The real present.
    pub present: Moment,
    clock: Clock,
    people: Vec<Actor>,
}

/// A moment as typed in Seoul.
pub(super) fn seoul(text: &str) -> MomentInput {
    MomentInput { text: text.to_owned(), zone: "Asia/Seoul".to_owned(), ..MomentInput::default() }
}

/// Facts as typed.
pub(super) fn typed(facts: &[Fact]) -> BTreeMap<String, FactInput> {
    let input = |(key, value, qualifier): &Fact| {
        ((*key).to_owned(), FactInput { qualifier: (*qualifier).to_owned(), ..FactInput::one(value) })
    };
    facts.iter().map(input).collect()
}

impl Stage {
    /// Adds the people and describes the organisation.
    pub async fn open(desk: &Desk) -> Result<Self, Refusal> {
        let (present, clock) = (desk.now(), Clock::fixed(desk.now()));
        let mut stage =
            Self { desk: Desk { clock: clock.clone(), ..desk.clone() }, present, clock, people: Vec::new() };
        stage.set(BEGINNING)?;
        for person in PEOPLE {
            let new = NewPerson {
                name: person.name.to_owned(),
                email: person.email.to_owned(),
                role: person.role.to_owned(),
                lang: person.lang.to_owned(),
                warned: person.warned,
            };
            let password = SecretString::from(PASSWORD);
            let chosen = NewPassword { password: password.clone(), again: password };
            let account = stage.desk.add_account(new, chosen).await?;
            stage.people.push(actor(account, person.name, person.role)?);
        }
        let administrator = stage.actor(Role::Administrator)?;
        stage.desk.describe_organisation(administrator, Ticket::default(), organisation()).await?;
        Ok(stage)
    }

    /// Sets the clock to a moment in Seoul.
    pub fn set(&self, at: &str) -> Result<(), Refusal> {
        let read = seoul(at).past(Moment::from_seconds(i64::MAX));
        let timing = read.map_err(|problem| Refusal::Unexpected(format!("{at}: {problem:?}").into()))?;
        self.clock.set(timing.at);
        Ok(())
    }

    /// Sets the clock to so many minutes before the real present.
    pub fn minutes_ago(&self, minutes: i64) {
        self.clock.set(self.present.plus_seconds(-minutes * 60));
    }

    /// How a moment so many minutes before the real present is typed.
    pub fn typed_minutes_ago(&self, minutes: i64) -> MomentInput {
        let at = self.present.plus_seconds(-minutes * 60).in_zone(chrono_tz::Asia::Seoul);
        seoul(&at.format("%Y-%m-%d %H:%M").to_string())
    }

    /// The person with a role.
    pub fn actor(&self, role: Role) -> Result<&Actor, Refusal> {
        self.people.iter().find(|actor| actor.role == role).ok_or(Refusal::NotFound)
    }

    /// Has the officer do something; answers the name of what it created.
    pub async fn act<A: Decide + Clone + Sync>(&self, id: &str, action: A) -> Result<String, Refusal> {
        Ok(self.desk.act(self.actor(Role::Officer)?, id, Ticket::default(), action).await?.fresh)
    }

    /// States facts.
    pub async fn state(&self, id: &str, source: &str, facts: &[Fact]) -> Result<(), Refusal> {
        let record = RecordFacts { facts: typed(facts), source: source.to_owned(), since: MomentInput::default() };
        self.act(id, record).await.map(|_| ())
    }

    /// Records a candidate moment of awareness of both incident and leak.
    pub async fn aware(
        &self,
        id: &str,
        basis: &str,
        at: MomentInput,
        who_knew: &str,
        evidence: &str,
    ) -> Result<(), Refusal> {
        let candidate = RecordCandidate {
            knower: String::new(),
            of: vec!["aware-incident".to_owned(), "aware-leak".to_owned()],
            basis: basis.to_owned(),
            at,
            who_knew: who_knew.to_owned(),
            evidence: evidence.to_owned(),
            replaces: None,
        };
        self.act(id, candidate).await.map(|_| ())
    }

    /// Records something that happened; answers its name.
    pub async fn happened(
        &self,
        id: &str,
        trigger: &str,
        at: &str,
        what: &str,
        source: &str,
    ) -> Result<String, Refusal> {
        let (trigger, what, source) = (trigger.to_owned(), what.to_owned(), source.to_owned());
        self.act(id, RecordOccurrence { trigger, at: seoul(at), what, source }).await
    }

    /// Records something handed in outside the program.
    pub async fn filed(
        &self,
        id: &str,
        clock: (&str, &str),
        at: &str,
        channel: &str,
        note: &str,
    ) -> Result<(), Refusal> {
        let filed = RecordFiled {
            duty: clock.0.to_owned(),
            instance: clock.1.to_owned(),
            at: seoul(at),
            channel: channel.to_owned(),
            note: note.to_owned(),
            ..RecordFiled::default()
        };
        self.act(id, filed).await.map(|_| ())
    }

    /// Has the approver stop the warnings of one clock.
    pub async fn stop(&self, id: &str, clock: (&str, &str), reason: &str) -> Result<(), Refusal> {
        let (duty, instance, reason) = (clock.0.to_owned(), clock.1.to_owned(), reason.to_owned());
        let stop = SwitchWarnings { duty, instance, stop: true, reason };
        self.desk.act(self.actor(Role::Approver)?, id, Ticket::default(), stop).await.map(|_| ())
    }

    /// Says of what changed after a filing that it changes nothing of what the filing had to say.
    pub async fn immaterial(&self, id: &str, reason: &str) -> Result<(), Refusal> {
        let view = self.desk.incident(self.actor(Role::Officer)?, id, None).await?;
        let all = changes::changes(&self.desk.library, &view.incident, view.organisation.zone);
        let asked = all.iter().filter(|change| change.asks()).map(|change| name(&change.key));
        let (changes, answer, reason) = (asked.collect(), "immaterial".to_owned(), reason.to_owned());
        self.act(id, AnswerChanges { changes, answer, reason, ..AnswerChanges::default() }).await.map(|_| ())
    }

    /// Adds a remark.
    pub async fn note(&self, id: &str, text: &str) -> Result<(), Refusal> {
        self.act(id, AddNote { text: text.to_owned() }).await.map(|_| ())
    }
}

fn actor(account: AccountId, name: &str, role: &str) -> Result<Actor, Refusal> {
    let role = Role::from_name(role).ok_or(Refusal::NotFound)?;
    Ok(Actor { account, id: account.to_string(), name: name.to_owned(), role, link: None })
}
