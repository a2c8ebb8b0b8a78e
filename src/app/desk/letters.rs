//! Mail that follows from what was just recorded, queued in the same transaction: approval wanted, filing returned, duty
//! met, invitation. Warnings about deadlines are the watch's (`escalate`).

use super::actor::{Actor, Permission, Role};
use super::decide::Case;
use super::links::{filing_path, incident_path};
use super::refusal::Refusal;
use crate::db::account::Account;
use crate::db::outbox::NewMessage;
use crate::db::{Db, account, outbox};
use crate::incident::filing::{FiledRecord, Filing, FilingId};
use crate::incident::situation::assess;
use crate::incident::{Event, Incident, Organisation};
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::law::verdict::{Course, Verdict};
use crate::locales::Text;
use crate::mail::{
    self, Address, ApprovalWanted, FilingReturned, Head, Invitation, Mail, MailError, Met, PasswordReset,
};
use chrono_tz::Tz;

/// The kind of message that carries a personal link: its content is shown to nobody but its recipient.
pub const INVITATION: &str = "invitation";
/// What stands in a stored message where its personal link will stand: that is made when the message is sent, and kept
/// nowhere, so that nobody who reads the database or a copy of it can take the recipient's place.
pub const MADE_WHEN_SENT: &str = "made-when-this-is-sent";

/// Everything a message about an incident is made from.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct Sender<'a> {
    pub library: &'a Library,
    pub base_url: &'a str,
    pub organisation: &'a Organisation,
    pub incident: &'a Incident,
    pub now: Moment,
}

/// Queues the mail that events ask for.
///
/// # Errors
/// When the store fails or a message cannot be written; the caller's transaction is undone then.
pub(in crate::app) fn queue(
    db: &mut Db,
    case: &Case<'_>,
    base_url: &str,
    incident: &Incident,
    events: &[Event],
) -> Result<(), Refusal> {
    let asks = |event: &Event| {
        matches!(event, Event::FilingSubmitted { .. } | Event::FilingReturned { .. } | Event::Filed { .. })
    };
    if !events.iter().any(asks) {
        return Ok(());
    }
    let sender = Sender { library: case.library, base_url, organisation: case.organisation, incident, now: case.now };
    let people = account::list(db)?;
    let mut messages = Vec::new();
    for event in events {
        match event {
            Event::FilingSubmitted { id, hash, .. } => {
                messages.extend(sender.approval_wanted(case.actor, &people, id, hash)?);
            }
            Event::FilingReturned { id, reason } => {
                messages.extend(sender.filing_returned(case.actor, &people, id, reason)?);
            }
            Event::Filed { .. } => {
                if let Some(record) = incident.filed.last().filter(|record| record.flaw.is_none()) {
                    messages.extend(sender.met(case.actor, &people, record)?);
                }
            }
            _ => {}
        }
    }
    outbox::queue(db, &messages)?;
    Ok(())
}

