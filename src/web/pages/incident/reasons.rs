//! What needs nothing but a reason: withdrawing a moment or an occurrence, stopping and resuming warnings, closing and
//! reopening. The reason is kept in the record for ever.

use super::elsewhere;
use crate::app::desk::actor::Permission;
use crate::app::desk::decide::Decide;
use crate::app::desk::incident_path;
use crate::app::desk::input::instance;
use crate::app::incident::counsel::{DismissGap, WithdrawGapRecord};
use crate::app::incident::manage::{CloseIncident, ReopenIncident, SwitchWarnings};
use crate::app::incident::moments::{WithdrawCandidate, WithdrawOccurrence};
use crate::law::situation::{CandidateId, DutyId, OccurrenceId};
use crate::law::verdict::Gap;
use crate::web::forms::incident_form::{FormHeader, FormState};
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use crate::web::views::wording::Wording;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/incident/reason.html")]
struct ReasonPage {
    page: Page,
    header: FormHeader,
    action: String,
    title: String,
    lead: String,
    thing: String,
    button: String,
    kind: &'static str,
    reason: String,
    stop: &'static str,
}

/// What a reason is asked for.
#[derive(Debug, Clone)]
enum ReasonFor {
    Candidate(String),
    Occurrence(String),
    Gap(String),
    SetAside(String),
    Warnings { duty: String, instance: String, stop: Option<bool> },
    Close,
    Reopen,
}

/// A duty named in an address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Duty {
    duty: String,
    instance: String,
}

/// A gap named in an address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AboutGap {
    gap: String,
}

macro_rules! pages {
    ($($(#[$doc:meta])* $get:ident, $post:ident: |$path:pat_param in $kind:ty $(, $asked:ident in $query:ty)?| $id:expr, $needs:ident, $why:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// When the role does not include it, when there is no such thing, or when the store fails.
        pub async fn $get(visit: Visit, path: Path<$kind> $(, $asked: Query<$query>)?) -> Result<HttpResponse, Failure> {
            let $path = path.into_inner();
            $(let $asked = $asked.into_inner();)?
            show(&visit, FormState::fresh(&visit, &$id, Permission::$needs).await?, $why)
        }

        /// Does it.
        ///
        /// # Errors
        /// When the role does not include it, when there is no such thing, or when the store fails.
        pub async fn $post(sent: SubmittedForm, path: Path<$kind> $(, $asked: Query<$query>)?) -> Result<HttpResponse, Failure> {
            let $path = path.into_inner();
            $(let $asked = $asked.into_inner();)?
            act(sent, &$id, $why).await
        }
    )*};
}

pages! {
    /// Asks why a moment of awareness is withdrawn.
    candidate, withdraw_candidate: |(id, candidate) in (String, String)| id, Record, ReasonFor::Candidate(candidate);
    /// Asks why an occurrence is withdrawn.
    occurrence, withdraw_occurrence: |(id, occurrence) in (String, String)| id, Record, ReasonFor::Occurrence(occurrence);
    /// Asks why what was recorded about law that is not in the library is withdrawn.
    gap, withdraw_gap: |(id, record) in (String, String)| id, Record, ReasonFor::Gap(record);
    /// Asks why law that is not in the library does not matter here.
    set_aside, do_set_aside: |id in String, asked in AboutGap| id, Record, ReasonFor::SetAside(asked.gap);
    /// Asks why warnings are stopped or resumed.
    warnings, switch_warnings: |id in String, asked in Duty| id, StopWarnings,
        ReasonFor::Warnings { duty: asked.duty, instance: asked.instance, stop: None };
    /// Asks why an incident is closed.
    close, do_close: |id in String| id, CloseIncidents, ReasonFor::Close;
    /// Asks why an incident is opened again.
    reopen, do_reopen: |id in String| id, CloseIncidents, ReasonFor::Reopen;
}

async fn act(sent: SubmittedForm, id: &str, why: ReasonFor) -> Result<HttpResponse, Failure> {
    let reason = sent.typed.text("reason");
    let t = sent.visit.t;
    match why.clone() {
        ReasonFor::Candidate(candidate) => {
            carry_out(sent, id, why, WithdrawCandidate { id: candidate, reason }, t.moment_withdraw_done()).await
        }
        ReasonFor::Occurrence(occurrence) => {
            carry_out(sent, id, why, WithdrawOccurrence { id: occurrence, reason }, t.moment_withdraw_done()).await
        }
        ReasonFor::Gap(record) => {
            carry_out(sent, id, why, WithdrawGapRecord { id: record, reason }, t.moment_withdraw_done()).await
        }
        ReasonFor::SetAside(gap) => carry_out(sent, id, why, DismissGap { gap, reason }, t.elsewhere_saved()).await,
        ReasonFor::Warnings { duty, instance, .. } => {
            let stop = sent.typed.get("stop") != "no";
            let said = if stop { t.warnings_stopped() } else { t.warnings_resumed() };
            let action = SwitchWarnings { duty: duty.clone(), instance: instance.clone(), stop, reason };
            carry_out(sent, id, ReasonFor::Warnings { duty, instance, stop: Some(stop) }, action, said).await
        }
        ReasonFor::Close => carry_out(sent, id, why, CloseIncident { reason }, t.close_done()).await,
        ReasonFor::Reopen => carry_out(sent, id, why, ReopenIncident { reason }, t.reopen_done()).await,
    }
}

async fn carry_out<A: Decide + Clone + Sync>(
    sent: SubmittedForm,
    id: &str,
    why: ReasonFor,
    action: A,
    said: String,
) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    match visit.web.desk.act(visit.actor(), id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(said).await?;
            Ok(answer::see_other(&incident_path(&done.id)))
        }
        Err(refusal) => show(&visit, FormState::back(&visit, id, typed, refusal).await?, why),
    }
}

