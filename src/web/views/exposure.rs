//! What lateness may cost, in words: the ceiling of the law of that day, what it was before and after, what grows by the
//! day, and sums seen in practice, labelled as such. Adds nothing to what the law computed.

use super::clock::share;
use super::wording::Wording;
use crate::law::base::money::Money;
use crate::law::base::truth::Truth;
use crate::law::rulebook::fine::{Fine, FineVersion};
use crate::law::verdict::{AmountRange, Exposure, How, Verdict};
use crate::locales::Penalty;

/// One sanction as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExposureView {
    /// What for.
    pub title: String,
    /// The kind of sanction.
    pub kind: String,
    /// The ceiling in words; the most important line.
    pub amount: String,
    /// Whether it is threatened now, in words.
    pub threat: String,
    /// The standing that picks colour and icon for it.
    pub mark: &'static str,
    /// The law of which day, in words.
    pub law: String,
    /// The provision.
    pub cite: String,
    /// Where it is written.
    pub url: String,
    /// How far it was checked.
    pub confidence: String,
    /// How a share of turnover comes out, and what grows by the day; one line each.
    pub lines: Vec<String>,
    /// Whether the organisation's turnover is missing for it.
    pub wants_turnover: bool,
    /// The ceilings of the law over time; empty where there is only one.
    pub caps: Vec<Cap>,
    /// What a reader must know besides.
    pub note: String,
    /// Sums really imposed.
    pub practice: Vec<PracticeView>,
}

/// One ceiling of the law over time, as `templates/components/money.html` draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cap {
    /// From when to when.
    pub period: String,
    /// The ceiling.
    pub amount: String,
    /// Its size beside the largest, 0 to 1000.
    pub size: u16,
    /// Whether it is the one of that day.
    pub governs: bool,
    /// What is said of that one.
    pub governs_word: String,
}

/// A sum seen in practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeView {
    /// The sum.
    pub amount: String,
    /// On whom, when, for what.
    pub about: String,
    /// Where that was read.
    pub url: String,
    /// How sure that is.
    pub confidence: String,
}

/// Every exposure of a verdict.
#[must_use]
pub fn views(teller: &Wording<'_>, verdict: &Verdict) -> Vec<ExposureView> {
    let alone =
        |exposure: &Exposure| verdict.exposures.iter().filter(|other| other.title == exposure.title).count() == 1;
    let shown = |exposure: &Exposure| {
        let view = view(teller, verdict, exposure);
        // Where the breach may fall under two versions, both stand there in full already.
        if alone(exposure) { view } else { ExposureView { caps: Vec::new(), ..view } }
    };
    verdict.exposures.iter().map(shown).collect()
}

fn view(teller: &Wording<'_>, verdict: &Verdict, exposure: &Exposure) -> ExposureView {
    let t = teller.t;
    ExposureView {
        title: teller.words(&exposure.title),
        kind: t.sanction(exposure.kind, exposure.rule.is_korean()),
        amount: amount(teller, exposure),
        threat: t.threat(exposure),
        mark: mark(exposure.threatened),
        law: t.law_in_force_from(t.date(exposure.rule.version)),
        cite: teller.words(&exposure.source.cite),
        url: exposure.source.url.clone(),
        confidence: t.confidence(exposure.source.confidence),
        lines: lines(teller, exposure),
        wants_turnover: exposure.most.as_ref().is_some_and(wants_turnover),
        caps: caps(teller, verdict, exposure),
        note: exposure.note.as_ref().map(|note| teller.words(note)).unwrap_or_default(),
        practice: exposure
            .practice
            .iter()
            .map(|practice| PracticeView {
                amount: t.money(practice.amount),
                about: teller.words(&practice.about),
                url: practice.url.clone(),
                confidence: t.confidence(practice.confidence),
            })
            .collect(),
    }
}

const fn mark(threatened: Truth) -> &'static str {
    match threatened {
        Truth::Yes => "overdue",
        Truth::Unknown => "perhaps-overdue",
        Truth::No => "stopped",
    }
}

/// The ceiling in words: prison, a sum, a share of turnover, or all of them.
#[must_use]
pub fn amount(teller: &Wording<'_>, exposure: &Exposure) -> String {
    Penalty { t: teller.t, library: teller.library }.threatened(exposure)
}

/// How the sum comes about, what it grew to, and when it grows next.
fn lines(teller: &Wording<'_>, exposure: &Exposure) -> Vec<String> {
    let t = teller.t;
    let penalty = Penalty { t, library: teller.library };
    let mut lines: Vec<String> = exposure.most.iter().flat_map(|most| penalty.lines(most)).collect();
    let open = exposure.most.as_ref().filter(|most| most.high.is_none());
    let certain = open.and_then(|most| most.low).filter(|low| low.minor > 0);
    lines.extend(certain.map(|low| t.amount_known(t.money(low))));
    lines.extend(exposure.days_late.map(|days| t.amount_days_late(days.to_string())));
    lines.extend(exposure.next_step.as_ref().map(|next| match next.to {
        Some(to) => t.amount_next(teller.moment(next.at), t.money(to)),
        None => t.amount_next_unknown(teller.moment(next.at)),
    }));
    lines
}

/// Whether a share of the organisation's turnover could not be worked out.
fn wants_turnover(reckoned: &AmountRange) -> bool {
    let here = matches!(reckoned.how, How::ShareOfTurnover { of: None, .. } | How::DailyShare { per_day: None, .. });
    here || reckoned.parts.iter().any(wants_turnover)
}

/// The ceilings of the same sanction over time, oldest first.
fn caps(teller: &Wording<'_>, verdict: &Verdict, exposure: &Exposure) -> Vec<Cap> {
    let duty = teller.library.duty(&verdict.outline.duty);
    let same = |fine: &&Fine| fine.kind == exposure.kind && fine.title == exposure.title;
    let Some(fine) = duty.and_then(|duty| duty.fine.iter().find(same)) else { return Vec::new() };
    let Some(currency) = exposure.most.as_ref().and_then(|most| most.high).map(|sum| sum.currency) else {
        return Vec::new();
    };
    let highest = fine.version.iter().filter_map(FineVersion::plain_sum).max().unwrap_or(0);
    let t = teller.t;
    let mut caps = Vec::new();
    for (index, version) in fine.version.iter().enumerate() {
        let Some(units) = version.plain_sum().filter(|_| !version.repealed) else { continue };
        let until = fine.version.get(index + 1).and_then(|next| next.from.pred_opt());
        let from = t.date(version.from);
        caps.push(Cap {
            period: until
                .map_or_else(|| t.exposure_cap_since(&from), |until| t.exposure_cap_period(&from, t.date(until))),
            amount: t.amount_up_to(t.money(Money::whole(currency, units))),
            size: share(units, highest),
            governs: version.from == exposure.rule.version,
            governs_word: t.exposure_cap_governs(),
        });
    }
    if caps.len() > 1 { caps } else { Vec::new() }
}

/// What missing a duty may cost at most, in one line for a clock; empty where nothing is known.
#[must_use]
pub fn one_line(teller: &Wording<'_>, verdict: &Verdict) -> String {
    let fines = verdict.exposures.iter().filter(|exposure| exposure.ceiling().is_some());
    let said: Vec<String> = fines
        .map(|exposure| {
            teller
                .t
                .exposure_line(teller.t.sanction(exposure.kind, exposure.rule.is_korean()), amount(teller, exposure))
        })
        .collect();
    said.join(" · ")
}
