//! What else binds the performance of a duty, in sentences: the safe reading beside the legal one, what it waits for, not
//! before when, by whose receipt, what a late one needs, guidelines, exceptions in conflict, law to come. Words only what
//! the law answered.

use super::wording::Wording;
use crate::app::desk::incident_path;
use crate::law::base::moment::Moment;
use crate::law::base::truth::Truth;
use crate::law::counting::CountStep;
use crate::law::verdict::{
    Answer, Awaited, Clock, Due, Earliest, Ground, PendingSummary, Receipt, Standing, Step, Verdict,
};
use chrono::NaiveDate;
use url::form_urlencoded::byte_serialize;

/// One sentence beside a clock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remark {
    /// The mark that picks its icon.
    pub mark: &'static str,
    /// What it says.
    pub text: String,
    /// Where something can be done about it; empty for nowhere.
    pub href: String,
    /// What the link says.
    pub label: String,
}

impl Remark {
    fn new(mark: &'static str, text: String) -> Self {
        Self { mark, text, ..Self::default() }
    }
}

/// Everything that a reader of one duty must know besides its digits, the most pressing first.
#[must_use]
pub fn remarks(teller: &Wording<'_>, may_record: bool, verdict: &Verdict) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    if let Answer::Conflict { between } = &verdict.answer {
        remarks.push(Remark::new("warn", teller.t.duty_conflict(grounds(teller, between))));
    }
    remarks.extend(verdict.awaits.iter().map(|awaited| waiting(teller, may_record, verdict, awaited)));
    if let Some(clock) = &verdict.clock {
        of_clock(teller, may_record, clock, &mut remarks);
    }
    let limb = verdict.outline.first_limb.as_ref();
    remarks.extend(limb.map(|limb| Remark::new("law", teller.t.first_limb_remark(teller.t.first_limb(limb)))));
    remarks.extend(verdict.outline.note.iter().map(|note| Remark::new("info", teller.words(note))));
    remarks.extend(verdict.outline.pending.iter().map(|pending| Remark::new("law", law_to_come(teller, pending))));
    remarks
}

/// Terms by title, each with its provision.
#[must_use]
pub fn grounds(teller: &Wording<'_>, grounds: &[Ground]) -> String {
    let one = |ground: &Ground| format!("{} ({})", teller.words(&ground.title), teller.provision(&ground.cite));
    grounds.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Where what a clock waits for is recorded; empty where it follows from another duty by itself.
#[must_use]
pub fn awaited_href(teller: &Wording<'_>, awaited: &Awaited) -> String {
    let path = incident_path(&teller.incident.id);
    let plain = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
    match awaited {
        Awaited::Awareness(trigger) => format!("{path}/candidates?of={}", plain(trigger.as_str())),
        Awaited::Occurrence(trigger) => format!("{path}/occurrences?trigger={}", plain(trigger.as_str())),
        Awaited::Filing(duty) => format!("{path}/filed?duty={}", plain(duty.as_str())),
        Awaited::Due(_) => String::new(),
        Awaited::Incident => format!("{path}/occurred"),
    }
}

/// Law without a date of force, in a sentence.
#[must_use]
pub fn law_to_come(teller: &Wording<'_>, pending: &PendingSummary) -> String {
    let t = teller.t;
    let (status, title) = (t.pending(pending.status), teller.words(&pending.title));
    let cite = teller.words(&pending.source.cite);
    match pending.expected {
        Some(day) => t.duty_pending_expected(status, title, cite, t.date(day)),
        None => t.duty_pending(status, title, cite),
    }
}

fn waiting(teller: &Wording<'_>, may_record: bool, verdict: &Verdict, of: &Awaited) -> Remark {
    let what = teller.t.awaited(of, teller);
    let text = match &verdict.clock {
        None => teller.t.clock_awaits(&what),
        Some(_) if verdict.unrecorded() == Some(of) => teller.t.duty_start_unrecorded(teller.question(of)),
        Some(_) => teller.t.duty_limb_awaits(&what),
    };
    linked(teller, may_record, Remark::new("waiting", text), of)
}

fn linked(teller: &Wording<'_>, may_record: bool, remark: Remark, of: &Awaited) -> Remark {
    let href = if may_record { awaited_href(teller, of) } else { String::new() };
    let label =
        if href.is_empty() { String::new() } else { teller.t.duty_record_awaited(teller.t.awaited(of, teller)) };
    Remark { href, label, ..remark }
}

/// The first day a count looked at whose year's holidays are not announced yet.
fn unannounced(clock: &Clock) -> Option<NaiveDate> {
    clock.steps.iter().find_map(|step| match step {
        Step::Counted { of: CountStep::NotAnnounced { day, .. } } => Some(*day),
        _ => None,
    })
}

fn of_clock(teller: &Wording<'_>, may_record: bool, clock: &Clock, into: &mut Vec<Remark>) {
    let t = teller.t;
    let both = |at: Moment| t.moment_both(at, teller.zone);
    if let (Some(safe), legal @ Due::By { .. }) = (clock.safe, clock.due) {
        into.push(Remark::new("info", t.clock_safe_note(both(safe), t.due_both(legal, teller.zone))));
    }
    into.extend(unannounced(clock).map(|day| Remark::new("warn", t.clock_not_announced(t.date(day)))));
    into.extend(clock.not_before.as_ref().map(|earliest| not_before(teller, may_record, earliest)));
    into.extend(clock.receipt.map(|receipt| match receipt {
        Receipt::Open => Remark::new("mail", t.clock_receipt_open()),
        Receipt::NotRecorded => Remark::new("warn", t.clock_receipt_not_recorded()),
        Receipt::Recorded => Remark::new("mail", t.clock_receipt_recorded()),
    }));
    into.extend(clock.house_target.map(|at| Remark::new("info", t.clock_house_target(both(at)))));
    if let Some(guideline) = &clock.guideline {
        let words = teller.words(&guideline.words);
        into.push(Remark::new(
            "info",
            match guideline.due {
                Some(due @ Due::By { .. }) => t.clock_guideline(words, t.due(due, teller.zone)),
                _ => t.clock_guideline_plain(words),
            },
        ));
    }
    let in_time = matches!(clock.standing, Standing::MetInTime { .. } | Standing::Done { .. });
    if let Some(late) = clock.late.as_ref().filter(|_| !in_time) {
        into.push(Remark::new("warn", t.clock_late_rule(teller.words(&late.words), teller.provision(&late.cite))));
        into.extend(late.at_most.map(|at| Remark::new("warn", t.clock_late_limit(both(at)))));
    }
}

fn not_before(teller: &Wording<'_>, may_record: bool, earliest: &Earliest) -> Remark {
    let (t, why) = (teller.t, teller.words(&earliest.why));
    match (earliest.breached, earliest.at, &earliest.awaits) {
        (Truth::Yes, ..) => Remark::new("overdue", t.clock_too_early(why)),
        (_, Some(at), _) => Remark::new("stopped", t.clock_not_before(t.moment_both(at, teller.zone), why)),
        (_, None, Some(of)) => linked(teller, may_record, Remark::new("stopped", t.clock_not_before_event(why)), of),
        (_, None, None) => Remark::new("stopped", t.clock_not_before_event(why)),
    }
}
