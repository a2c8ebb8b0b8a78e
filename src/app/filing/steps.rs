//! Filings: write, submit, return, approve, record as handed in. What is approved is what was submitted, by hash; the
//! one who wrote or submitted it does not approve it.

use crate::app::desk::actor::{PasswordLink, Permission};
use crate::app::desk::decide::{Case, Decide};
use crate::app::desk::fact_input::{self, FactInput};
use crate::app::desk::input;
use crate::app::desk::input::{MomentInput, instance, reason};
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::app::incident::changes::confirm;
use crate::incident::filing::{ApproverLink, Channel, Filing, FilingId, Stage};
use crate::incident::fill_form;
use crate::incident::fill_form::{ADDRESSEE, Filling};
use crate::incident::form_content::FilledForm;
use crate::incident::situation::assess;
use crate::incident::{Event, Incident, Organisation};
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::law::situation::{DutyId, FormId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Begins a filing, or changes what was typed into it.
#[derive(Debug, Clone, Default)]
pub struct DraftFiling {
    /// The filing to change; `None` begins one.
    pub filing: Option<String>,
    /// The form, when beginning.
    pub form: String,
    /// The duty it is to meet, when beginning.
    pub duty: String,
    /// The instance, empty for none.
    pub instance: String,
    /// What was typed, by field; an empty text leaves the field to the facts.
    pub texts: BTreeMap<String, String>,
}

impl Decide for DraftFiling {
    const NEEDS: Permission = Permission::DraftFilings;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let (id, form, duty, instance) = match &self.filing {
            Some(id) => {
                let filing = find(case.incident, id)?;
                if !matches!(filing.stage, Stage::Draft { .. }) {
                    return Err(Refusal::NotNow(Problem::NotADraft));
                }
                (filing.id.clone(), filing.form.clone(), filing.duty.clone(), filing.instance.clone())
            }
            None => {
                let duty = DutyId::new(&self.duty);
                case.library.duty(&duty).ok_or(Refusal::NotNow(Problem::UnknownDuty))?;
                (FilingId(case.fresh.to_owned()), FormId::new(&self.form), duty, instance(&self.instance))
            }
        };
        let definition = case.library.form(&form).ok_or(Refusal::NotFound)?;
        let mut checks = Checks::default();
        let mut texts = BTreeMap::new();
        for (field, typed) in &self.texts {
            let addressed = field == ADDRESSEE && definition.addressee.iter().any(|one| one.id == *typed);
            if !addressed && !definition.fields().any(|known| known.id == *field) {
                continue;
            }
            if let Some(text) = checks.take(field, input::optional_text(typed))
                && !text.is_empty()
            {
                texts.insert(field.clone(), text);
            }
        }
        checks.done()?;
        Ok(vec![Event::FilingDrafted { id, form, duty, instance, texts }])
    }
}

/// Changes what was typed into a draft and submits it, both or neither.
#[derive(Debug, Clone)]
pub struct SaveAndSubmit {
    /// The filing.
    pub filing: String,
    /// What was typed, by field.
    pub texts: BTreeMap<String, String>,
}

impl Decide for SaveAndSubmit {
    const NEEDS: Permission = Permission::DraftFilings;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        let filing = self.filing.clone();
        let draft = DraftFiling { filing: Some(filing.clone()), texts: self.texts.clone(), ..DraftFiling::default() };
        let mut events = draft.decide(case)?;
        let saved = case.after(&events);
        events.extend(SubmitFiling { filing }.decide(&Case { incident: &saved, ..*case })?);
        Ok(events)
    }
}

/// Submits a draft for approval, with its whole content.
#[derive(Debug, Clone)]
pub struct SubmitFiling {
    /// The filing.
    pub filing: String,
}

