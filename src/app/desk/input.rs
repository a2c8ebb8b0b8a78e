//! From what a person typed to values: lengths, numbers, choices, moments. Nothing is guessed; what cannot be taken
//! comes back as a [`Problem`].

use super::moment_text::{self, Spelt};
use super::refusal::{Checks, Problem, Refusal};
use crate::law::base::moment::{Local, Moment, Precision, Timing, resolve_local, start_of_day, start_of_month};
use crate::law::situation::{Basis, Flaw, Knower, OccurrenceId};
use chrono::{Datelike, NaiveDateTime, Timelike};
use chrono_tz::Tz;

/// The longest one-line text, in characters.
pub const LINE: usize = 200;
/// The longest text of several lines, in characters.
pub const TEXT: usize = 8_000;
/// The largest count accepted: ten billion, more than there are people.
pub const MOST: u64 = 10_000_000_000;

/// Whether a character cannot be stored or shown for what it is: control characters, marks that turn the direction of
/// what follows and so show a text as another, and what is no character at all.
#[must_use]
pub fn unprintable(char: char) -> bool {
    let turns = matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let none = matches!(char, '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}');
    char.is_control() || turns || none
}

/// A required text of one line.
///
/// # Errors
/// When empty, too long or with control characters.
pub fn line(text: &str) -> Result<String, Problem> {
    let text = optional_line(text)?;
    if text.is_empty() { Err(Problem::Required) } else { Ok(text) }
}

/// A text of one line that may be empty.
///
/// # Errors
/// When too long or with control characters.
pub fn optional_line(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.chars().any(|char| unprintable(char) || matches!(char, '\u{2028}' | '\u{2029}')) {
        return Err(Problem::Unprintable);
    }
    within(text, LINE)
}

/// A required text of several lines.
///
/// # Errors
/// When empty, too long or with control characters other than line breaks and tabs.
pub fn text(text: &str) -> Result<String, Problem> {
    let text = optional_text(text)?;
    if text.is_empty() { Err(Problem::Required) } else { Ok(text) }
}

/// A text of several lines that may be empty. Line breaks become `\n`.
///
/// # Errors
/// When too long or with control characters other than line breaks and tabs.
pub fn optional_text(text: &str) -> Result<String, Problem> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.chars().any(|char| unprintable(char) && char != '\n' && char != '\t') {
        return Err(Problem::Unprintable);
    }
    within(text, TEXT)
}

fn within(text: &str, limit: usize) -> Result<String, Problem> {
    if text.chars().count() > limit { Err(Problem::TooLong { limit }) } else { Ok(text.to_owned()) }
}

/// A whole number of persons, accounts, records; separators of thousands are accepted where they group by three.
///
/// # Errors
/// When it is not a number, negative or beyond [`MOST`].
pub fn count(text: &str) -> Result<u64, Problem> {
    let text = moment_text::plain(text);
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    let text = text.strip_suffix(['건', '명', '개', '회']).unwrap_or(text).trim_end();
    if text.strip_prefix(['-', '−']).is_some_and(|rest| rest.trim().starts_with(|char: char| char.is_ascii_digit())) {
        return Err(Problem::Negative);
    }
    let digits = ungrouped(text).ok_or(Problem::NotANumber)?;
    let too_many = Problem::Absurd { most: MOST };
    let number: u64 = digits.parse().map_err(|_| too_many.clone())?;
    if number > MOST { Err(too_many) } else { Ok(number) }
}

/// A number of hours of at least one and at most a year.
///
/// # Errors
/// When it is not a number, nought or beyond a year.
pub fn hours(text: &str) -> Result<u32, Problem> {
    let most = 8_784;
    let number = count(text)?;
    let hours = u32::try_from(number).ok().filter(|hours| (1..=most).contains(hours));
    hours.ok_or(Problem::Absurd { most: most.into() })
}

/// Removes separators of thousands; `None` when what remains is not all digits, or the groups are neither of three nor, as
/// in India, of two before the last three.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split([',', '.', ' ', '\'', '’', '\u{a0}', '\u{202f}', '_']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let by_three = rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    let indian = rest.split_last().is_some_and(|(last, before)| {
        last.len() == 3 && first.len() <= 2 && !before.is_empty() && before.iter().all(|group| group.len() == 2)
    });
    let grouped = by_three || indian && text.contains(',');
    (digits(first) && rest.iter().all(|group| digits(group)) && grouped).then(|| format!("{first}{}", rest.concat()))
}

/// A reason, which every withdrawal, return, stop and closure needs.
///
/// # Errors
/// When empty or too long, under the field `reason`.
pub(in crate::app) fn reason(text: &str) -> Result<String, Refusal> {
    let mut checks = Checks::default();
    checks.take("reason", self::text(text)).ok_or_else(|| checks.refusal())
}

