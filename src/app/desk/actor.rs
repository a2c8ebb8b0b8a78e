//! Who acts, and what each role may do. The only table of rights in the program.

use crate::db::account::AccountId;
use crate::law::base::moment::Moment;
use serde::{Deserialize, Serialize};

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Looks after the installation; may do everything, but approves no filing of their own.
    Administrator,
    /// Records incidents, writes and hands in filings.
    Officer,
    /// Approves filings and may stop warnings.
    Approver,
    /// Reads.
    Reader,
}

/// Whose link an account's password was last chosen by: whoever made it may have been the one who chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordLink {
    /// The account, by its number as entries write it, that had the link made.
    pub by: String,
    /// When the password was chosen by it.
    pub at: Moment,
    /// Whether there was a password before, so that it took another person's place to choose one.
    pub reset: bool,
}

/// Something an account may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See the board, incidents, filings, rules.
    Read,
    /// Record incidents, facts, moments, notes.
    Record,
    /// Draft and submit filings.
    DraftFilings,
    /// Approve or return somebody else's filing.
    ApproveFilings,
    /// Record what was handed in.
    RecordFiled,
    /// Stop and resume warnings.
    StopWarnings,
    /// Close and reopen incidents.
    CloseIncidents,
    /// See the outbox.
    ReadOutbox,
    /// Send stuck messages again.
    ManageOutbox,
    /// Describe the organisation.
    DescribeOrganisation,
    /// Add people and change their roles.
    ManagePeople,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Self; 11] = [
        Self::Read,
        Self::Record,
        Self::DraftFilings,
        Self::ApproveFilings,
        Self::RecordFiled,
        Self::StopWarnings,
        Self::CloseIncidents,
        Self::ReadOutbox,
        Self::ManageOutbox,
        Self::DescribeOrganisation,
        Self::ManagePeople,
    ];
}

impl Role {
    /// Every role, the most powerful first.
    pub const ALL: [Self; 4] = [Self::Administrator, Self::Officer, Self::Approver, Self::Reader];

    /// The name in the database and in forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Officer => "officer",
            Self::Approver => "approver",
            Self::Reader => "reader",
        }
    }

    /// Reads a role's name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether this role may do something.
    #[must_use]
    pub const fn may(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Self::Administrator => true,
            Self::Officer => matches!(
                permission,
                P::Read | P::Record | P::DraftFilings | P::RecordFiled | P::CloseIncidents | P::ReadOutbox
            ),
            Self::Approver => matches!(
                permission,
                P::Read | P::Record | P::ApproveFilings | P::RecordFiled | P::StopWarnings | P::ReadOutbox
            ),
            Self::Reader => matches!(permission, P::Read),
        }
    }
}

/// The person behind a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Their account.
    pub account: AccountId,
    /// The account's number as the ledger writes it.
    pub id: String,
    /// Name.
    pub name: String,
    /// Role at the moment of the request.
    pub role: Role,
    /// Whose link their password was last chosen by.
    pub link: Option<PasswordLink>,
}

impl Actor {
    /// Refuses what the role may not do.
    ///
    /// # Errors
    /// [`super::refusal::Refusal::NotAllowed`].
    pub fn need(&self, permission: Permission) -> Result<(), super::refusal::Refusal> {
        if self.role.may(permission) { Ok(()) } else { Err(super::refusal::Refusal::NotAllowed) }
    }
}
