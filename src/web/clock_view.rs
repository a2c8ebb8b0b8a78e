//! From the law's clocks, and from the rows of the board, to what the clock parts of a page draw. Computes pictures and
//! picks words; when something is due was decided by the law.

use super::standing::{self, NEAR};
use crate::law::moment::Moment;
use crate::law::verdict::{Due, Standing};
use crate::locales::Text;
use chrono_tz::Tz;

/// One clock as `templates/components/clock.html` draws it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClockView {
    /// The mark of its standing.
    pub standing: &'static str,
    /// The standing in words.
    pub word: String,
    /// What the digits are.
    pub label: String,
    /// What the label becomes when the time runs out on screen.
    pub overdue_label: String,
    /// What the word becomes when the time runs out on screen.
    pub overdue_word: String,
    /// The digits; empty for none.
    pub shown: String,
    /// Counts down to this second.
    pub due_epoch: Option<i64>,
    /// Counts up from this second.
    pub since_epoch: Option<i64>,
    /// Whether the digits stand still.
    pub still: bool,
    /// What to do.
    pub title: String,
    /// The incident's reference and title.
    pub incident: String,
    /// The provision, and who is to be told.
    pub cite: String,
    /// Due, on the organisation's clock.
    pub due_home: String,
    /// Due, in UTC.
    pub due_utc: String,
    /// What happens when it passes.
    pub consequence: String,
    /// How much of the time is gone, 0 to 1000.
    pub elapsed: u16,
    /// Where the button leads; empty for none.
    pub href: String,
    /// What the button says.
    pub action: String,
    /// Where the incident's name leads.
    pub incident_href: String,
}

/// One clock as the law or the index gives it.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// Whether the duty certainly applies.
    pub applies: bool,
    /// The earliest start.
    pub start: Moment,
    /// When it is due.
    pub due: Due,
    /// How it stands.
    pub standing: Standing,
    /// The moment of asking.
    pub now: Moment,
}

impl Reading {
    /// The clock's face: standing, digits and due moment; what it is about is left to the caller.
    #[must_use]
    pub fn face(&self, t: Text, zone: Tz) -> ClockView {
        let digits = self.digits(t);
        let due = self.shown_due();
        let mark = if self.applies { standing::mark(self.standing) } else { "undetermined" };
        let word = if self.applies { self.word(t) } else { t.answer_undetermined() };
        ClockView {
            standing: mark,
            word,
            overdue_label: if self.applies { t.clock_overdue_by() } else { t.clock_overdue_if() },
            overdue_word: if self.applies { t.standing_overdue() } else { t.answer_undetermined() },
            due_home: due.map(|due| t.moment(due, zone)).unwrap_or_default(),
            due_utc: due.map(|due| t.moment_utc(due)).unwrap_or_default(),
            elapsed: due.map_or(0, |due| share(self.now.since(self.start), due.since(self.start))),
            ..digits
        }
    }

    fn word(&self, t: Text) -> String {
        match self.standing {
            Standing::Running { left } if left <= NEAR => t.clock_due_soon(),
            standing => t.standing(&standing),
        }
    }

