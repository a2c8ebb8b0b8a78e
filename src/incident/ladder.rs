//! The escalation ladder: at which moments one clock warns. Pure arithmetic over (start, due); what was sent is told by
//! the ledger, so nothing is forgotten when the program was down and nothing is sent twice.
//!
//! For a duty with a due moment: when it opens; 48, 24, 12, 6, 3 and 1 hours and 15 minutes before it is due (those
//! that lie after the start); when it is due; then every hour. For a duty without a number ("immediately"): when it
//! opens, then every day. It never ends by itself: filing the duty or stopping its warnings ends it.

use crate::law::base::moment::Moment;
use std::fmt;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Seconds before the due moment at which a warning goes out.
const BEFORE: [i64; 7] = [48 * HOUR, DAY, 12 * HOUR, 6 * HOUR, 3 * HOUR, HOUR, 15 * 60];

/// What a ladder stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footing {
    /// When the clock started.
    pub start: Moment,
    /// The safe due moment; `None` where the law has no number.
    pub due: Option<Moment>,
}

/// One step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rung {
    /// The clock has started.
    Opened,
    /// So many seconds are left.
    Before(i64),
    /// It is due now.
    Due,
    /// It has been late for so many whole hours.
    Late(i64),
    /// A duty without a number has waited for so many whole days.
    Waiting(i64),
}

impl Rung {
    /// The moment of this rung.
    #[must_use]
    pub fn at(self, footing: Footing) -> Moment {
        let due = footing.due.unwrap_or(footing.start);
        match self {
            Self::Opened => footing.start,
            Self::Before(seconds) => due.plus_seconds(-seconds),
            Self::Due => due,
            Self::Late(hours) => due.plus_seconds(hours.saturating_mul(HOUR)),
            Self::Waiting(days) => footing.start.plus_seconds(days.saturating_mul(DAY)),
        }
    }

    /// Reads the name written into the ledger; `None` for a name that is no rung.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "opened" => return Some(Self::Opened),
            "due" => return Some(Self::Due),
            _ => {}
        }
        if let Some(hours) = name.strip_prefix("late-").and_then(|rest| rest.strip_suffix('h')) {
            return hours.parse().ok().map(Self::Late);
        }
        if let Some(days) = name.strip_prefix("waiting-").and_then(|rest| rest.strip_suffix('d')) {
            return days.parse().ok().map(Self::Waiting);
        }
        let (number, unit) = (name.strip_suffix('h'), name.strip_suffix("min"));
        match (number, unit) {
            (Some(hours), _) => hours.parse::<i64>().ok().map(|hours| Self::Before(hours.saturating_mul(HOUR))),
            (_, Some(minutes)) => minutes.parse::<i64>().ok().map(|minutes| Self::Before(minutes.saturating_mul(60))),
            _ => None,
        }
    }
}

impl fmt::Display for Rung {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Opened => f.write_str("opened"),
            Self::Before(seconds) if seconds % HOUR == 0 => write!(f, "{}h", seconds / HOUR),
            Self::Before(seconds) => write!(f, "{}min", seconds / 60),
            Self::Due => f.write_str("due"),
            Self::Late(hours) => write!(f, "late-{hours}h"),
            Self::Waiting(days) => write!(f, "waiting-{days}d"),
        }
    }
}

/// The newest rung that `now` has reached. Older ones that were missed are not sent after the fact.
#[must_use]
pub fn reached(footing: Footing, now: Moment) -> Option<Rung> {
    if now < footing.start {
        return None;
    }
    let Some(due) = footing.due else {
        let days = now.since(footing.start) / DAY;
        return Some(if days == 0 { Rung::Opened } else { Rung::Waiting(days) });
    };
    if now >= due {
        let hours = now.since(due) / HOUR;
        return Some(if hours == 0 { Rung::Due } else { Rung::Late(hours) });
    }
    let before = BEFORE.into_iter().rev().map(Rung::Before);
    before.filter(|rung| rung.at(footing) > footing.start).find(|rung| rung.at(footing) <= now).or(Some(Rung::Opened))
}

/// The first rung that lies after `sent`, the newest one warned about; the first of all when nothing was sent.
#[must_use]
pub fn next(footing: Footing, sent: Option<Rung>) -> Rung {
    let Some(sent) = sent else { return Rung::Opened };
    let after = sent.at(footing);
    let Some(due) = footing.due else {
        return Rung::Waiting(after.since(footing.start) / DAY + 1);
    };
    if after >= due {
        return Rung::Late(after.since(due) / HOUR + 1);
    }
    let before = BEFORE.into_iter().map(Rung::Before);
    before.filter(|rung| rung.at(footing) > footing.start).find(|rung| rung.at(footing) > after).unwrap_or(Rung::Due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const START: i64 = 1_763_362_800;

    fn day_long() -> Footing {
        let start = Moment::from_seconds(START);
        Footing { start, due: Some(start.plus_seconds(DAY)) }
    }

    fn walk(footing: Footing, steps: usize) -> Vec<String> {
        let mut names = vec![next(footing, None)];
        while names.len() < steps {
            names.push(next(footing, names.last().copied()));
        }
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_24_hour_duty_warns_at_every_rung_and_then_hourly() {
        assert_eq!(walk(day_long(), 9), ["opened", "12h", "6h", "3h", "1h", "15min", "due", "late-1h", "late-2h"]);
    }

    #[test]
    fn a_72_hour_duty_warns_two_days_and_one_day_before_too() {
        let start = Moment::from_seconds(START);
        let footing = Footing { start, due: Some(start.plus_seconds(3 * DAY)) };
        assert_eq!(walk(footing, 4), ["opened", "48h", "24h", "12h"]);
    }

    #[test]
    fn a_duty_without_a_number_warns_daily() {
        let footing = Footing { start: Moment::from_seconds(START), due: None };
        assert_eq!(walk(footing, 3), ["opened", "waiting-1d", "waiting-2d"]);
    }

    #[test]
    fn after_a_long_stop_only_the_newest_rung_is_sent() {
        let footing = day_long();
        assert_eq!(reached(footing, footing.start.plus_seconds(DAY - 90)), Some(Rung::Before(15 * 60)));
        assert_eq!(reached(footing, footing.start.plus_seconds(DAY)), Some(Rung::Due));
        assert_eq!(reached(footing, footing.start.plus_seconds(DAY + 5 * HOUR + 1)), Some(Rung::Late(5)));
        assert_eq!(reached(footing, footing.start.plus_seconds(-1)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_ladder_only_ever_climbs(length in 1i64..400 * HOUR, steps in 1usize..40) {
            let start = Moment::from_seconds(START);
            let footing = Footing { start, due: Some(start.plus_seconds(length)) };
            let mut rung = next(footing, None);
            for _ in 0..steps {
                let following = next(footing, Some(rung));
                prop_assert!(following.at(footing) > rung.at(footing));
                prop_assert_eq!(Rung::parse(&following.to_string()), Some(following));
                rung = following;
            }
        }

        #[test]
        fn what_is_reached_is_never_in_the_future_and_the_next_always_is(
            length in 1i64..400 * HOUR, waited in 0i64..800 * HOUR,
        ) {
            let start = Moment::from_seconds(START);
            let footing = Footing { start, due: Some(start.plus_seconds(length)) };
            let now = start.plus_seconds(waited);
            let rung = reached(footing, now);
            prop_assert!(rung.is_some_and(|rung| rung.at(footing) <= now));
            prop_assert!(next(footing, rung).at(footing) > now);
        }
    }
}
