//! When something is due: a moment, two bounds while the start is known roughly, or the statute's word.

use crate::law::base::citation::{Confidence, Source};
use crate::law::base::moment::Moment;
use crate::law::rulebook::period::NumberAs;
use crate::law::verdict::Due;
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::locales::Text;
use chrono_tz::Tz;

impl Text {
    /// When something is due, on a zone's wall clock.
    #[must_use]
    pub fn due(&self, due: Due, zone: Tz) -> String {
        let one_day = match due {
            Due::By { earliest, latest } => self.within_a_day(earliest, latest, zone),
            _ => None,
        };
        one_day.unwrap_or_else(|| self.due_by(due, |at| self.moment(at, zone)))
    }

    /// The same, on a zone's wall clock and in UTC.
    #[must_use]
    pub fn due_both(&self, due: Due, zone: Tz) -> String {
        self.due_by(due, |at| self.moment_both(at, zone))
    }

    /// When, and whether, the text was read: of what others report and of what is remembered nobody says that it was.
    #[must_use]
    pub fn checked(&self, source: &Source) -> String {
        let day = self.date(source.verified_on);
        match source.confidence {
            Confidence::Verified | Confidence::Analysis => self.rulebook_checked(day),
            Confidence::Secondary => self.rulebook_looked_at(day),
            Confidence::Recalled => self.rulebook_recalled(),
        }
    }

    /// The rule's words for speed beside its number: "Without unreasonable delay; 60 days is the outer limit".
    #[must_use]
    pub fn first_limb(&self, limb: &FirstLimbSummary) -> String {
        let word = self.promptness(limb.promptly);
        match (limb.number, limb.within.map(|within| self.span(within))) {
            (NumberAs::OuterLimit, Some(period)) => self.first_limb_outer_limit(word, period),
            (NumberAs::OuterLimit, None) => self.first_limb_outer_limit_number(word),
            (NumberAs::WhereFeasible, Some(period)) => self.first_limb_where_feasible(word, period),
            (NumberAs::WhereFeasible, None) => self.first_limb_where_feasible_number(word),
        }
    }

    fn due_by(&self, due: Due, moment: impl Fn(Moment) -> String) -> String {
        match due {
            Due::By { earliest, latest } if earliest == latest => moment(earliest),
            Due::By { earliest, latest } if !earliest.is_bounded() => self.law_by_latest(moment(latest)),
            Due::By { earliest, latest } if !latest.is_bounded() => self.law_by_earliest(moment(earliest)),
            Due::By { earliest, latest } => self.law_between(moment(earliest), moment(latest)),
            Due::NoNumber { promptness } => self.promptness(promptness),
            Due::Until => self.law_until_lifted(),
            Due::AtLeastUntil { ends } => self.law_at_least_until(moment(ends)),
        }
    }
}
