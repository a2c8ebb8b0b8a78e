//! How a clock stands: as a word for a mark, and as a phrase that says how much.

use crate::law::verdict::Standing;
use crate::locales::Text;

impl Text {
    /// How a clock stands, with how late or how early it is in hours and minutes: "29 h 35 min late".
    #[must_use]
    pub fn standing(&self, standing: Standing) -> String {
        let long = |seconds: i64| self.duration(seconds);
        match standing {
            Standing::Running { left } => self.law_left(long(left)),
            Standing::PastSafe { since, .. } => self.law_past_safe(long(since)),
            Standing::Held { elapsed, .. } => self.law_held(long(elapsed)),
            Standing::PerhapsOverdue { since, left } => self.law_perhaps_overdue(long(since), long(left)),
            Standing::Overdue { late, late_at_most, .. } if late == late_at_most => self.law_overdue(long(late)),
            Standing::Overdue { late, late_at_most, .. } => self.law_overdue_range(long(late), long(late_at_most)),
            Standing::MetInTime { spare, .. } => self.law_in_time(long(spare)),
            Standing::MetLate { late, late_at_most, .. } if late == late_at_most => self.law_late(long(late)),
            Standing::MetLate { late, late_at_most, .. } => self.law_late_range(long(late), long(late_at_most)),
            Standing::CannotBeDecided { late_at_most, spare_at_most } => {
                self.law_undecided(long(spare_at_most), long(late_at_most))
            }
            Standing::Waiting { elapsed } => self.law_waiting(long(elapsed)),
            Standing::Done { elapsed } => self.law_done(long(elapsed)),
            Standing::InForce { elapsed } => self.law_in_force(long(elapsed)),
        }
    }

    /// How a clock stands, in a word or two, without its times.
    #[must_use]
    pub fn standing_word(&self, standing: Standing) -> String {
        match standing {
            Standing::Running { .. } => self.standing_running(),
            Standing::PastSafe { .. } => self.standing_past_safe(),
            Standing::Held { .. } => self.standing_held(),
            Standing::PerhapsOverdue { .. } => self.standing_perhaps_overdue(),
            Standing::Overdue { .. } => self.standing_overdue(),
            Standing::MetInTime { .. } => self.standing_met_in_time(),
            Standing::MetLate { .. } => self.standing_met_late(),
            Standing::CannotBeDecided { .. } => self.standing_cannot_be_decided(),
            Standing::Waiting { .. } => self.standing_waiting(),
            Standing::Done { .. } => self.standing_done(),
            Standing::InForce { .. } => self.standing_in_force(),
        }
    }
}
