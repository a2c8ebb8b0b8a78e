//! From the law's clocks, and from the rows of the board, to what the clock parts of a page draw. Computes pictures and
//! picks words; when something is due was decided by the law.

use super::standing::{self, NEAR};
use crate::law::base::moment::{Moment, start_of_day};
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::law::verdict::{Answer, Course, Due, Length, Standing};
use crate::locales::MANY_HOURS;
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
    /// Until this second words stand in place of the digits.
    pub from_epoch: Option<i64>,
    /// Whether the digits stand still.
    pub still: bool,
    /// What to do.
    pub title: String,
    /// The incident's reference and title.
    pub incident: String,
    /// The provision, and who is to be told.
    pub cite: String,
    /// What the due moment is: the law's own, or the safe one before it.
    pub due_label: String,
    /// Due, on the organisation's clock.
    pub due_home: String,
    /// Due, in UTC.
    pub due_utc: String,
    /// The law's own due moment in a sentence, where a safe one is shown; empty otherwise.
    pub legal: String,
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

/// Whether a duty certainly applies; where it does not, the answer in a word or two.
#[derive(Debug, Clone, Default)]
pub struct Doubt(pub Option<String>);

impl Doubt {
    /// The doubt in an answer.
    #[must_use]
    pub fn of(t: Text, answer: &Answer) -> Self {
        Self((*answer != Answer::Applies).then(|| t.answer(answer)))
    }
}

/// One clock as the law or the index gives it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Why it is not certain that the duty applies.
    pub doubt: Doubt,
    /// When it is due.
    pub due: Due,
    /// How it stands.
    pub standing: Standing,
    /// From when to when it ran.
    pub course: Course,
    /// The rule's words for speed beside its number.
    pub limb: Option<FirstLimbSummary>,
    /// The moment of asking.
    pub now: Moment,
}

impl Reading {
    /// The clock's face: standing, digits and due moment; what it is about is left to the caller.
    #[must_use]
    pub fn face(&self, t: Text, zone: Tz) -> ClockView {
        let digits = self.digits(t);
        let due = self.shown_due();
        let safe = self.shows_safe();
        let (overdue_label, overdue_word) = match &self.doubt.0 {
            Some(doubt) => (t.clock_overdue_if(), doubt.clone()),
            None if safe => (t.clock_past_safe_by(), t.standing_past_safe()),
            None if self.is_rough() => (t.clock_overdue_at_least(), t.standing_overdue()),
            None => (t.clock_overdue_by(), t.standing_overdue()),
        };
        ClockView {
            standing: if self.doubt.0.is_some() { "undetermined" } else { standing::mark(self.standing) },
            word: self.doubt.0.clone().unwrap_or_else(|| self.word(t)),
            overdue_label,
            overdue_word,
            due_label: if safe { t.clock_safe_due() } else { t.clock_due() },
            legal: self.legal().filter(|_| safe).map(|due| t.clock_legal_due(t.moment(due, zone))).unwrap_or_default(),
            due_home: due.map(|due| t.moment(due, zone)).unwrap_or_default(),
            due_utc: due.map(|due| t.moment_utc(due)).unwrap_or_default(),
            elapsed: due.map_or(0, |due| share(self.now.since(self.start()), due.since(self.start()))),
            ..digits
        }
    }

    /// Whether the due moment to look at is the safe one.
    const fn shows_safe(&self) -> bool {
        self.course.safe.is_some() && matches!(self.standing, Standing::Running { .. })
    }

    const fn legal(&self) -> Option<Moment> {
        self.due.first()
    }

    fn word(&self, t: Text) -> String {
        match self.standing {
            Standing::Running { left } if left <= NEAR => t.clock_due_soon(),
            standing => t.standing_word(standing, self.limb.as_ref()),
        }
    }

    fn start(&self) -> Moment {
        self.course.start.earliest.unwrap_or(self.now)
    }

    /// Whether it is not known at which moment it is due.
    const fn is_rough(&self) -> bool {
        matches!(self.due, Due::By { earliest, latest } if earliest.seconds() != latest.seconds())
    }

    fn digits(&self, t: Text) -> ClockView {
        let course = &self.course;
        let still = |label: String, length: Length| ClockView {
            still: true,
            label,
            shown: t.length(length),
            ..ClockView::default()
        };
        let since = |label: String, from: Moment, length: Length| ClockView {
            since_epoch: Some(from.seconds()),
            ..self.counted(t, label, self.now.since(from).max(0), length)
        };
        let down = |label: String, due: Moment, length: Length| ClockView {
            due_epoch: Some(due.seconds()),
            ..self.counted(t, label, self.now.since(due).abs(), length)
        };
        match (self.standing, self.due) {
            (Standing::Running { left }, Due::By { .. }) => {
                down(t.clock_left(), self.now.plus_seconds(left), course.left())
            }
            (Standing::PastSafe { .. }, Due::By { earliest, .. }) => {
                down(t.clock_legal_left(), earliest, course.left_by_law())
            }
            (Standing::Held { elapsed, .. }, _) => {
                since(t.clock_held_since(), self.now.plus_seconds(-elapsed), course.on_hold())
            }
            (Standing::PerhapsOverdue { .. }, Due::By { earliest, latest }) if !earliest.is_bounded() => {
                down(t.clock_left_at_most(), latest, course.left_at_most())
            }
            (Standing::PerhapsOverdue { .. }, Due::By { earliest, .. }) => {
                since(t.clock_perhaps_overdue_by(), earliest, course.late_at_most())
            }
            (Standing::Overdue { .. }, Due::By { latest, .. }) if self.doubt.0.is_none() => {
                let long = is_long(course.late());
                let label = if self.is_rough() && !long { t.clock_overdue_at_least() } else { t.clock_overdue_by() };
                down(label, latest, course.late())
            }
            (Standing::Overdue { .. }, Due::By { latest, .. }) => since(t.clock_overdue_if(), latest, course.late()),
            (Standing::MetInTime { .. }, _) => still(t.clock_in_time_by(), course.spare()),
            (Standing::MetLate { .. }, _) => still(t.clock_late_by(), course.late()),
            (Standing::CannotBeDecided { .. }, _) => still(t.clock_late_by(), course.late()),
            (Standing::Waiting { .. }, _) => since(t.clock_since_start(), self.start(), course.elapsed()),
            (Standing::InForce { .. }, _) => since(t.clock_in_force_since(), self.start(), course.elapsed()),
            (Standing::Done { .. }, _) => still(t.clock_done_after(), course.elapsed()),
            (Standing::Running { .. } | Standing::PastSafe { .. }, _) => still(t.clock_left(), course.left()),
            (Standing::PerhapsOverdue { .. } | Standing::Overdue { .. }, _) => {
                still(t.clock_overdue_by(), course.late())
            }
        }
    }