impl Decide for SubmitFiling {
    const NEEDS: Permission = Permission::DraftFilings;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let filing = find(case.incident, &self.filing)?;
        if !matches!(filing.stage, Stage::Draft { .. }) {
            return Err(Refusal::NotNow(Problem::NotADraft));
        }
        let content = preview(filing, case.incident, case.organisation, case.library, case.now)?;
        let hash = content.fingerprint().map_err(|cause| Refusal::Unexpected(cause.into()))?;
        Ok(vec![Event::FilingSubmitted { id: filing.id.clone(), content, hash }])
    }
}

/// Sends a submitted filing back to its author.
#[derive(Debug, Clone)]
pub struct ReturnFiling {
    /// The filing.
    pub filing: String,
    /// What to change.
    pub reason: String,
}

impl Decide for ReturnFiling {
    const NEEDS: Permission = Permission::Read;

    /// An approver returns it; its author may also take it back.
    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        let filing = find(case.incident, &self.filing)?;
        let submitter = match &filing.stage {
            Stage::Submitted { by, .. } => by,
            Stage::Approved { .. } => &filing.drafted_by,
            _ => return Err(Refusal::NotNow(Problem::NotSubmitted)),
        };
        if *submitter != case.actor.id {
            case.actor.need(Permission::ApproveFilings)?;
        }
        Ok(vec![Event::FilingReturned { id: filing.id.clone(), reason: reason(&self.reason)? }])
    }
}

/// How long somebody whose password was reset by the author of a filing may not approve it, in seconds: the author could
/// have chosen that password.
const RESET_RESTS: i64 = 7 * 24 * 3_600;
/// How long it is told beside an approval whose link the approver's password was chosen by, in seconds.
const LINK_TOLD_FOR: i64 = 30 * 24 * 3_600;

fn told(link: &PasswordLink) -> ApproverLink {
    ApproverLink { by: link.by.clone(), at: link.at, reset: link.reset }
}

/// Approves a submitted filing.
#[derive(Debug, Clone)]
pub struct ApproveFiling {
    /// The filing.
    pub filing: String,
    /// The hash of the content that the approver read.
    pub hash: String,
}

impl Decide for ApproveFiling {
    const NEEDS: Permission = Permission::ApproveFilings;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        let filing = find(case.incident, &self.filing)?;
        let Stage::Submitted { by, .. } = &filing.stage else {
            return Err(Refusal::NotNow(Problem::NotSubmitted));
        };
        if *by == case.actor.id || filing.drafted_by == case.actor.id {
            return Err(Refusal::NotNow(Problem::OwnFiling));
        }
        let link = case.actor.link.as_ref().filter(|link| case.now.since(link.at) < LINK_TOLD_FOR);
        let by_author = |link: &&PasswordLink| link.by == *by || link.by == filing.drafted_by;
        if let Some(link) = link.filter(|link| link.reset && case.now.since(link.at) < RESET_RESTS).filter(by_author) {
            return Err(Refusal::NotNow(Problem::ResetByAuthor { until: link.at.plus_seconds(RESET_RESTS) }));
        }
        match &filing.content {
            Some((_, hash)) if *hash == self.hash => {
                Ok(vec![Event::FilingApproved { id: filing.id.clone(), hash: hash.clone(), link: link.map(told) }])
            }
            _ => Err(Refusal::NotNow(Problem::ContentChanged)),
        }
    }
}

/// Records that something was handed in: an approved filing, or something made outside Dutyclock.
#[derive(Debug, Clone, Default)]
pub struct RecordFiled {
    /// The approved filing; `None` for one made outside.
    pub filing: Option<String>,
    /// The duty it meets, when made outside.
    pub duty: String,
    /// The instance it meets, when made outside; empty for none.
    pub instance: String,
    /// When it was handed in.
    pub at: MomentInput,
    /// When the recipient is known to have received it; may be left empty.
    pub received: MomentInput,
    /// Through which channel: `portal`, `email`, `telephone`, `letter`.
    pub channel: String,
    /// What is wrong with it: `partial`, `defective`, `wrong-body`; empty for nothing.
    pub flaw: String,
    /// The authority's receipt number.
    pub receipt: String,
    /// What else matters.
    pub note: String,
    /// What it is known to have said, when made outside: facts by key; those left empty are taken as known now.
    pub said: BTreeMap<String, FactInput>,
    /// The PDF file of the approved filing, as handed in.
    pub paper: Option<Vec<u8>>,
}

