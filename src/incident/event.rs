//! Everything that can befall an incident, as it is written into the ledger.
//!
//! A kind is never removed and a body never rewritten: a mistake is corrected by a later event that says so. No event
//! holds a sentence of ours in anybody's language: it says what happened, and pages and papers word it. How events are
//! written and read back is `body`'s business.

use super::answers::{ChangeAnswer, ChangeKey};
use super::due_moments::{DueMoments, MoveCause};
use super::filing::{ApproverLink, Channel, FilingId, Flaw};
use super::form_content::FilledForm;
use super::gap_record::Task;
use super::moments::Withdrawal;
use super::sent_warnings::{ClockName, QuestionName};
use crate::law::base::moment::{Moment, Timing};
use crate::law::base::words::Words;
use crate::law::situation::fact::{Count, FactKey, Value};
use crate::law::situation::{Candidate, CandidateId, DutyId, FormId, Occurrence, OccurrenceId};
use crate::law::vocabulary::sequence::Disorder;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use strum::EnumDiscriminants;

/// One thing that befell an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, EnumDiscriminants)]
#[serde(tag = "kind", content = "body", rename_all = "kebab-case")]
#[strum_discriminants(
    name(Kind),
    doc = "The kind of an event, without what it says; written as the event's own kind is.",
    derive(Deserialize),
    serde(rename_all = "kebab-case"),
    cfg_attr(test, derive(strum::EnumIter))
)]
pub enum Event {
    /// The incident was recorded.
    Opened {
        /// The short reference people say on the telephone: `2025-001`.
        reference: String,
        /// What happened, in one line.
        title: String,
        /// An exercise: every page, mail and document says so.
        drill: bool,
    },
    /// The title was changed.
    Retitled {
        /// The new title.
        title: String,
    },
    /// A fact was stated, or stated anew.
    FactRecorded {
        /// Which fact.
        key: FactKey,
        /// Its value; `None` says "looked into, not known yet".
        value: Option<Value>,
        /// Who or what says so.
        source: String,
        /// Since when it has been known, where that differs from the moment of recording.
        since: Option<Timing>,
    },
    /// When it happened was stated, or stated anew.
    OccurredRecorded {
        /// When it began.
        began: Option<Timing>,
        /// When it ended.
        ended: Option<Timing>,
        /// Who or what says so.
        source: String,
    },
    /// A candidate moment of awareness was recorded.
    CandidateRecorded {
        /// The candidate as the law sees it.
        candidate: Candidate,
        /// Who knew.
        who_knew: String,
        /// The evidence: a log, a minute, a form, an authority's letter.
        evidence: String,
    },
    /// A candidate was withdrawn; it stays readable.
    CandidateWithdrawn {
        /// Which.
        id: CandidateId,
        /// Why.
        #[serde(flatten)]
        why: Withdrawal,
    },
    /// Something happened that may start a clock: a further fact confirmed, an order received.
    OccurrenceRecorded {
        /// The occurrence as the law sees it.
        occurrence: Occurrence,
        /// What it was, in words: the fact confirmed, the scope of the order.
        what: String,
        /// Who or what says so.
        source: String,
    },
    /// An occurrence was withdrawn; it stays readable.
    OccurrenceWithdrawn {
        /// Which.
        id: OccurrenceId,
        /// Why.
        reason: String,
    },
    /// Somebody who knows law that is not in the library answered what it asks for.
    GapAnswered {
        /// The answer.
        id: OccurrenceId,
        /// The gap.
        gap: String,
        /// What the gap was called.
        title: Words,
        /// How many persons were known to be concerned.
        #[serde(default)]
        persons: Option<Count>,
        /// Who answered.
        who: String,
        /// When they answered.
        at: Timing,
        /// What they said.
        said: String,
        /// What is due by when, where something is.
        #[serde(default)]
        task: Option<Task>,
    },
    /// Law that is not in the library was judged not to matter for this incident.
    GapDismissed {
        /// The judgement.
        id: OccurrenceId,
        /// The gap.
        gap: String,
        /// What the gap was called.
        title: Words,
        /// How many persons were known to be concerned.
        #[serde(default)]
        persons: Option<Count>,
        /// Why it does not matter.
        reason: String,
    },
    /// What was said about a gap was withdrawn; it stays readable.
    GapRecordWithdrawn {
        /// Which record.
        id: OccurrenceId,
        /// Why.
        reason: String,
    },
    /// A form was begun, or its own texts were changed.
    FilingDrafted {
        /// The filing.
        id: FilingId,
        /// The form.
        form: FormId,
        /// The duty it is to meet.
        duty: DutyId,
        /// The instance it is to meet.
        instance: Option<OccurrenceId>,
        /// What was typed into the form itself, by field; everything else comes from the facts.
        texts: BTreeMap<String, String>,
    },
    /// A filing was submitted for approval, with its whole content.
    FilingSubmitted {
        /// The filing.
        id: FilingId,
        /// The content as it is to be handed in.
        content: FilledForm,
        /// SHA-256 of that content, hex.
        hash: String,
    },
    /// A filing was sent back to its author.
    FilingReturned {
        /// The filing.
        id: FilingId,
        /// What to change.
        reason: String,
    },
    /// A filing was approved by a second person.
    FilingApproved {
        /// The filing.
        id: FilingId,
        /// SHA-256 of the content approved.
        hash: String,
        /// Whose link the approver's password had lately been chosen by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        link: Option<ApproverLink>,
    },
    /// Something was handed in to the authority or the persons concerned.
    Filed {
        /// The approved filing; `None` when it was made outside Dutyclock.
        id: Option<FilingId>,
        /// The duty it meets.
        duty: DutyId,
        /// The instance it meets.
        instance: Option<OccurrenceId>,
        /// When it was handed in.
        at: Timing,
        /// When the recipient is known to have received it.
        #[serde(default)]
        received: Option<Timing>,
        /// Why it does not meet its duty, where it does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        flaw: Option<Flaw>,
        /// Through which channel.
        channel: Channel,
        /// The authority's receipt number, where there is one.
        receipt: String,
        /// What else matters: who answered the telephone, what was attached.
        note: String,
        /// SHA-256, hex, of the file that was handed in, where Dutyclock made it: kept among the blobs.
        #[serde(default)]
        paper: Option<String>,
        /// What it is known to have said, where it was made outside Dutyclock and somebody recorded that.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        said: BTreeMap<FactKey, Value>,
    },
    /// A record of something handed in was withdrawn as mistaken; it stays readable.
    FiledWithdrawn {
        /// The ledger position of the `Filed` event within the incident.
        position: i64,
        /// Why.
        reason: String,
    },
    /// Somebody answered what facts that changed after a filing mean for what was handed in.
    ChangeAnswered {
        /// Which changes.
        changes: Vec<ChangeKey>,
        /// What they are.
        answer: ChangeAnswer,
    },
    /// What is recorded beside this lies out of order, and was so: a person said why.
    OutOfOrderConfirmed {
        /// The moments in the wrong order.
        breaks: Vec<Disorder>,
        /// Why it was so.
        reason: String,
    },
    /// Warnings were sent for one rung of one clock.
    Warned {
        /// The duty.
        duty: DutyId,
        /// The instance.
        instance: Option<OccurrenceId>,
        /// The due moment warned about.
        due: Moment,
        /// The rung's name: `opened`, `6h`, `due`, `late-3h`.
        rung: String,
        /// Account ids of those warned.
        recipients: Vec<String>,
    },
    /// The open questions were asked in one message: what must be answered before it is known whether duties apply, or from
    /// when they run.
    QuestionsAsked {
        /// The questions, by name.
        questions: BTreeSet<QuestionName>,
        /// How many duties they decide.
        duties: usize,
        /// When the nearest of those would be due, if it applies.
        nearest: Option<Moment>,
        /// Account ids of those asked.
        recipients: Vec<String>,
    },
    /// Somebody with the right to do so stopped the warnings of one duty.
    WarningsStopped {
        /// The duty.
        duty: DutyId,
        /// The instance.
        instance: Option<OccurrenceId>,
        /// Why.
        reason: String,
    },
    /// Warnings were resumed.
    WarningsResumed {
        /// The duty.
        duty: DutyId,
        /// The instance.
        instance: Option<OccurrenceId>,
        /// Why.
        reason: String,
    },
    /// A due moment moved, or is none any more; it is named with the old one so that it never moves silently. Where it
    /// moved to an earlier moment, or is none any more, a stop of its warnings ends with it.
    DueMoved {
        /// The duty.
        duty: DutyId,
        /// The instance.
        instance: Option<OccurrenceId>,
        /// Due until now.
        old: DueMoments,
        /// Due from now on; `None` when the clock does not run any more.
        new: Option<DueMoments>,
        /// Why.
        why: MoveCause,
    },
    /// A newer rulebook moved a due moment: how `DueMoved` was written before.
    Reassessed {
        /// The duty.
        duty: DutyId,
        /// The instance.
        instance: Option<OccurrenceId>,
        /// Due until now.
        old: Option<Moment>,
        /// Due from now on.
        new: Option<Moment>,
        /// SHA-256 of the rulebook that moved it.
        rulebook_hash: String,
    },
    /// A remark for the timeline.
    NoteAdded {
        /// The remark.
        text: String,
    },
    /// The incident was closed: nothing more is owed.
    Closed {
        /// Why.
        reason: String,
    },
    /// The incident was opened again; every stop of warnings ended with that.
    Reopened {
        /// Why.
        reason: String,
        /// The clocks whose warnings had been stopped.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lifted: Vec<ClockName>,
    },
    /// What it said was erased; that something was recorded stays. Kept for the timeline, ignored by the fold.
    #[serde(skip)]
    #[strum_discriminants(serde(skip))]
    Erased {
        /// The kind as written.
        kind: String,
    },
    /// A kind that this version of the program does not know; kept for the timeline, ignored by the fold.
    #[serde(skip)]
    #[strum_discriminants(serde(skip))]
    Unknown {
        /// The kind as written.
        kind: String,
    },
}
