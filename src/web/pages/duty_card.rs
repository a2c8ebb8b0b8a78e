//! One duty on the incident's page: how it stands, when it is due and under which article, why it applies, what it may
//! cost, and what can be done about it.

use crate::app::actor::{Permission, Role};
use crate::app::desk::incident_path;
use crate::incident::watch::is_open;
use crate::law::moment::{Moment, Precision};
use crate::law::verdict::{Answer, Clock, Due, Origin, Standing, Verdict};
use crate::web::acts::{self, Act};
use crate::web::clock_view::{ClockView, Reading};
use crate::web::derivation::{self, Line};
use crate::web::events::rung_words;
use crate::web::exposure::{self, ExposureView};
use crate::web::scenarios::{self, Scenario};
use crate::web::standing;
use crate::web::teller::Teller;

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: String,
}

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
    /// The facts that would settle whether it applies.
    pub missing: Vec<Link>,
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
    pub act: Act,
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
    pub confidence: String,
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
pub fn card(teller: &Teller<'_>, looking: Looking, verdict: &Verdict) -> DutyCard {
    let t = teller.t;
    let missing = match &verdict.answer {
        Answer::Undetermined { missing, .. } => {
            missing.iter().map(|key| Link { href: acts::fact_href(teller, key), label: teller.fact(key) }).collect()
        }
        _ => Vec::new(),
    };
    let act = if looking.earlier { Act::default() } else { acts::of(teller, looking.role, verdict) };
    DutyCard {
        anchor: anchor(verdict),
        clock: clock(teller, looking.now, verdict, &act),
        sentence: sentence(teller, verdict),
        figures: figures(teller, verdict),
        grounds: grounds(teller, verdict),
        missing,
        question: verdict.clock.as_ref().and_then(|clock| question(teller, looking, clock)),
        scenarios: scenarios::of(teller, verdict, looking.now),
        lines: derivation::lines(teller, &verdict.reason),
        steps: verdict.clock.as_ref().map(|clock| derivation::steps(teller, clock)).unwrap_or_default(),
        source: Written {
            cite: teller.words(&verdict.source.cite),
            url: verdict.source.url.clone(),
            quote: verdict.source.quote.clone().unwrap_or_default(),
            confidence: t.confidence(verdict.source.confidence),
            version: t.duty_version(t.date(verdict.rule.version), t.date(verdict.source.verified_on)),
            rulebook: format!("/rules/{}", verdict.rule.rulebook),
        },
        exposures: exposure::views(teller, verdict),
        warnings: warnings(teller, looking.now, verdict),
        others: if looking.earlier { Vec::new() } else { others(teller, looking.role, verdict, &act) },
        act,
    }
}

fn anchor(verdict: &Verdict) -> String {
    let instance = verdict.instance.as_ref().map_or("", |instance| instance.as_str());
    acts::anchor(verdict.duty.as_str(), instance)
}

/// The face of a verdict's clock with everything beside it.
#[must_use]
pub fn clock(teller: &Teller<'_>, now: Moment, verdict: &Verdict, act: &Act) -> ClockView {
    let t = teller.t;
    let applies = verdict.answer == Answer::Applies;
    let face = match &verdict.clock {
        Some(clock) => {
            Reading { applies, start: clock.start.earliest(), due: clock.due, standing: clock.standing, now }
                .face(t, teller.zone)
        }
        None => ClockView {
            standing: if applies { "stopped" } else { "undetermined" },
            word: t.answer(&verdict.answer),
            still: true,
            ..ClockView::default()
        },
    };
    let path = incident_path(&teller.incident.id);
    ClockView {
        title: teller.duty(&verdict.duty, verdict.instance.as_ref()),
        incident: t.board_incident(&teller.incident.reference, &teller.incident.title),
        cite: t.duty_cite(teller.words(&verdict.recipient), teller.words(&verdict.source.cite)),
        consequence: teller.words(&verdict.consequence),
        href: act.href.clone(),
        action: if act.begin.is_some() { String::new() } else { act.label.clone() },
        incident_href: format!("{path}#{}", anchor(verdict)),
        ..face
    }
}

/// How it stands, in one sentence; empty while digits count, because words beside them would soon be wrong.
fn sentence(teller: &Teller<'_>, verdict: &Verdict) -> String {
    let t = teller.t;
    match (&verdict.answer, &verdict.clock) {
        (Answer::Undetermined { .. }, _) => t.duty_undetermined(),
        (_, Some(clock)) if is_open(&clock.standing) => String::new(),
        (_, Some(clock)) => standing::words(t, clock.standing),
        (_, None) => t.duty_no_start(),
    }
}

