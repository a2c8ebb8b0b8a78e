//! Why something was not done, in a form a person can act on. The words are `web`'s; here is only the reason and the
//! field it belongs to. Causes inside the machine are logged by `web` and never shown.

use super::unreadable::Unreadable;
use crate::db::StoreError;
use crate::db::error::Cause;
use crate::incident::Entry;
use crate::law::base::moment::Moment;
use crate::law::vocabulary::sequence::Disorder;
use chrono_tz::Tz;

pub use super::causes::with_causes;

/// Why an action was refused.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The role does not include it.
    #[error("the role does not include this")]
    NotAllowed,
    /// There is no such thing (or not for this person).
    #[error("not found")]
    NotFound,
    /// Something typed cannot be taken as it is.
    #[error("{} field(s) cannot be taken as typed", .0.len())]
    Invalid(Vec<FieldError>),
    /// Somebody else changed the incident since this page was shown.
    #[error("changed by somebody else since position {seen}")]
    Changed {
        /// The position the person had seen.
        seen: i64,
        /// What other people recorded since.
        since: Vec<Entry>,
        /// The newest position.
        position: i64,
    },
    /// The same form was sent before with other content, and that is recorded. Whether this is wanted besides is for the
    /// person to say.
    #[error("sent before with other content")]
    SentBefore {
        /// When it was sent before.
        at: Moment,
    },
    /// The thing is in no state for this: already filed, not submitted, own filing.
    #[error("not now: {0:?}")]
    NotNow(Problem),
    /// Too many attempts in too short a time; nothing was looked at.
    #[error("too many attempts")]
    TooMany {
        /// Seconds until the next attempt is taken.
        wait: u64,
    },
    /// Another instance of the program was faster; the desk decides anew.
    #[error("another instance was faster")]
    Raced,
    /// The database is away or its disk is full; nothing was written.
    #[error("the store could not do it")]
    Store(#[from] StoreError),
    /// The incident is on record and cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// A fault of ours.
    #[error("something unexpected happened")]
    Unexpected(#[source] Cause),
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with what somebody typed or asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed or chosen.
    Required,
    /// More than this many characters.
    TooLong {
        /// The most characters allowed.
        limit: usize,
    },
    /// Control characters that no form and no mail can carry.
    Unprintable,
    /// Not a date and time as `YYYY-MM-DD HH:MM`.
    NotAMoment,
    /// There is no such day in the calendar.
    NoSuchDay,
    /// There is no such time of day.
    NoSuchTime,
    /// It can be read as two days.
    AmbiguousDay {
        /// The one, as it is typed without doubt.
        first: String,
        /// The other.
        second: String,
    },
    /// "About" says neither how early nor how late it can have been: both ends are asked for.
    AboutHasTwoEnds,
    /// It lies in the future.
    InFuture {
        /// The server's clock.
        now: Moment,
    },
    /// The clocks were set forward over it.
    NeverInZone {
        /// The first instant after the gap.
        after: Moment,
        /// The zone that was chosen: the answer is told on its clocks, not on the organisation's.
        zone: Tz,
    },
    /// The clocks were set back over it: it was twice.
    TwiceInZone {
        /// How to write the first: `2025-10-26 02:30 +02:00`.
        first: String,
        /// How to write the second.
        second: String,
    },
    /// Not a time zone we know.
    UnknownZone,
    /// The end lies before the beginning.
    EndBeforeStart,
    /// It contradicts the order in which things happen, with what else is known: asked about, and recorded when confirmed.
    OutOfOrder {
        /// The moments in the wrong order.
        breaks: Vec<Disorder>,
        /// The question's name: what confirms it carries it.
        name: String,
    },
    /// Not a whole number.
    NotANumber,
    /// Below zero.
    Negative,
    /// More than is plausible.
    Absurd {
        /// The most accepted.
        most: u64,
    },
    /// Not one of the choices.
    UnknownChoice,
    /// Not a currency we know.
    UnknownCurrency,
    /// Not a year.
    NotAYear,
    /// Not an e-mail address.
    NotAnEmail,
    /// An account with this address exists.
    EmailTaken,
    /// The password has fewer characters than this.
    PasswordTooShort {
        /// The fewest allowed.
        least: usize,
    },
    /// The two passwords differ.
    PasswordsDiffer,
    /// The password is among those tried first.
    PasswordTooCommon,
    /// The current password is not right.
    PasswordWrong,
    /// The person wrote or submitted this filing; somebody else must approve it.
    OwnFiling,
    /// The approver's password was lately reset by whoever wrote or submitted the filing.
    ResetByAuthor {
        /// Until when they may not approve it.
        until: Moment,
    },
    /// The filing is not waiting for approval.
    NotSubmitted,
    /// The filing is not approved.
    NotApproved,
    /// The filing was submitted; it can be changed only after it is returned.
    NotADraft,
    /// The filing's content changed since this page was shown.
    ContentChanged,
    /// It was withdrawn already.
    AlreadyWithdrawn,
    /// The incident is closed.
    IncidentClosed,
    /// The incident is open.
    IncidentOpen,
    /// What changed after a filing was not answered yet, and a supplement runs on it.
    ChangesOpen,
    /// Persons are where nobody looked at the law, and nobody has said what it asks.
    GapsOpen,
    /// Clocks are still running.
    ClocksRunning,
    /// The duty is not one of the rulebooks'.
    UnknownDuty,
    /// The last administrator cannot be demoted or deactivated.
    LastAdministrator,
    /// The link was used or is too old.
    LinkSpent,
    /// Nothing differs from what is recorded.
    NothingChanged,
}

/// Collects what is wrong with a form, so that all of it is told at once.
#[derive(Debug, Default)]
pub struct Checks(Vec<FieldError>);

impl Checks {
    /// Keeps the value, or notes the problem under the field's name.
    pub fn take<T>(&mut self, field: &str, outcome: Result<T, Problem>) -> Option<T> {
        outcome.map_err(|problem| self.note(field, problem)).ok()
    }

    /// Notes a problem.
    pub fn note(&mut self, field: &str, problem: Problem) {
        self.0.push(FieldError { field: field.to_owned(), problem });
    }

    /// The refusal with every problem noted.
    #[must_use]
    pub fn refusal(self) -> Refusal {
        Refusal::Invalid(self.0)
    }

    /// Ends the checks.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] when anything was noted.
    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(self.refusal()) }
    }
}
