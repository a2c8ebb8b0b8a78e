//! What a case can expect of a verdict, and in which form it says so.

/// One thing about a verdict that a case can pin down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aspect {
    /// The answer: `applies`, `undetermined`, `not in force until 2027-05-13`.
    Answer,
    /// The facts that would settle an undetermined answer.
    Missing,
    /// Whether the act concerns the incident at all: `yes`, `no`, `unknown`.
    Scope,
    /// The alternatives and whether each holds.
    Grounds,
    /// The first day of the version that answered.
    Version,
    /// What started the clock, by its id.
    Clock,
    /// The due moment in law.
    Due,
    /// The safe internal deadline, where it is earlier.
    Safe,
    /// How the clock stands.
    Standing,
    /// Whether the start is provisional.
    Provisional,
    /// The clocks under other candidate moments.
    Scenarios,
    /// What missing it may cost.
    Exposures,
    /// By when a guideline wants it.
    Guideline,
    /// The rule's words for speed beside its number.
    FirstLimb,
    /// After which moment no reason for lateness helps.
    LateLimit,
    /// Before which moment it may not be done.
    NotBefore,
    /// What has not happened yet that would start the clock or a limb of it.
    Awaits,
}

/// In which form an aspect is written in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// One text.
    Text,
    /// Texts in their order.
    List,
    /// Texts in any order.
    Set,
    /// Names, each with `yes`, `no` or `unknown`.
    Truths,
    /// True or false.
    YesNo,
    /// A day.
    Day,
    /// One or two moments, or a word.
    Moments,
}

impl Aspect {
    /// Every aspect, in the order in which differences are told.
    pub const ALL: [Self; 17] = [
        Self::Answer,
        Self::Missing,
        Self::Scope,
        Self::Grounds,
        Self::Version,
        Self::Clock,
        Self::Due,
        Self::Safe,
        Self::Standing,
        Self::Provisional,
        Self::Scenarios,
        Self::Exposures,
        Self::Guideline,
        Self::FirstLimb,
        Self::LateLimit,
        Self::NotBefore,
        Self::Awaits,
    ];

    /// Its key in a case.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Missing => "missing",
            Self::Scope => "scope",
            Self::Grounds => "grounds",
            Self::Version => "version",
            Self::Clock => "clock",
            Self::Due => "due",
            Self::Safe => "safe",
            Self::Standing => "standing",
            Self::Provisional => "provisional",
            Self::Scenarios => "scenarios",
            Self::Exposures => "exposures",
            Self::Guideline => "guideline",
            Self::FirstLimb => "first_limb",
            Self::LateLimit => "late_limit",
            Self::NotBefore => "not_before",
            Self::Awaits => "awaits",
        }
    }

    pub(crate) const fn form(self) -> Form {
        match self {
            Self::Answer | Self::Scope | Self::Clock | Self::Standing | Self::FirstLimb => Form::Text,
            Self::Missing | Self::Awaits => Form::Set,
            Self::Grounds => Form::Truths,
            Self::Version => Form::Day,
            Self::Provisional => Form::YesNo,
            Self::Scenarios | Self::Exposures => Form::List,
            Self::Due | Self::Safe | Self::Guideline | Self::LateLimit | Self::NotBefore => Form::Moments,
        }
    }
}

/// What a case says, or what came out, in one form for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// One text.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Said {
    /// As one line.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::One(text) => text.clone(),
            Self::Many(texts) if texts.is_empty() => "nothing".to_owned(),
            Self::Many(texts) => texts.join(" | "),
        }
    }

    /// Whether what came out is what was expected. An expectation may stop at the end of a word: `overdue` expects no
    /// number.
    #[must_use]
    pub fn is_met_by(&self, found: &Self) -> bool {
        match (self, found) {
            (Self::One(expected), Self::One(found)) => begins(expected, found),
            (Self::Many(expected), Self::Many(found)) => {
                expected.len() == found.len()
                    && expected.iter().zip(found).all(|(expected, found)| begins(expected, found))
            }
            _ => false,
        }
    }
}

/// Whether a text is the other, or its first whole words.
fn begins(expected: &str, found: &str) -> bool {
    match found.strip_prefix(expected) {
        Some(rest) => rest.is_empty() || (!expected.is_empty() && rest.starts_with([' ', ',', ':'])),
        None => false,
    }
}
