//! One duty on the incident's page: how it stands, when it is due and under which article, why it applies, what it may
//! cost, and what can be done about it.

use crate::app::desk::actor::{Permission, Role};
use crate::app::desk::incident_path;
use crate::incident::counsel::is_counsels;
use crate::incident::due_warnings::is_open;
use crate::incident::filing::FiledRecord;
use crate::law::base::moment::{Moment, Precision};
use crate::law::base::truth::Truth;
use crate::law::rulebook;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::{Answer, Clock, ClockOrigin, Ground, Standing, Verdict};
use crate::web::views::clock::{ClockView, Doubt, Reading};
use crate::web::views::derivation;
use crate::web::views::derivation::Line;
use crate::web::views::exposure;
use crate::web::views::exposure::ExposureView;
use crate::web::views::law::source::tongue;
use crate::web::views::law::words;
use crate::web::views::law::words::Badge;
use crate::web::views::link::Link;
use crate::web::views::next_action;
use crate::web::views::next_action::NextAction;
use crate::web::views::remarks;
use crate::web::views::remarks::Remark;
use crate::web::views::scenarios;
use crate::web::views::scenarios::Scenario;
use crate::web::views::timeline::rung_words;
use crate::web::views::wording::Wording;
use std::collections::BTreeSet;

/// One duty as the page shows it.
#[derive(Debug, Clone)]
pub struct DutyCard {
    /// Its place on the page.
    pub anchor: String,
    /// Its clock's face; without digits where it does not run.
    pub clock: ClockView,
    /// How it stands, with how much, in one sentence; empty while digits count.
    pub sentence: String,
    /// Names and values: start, elapsed, lateness.
    pub figures: Vec<(String, String)>,
    /// Why it is due: the grounds that hold, in one sentence.
    pub grounds: String,
    /// A smallest set of facts that would settle whether it applies.
    pub missing: Vec<Link>,
    /// Every open fact that bears on it, where there are more.
    pub open: Vec<Link>,
    /// By when it must be settled, in a sentence; empty once that has passed, or without a clock.
    pub settle_by: String,
    /// What else binds its performance.
    pub remarks: Vec<Remark>,
    /// Whether only its line is shown until it is opened.
    pub folded: bool,
    /// The question that a roughly known start leaves open, and where to answer it.
    pub question: Option<Link>,
    /// The start under every candidate.
    pub scenarios: Vec<Scenario>,
    /// Why it applies, or may.
    pub lines: Vec<Line>,
    /// The arithmetic.
    pub steps: Vec<String>,
    /// Where it is written.
    pub source: Written,
    /// What it may cost.
    pub exposures: Vec<ExposureView>,
    /// Warnings sent, next and stopped, one line each.
    pub warnings: Vec<String>,
    /// The main button.
    pub act: NextAction,
    /// Other things to do.
    pub others: Vec<Link>,
}

/// Where a duty is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The provision.
    pub cite: String,
    /// A link to it.
    pub url: String,
    /// A line of it.
    pub quote: String,
    /// How far it was checked.
    pub confidence: Badge,
    /// The language of the quotation.
    pub tongue: &'static str,
    /// Whose rulebook it is, where it did not come with the program; empty otherwise.
    pub own: String,
    /// Which version answered, and when it was checked.
    pub version: String,
    /// Where the rulebook is shown.
    pub rulebook: String,
}

/// Who looks, and when.
#[derive(Debug, Clone, Copy)]
pub struct Looking {
    /// The reader's role.
    pub role: Role,
    /// The moment shown.
    pub now: Moment,
    /// Whether an earlier state is shown, in which nothing can be done.
    pub earlier: bool,
}