impl Decide for RecordFiled {
    const NEEDS: Permission = Permission::RecordFiled;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        let (id, duty, instance) = match &self.filing {
            Some(id) => {
                let filing = find(case.incident, id)?;
                if !matches!(filing.stage, Stage::Approved { .. }) {
                    return Err(Refusal::NotNow(Problem::NotApproved));
                }
                (Some(filing.id.clone()), filing.duty.clone(), filing.instance.clone())
            }
            None => {
                let duty = DutyId::new(&self.duty);
                let instance = instance(&self.instance);
                case.need_duty(&duty, instance.as_ref())?;
                (None, duty, instance)
            }
        };
        let mut checks = Checks::default();
        let at = checks.take("at", self.at.past(case.now));
        let received = checks.take("received", self.received.optional_past(case.now));
        let channel = checks.take("channel", channel(&self.channel));
        let flaw = checks.take("flaw", input::flaw(&self.flaw));
        let receipt = checks.take("receipt", input::optional_line(&self.receipt));
        let note = checks.take("note", input::optional_text(&self.note));
        let (Some(at), Some(received), Some(flaw), Some(channel), Some(receipt), Some(note)) =
            (at, received, flaw, channel, receipt, note)
        else {
            return Err(checks.refusal());
        };
        let typed = if id.is_none() { &self.said } else { &BTreeMap::new() };
        let said = fact_input::read(case.library, typed, &mut checks);
        checks.done()?;
        let said = said.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        let mut events = confirm(case, &duty, instance.as_ref());
        let paper = self.paper.as_ref().map(|bytes| hex::encode(Sha256::digest(bytes)));
        events.push(Event::Filed { id, duty, instance, at, received, flaw, channel, receipt, note, paper, said });
        Ok(events)
    }

    fn blobs(&self) -> Vec<(&'static str, &[u8])> {
        self.paper.as_deref().map(|bytes| ("application/pdf", bytes)).into_iter().collect()
    }
}

fn channel(name: &str) -> Result<Channel, Problem> {
    match name {
        "portal" => Ok(Channel::Portal),
        "email" => Ok(Channel::Email),
        "telephone" => Ok(Channel::Telephone),
        "letter" => Ok(Channel::Letter),
        "" => Err(Problem::Required),
        _ => Err(Problem::UnknownChoice),
    }
}

/// Withdraws a record of something handed in: the duty is owed again.
#[derive(Debug, Clone)]
pub struct WithdrawFiled {
    /// The position of the record in the incident's stream.
    pub position: i64,
    /// Why.
    pub reason: String,
}

impl Decide for WithdrawFiled {
    const NEEDS: Permission = Permission::RecordFiled;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        let record =
            case.incident.filed.iter().find(|record| record.position == self.position).ok_or(Refusal::NotFound)?;
        if record.withdrawn.is_some() {
            return Err(Refusal::NotNow(Problem::AlreadyWithdrawn));
        }
        Ok(vec![Event::FiledWithdrawn { position: self.position, reason: reason(&self.reason)? }])
    }
}

fn find<'a>(incident: &'a Incident, id: &str) -> Result<&'a Filing, Refusal> {
    incident.filings.get(&FilingId(id.to_owned())).ok_or(Refusal::NotFound)
}

/// The filing's content as it would be submitted now.
///
/// # Errors
/// When its form is not among the library's any more.
pub fn preview(
    filing: &Filing,
    incident: &Incident,
    organisation: &Organisation,
    library: &Library,
    now: Moment,
) -> Result<FilledForm, Refusal> {
    let form = library.form(&filing.form).ok_or(Refusal::NotFound)?;
    let assessment = assess(library, incident, organisation, now);
    let filling = Filling { incident, organisation, assessment: &assessment, vocabulary: library.vocabulary() };
    Ok(fill_form::fill(form, filing, &filling))
}
