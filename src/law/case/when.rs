//! A situation at another time: as it stood at an earlier moment, or as if it had begun on another day.

use crate::base::moment::{Local, Moment, Precision, Timing, resolve_local, start_of_day};
use crate::situation::Situation;
use chrono::{Datelike, NaiveDate, TimeDelta};
use chrono_tz::Tz;

/// What had happened by a moment: whatever is dated later is left out.
#[must_use]
pub fn as_of(mut situation: Situation, moment: Moment) -> Situation {
    let by_then = |at: &Timing| at.earliest() <= moment;
    situation.occurred = situation.occurred.filter(by_then);
    situation.candidates.retain(|candidate| by_then(&candidate.at));
    situation.occurrences.retain(|occurrence| by_then(&occurrence.at));
    situation.filings.retain(|filing| by_then(&filing.at));
    for filing in &mut situation.filings {
        filing.received = filing.received.filter(by_then);
    }
    situation
}

/// The same incident as if it had begun on another day: every date moves by as many days as its first moment does, and
/// business years of turnover by as many years. Its first moment is its first candidate, or else its begin, its first
/// occurrence, or the moment of asking. The moment of asking moves along and comes back with it.
#[must_use]
pub fn on(mut situation: Situation, now: Moment, day: NaiveDate) -> (Situation, Moment) {
    let first = |timings: Vec<Timing>| timings.into_iter().map(|at| at.earliest()).min();
    let anchor = first(situation.candidates.iter().map(|candidate| candidate.at).collect())
        .or_else(|| situation.occurred.map(|at| at.earliest()))
        .or_else(|| first(situation.occurrences.iter().map(|occurrence| occurrence.at).collect()))
        .unwrap_or(now);
    let began = anchor.in_zone(situation.zone).date_naive();
    let by = day.signed_duration_since(began);
    let years = day.year() - began.year();
    situation.occurred = situation.occurred.map(|at| moved(at, by));
    situation.candidates.iter_mut().for_each(|candidate| candidate.at = moved(candidate.at, by));
    situation.occurrences.iter_mut().for_each(|occurrence| occurrence.at = moved(occurrence.at, by));
    for filing in &mut situation.filings {
        filing.at = moved(filing.at, by);
        filing.received = filing.received.map(|at| moved(at, by));
    }
    situation.turnover = situation.turnover.into_iter().map(|(year, sum)| (year + years, sum)).collect();
    let now = on_the_clock(now, situation.zone, by);
    (situation, now)
}

fn moved(timing: Timing, by: TimeDelta) -> Timing {
    let on_clock = |at: Moment| if at.is_bounded() { on_the_clock(at, timing.zone, by) } else { at };
    let at = match timing.precision {
        Precision::Exact | Precision::Hour | Precision::Latest | Precision::Earliest => on_clock(timing.at),
        Precision::Day => {
            let day = timing.at.in_zone(timing.zone).date_naive().checked_add_signed(by);
            day.and_then(|day| start_of_day(day, timing.zone)).unwrap_or(timing.at)
        }
        // So many days on it is no calendar month or year any more, but as long.
        Precision::Month | Precision::Year | Precision::Between(_) => {
            return Timing::between(on_clock(timing.at), on_clock(timing.latest()), timing.zone);
        }
    };
    Timing { at, ..timing }
}

/// The same time of day on the wall clock, so many days away. Where clocks are set back, the first of the two.
fn on_the_clock(at: Moment, zone: Tz, by: TimeDelta) -> Moment {
    let Some(local) = at.in_zone(zone).naive_local().checked_add_signed(by) else { return at };
    match resolve_local(local, zone) {
        Local::One(at) | Local::Never(at) => at,
        Local::Two([(first, _), _]) => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Case, read};
    use crate::library::Library;

    fn case() -> Case {
        let text = "zone = \"Europe/Berlin\"\nnow = \"2026-11-22T12:00:00\"\noccurred = \"2026-11-10\"\n\
                    candidate = [{ of = [\"aware-leak\"], basis = \"told\", at = \"2026-11-17T10:20:00\" }]\n\
                    occurrence = [{ id = \"o\", trigger = \"fact-confirmed\", at = \"2026-11-20T10:00:00\" }]\n\
                    turnover = { 2025 = \"EUR 5\" }\n";
        read(&Library::embedded().unwrap(), "x.toml", text).unwrap().cases.remove(0)
    }

    #[test]
    fn what_is_dated_later_was_not_known_then() {
        let then = as_of(case().situation, Moment::from_rfc3339("2026-11-20T08:59:59Z").unwrap());
        assert_eq!((then.candidates.len(), then.occurrences.len()), (1, 0));
    }

    #[test]
    fn an_incident_moved_to_another_day_keeps_its_times_of_day() {
        let case = case();
        let (moved, now) = on(case.situation, case.now.unwrap(), "2027-07-01".parse().unwrap());
        let candidate = moved.candidates.first().unwrap();
        assert_eq!(candidate.at.at, Moment::from_rfc3339("2027-07-01T10:20:00+02:00").unwrap());
        assert_eq!(now, Moment::from_rfc3339("2027-07-06T12:00:00+02:00").unwrap());
        assert_eq!(moved.occurred.unwrap().at, Moment::from_rfc3339("2027-06-24T00:00:00+02:00").unwrap());
        assert_eq!(moved.turnover.keys().copied().collect::<Vec<_>>(), [2026]);
    }
}