/// The card of a duty that applies or may apply.
#[must_use]
pub fn card(teller: &Wording<'_>, looking: Looking, verdict: &Verdict) -> DutyCard {
    let t = teller.t;
    let links = |keys: &BTreeSet<FactKey>| -> Vec<Link> {
        keys.iter().map(|key| Link { href: next_action::fact_href(teller, key), label: teller.fact(key) }).collect()
    };
    let (missing, open, by) = match &verdict.answer {
        Answer::Undetermined { missing, open, by } => {
            (links(missing), if open.len() > missing.len() { links(open) } else { Vec::new() }, *by)
        }
        _ => (Vec::new(), Vec::new(), None),
    };
    let settle_by = by.filter(|by| *by > looking.now).map(|by| t.duty_settle_by(t.moment_both(by, teller.zone)));
    let may_record = !looking.earlier && teller.incident.closed.is_none() && looking.role.may(Permission::Record);
    let act = if looking.earlier { NextAction::default() } else { next_action::of(teller, looking.role, verdict) };
    DutyCard {
        anchor: anchor(verdict),
        clock: clock(teller, looking.now, verdict, &act),
        sentence: sentence(teller, verdict),
        figures: figures(teller, verdict),
        grounds: grounds(teller, verdict),
        missing,
        open,
        settle_by: settle_by.unwrap_or_default(),
        remarks: remarks::remarks(teller, may_record, verdict),
        folded: folded(verdict),
        question: verdict.clock.as_deref().and_then(|clock| question(teller, looking, clock)),
        scenarios: scenarios::of(teller, verdict, looking.now),
        lines: derivation::lines(teller, &verdict.reason),
        steps: verdict.clock.as_deref().map(|clock| derivation::steps(teller, clock)).unwrap_or_default(),
        source: written(teller, verdict),
        exposures: exposure::views(teller, verdict),
        warnings: warnings(teller, looking.now, verdict),
        others: if looking.earlier { Vec::new() } else { others(teller, looking.role, verdict, &act) },
        act,
    }
}

fn written(teller: &Wording<'_>, verdict: &Verdict) -> Written {
    let t = teller.t;
    if is_counsels(&verdict.outline.duty) {
        return counsels(teller, verdict);
    }
    let rulebook = teller.library.rulebook(&verdict.outline.rule.rulebook);
    Written {
        cite: teller.words(&verdict.outline.source.cite),
        url: verdict.outline.source.url.clone(),
        quote: verdict.outline.source.quote.clone().unwrap_or_default(),
        confidence: words::confidence(t, verdict.outline.source.confidence),
        tongue: rulebook.map_or("en", |rulebook| {
            tongue(&rulebook.country, verdict.outline.source.quote.as_deref().unwrap_or_default())
        }),
        own: match rulebook.map(|rulebook| rulebook.origin) {
            Some(rulebook::Provenance::Own) => t.duty_own_rulebook(),
            Some(rulebook::Provenance::Override) => t.duty_override_rulebook(),
            Some(rulebook::Provenance::Supplied) | None => String::new(),
        },
        version: t.duty_version(t.date(verdict.outline.rule.version), t.checked(&verdict.outline.source)),
        rulebook: format!("/rules/{}", verdict.outline.rule.rulebook),
    }
}

/// Where what counsel named is written: in their answer, and in no rulebook.
fn counsels(teller: &Wording<'_>, verdict: &Verdict) -> Written {
    let source = &verdict.outline.source;
    Written {
        cite: teller.words(&source.cite),
        url: String::new(),
        quote: source.quote.clone().unwrap_or_default(),
        confidence: Badge { standing: "law", word: teller.t.elsewhere_badge() },
        tongue: "",
        own: String::new(),
        version: teller.t.elsewhere_version(teller.t.date(verdict.outline.rule.version)),
        rulebook: String::new(),
    }
}

/// Whether a line is enough until somebody asks: what is met, what only may apply, whose question stands above it, and what
/// has no clock yet and asks for none.
fn folded(verdict: &Verdict) -> bool {
    match (&verdict.answer, &verdict.clock) {
        (Answer::Conflict { .. }, _) => false,
        (Answer::Undetermined { .. }, _) => true,
        (Answer::Applies, None) if verdict.unrecorded().is_some() => false,
        (_, None) => true,
        (_, Some(clock)) => {
            matches!(clock.standing, Standing::MetInTime { .. } | Standing::MetLate { .. } | Standing::Done { .. })
        }
    }
}

