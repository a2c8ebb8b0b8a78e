//! What is wrong with a form, in words: what it is and what to type instead, in the reader's language. Which field is
//! wrong was decided in `app`.

use crate::app::desk::refusal::{FieldError, Problem};
use crate::law::library::Library;
use crate::law::situation::fact::FactKey;
use crate::locales::Text;
use chrono_tz::Tz;

/// A problem in words. Moments are written in `zone`.
#[must_use]
pub fn text(t: Text, problem: &Problem, zone: Tz) -> String {
    match problem {
        Problem::NotAMoment => t.problem_not_a_moment(),
        Problem::NoSuchDay => t.problem_no_such_day(),
        Problem::NoSuchTime => t.problem_no_such_time(),
        Problem::AmbiguousDay { first, second } => t.problem_ambiguous_day(first, second),
        Problem::AboutHasTwoEnds => t.problem_about(),
        Problem::InFuture { now } => t.problem_in_future(t.moment(*now, zone)),
        Problem::NeverInZone { after, zone: chosen } => t.problem_never_in_zone(t.moment(*after, *chosen)),
        Problem::TwiceInZone { first, second } => t.problem_twice_in_zone(first, second),
        Problem::UnknownZone => t.problem_unknown_zone(),
        Problem::OutOfOrder { breaks, .. } => t.problem_out_of_order(t.disorders(breaks, None)),
        Problem::EndBeforeStart => t.problem_end_before_start(),
        Problem::NotANumber => t.problem_not_a_number(),
        Problem::Negative => t.problem_negative(),
        Problem::Absurd { most } => t.problem_absurd(most),
        Problem::UnknownCurrency => t.problem_unknown_currency(),
        Problem::NotAYear => t.problem_not_a_year(),
        Problem::Required => t.problem_required(),
        Problem::TooLong { limit } => t.problem_too_long(limit),
        Problem::Unprintable => t.problem_unprintable(),
        Problem::UnknownChoice => t.problem_unknown_choice(),
        Problem::NotAnEmail => t.problem_not_an_email(),
        Problem::EmailTaken => t.problem_email_taken(),
        Problem::PasswordTooShort { least } => t.problem_password_too_short(least),
        Problem::PasswordsDiffer => t.problem_passwords_differ(),
        Problem::PasswordTooCommon => t.problem_password_too_common(),
        Problem::PasswordWrong => t.problem_password_wrong(),
        Problem::OwnFiling => t.problem_own_filing(),
        Problem::ResetByAuthor { until } => t.problem_reset_by_author(t.moment(*until, zone)),
        Problem::NotSubmitted => t.problem_not_submitted(),
        Problem::NotApproved => t.problem_not_approved(),
        Problem::NotADraft => t.problem_not_a_draft(),
        Problem::ContentChanged => t.problem_content_changed(),
        Problem::AlreadyWithdrawn => t.problem_already_withdrawn(),
        Problem::IncidentClosed => t.problem_incident_closed(),
        Problem::IncidentOpen => t.problem_incident_open(),
        Problem::ChangesOpen => t.problem_changes_open(),
        Problem::GapsOpen => t.problem_gaps_open(),
        Problem::ClocksRunning => t.problem_clocks_running(),
        Problem::UnknownDuty => t.problem_unknown_duty(),
        Problem::LastAdministrator => t.problem_last_administrator(),
        Problem::LinkSpent => t.problem_link_spent(),
        Problem::NothingChanged => t.problem_nothing_changed(),
    }
}

/// What is wrong with one field, in words; a field without a name stands for the whole form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong and what to do.
    pub text: String,
}

/// Everything that is wrong with a form; empty for a fresh one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Errors(Vec<Entry>);

impl Errors {
    /// From what an action refused. Facts are named by their key there and by `fact-KEY` in forms.
    #[must_use]
    pub fn new(t: Text, zone: Tz, library: &Library, errors: &[FieldError]) -> Self {
        let field = |name: &str| match library.vocabulary().fact(&FactKey::new(name)) {
            Some(_) => format!("fact-{name}"),
            None => name.to_owned(),
        };
        let words = |problem: &Problem| match problem {
            Problem::OutOfOrder { breaks, .. } => t.problem_out_of_order(t.disorders(breaks, Some(library))),
            problem => text(t, problem, zone),
        };
        let entry = |error: &FieldError| Entry { field: field(&error.field), text: words(&error.problem) };
        Self(errors.iter().map(entry).collect())
    }

    /// Something wrong with the form as a whole, or with one field, already in words.
    #[must_use]
    pub fn one(field: &str, text: String) -> Self {
        Self(vec![Entry { field: field.to_owned(), text }])
    }

    /// What is wrong with a field; empty when nothing is.
    #[must_use]
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|entry| entry.field == field).map_or("", |entry| &entry.text)
    }

    /// Everything, for the top of the page.
    #[must_use]
    pub fn summary(&self) -> &[Entry] {
        &self.0
    }
}