/// The words with which a reason is asked for.
struct Prompt {
    title: String,
    lead: String,
    thing: String,
    button: String,
    kind: &'static str,
    action: String,
    stop: &'static str,
}

fn prompt(teller: &Wording<'_>, gaps: &[Gap], path: &str, why: ReasonFor) -> Result<Prompt, Failure> {
    let t = teller.t;
    let plain = |title: String, lead: String, button: String, kind, action: String| Prompt {
        title,
        lead,
        thing: String::new(),
        button,
        kind,
        action: format!("{path}/{action}"),
        stop: "",
    };
    Ok(match why {
        ReasonFor::Candidate(id) => {
            let record = teller.incident.candidate(&CandidateId::new(&id)).ok_or(Failure::NotFound)?;
            let thing = t.law_candidate(t.timing(record.candidate.at), teller.candidate(&record.candidate.id));
            let action = format!("candidates/{id}/withdraw");
            Prompt {
                thing,
                ..plain(
                    t.moment_withdraw_candidate(),
                    t.moment_withdraw_lead(),
                    t.moment_withdraw(),
                    "btn-danger",
                    action,
                )
            }
        }
        ReasonFor::Occurrence(id) => {
            let record = teller.incident.occurrence(&OccurrenceId::new(&id)).ok_or(Failure::NotFound)?;
            let when = t.event_occurrence(teller.trigger(&record.occurrence.trigger), t.timing(record.occurrence.at));
            let thing = t.law_candidate(when, &record.what);
            let action = format!("occurrences/{id}/withdraw");
            Prompt {
                thing,
                ..plain(
                    t.moment_withdraw_occurrence(),
                    t.moment_withdraw_lead(),
                    t.moment_withdraw(),
                    "btn-danger",
                    action,
                )
            }
        }
        ReasonFor::Gap(id) => {
            let record = OccurrenceId::new(&id);
            teller.incident.gap_record(&record).ok_or(Failure::NotFound)?;
            let (title, lead) = (t.elsewhere_withdraw_title(), t.elsewhere_withdraw_lead());
            let action = format!("counsel/{id}/withdraw");
            Prompt {
                thing: teller.occurrence(&record),
                ..plain(title, lead, t.moment_withdraw(), "btn-danger", action)
            }
        }
        ReasonFor::SetAside(gap) => {
            let thing = elsewhere::title(teller, gaps, &gap).ok_or(Failure::NotFound)?;
            let named: String = url::form_urlencoded::byte_serialize(gap.as_bytes()).collect();
            let action = format!("counsel/set-aside?gap={named}");
            let (title, lead) = (t.elsewhere_set_aside_title(), t.elsewhere_set_aside_lead());
            Prompt { thing, ..plain(title, lead, t.elsewhere_set_aside(), "", action) }
        }
        ReasonFor::Warnings { duty, instance: of, stop } => warnings_words(teller, path, &duty, &of, stop)?,
        ReasonFor::Close => plain(t.close_title(), t.close_lead(), t.close_title(), "", "close".to_owned()),
        ReasonFor::Reopen => plain(t.reopen_title(), t.reopen_lead(), t.reopen_title(), "", "reopen".to_owned()),
    })
}

fn warnings_words(
    teller: &Wording<'_>,
    path: &str,
    duty: &str,
    of: &str,
    stop: Option<bool>,
) -> Result<Prompt, Failure> {
    let t = teller.t;
    let key = (DutyId::new(duty), instance(of));
    if teller.library.duty(&key.0).is_none() && teller.incident.counsels(&key.0, key.1.as_ref()).is_none() {
        return Err(Failure::NotFound);
    }
    let stop = stop.unwrap_or_else(|| teller.incident.warnings.stopped(&key).is_none());
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("duty", duty).append_pair("instance", of);
    Ok(Prompt {
        title: if stop { t.act_stop_warnings() } else { t.act_resume_warnings() },
        lead: if stop { t.warnings_stop_lead() } else { t.warnings_resume_lead() },
        thing: teller.duty(&key.0, key.1.as_ref()),
        button: if stop { t.act_stop_warnings() } else { t.act_resume_warnings() },
        kind: if stop { "btn-danger" } else { "" },
        action: format!("{path}/warnings?{}", query.finish()),
        stop: if stop { "yes" } else { "no" },
    })
}

fn show(visit: &Visit, mut form: FormState, why: ReasonFor) -> Result<HttpResponse, Failure> {
    let header = form.header(visit)?;
    let prompt = prompt(&Wording::of(visit, &form.view), &form.view.assessment.gaps, &header.path, why)?;
    let status = header.trouble.status;
    let page = ReasonPage {
        reason: form.typed.as_ref().map(|typed| typed.text("reason")).unwrap_or_default(),
        action: prompt.action,
        title: prompt.title,
        lead: prompt.lead,
        thing: prompt.thing,
        button: prompt.button,
        kind: prompt.kind,
        stop: prompt.stop,
        page: form.page,
        header,
    };
    answer::with_status(status, &page)
}