/// Reads the name of a basis of awareness.
///
/// # Errors
/// When nothing or something unknown was chosen.
pub fn basis(name: &str) -> Result<Basis, Problem> {
    match name {
        "established" => Ok(Basis::Established),
        "briefed" => Ok(Basis::Briefed),
        "confirmed" => Ok(Basis::Confirmed),
        "declared" => Ok(Basis::Declared),
        "told" => Ok(Basis::Told),
        "suspected" => Ok(Basis::Suspected),
        "" => Err(Problem::Required),
        _ => Err(Problem::UnknownChoice),
    }
}

/// Reads whose knowledge it was; nothing chosen is one's own.
///
/// # Errors
/// When something unknown was chosen.
pub fn knower(name: &str) -> Result<Knower, Problem> {
    let named = Knower::ALL.into_iter().find(|knower| knower.name() == name);
    named.or_else(|| name.is_empty().then_some(Knower::Own)).ok_or(Problem::UnknownChoice)
}

/// Reads why something handed in does not meet its duty; nothing chosen is no flaw.
///
/// # Errors
/// When something unknown was chosen.
pub fn flaw(name: &str) -> Result<Option<Flaw>, Problem> {
    let named = Flaw::ALL.into_iter().find(|flaw| flaw.name() == name);
    if named.is_some() || name.is_empty() { Ok(named) } else { Err(Problem::UnknownChoice) }
}

/// The instance named in a form; empty means that the duty arises once.
#[must_use]
pub fn instance(name: &str) -> Option<OccurrenceId> {
    if name.is_empty() { None } else { Some(OccurrenceId::new(name)) }
}

/// A time zone by its IANA name.
///
/// # Errors
/// When it is not one.
pub fn zone(name: &str) -> Result<Tz, Problem> {
    name.trim().parse().map_err(|_| Problem::UnknownZone)
}

/// A moment as typed, and the zone chosen beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MomentInput {
    /// `YYYY-MM-DD HH:MM[:SS]` or another usual spelling, optionally followed by an offset (`+09:00`); less where only the
    /// hour, the day, the month or the year is known.
    pub text: String,
    /// The second end, where it was between two moments.
    pub until: String,
    /// How exactly it is known, as chosen: `exact`, `hour`, `day`, `month`, `year`, `between`, `about`, `latest` or
    /// `earliest`. A text that says less is taken at its word.
    pub precision: String,
    /// IANA name of the zone.
    pub zone: String,
}

impl MomentInput {
    /// A timing as it stands in its fields.
    #[must_use]
    pub fn of(timing: &Timing) -> Self {
        let end = |at, by_day| typed_end(at, timing.zone, by_day);
        let (text, until) = match timing.precision {
            Precision::Between(to) => (end(timing.at, By::FirstSecond), end(to, By::LastSecond)),
            Precision::Earliest => (end(timing.at, By::FirstSecond), String::new()),
            Precision::Latest => (end(timing.at, By::LastSecond), String::new()),
            _ => (typed(timing), String::new()),
        };
        let precision = match timing.precision {
            Precision::Exact => "exact",
            Precision::Hour => "hour",
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Year => "year",
            Precision::Between(_) => "between",
            Precision::Latest => "latest",
            Precision::Earliest => "earliest",
        };
        Self { text, until, precision: precision.to_owned(), zone: timing.zone.name().to_owned() }
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.until.trim().is_empty()
    }

    /// Reads a moment that must not lie in the future.
    ///
    /// # Errors
    /// See [`Problem`].
    pub fn past(&self, now: Moment) -> Result<Timing, Problem> {
        let timing = self.read()?;
        if timing.earliest() > now { Err(Problem::InFuture { now }) } else { Ok(timing) }
    }

    /// Reads a moment that may be missing but must not lie in the future.
    ///
    /// # Errors
    /// See [`Problem`].
    pub fn optional_past(&self, now: Moment) -> Result<Option<Timing>, Problem> {
        if self.is_empty() { Ok(None) } else { self.past(now).map(Some) }
    }

    /// Reads a moment that may be missing and may lie in the future: a limit that somebody named.
    ///
    /// # Errors
    /// See [`Problem`].
    pub fn optional(&self) -> Result<Option<Timing>, Problem> {
        if self.is_empty() { Ok(None) } else { self.read().map(Some) }
    }

    /// Reads a moment that may lie in the future: a limit or an end that was fixed beforehand.
    ///
    /// # Errors
    /// See [`Problem`].
    pub fn any(&self) -> Result<Timing, Problem> {
        self.read()
    }

