//! How a clock stands, in words and as the mark that picks colour, edge and icon. Chooses words only; what the standing
//! is was decided by the law.

use crate::law::verdict::Standing;
use crate::locales::Text;

/// Below this many seconds left a clock counts as near: the last steps of the ladder.
pub const NEAR: i64 = 6 * 3_600;

/// How a clock stands, with how much: "29 h 35 min late".
#[must_use]
pub fn words(t: Text, standing: Standing) -> String {
    match standing {
        Standing::Running { left } => t.law_left(t.duration(left)),
        Standing::PastSafe { since, .. } => t.law_past_safe(t.duration(since)),
        Standing::Held { elapsed, .. } => t.law_held(t.duration(elapsed)),
        Standing::PerhapsOverdue { since, .. } => t.law_perhaps_late(t.duration(since)),
        Standing::Overdue { late, late_at_most, .. } | Standing::MetLate { late, late_at_most, .. } => {
            lateness(t, late, late_at_most)
        }
        Standing::MetInTime { spare, .. } => t.law_in_time(t.duration(spare)),
        Standing::CannotBeDecided { late_at_most, .. } => t.law_undecided(t.duration(late_at_most)),
        Standing::Waiting { elapsed } => t.law_waiting(t.duration(elapsed)),
        Standing::Done { elapsed } => t.law_done(t.duration(elapsed)),
        Standing::InForce { elapsed } => t.law_in_force(t.duration(elapsed)),
    }
}

/// How late, between two bounds that are one for exact moments.
#[must_use]
pub fn lateness(t: Text, least: i64, most: i64) -> String {
    if least == most { t.law_late(t.duration(least)) } else { t.law_late_range(t.duration(least), t.duration(most)) }
}

/// The mark under which stylesheet and icons know a standing.
#[must_use]
pub const fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Running { left } if left <= NEAR => "soon",
        Standing::Running { .. } => "running",
        Standing::PastSafe { .. } => "soon",
        Standing::Held { .. } => "stopped",
        Standing::PerhapsOverdue { .. } => "perhaps-overdue",
        Standing::Overdue { .. } => "overdue",
        Standing::MetInTime { .. } => "met-in-time",
        Standing::MetLate { .. } => "met-late",
        Standing::CannotBeDecided { .. } => "cannot-be-decided",
        Standing::Waiting { .. } => "waiting",
        Standing::Done { .. } => "done",
        Standing::InForce { .. } => "in-force",
    }
}

/// Seconds since the start, where the standing knows them.
#[must_use]
pub const fn elapsed(standing: Standing) -> Option<i64> {
    match standing {
        Standing::Overdue { elapsed, .. }
        | Standing::MetInTime { elapsed, .. }
        | Standing::MetLate { elapsed, .. }
        | Standing::Waiting { elapsed }
        | Standing::Done { elapsed }
        | Standing::InForce { elapsed }
        | Standing::Held { elapsed, .. } => Some(elapsed),
        Standing::Running { .. }
        | Standing::PastSafe { .. }
        | Standing::PerhapsOverdue { .. }
        | Standing::CannotBeDecided { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::words::Lang;

    fn english(standing: Standing) -> String {
        words(Text::new(Lang::En), standing)
    }

    #[test]
    fn the_public_case_reads_as_it_was_decided() {
        let late = 29 * 3_600 + 35 * 60;
        let standing = Standing::MetLate { late, late_at_most: late, elapsed: late + 86_400 };
        assert_eq!(english(standing), "29 h 35 min late");
        let standing = Standing::MetInTime { spare: 3_600 + 17 * 60, elapsed: 0 };
        assert_eq!(english(standing), "in time by 1 h 17 min");
        let standing = Standing::CannotBeDecided { late_at_most: 14 * 3_600, spare_at_most: 0 };
        assert_eq!(english(standing), "cannot be decided: between in time and 14 h late");
    }

    #[test]
    fn a_day_and_four_hours_late_stays_in_hours() {
        let late = 28 * 3_600;
        assert_eq!(english(Standing::Overdue { late, late_at_most: late, elapsed: 0 }), "28 h late");
    }
}
