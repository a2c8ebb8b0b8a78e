//! The same duty under each candidate moment, on one axis of time: which one governs, and why. A picture and its words;
//! the clocks are the law's.

use super::clock::share;
use super::standing;
use super::wording::Wording;
use crate::law::base::moment::{Moment, Timing};
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::law::verdict::{Clock, Due, Standing, Step, Verdict};

/// One candidate start as `templates/components/clock.html` draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// The candidate: on what it rests, who knew.
    pub label: String,
    /// How the duty stands under it, in words.
    pub word: String,
    /// What is said of the one that governs.
    pub governs_word: String,
    /// Why it governs, or why not.
    pub why: String,
    /// The start in words.
    pub start_text: String,
    /// The due moment in words.
    pub due_text: String,
    /// The filing, or now, in words.
    pub end_text: String,
    /// What the end is.
    pub end_label: String,
    /// The mark of its standing.
    pub standing: &'static str,
    /// Whether it governs.
    pub governs: bool,
    /// Whether the end lies after the due moment.
    pub late: bool,
    /// Place of the start on the axis, 0 to 1000.
    pub start: u16,
    /// Place of the due moment.
    pub due: u16,
    /// Place of the end.
    pub end: u16,
}

/// The governing clock and the scenarios of a verdict, in the order of their starts; empty where there is only one
/// candidate or no due moment.
#[must_use]
pub fn of(teller: &Wording<'_>, verdict: &Verdict, now: Moment) -> Vec<Scenario> {
    let Some(governing) = verdict.clock.as_deref().filter(|_| !verdict.scenarios.is_empty()) else {
        return Vec::new();
    };
    let mut clocks: Vec<(&Clock, bool)> = vec![(governing, true)];
    clocks.extend(verdict.scenarios.iter().map(|clock| (clock, false)));
    clocks.sort_by_key(|(clock, _)| clock.start.at);
    let ends: Vec<Moment> =
        clocks.iter().flat_map(|(clock, _)| [clock.start.at, end(clock, now), due(clock)]).collect();
    let (first, last) = (ends.iter().min().copied().unwrap_or(now), ends.iter().max().copied().unwrap_or(now));
    let axis = Axis { first, span: last.since(first) };
    let limb = verdict.outline.first_limb.as_ref();
    clocks.into_iter().map(|clock| scenario(teller, clock, limb, axis, now)).collect()
}

#[derive(Clone, Copy)]
struct Axis {
    first: Moment,
    span: i64,
}

impl Axis {
    fn place(self, at: Moment) -> u16 {
        share(at.since(self.first), self.span)
    }
}

fn scenario(
    teller: &Wording<'_>,
    (clock, governs): (&Clock, bool),
    limb: Option<&FirstLimbSummary>,
    axis: Axis,
    now: Moment,
) -> Scenario {
    let t = teller.t;
    let filed = filing(clock);
    Scenario {
        label: t.origin(&clock.origin, teller),
        word: t.stands(clock, limb),
        governs_word: t.law_governs(),
        why: teller.words(&clock.why),
        start_text: t.timing(clock.start),
        due_text: t.due(clock.due, teller.zone),
        end_text: filed.map_or_else(|| teller.moment(now), |at| t.timing(at)),
        end_label: if filed.is_some() { t.law_handed_in() } else { t.law_now() },
        standing: standing::mark(clock.standing),
        governs,
        late: matches!(clock.standing, Standing::Overdue { .. } | Standing::MetLate { .. }),
        start: axis.place(clock.start.at),
        due: axis.place(due(clock)),
        end: axis.place(end(clock, now)),
    }
}

/// When the duty was met, where it was.
#[must_use]
pub fn filing(clock: &Clock) -> Option<Timing> {
    clock.steps.iter().find_map(|step| match step {
        Step::Met { filing } => Some(filing.at),
        _ => None,
    })
}

fn end(clock: &Clock, now: Moment) -> Moment {
    filing(clock).map_or(now, |at| at.at)
}

fn due(clock: &Clock) -> Moment {
    match clock.due {
        Due::AtLeastUntil { ends } if ends.is_bounded() => ends,
        due => due.first().unwrap_or(clock.start.at),
    }
}
