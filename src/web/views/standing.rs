//! How a clock stands, as the mark that picks colour, edge and icon. What the standing is was decided by the law, its words
//! are the locale's.

use crate::law::verdict::Standing;

/// Below this many seconds left a clock counts as near: the last steps of the ladder.
pub const NEAR: i64 = 6 * 3_600;

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