fn anchor(verdict: &Verdict) -> String {
    let instance = verdict.instance.as_ref().map_or("", |instance| instance.as_str());
    next_action::anchor(verdict.outline.duty.as_str(), instance)
}

/// The face of a verdict's clock with everything beside it.
#[must_use]
pub fn clock(teller: &Wording<'_>, now: Moment, verdict: &Verdict, act: &NextAction) -> ClockView {
    let t = teller.t;
    let applies = verdict.answer == Answer::Applies;
    let face = match &verdict.clock {
        Some(clock) => {
            let (due, standing, course) = (clock.due, clock.standing, clock.course);
            let (doubt, limb) = (Doubt::of(t, &verdict.answer), verdict.outline.first_limb);
            Reading { doubt, due, standing, course, limb, now }.face(t, teller.zone)
        }
        None => ClockView {
            standing: if applies { "waiting" } else { "undetermined" },
            word: if applies && !verdict.awaits.is_empty() { t.duty_not_started() } else { t.answer(&verdict.answer) },
            still: true,
            ..ClockView::default()
        },
    };
    let path = incident_path(&teller.incident.id);
    ClockView {
        title: teller.duty(&verdict.outline.duty, verdict.instance.as_ref()),
        incident: t.board_incident(&teller.incident.reference, &teller.incident.title),
        cite: t.duty_cite(teller.words(&verdict.outline.recipient), teller.words(&verdict.outline.source.cite)),
        consequence: teller.words(&verdict.outline.consequence),
        href: act.href.clone(),
        action: if act.begin.is_some() { String::new() } else { act.label.clone() },
        incident_href: format!("{path}#{}", anchor(verdict)),
        ..face
    }
}

/// How it stands, in one sentence; empty while digits count, because words beside them would soon be wrong.
fn sentence(teller: &Wording<'_>, verdict: &Verdict) -> String {
    let t = teller.t;
    match (&verdict.answer, &verdict.clock) {
        (Answer::Undetermined { .. }, _) => t.duty_undetermined(),
        (_, Some(clock)) if is_open(&clock.standing) => String::new(),
        (_, Some(clock)) => t.stands(clock, verdict.outline.first_limb.as_ref()),
        (_, None) if verdict.awaits.is_empty() => t.duty_no_start(),
        (_, None) => String::new(),
    }
}

fn figures(teller: &Wording<'_>, verdict: &Verdict) -> Vec<(String, String)> {
    let t = teller.t;
    let Some(clock) = &verdict.clock else { return Vec::new() };
    let starts = t.duty_start_from(t.timing(clock.start), t.origin(&clock.origin, teller));
    let mut rows = vec![(t.duty_starts(), starts)];
    rows.extend(clock.safe.map(|safe| (t.clock_safe_due(), t.moment_both(safe, teller.zone))));
    let due = if clock.safe.is_some() { t.clock_legal_label() } else { t.clock_due() };
    rows.push((due, t.due_both(clock.due, teller.zone)));
    if let Some(filed) = scenarios::filing(clock) {
        let ours = |record: &&FiledRecord| record.duty == verdict.outline.duty && record.at == filed;
        let unproven = teller.incident.filed.iter().filter(ours).any(FiledRecord::is_unproven);
        let told = t.timing(filed);
        let told = if unproven { format!("{told} · {}", t.filing_unproven()) } else { told };
        rows.push((t.law_handed_in_label(), told));
    }
    rows.extend(t.elapsed(clock));
    match clock.standing {
        Standing::Overdue { .. } | Standing::MetLate { .. } => {
            rows.push((t.duty_lateness(), t.length(clock.course.late())));
        }
        Standing::MetInTime { .. } => rows.push((t.duty_spare(), t.length(clock.course.spare()))),
        Standing::PastSafe { .. } => rows.push((t.duty_past_safe(), t.length(clock.course.past_safe()))),
        Standing::Held { ends: Some(ends), .. } => rows.push((t.duty_held_until(), t.moment_both(ends, teller.zone))),
        _ => {}
    }
    rows
}