impl Sender<'_> {
    /// The head of a message to one person.
    pub(in crate::app) fn head(&self, to: &Account, key: String, thread: String, path: &str) -> Option<Head> {
        Some(Head {
            to: Address::parse(&to.email).ok()?,
            lang: to.lang,
            zone: zone(to, self.organisation),
            at: self.now,
            key,
            thread,
            organisation: self.organisation.name.clone(),
            drill: self.incident.drill,
            link: format!("{}{path}", self.base_url),
        })
    }

    /// The incident as messages name it.
    pub(in crate::app) fn about(&self) -> mail::Incident {
        mail::Incident { reference: self.incident.reference.clone(), title: self.incident.title.clone() }
    }

    /// A finished message as a row of the outbox.
    pub(in crate::app) fn row(
        &self,
        kind: &str,
        key: String,
        mail: Result<Mail, MailError>,
    ) -> Result<NewMessage, Refusal> {
        row(kind, Some(super::index::stream(&self.incident.id)), key, mail)
    }

    fn approval_wanted(
        &self,
        by: &Actor,
        people: &[Account],
        id: &FilingId,
        hash: &str,
    ) -> Result<Vec<NewMessage>, Refusal> {
        let Some(filing) = self.incident.filings.get(id) else { return Ok(Vec::new()) };
        let other = |person: &&Account| person.id.to_string() != filing.drafted_by && person.id != by.account;
        let approvers = people.iter().filter(|person| person.active && may(person, Permission::ApproveFilings));
        let path = filing_path(self.incident, id);
        let mut messages = Vec::new();
        for person in approvers.filter(other) {
            let key = format!("approval/{}/{}/{hash}/{}", self.incident.id, id.0, person.id);
            let thread = format!("filing/{}/{}", self.incident.id, id.0);
            let Some(head) = self.head(person, key.clone(), thread, &path) else { continue };
            let form = self.form_title(filing);
            let (incident, by, due) = (self.about(), by.name.clone(), self.due_of(filing));
            messages.push(self.row(
                "approval-wanted",
                key,
                ApprovalWanted { head, incident, form, by, due }.render(),
            )?);
        }
        Ok(messages)
    }

    fn filing_returned(
        &self,
        by: &Actor,
        people: &[Account],
        id: &FilingId,
        reason: &str,
    ) -> Result<Vec<NewMessage>, Refusal> {
        let Some(filing) = self.incident.filings.get(id) else { return Ok(Vec::new()) };
        let author = people.iter().find(|person| person.id.to_string() == filing.drafted_by && person.id != by.account);
        let Some(author) = author.filter(|person| person.active) else { return Ok(Vec::new()) };
        let key = format!("returned/{}/{}/{}", self.incident.id, id.0, self.incident.position);
        let thread = format!("filing/{}/{}", self.incident.id, id.0);
        let Some(head) = self.head(author, key.clone(), thread, &filing_path(self.incident, id)) else {
            return Ok(Vec::new());
        };
        let (form, due) = (self.form_title(filing), self.due_of(filing));
        let message =
            FilingReturned { head, incident: self.about(), form, by: by.name.clone(), reason: reason.to_owned(), due };
        Ok(vec![self.row("filing-returned", key, message.render())?])
    }

    fn met(&self, by: &Actor, people: &[Account], record: &FiledRecord) -> Result<Vec<NewMessage>, Refusal> {
        let assessment = assess(self.library, self.incident, self.organisation, self.now);
        let of = |verdict: &&Verdict| verdict.outline.duty == record.duty && verdict.instance == record.instance;
        let Some(verdict) = assessment.verdicts.iter().find(of) else { return Ok(Vec::new()) };
        let Some(clock) = &verdict.clock else { return Ok(Vec::new()) };
        let key = (record.duty.clone(), record.instance.clone());
        let mut messages = Vec::new();
        for person in warned(people) {
            let natural = format!("met/{}/{}/{}", self.incident.id, record.position, person.id);
            let thread = clock_name(self.incident, &key);
            let Some(head) = self.head(person, natural.clone(), thread.clone(), &incident_path(&self.incident.id))
            else {
                continue;
            };
            let met = Met {
                head,
                incident: self.about(),
                duty: verdict.outline.title.clone(),
                recipient: verdict.outline.recipient.clone(),
                filed: record.at,
                due: clock.due,
                target: clock.target(),
                standing: clock.standing,
                course: clock.course,
                first_limb: verdict.outline.first_limb,
                channel: Text::new(person.lang).channel(record.channel),
                receipt: record.receipt.clone(),
                by: by.name.clone(),
                clock: thread,
                sequence: sequence(self.incident),
            };
            messages.push(self.row("met", natural, met.render())?);
        }
        Ok(messages)
    }

    fn form_title(&self, filing: &Filing) -> crate::law::base::words::Words {
        let title = filing.content.as_ref().map(|(content, _)| content.title.clone());
        title
            .or_else(|| self.library.form(&filing.form).map(|form| form.title.clone()))
            .unwrap_or_else(|| crate::law::base::words::Words::name(filing.form.as_str()))
    }

    /// The moment to keep, and the course of the clock.
    fn due_of(&self, filing: &Filing) -> Option<(Moment, Course)> {
        let assessment = assess(self.library, self.incident, self.organisation, self.now);
        let of = |verdict: &&Verdict| verdict.outline.duty == filing.duty && verdict.instance == filing.instance;
        let clock = assessment.verdicts.iter().find(of)?.clock.as_ref()?;
        Some((clock.target()?, clock.course))
    }
}