    fn digits(&self, t: Text) -> ClockView {
        let counted =
            |label: String, seconds: i64| ClockView { label, shown: t.countdown(seconds), ..ClockView::default() };
        let still = |label: String, seconds: i64| ClockView { still: true, ..counted(label, seconds) };
        let since = |label: String, from: Moment| ClockView {
            since_epoch: Some(from.seconds()),
            ..counted(label, self.now.since(from).max(0))
        };
        let down = |label: String, due: Moment| ClockView {
            due_epoch: Some(due.seconds()),
            ..counted(label, self.now.since(due).abs())
        };
        match (self.standing, self.due) {
            (Standing::Running { left }, Due::By { .. }) => down(t.clock_left(), self.now.plus_seconds(left)),
            (Standing::PastSafe { .. }, Due::By { earliest, .. }) => down(t.clock_legal_left(), earliest),
            (Standing::Held { elapsed, .. }, _) => since(t.clock_held_since(), self.now.plus_seconds(-elapsed)),
            (Standing::PerhapsOverdue { .. }, Due::By { earliest, .. }) => {
                since(t.clock_perhaps_overdue_by(), earliest)
            }
            (Standing::Overdue { .. }, Due::By { latest, .. }) if self.applies => down(t.clock_overdue_by(), latest),
            (Standing::Overdue { .. }, Due::By { latest, .. }) => since(t.clock_overdue_if(), latest),
            (Standing::MetInTime { spare, .. }, _) => still(t.clock_in_time_by(), spare),
            (Standing::MetLate { late, .. }, _) => still(t.clock_late_by(), late),
            (Standing::CannotBeDecided { late_at_most, .. }, _) => still(t.clock_late_at_most(), late_at_most),
            (Standing::Waiting { .. }, _) => since(t.clock_since_start(), self.start),
            (Standing::InForce { .. }, _) => since(t.clock_in_force_since(), self.start),
            (Standing::Done { elapsed }, _) => still(t.clock_done_after(), elapsed),
            (Standing::Running { left } | Standing::PastSafe { left, .. }, _) => still(t.clock_left(), left),
            (Standing::PerhapsOverdue { since: late, .. } | Standing::Overdue { late, .. }, _) => {
                still(t.clock_overdue_by(), late)
            }
        }
    }

    const fn shown_due(&self) -> Option<Moment> {
        match (self.due, self.standing) {
            (Due::By { latest, .. }, Standing::Overdue { .. } | Standing::MetLate { .. }) => Some(latest),
            (Due::By { earliest, .. }, _) => Some(earliest),
            (Due::AtLeastUntil { ends }, _) => Some(ends),
            (Due::NoNumber { .. } | Due::Until, _) => None,
        }
    }
}

/// A part of a span, in thousandths.
#[must_use]
pub fn share(part: i64, whole: i64) -> u16 {
    if whole <= 0 {
        return 1_000;
    }
    let thousandths = (i128::from(part) * 1_000 / i128::from(whole)).clamp(0, 1_000);
    u16::try_from(thousandths).unwrap_or(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::words::Lang;
    use chrono_tz::Asia::Seoul;

    fn at(text: &str) -> Moment {
        Moment::from_rfc3339(text).unwrap()
    }

    fn face(applies: bool, now: &str) -> ClockView {
        let (start, due, now) = (at("2025-11-17T07:00:00Z"), at("2025-11-18T07:00:00Z"), at(now));
        let late = now.since(due);
        let standing = if late <= 0 {
            Standing::Running { left: -late }
        } else {
            Standing::Overdue { late, late_at_most: late, elapsed: now.since(start) }
        };
        let reading = Reading { applies, start, due: Due::By { earliest: due, latest: due }, standing, now };
        reading.face(Text::new(Lang::En), Seoul)
    }

    #[test]
    fn half_of_the_time_gone_is_half_of_the_bar() {
        let face = face(true, "2025-11-17T19:00:00Z");
        assert_eq!((face.elapsed, face.shown.as_str(), face.standing), (500, "12:00:00", "running"));
        assert_eq!(face.due_home, "Tue 18 Nov 2025, 16:00 KST");
        assert_eq!(face.due_utc, "Tue 18 Nov 2025, 07:00 UTC");
    }

    #[test]
    fn the_last_hours_are_marked_and_lateness_counts_past_a_day() {
        assert_eq!(face(true, "2025-11-18T01:00:00Z").standing, "soon");
        let late = face(true, "2025-11-19T12:35:00Z");
        assert_eq!((late.shown.as_str(), late.standing, late.due_epoch.is_some()), ("29:35:00", "overdue", true));
    }

    #[test]
    fn what_may_not_apply_never_turns_red() {
        let late = face(false, "2025-11-19T12:35:00Z");
        assert_eq!((late.standing, late.due_epoch), ("undetermined", None));
    }

    #[test]
    fn a_span_of_nothing_is_gone() {
        assert_eq!((share(0, 0), share(-5, 10), share(20, 10)), (1_000, 0, 1_000));
    }
}
