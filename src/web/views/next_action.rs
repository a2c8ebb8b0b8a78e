//! The one button beside a clock: what the reader can do about it next, given what is known, what was begun and what
//! their role includes. Only offers; whether it may be done is decided in `app`.

use super::remarks;
use super::wording::Wording;
use crate::app::desk::actor::{Permission, Role};
use crate::app::desk::fresh;
use crate::app::desk::incident_path;
use crate::incident::changes;
use crate::incident::due_warnings::is_open;
use crate::incident::filing::{Filing, Stage};
use crate::law::situation::fact::FactKey;
use crate::law::situation::{DutyId, OccurrenceId};
use crate::law::verdict::{Answer, ClockOrigin, Standing, Verdict};
use std::collections::BTreeSet;
use url::form_urlencoded::Serializer;

/// What can be done next about one duty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NextAction {
    /// Where the button leads; empty for none.
    pub href: String,
    /// What it says; empty for none.
    pub label: String,
    /// The form to begin, where the button begins one.
    pub begin: Option<Begin>,
}

/// A filing to begin: sent as a form, because it writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    /// Where it is sent.
    pub action: String,
    /// The form.
    pub form: String,
    /// The duty.
    pub duty: String,
    /// The instance, empty for none.
    pub instance: String,
    /// The button's own idempotency key: there may be several on one page.
    pub once: String,
}

/// What the reader can do about a duty that applies or may apply.
#[must_use]
pub fn of(teller: &Wording<'_>, role: Role, verdict: &Verdict) -> NextAction {
    if teller.incident.closed.is_some() {
        return NextAction::default();
    }
    if changes::is_asked(teller.incident, verdict) {
        return answer_change(teller, role);
    }
    if let Answer::Undetermined { missing, .. } = &verdict.answer {
        return settle(teller, role, missing);
    }
    let Some(clock) = &verdict.clock else { return record(teller, role, verdict) };
    if matches!(clock.standing, Standing::CannotBeDecided { .. }) {
        return hour(teller, role, &clock.origin);
    }
    if !verdict.outline.watched || !is_open(&clock.standing) {
        return NextAction::default();
    }
    match (begun(teller, verdict), verdict.unrecorded()) {
        (Some(filing), _) => go_on(teller, role, filing),
        (None, Some(_)) if role.may(Permission::Record) => record(teller, role, verdict),
        (None, _) => begin(teller, role, verdict),
    }
}

/// Saying what a fact that changed after a filing means.
fn answer_change(teller: &Wording<'_>, role: Role) -> NextAction {
    if !role.may(Permission::Record) {
        return NextAction::default();
    }
    let href = format!("{}/changes", incident_path(&teller.incident.id));
    NextAction { href, label: teller.t.act_answer_change(), begin: None }
}

/// Recording what a clock waits for.
fn record(teller: &Wording<'_>, role: Role, verdict: &Verdict) -> NextAction {
    let found = verdict.awaits.first().filter(|_| role.may(Permission::Record));
    let Some(awaited) = found else { return NextAction::default() };
    let href = remarks::awaited_href(teller, awaited);
    let label = if href.is_empty() { String::new() } else { teller.question(awaited) };
    NextAction { href, label, begin: None }
}

/// Answering the first of the facts that would settle whether a duty applies.
fn settle(teller: &Wording<'_>, role: Role, missing: &BTreeSet<FactKey>) -> NextAction {
    let Some(key) = missing.first().filter(|_| role.may(Permission::Record)) else { return NextAction::default() };
    NextAction { href: fact_href(teller, key), label: teller.t.act_settle(teller.fact(key)), begin: None }
}

/// Stating the hour of a start that is known only roughly.
fn hour(teller: &Wording<'_>, role: Role, origin: &ClockOrigin) -> NextAction {
    match origin {
        ClockOrigin::Candidate(id) if role.may(Permission::Record) => NextAction {
            href: format!("{}/candidates?replaces={}", incident_path(&teller.incident.id), id),
            label: teller.t.act_settle_hour(),
            begin: None,
        },
        _ => NextAction::default(),
    }
}

/// The filing that was begun for a duty and is not handed in, the newest first.
#[must_use]
pub fn begun<'a>(teller: &Wording<'a>, verdict: &Verdict) -> Option<&'a Filing> {
    let ours = |filing: &&Filing| filing.duty == verdict.outline.duty && filing.instance == verdict.instance;
    let open = teller.incident.filings.values().filter(ours).filter(|filing| !matches!(filing.stage, Stage::Filed));
    open.max_by_key(|filing| filing.drafted_at)
}

fn go_on(teller: &Wording<'_>, role: Role, filing: &Filing) -> NextAction {
    let t = teller.t;
    let href = format!("{}/filings/{}", incident_path(&teller.incident.id), filing.id.0);
    let label = match &filing.stage {
        Stage::Draft { .. } if role.may(Permission::DraftFilings) => t.act_continue(),
        Stage::Submitted { .. } if role.may(Permission::ApproveFilings) => t.act_approve(),
        Stage::Approved { .. } if role.may(Permission::RecordFiled) => t.act_hand_in(),
        _ => t.act_look(),
    };
    NextAction { href, label, begin: None }
}

fn begin(teller: &Wording<'_>, role: Role, verdict: &Verdict) -> NextAction {
    let t = teller.t;
    match &verdict.outline.form {
        Some(form) if role.may(Permission::DraftFilings) => NextAction {
            href: String::new(),
            label: t.act_begin(teller.form(form)),
            begin: Some(Begin {
                action: format!("{}/filings", incident_path(&teller.incident.id)),
                form: form.to_string(),
                duty: verdict.outline.duty.to_string(),
                instance: verdict.instance.as_ref().map(ToString::to_string).unwrap_or_default(),
                once: fresh::name(),
            }),
        },
        _ if role.may(Permission::RecordFiled) => NextAction {
            href: filed_href(teller, verdict),
            label: if verdict.outline.form.is_some() { t.act_filed_outside() } else { t.act_record_done() },
            begin: None,
        },
        _ => NextAction::default(),
    }
}

/// Where a duty is recorded as met outside Dutyclock.
#[must_use]
pub fn filed_href(teller: &Wording<'_>, verdict: &Verdict) -> String {
    about_duty(teller, "filed", &verdict.outline.duty, verdict.instance.as_ref())
}

/// Where the warnings of a duty are stopped and resumed.
#[must_use]
pub fn warnings_href(teller: &Wording<'_>, verdict: &Verdict) -> String {
    about_duty(teller, "warnings", &verdict.outline.duty, verdict.instance.as_ref())
}

fn about_duty(teller: &Wording<'_>, page: &str, duty: &DutyId, instance: Option<&OccurrenceId>) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("duty", duty.as_str());
    if let Some(instance) = instance {
        query.append_pair("instance", instance.as_str());
    }
    format!("{}/{page}?{}", incident_path(&teller.incident.id), query.finish())
}

/// Where one fact is answered.
#[must_use]
pub fn fact_href(teller: &Wording<'_>, key: &FactKey) -> String {
    format!("{}/facts?key={key}", incident_path(&teller.incident.id))
}

/// The place of a duty's card on the incident's page.
#[must_use]
pub fn anchor(duty: &str, instance: &str) -> String {
    let plain: String = duty.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '-' }).collect();
    if instance.is_empty() { format!("duty-{plain}") } else { format!("duty-{plain}-{instance}") }
}
