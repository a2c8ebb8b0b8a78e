//! How a clock stands: as a word for a mark, and as a phrase that says how much.

use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::law::verdict::{Clock, ClockOrigin, Course, Length, Standing};
use crate::locales::Text;

impl Text {
    /// How a clock stands, with how late or how early it is: "29 h 35 min late", "40 to 41 days late".
    #[must_use]
    pub fn standing(&self, standing: Standing, course: &Course) -> String {
        let long = |length: Length| self.length(length);
        match standing {
            Standing::Running { .. } => self.law_left(long(course.left())),
            Standing::PastSafe { .. } => self.law_past_safe(long(course.past_safe())),
            Standing::Held { .. } => self.law_held(long(course.on_hold())),
            Standing::PerhapsOverdue { .. } => {
                self.law_perhaps_overdue(long(course.late_at_most()), long(course.left_at_most()))
            }
            Standing::Overdue { .. } => self.law_overdue(long(course.late())),
            Standing::MetInTime { .. } => self.law_in_time(long(course.spare())),
            Standing::MetLate { .. } => self.law_late(long(course.late())),
            Standing::CannotBeDecided { .. } => {
                let most = |length: Length| self.length_most(length);
                self.law_undecided(most(course.spare_at_most()), most(course.late_at_most()))
            }
            Standing::Waiting { .. } => self.law_waiting(long(course.elapsed())),
            Standing::Done { .. } => self.law_done(long(course.elapsed())),
            Standing::InForce { .. } => self.law_in_force(long(course.elapsed())),
        }
    }

    /// The same of a clock, never plainly in time where the rule asks for more than its number.
    #[must_use]
    pub fn stands(&self, clock: &Clock, limb: Option<&FirstLimbSummary>) -> String {
        self.stood(clock.standing, &clock.course, limb)
    }

    /// The same of what is known of a clock.
    #[must_use]
    pub fn stood(&self, standing: Standing, course: &Course, limb: Option<&FirstLimbSummary>) -> String {
        let words = self.standing(standing, course);
        match (standing, limb) {
            (Standing::MetInTime { .. }, Some(limb)) => self.first_limb_in_time(words, self.first_limb(limb)),
            _ => words,
        }
    }

    /// How long it ran from its start, with what that was; of what ended, is late or goes on without a number.
    #[must_use]
    pub fn elapsed(&self, clock: &Clock) -> Option<(String, String)> {
        let told = match clock.standing {
            Standing::Overdue { .. }
            | Standing::MetInTime { .. }
            | Standing::MetLate { .. }
            | Standing::CannotBeDecided { .. }
            | Standing::Waiting { .. }
            | Standing::Done { .. }
            | Standing::InForce { .. } => true,
            Standing::Held { .. }
            | Standing::Running { .. }
            | Standing::PastSafe { .. }
            | Standing::PerhapsOverdue { .. } => false,
        };
        let label = match clock.origin {
            ClockOrigin::Candidate(_) => self.duty_elapsed_awareness(),
            _ => self.duty_elapsed_start(),
        };
        told.then(|| (label, self.length(clock.course.elapsed())))
    }

    /// How a clock stands, in a word or two, without its times; never plainly in time where the rule asks for more than
    /// its number.
    #[must_use]
    pub fn standing_word(&self, standing: Standing, limb: Option<&FirstLimbSummary>) -> String {
        match standing {
            Standing::Running { .. } => self.standing_running(),
            Standing::PastSafe { .. } => self.standing_past_safe(),
            Standing::Held { .. } => self.standing_held(),
            Standing::PerhapsOverdue { .. } => self.standing_perhaps_overdue(),
            Standing::Overdue { .. } => self.standing_overdue(),
            Standing::MetInTime { .. } if limb.is_some() => self.standing_met_inside(),
            Standing::MetInTime { .. } => self.standing_met_in_time(),
            Standing::MetLate { .. } => self.standing_met_late(),
            Standing::CannotBeDecided { .. } => self.standing_cannot_be_decided(),
            Standing::Waiting { .. } => self.standing_waiting(),
            Standing::Done { .. } => self.standing_done(),
            Standing::InForce { .. } => self.standing_in_force(),
        }
    }
}