fn figures(teller: &Teller<'_>, verdict: &Verdict) -> Vec<(String, String)> {
    let t = teller.t;
    let Some(clock) = &verdict.clock else { return Vec::new() };
    let mut rows = vec![
        (t.duty_starts(), t.duty_start_from(t.timing(clock.start), scenarios::origin(teller, &clock.origin))),
        (t.clock_due(), due_both(teller, clock.due)),
    ];
    if let Some(filed) = scenarios::filing(clock) {
        rows.push((t.law_handed_in_label(), t.timing(filed)));
    }
    if let Some(elapsed) = standing::elapsed(clock.standing) {
        rows.push((elapsed_label(teller, &clock.origin), t.duration(elapsed)));
    }
    match clock.standing {
        Standing::Overdue { late, late_at_most, .. } | Standing::MetLate { late, late_at_most, .. } => {
            rows.push((t.duty_lateness(), bounds(teller, late, late_at_most)));
        }
        Standing::MetInTime { spare, .. } => rows.push((t.duty_spare(), t.duration(spare))),
        _ => {}
    }
    rows
}

fn elapsed_label(teller: &Teller<'_>, origin: &Origin) -> String {
    match origin {
        Origin::Candidate(_) => teller.t.duty_elapsed_awareness(),
        _ => teller.t.duty_elapsed_start(),
    }
}

fn bounds(teller: &Teller<'_>, least: i64, most: i64) -> String {
    let t = teller.t;
    if least == most { t.duration(least) } else { t.mail_between(t.duration(least), t.duration(most)) }
}

fn due_both(teller: &Teller<'_>, due: Due) -> String {
    let t = teller.t;
    match due {
        Due::By { earliest, latest } if earliest == latest => t.moment_both(earliest, teller.zone),
        Due::AtLeastUntil { ends } => t.law_at_least_until(t.moment_both(ends, teller.zone)),
        due => scenarios::due_words(teller, due),
    }
}

/// "Due on two grounds: 1,000 or more persons; illegal access from outside."
fn grounds(teller: &Teller<'_>, verdict: &Verdict) -> String {
    let t = teller.t;
    let hold = verdict.grounds.iter().filter(|ground| derivation::answer(ground.truth) == "yes");
    let hold: Vec<String> =
        hold.map(|ground| format!("{} ({})", teller.words(&ground.title), teller.provision(&ground.cite))).collect();
    if hold.is_empty() { String::new() } else { t.duty_grounds(hold.len(), hold.join("; ")) }
}

/// What a roughly known start leaves open.
fn question(teller: &Teller<'_>, looking: Looking, clock: &Clock) -> Option<Link> {
    let open = matches!(
        clock.standing,
        Standing::CannotBeDecided { .. } | Standing::PerhapsOverdue { .. } | Standing::Running { .. }
    );
    if !open || looking.earlier || !looking.role.may(Permission::Record) {
        return None;
    }
    let (t, path) = (teller.t, incident_path(&teller.incident.id));
    match (&clock.origin, clock.start.precision) {
        (Origin::Candidate(id), Precision::Day) => Some(Link {
            href: format!("{path}/candidates?replaces={id}"),
            label: t.duty_question_hour(t.date(clock.start.at.in_zone(clock.start.zone).date_naive())),
        }),
        (Origin::Candidate(id), Precision::Hour) => Some(Link {
            href: format!("{path}/candidates?replaces={id}"),
            label: t.duty_question_minute(t.timing(clock.start)),
        }),
        _ => {
            let filed = scenarios::filing(clock).filter(|filed| !filed.is_exact())?;
            Some(Link { href: format!("{path}#filings"), label: t.duty_question_filed(t.timing(filed)) })
        }
    }
}

fn warnings(teller: &Teller<'_>, now: Moment, verdict: &Verdict) -> Vec<String> {
    let t = teller.t;
    let Some(clock) = verdict.clock.as_ref().filter(|_| verdict.watched) else { return Vec::new() };
    let key = (verdict.duty.clone(), verdict.instance.clone());
    let warnings = &teller.incident.warnings;
    let mut lines = vec![t.duty_warnings_sent(warnings.count(&key))];
    let running = crate::incident::watch::Running { verdict, clock };
    if let Some(stop) = warnings.stopped(&key) {
        lines.push(t.duty_warnings_stopped(teller.who(&stop.by), teller.moment(stop.at), &stop.reason));
    } else if is_open(&clock.standing)
        && let Some((rung, at)) = crate::incident::watch::next_rung(teller.incident, &running)
    {
        let rung = rung_words(teller, &rung.to_string());
        let due = at <= now;
        lines.push(if due { t.duty_warnings_due(rung) } else { t.duty_warnings_next(teller.moment(at), rung) });
    }
    lines
}

fn others(teller: &Teller<'_>, role: Role, verdict: &Verdict, act: &Act) -> Vec<Link> {
    let t = teller.t;
    let mut links = Vec::new();
    let open = verdict.clock.as_ref().is_some_and(|clock| is_open(&clock.standing));
    if !verdict.watched || !open || teller.incident.closed.is_some() {
        return links;
    }
    let filed = acts::filed_href(teller, verdict);
    if role.may(Permission::RecordFiled) && act.href != filed {
        links.push(Link { href: filed, label: t.act_filed_outside() });
    }
    if role.may(Permission::StopWarnings) {
        let key = (verdict.duty.clone(), verdict.instance.clone());
        let stopped = teller.incident.warnings.stopped(&key).is_some();
        let label = if stopped { t.act_resume_warnings() } else { t.act_stop_warnings() };
        links.push(Link { href: acts::warnings_href(teller, verdict), label });
    }
    links
}