    /// What ticks: digits, or words where it is long, until they would say something else.
    fn counted(&self, t: Text, label: String, seconds: i64, length: Length) -> ClockView {
        if !is_long(length) {
            return ClockView { label, shown: t.countdown(seconds), ..ClockView::default() };
        }
        let tomorrow = self.now.in_zone(self.course.scale.zone).date_naive().succ_opt();
        let midnight = tomorrow.and_then(|day| start_of_day(day, self.course.scale.zone));
        let from = match length {
            Length::Days { .. } => midnight.map_or(0, Moment::seconds),
            Length::Seconds { .. } => self.now.plus_seconds(3_600 - self.now.seconds().rem_euclid(3_600)).seconds(),
        };
        ClockView { label, shown: t.length(length), from_epoch: Some(from), ..ClockView::default() }
    }

    const fn shown_due(&self) -> Option<Moment> {
        if self.shows_safe() {
            return self.course.safe;
        }
        match (self.due, self.standing) {
            (Due::By { latest, .. }, Standing::Overdue { .. } | Standing::MetLate { .. }) => Some(latest),
            (Due::AtLeastUntil { ends }, _) if ends.is_bounded() => Some(ends),
            (due, _) => due.first(),
        }
    }
}

/// Whether hours, minutes and seconds would hide how long it is.
fn is_long(length: Length) -> bool {
    match length {
        Length::Days { .. } => true,
        Length::Seconds { most, .. } => most.is_none_or(|most| most >= MANY_HOURS),
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
    use crate::law::base::words::Lang;
    use crate::law::verdict::{Scale, Unit};
    use chrono_tz::Asia::Seoul;

    fn at(text: &str) -> Moment {
        Moment::from_rfc3339(text).unwrap()
    }

    fn course(start: Moment, due: Moment, safe: Option<Moment>, now: Moment) -> Course {
        let scale = Scale { unit: Unit::Hours, zone: Seoul };
        Course { scale, start: start.into(), due: Some(due.into()), safe, held: None, end: now.into() }
    }

    fn face(applies: bool, now: &str) -> ClockView {
        let (start, due, now) = (at("2025-11-17T07:00:00Z"), at("2025-11-18T07:00:00Z"), at(now));
        let late = now.since(due);
        let standing = if late <= 0 {
            Standing::Running { left: -late }
        } else {
            Standing::Overdue { late, late_at_most: late, elapsed: now.since(start) }
        };
        let doubt = Doubt((!applies).then(|| "perhaps".to_owned()));
        let course = course(start, due, None, now);
        let due = Due::By { earliest: due, latest: due };
        Reading { doubt, due, standing, course, limb: None, now }.face(Text::new(Lang::En), Seoul)
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
    fn the_digits_run_to_the_safe_deadline_and_then_to_the_legal_one() {
        let (start, safe, due) = (at("2026-11-17T10:20:00Z"), at("2026-11-20T10:20:00Z"), at("2026-11-20T11:00:00Z"));
        let face = |now: Moment, standing| {
            let (due_at, due) = (due, Due::By { earliest: due, latest: due });
            let (doubt, course) = (Doubt::default(), course(start, due_at, Some(safe), now));
            Reading { doubt, due, standing, course, limb: None, now }.face(Text::new(Lang::En), Seoul)
        };
        let before = face(at("2026-11-20T09:20:00Z"), Standing::Running { left: 3_600 });
        assert_eq!((before.due_epoch, before.shown.as_str()), (Some(safe.seconds()), "01:00:00"));
        assert!(before.legal.contains("20:00 KST"), "{}", before.legal);
        let past = face(at("2026-11-20T10:30:00Z"), Standing::PastSafe { since: 600, left: 1_800 });
        assert_eq!((past.due_epoch, past.shown.as_str()), (Some(due.seconds()), "00:30:00"));
        assert_eq!((past.standing, past.legal.as_str()), ("soon", ""));
    }

    #[test]
    fn a_span_of_nothing_is_gone() {
        assert_eq!((share(0, 0), share(-5, 10), share(20, 10)), (1_000, 0, 1_000));
    }
}