    fn read(&self) -> Result<Timing, Problem> {
        let zone = zone(&self.zone)?;
        let read = |text: &str| read_text(text, zone);
        let open = Timing::between;
        match self.precision.as_str() {
            "between" | "about" if self.until.trim().is_empty() => Err(Problem::AboutHasTwoEnds),
            _ if !self.until.trim().is_empty() => {
                let (from, to) = (read(&self.text)?.earliest(), read(&self.until)?.latest());
                if from > to { Err(Problem::EndBeforeStart) } else { Ok(open(from, to, zone)) }
            }
            "latest" => Ok(open(Moment::OPEN_PAST, read(&self.text)?.latest(), zone)),
            "earliest" => Ok(open(read(&self.text)?.earliest(), Moment::OPEN_FUTURE, zone)),
            "" | "exact" => read(&self.text),
            "hour" => coarser(read(&self.text)?, Precision::Hour),
            "day" => coarser(read(&self.text)?, Precision::Day),
            "month" => coarser(read(&self.text)?, Precision::Month),
            "year" => coarser(read(&self.text)?, Precision::Year),
            _ => Err(Problem::UnknownChoice),
        }
    }
}

fn read_text(text: &str, zone: Tz) -> Result<Timing, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::Required);
    }
    let begins = |year, month| start_of_month(year, month, zone).ok_or(Problem::NoSuchDay);
    let (at, precision, day) = match moment_text::read(text)? {
        Spelt::Year(year) => (begins(year, 1)?, Precision::Year, year),
        Spelt::Month(year, month) => (begins(year, month)?, Precision::Month, year),
        Spelt::Day(day) => (start_of_day(day, zone).ok_or(Problem::NoSuchDay)?, Precision::Day, day.year()),
        Spelt::Hour(local) => (resolved(local, zone)?, Precision::Hour, local.year()),
        Spelt::Local(local) => (resolved(local, zone)?, Precision::Exact, local.year()),
        Spelt::At(local, offset) => {
            let at = local.and_local_timezone(offset).single().ok_or(Problem::NotAMoment)?;
            (Moment::from_seconds(at.timestamp()), Precision::Exact, local.year())
        }
    };
    // Years that no incident of ours can lie in are typing mistakes.
    if (1990..=9990).contains(&day) { Ok(Timing { at, precision, zone }) } else { Err(Problem::NotAMoment) }
}

fn resolved(local: NaiveDateTime, zone: Tz) -> Result<Moment, Problem> {
    match resolve_local(local, zone) {
        Local::One(at) => Ok(at),
        Local::Never(after) => Err(Problem::NeverInZone { after, zone }),
        Local::Two([first, second]) => {
            Err(Problem::TwiceInZone { first: with_offset(local, first.1), second: with_offset(local, second.1) })
        }
    }
}

/// A timing said to be known no better than this; one that says less is taken at its word.
fn coarser(timing: Timing, precision: Precision) -> Result<Timing, Problem> {
    if timing.precision >= precision {
        return Ok(timing);
    }
    let local = timing.at.in_zone(timing.zone);
    let at = match precision {
        Precision::Hour => timing.at.plus_seconds(-i64::from(local.num_seconds_from_midnight() % 3_600)),
        Precision::Month => start_of_month(local.year(), local.month(), timing.zone).ok_or(Problem::NoSuchDay)?,
        Precision::Year => start_of_month(local.year(), 1, timing.zone).ok_or(Problem::NoSuchDay)?,
        _ => start_of_day(local.date_naive(), timing.zone).ok_or(Problem::NoSuchDay)?,
    };
    Ok(Timing { at, precision, ..timing })
}

fn with_offset(local: NaiveDateTime, offset: i32) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs() / 60;
    format!("{} {sign}{:02}:{:02}", local.format("%Y-%m-%d %H:%M"), minutes / 60, minutes % 60)
}

/// How a timing is typed back into its field.
#[must_use]
pub fn typed(timing: &Timing) -> String {
    let local = timing.at.in_zone(timing.zone);
    let format = match timing.precision {
        Precision::Year => "%Y",
        Precision::Month => "%Y-%m",
        Precision::Day => "%Y-%m-%d",
        Precision::Hour => "%Y-%m-%d %H",
        _ if timing.at.seconds() % 60 == 0 => "%Y-%m-%d %H:%M",
        _ => "%Y-%m-%d %H:%M:%S",
    };
    local.format(format).to_string()
}

/// Which second of a day stands for the whole of it.
#[derive(Clone, Copy)]
enum By {
    FirstSecond,
    LastSecond,
}

/// An end as it is typed: its day alone where that says the same.
fn typed_end(at: Moment, zone: Tz, by: By) -> String {
    let day = at.in_zone(zone).date_naive();
    let whole = start_of_day(day, zone).map(|at| Timing { at, precision: Precision::Day, zone });
    let same = whole.filter(|whole| match by {
        By::FirstSecond => whole.earliest() == at,
        By::LastSecond => whole.latest() == at,
    });
    typed(&same.unwrap_or(Timing::exact(at, zone)))
}