/// "Due on two grounds: 1,000 or more persons; illegal access from outside."
fn grounds(teller: &Wording<'_>, verdict: &Verdict) -> String {
    let t = teller.t;
    let hold: Vec<Ground> = verdict.grounds.iter().filter(|ground| ground.truth == Truth::Yes).cloned().collect();
    if hold.is_empty() { String::new() } else { t.duty_grounds(hold.len(), remarks::grounds(teller, &hold)) }
}

/// What a roughly known start leaves open.
fn question(teller: &Wording<'_>, looking: Looking, clock: &Clock) -> Option<Link> {
    let open = matches!(
        clock.standing,
        Standing::CannotBeDecided { .. } | Standing::PerhapsOverdue { .. } | Standing::Running { .. }
    );
    if !open || looking.earlier || !looking.role.may(Permission::Record) {
        return None;
    }
    let (t, path) = (teller.t, incident_path(&teller.incident.id));
    match (&clock.origin, clock.start.precision) {
        (ClockOrigin::Candidate(id), Precision::Day) => Some(Link {
            href: format!("{path}/candidates?replaces={id}"),
            label: t.duty_question_hour(t.date(clock.start.at.in_zone(clock.start.zone).date_naive())),
        }),
        (ClockOrigin::Candidate(id), Precision::Hour) => Some(Link {
            href: format!("{path}/candidates?replaces={id}"),
            label: t.duty_question_minute(t.timing(clock.start)),
        }),
        _ => {
            let filed = scenarios::filing(clock).filter(|filed| !filed.is_exact())?;
            Some(Link { href: format!("{path}#filings"), label: t.duty_question_filed(t.timing(filed)) })
        }
    }
}

fn warnings(teller: &Wording<'_>, now: Moment, verdict: &Verdict) -> Vec<String> {
    let t = teller.t;
    let Some(clock) = verdict.clock.as_deref().filter(|_| verdict.outline.watched) else { return Vec::new() };
    let key = (verdict.outline.duty.clone(), verdict.instance.clone());
    let warnings = &teller.incident.warnings;
    let mut lines = vec![t.duty_warnings_sent(warnings.count(&key))];
    let running = crate::incident::due_warnings::Running { verdict, clock };
    if let Some(stop) = warnings.stopped(&key) {
        lines.push(t.duty_warnings_stopped(teller.who(&stop.by), teller.moment(stop.at), &stop.reason));
    } else if is_open(&clock.standing)
        && let Some((rung, at)) = crate::incident::due_warnings::next_rung(teller.incident, &running)
    {
        let rung = rung_words(teller, &rung.to_string());
        let due = at <= now;
        lines.push(if due { t.duty_warnings_due(rung) } else { t.duty_warnings_next(teller.moment(at), rung) });
    }
    lines
}

fn others(teller: &Wording<'_>, role: Role, verdict: &Verdict, act: &NextAction) -> Vec<Link> {
    let t = teller.t;
    let mut links = Vec::new();
    let waits = || verdict.unrecorded().is_some();
    let open = verdict.clock.as_deref().map_or_else(waits, |clock| is_open(&clock.standing));
    if !verdict.outline.watched || !open || teller.incident.closed.is_some() {
        return links;
    }
    let filed = next_action::filed_href(teller, verdict);
    if role.may(Permission::RecordFiled) && act.href != filed {
        links.push(Link { href: filed, label: t.act_filed_outside() });
    }
    if role.may(Permission::StopWarnings) {
        let key = (verdict.outline.duty.clone(), verdict.instance.clone());
        let stopped = teller.incident.warnings.stopped(&key).is_some();
        let label = if stopped { t.act_resume_warnings() } else { t.act_stop_warnings() };
        links.push(Link { href: next_action::warnings_href(teller, verdict), label });
    }
    links
}