/// Queues an invitation, without its link.
///
/// # Errors
/// When the store fails or the message cannot be written; the caller's transaction is undone then.
pub(in crate::app) fn invitation(
    db: &mut Db,
    by: &Actor,
    person: &Account,
    base_url: &str,
    now: Moment,
    expires: Moment,
) -> Result<(), Refusal> {
    let organisation = super::stream::organisation(db)?;
    let Ok(to) = Address::parse(&person.email) else { return Ok(()) };
    let key = format!("invitation/{}/{}", person.id, expires.seconds());
    let head = Head {
        to,
        lang: person.lang,
        zone: zone(person, &organisation),
        at: now,
        key: key.clone(),
        thread: format!("account/{}", person.id),
        organisation: organisation.name.clone(),
        drill: false,
        link: format!("{base_url}/invitation/{MADE_WHEN_SENT}"),
    };
    let t = Text::new(person.lang);
    let role = match Role::from_name(&person.role) {
        Some(Role::Administrator) => t.role_administrator(),
        Some(Role::Officer) => t.role_officer(),
        Some(Role::Approver) => t.role_approver(),
        Some(Role::Reader) | None => t.role_reader(),
    };
    let mail = Invitation { head, by: by.name.clone(), role, expires }.render();
    outbox::queue(db, &[row(INVITATION, None, key, mail)?])?;
    Ok(())
}

/// Tells the other administrators that a person who has a password was given a link for a new one.
///
/// # Errors
/// When the store fails or a message cannot be written; the caller's transaction is undone then.
pub(in crate::app) fn password_reset(
    db: &mut Db,
    by: &Actor,
    person: &Account,
    base_url: &str,
    now: Moment,
    expires: Moment,
) -> Result<(), Refusal> {
    let organisation = super::stream::organisation(db)?;
    let people = account::list(db)?;
    let others = people.iter().filter(|other| other.active && may(other, Permission::ManagePeople));
    let mut messages = Vec::new();
    for other in others.filter(|other| other.id != by.account && other.id != person.id) {
        let Ok(to) = Address::parse(&other.email) else { continue };
        let key = format!("password-reset/{}/{}/{}", person.id, expires.seconds(), other.id);
        let head = Head {
            to,
            lang: other.lang,
            zone: zone(other, &organisation),
            at: now,
            key: key.clone(),
            thread: format!("account/{}", person.id),
            organisation: organisation.name.clone(),
            drill: false,
            link: format!("{base_url}/people/{}", person.id),
        };
        let told = PasswordReset { head, by: by.name.clone(), person: person.name.clone(), expires };
        messages.push(row("password-reset", None, key, told.render())?);
    }
    outbox::queue(db, &messages)?;
    Ok(())
}

fn row(kind: &str, stream: Option<String>, key: String, mail: Result<Mail, MailError>) -> Result<NewMessage, Refusal> {
    let mail = mail.map_err(|cause| Refusal::Unexpected(cause.into()))?;
    Ok(NewMessage {
        natural_key: key,
        kind: kind.to_owned(),
        stream,
        recipient: mail.to.as_str().to_owned(),
        lang: mail.lang,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        ics: mail.ics,
        message_id: mail.message_id,
        created_at: mail.at,
        not_before: mail.at,
    })
}

/// Those to whom escalation mail goes: the active people chosen for it or, when nobody was chosen, everybody who can
/// act, so that a warning always reaches somebody.
pub(in crate::app) fn warned(people: &[Account]) -> Vec<&Account> {
    let chosen: Vec<&Account> = people.iter().filter(|person| person.active && person.warned).collect();
    if !chosen.is_empty() {
        return chosen;
    }
    people.iter().filter(|person| person.active && may(person, Permission::Record)).collect()
}

/// Whether a person's role includes something.
pub(in crate::app) fn may(person: &Account, permission: Permission) -> bool {
    Role::from_name(&person.role).is_some_and(|role| role.may(permission))
}

/// The name of a clock in this installation, the same for all its messages.
pub(in crate::app) fn clock_name(incident: &Incident, key: &crate::incident::sent_warnings::ClockKey) -> String {
    let instance = key.1.as_ref().map_or("", |instance| instance.as_str());
    format!("clock/{}/{}/{instance}", incident.id, key.0)
}

/// A number that only grows: a later message about the same clock has a higher one.
pub(in crate::app) fn sequence(incident: &Incident) -> u32 {
    u32::try_from(incident.position).unwrap_or(u32::MAX)
}

fn zone(person: &Account, organisation: &Organisation) -> Tz {
    person.zone.as_deref().and_then(|zone| zone.parse().ok()).unwrap_or(organisation.zone)
}
