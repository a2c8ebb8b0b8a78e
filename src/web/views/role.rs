//! The roles in words.

use crate::app::desk::actor::Role;
use crate::locales::Text;

/// A role in the reader's language.
#[must_use]
pub fn role(t: Text, role: Role) -> String {
    match role {
        Role::Administrator => t.role_administrator(),
        Role::Officer => t.role_officer(),
        Role::Approver => t.role_approver(),
        Role::Reader => t.role_reader(),
    }
}
