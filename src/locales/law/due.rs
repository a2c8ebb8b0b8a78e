//! When something is due: a moment, two bounds while the start is known roughly, or the statute's word.

use crate::law::base::moment::Moment;
use crate::law::verdict::Due;
use crate::locales::Text;
use chrono_tz::Tz;

impl Text {
    /// When something is due, on a zone's wall clock.
    #[must_use]
    pub fn due(&self, due: Due, zone: Tz) -> String {
        self.due_by(due, |at| self.moment(at, zone))
    }

    /// The same, on a zone's wall clock and in UTC.
    #[must_use]
    pub fn due_both(&self, due: Due, zone: Tz) -> String {
        self.due_by(due, |at| self.moment_both(at, zone))
    }

    fn due_by(&self, due: Due, moment: impl Fn(Moment) -> String) -> String {
        match due {
            Due::By { earliest, latest } if earliest == latest => moment(earliest),
            Due::By { earliest, latest } => self.law_between(moment(earliest), moment(latest)),
            Due::NoNumber { promptness } => self.promptness(promptness),
            Due::Until => self.law_until_lifted(),
            Due::AtLeastUntil { ends } => self.law_at_least_until(moment(ends)),
        }
    }
}
