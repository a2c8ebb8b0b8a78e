//! From what a person typed to values: lengths, numbers, choices, moments. Nothing is guessed; what cannot be taken
//! comes back as a [`Problem`].

use super::refusal::{Checks, Problem, Refusal};
use crate::law::base::moment::{Local, Moment, Precision, Timing, resolve_local};
use crate::law::situation::{Basis, Flaw, Knower, OccurrenceId};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
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
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Required);
    }
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

/// Removes separators of thousands; `None` when what remains is not all digits or the groups are not of three.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split([',', '.', ' ', '\u{a0}', '\u{202f}', '_']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = rest.iter().all(|group| digits(group) && group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    (digits(first) && grouped).then(|| format!("{first}{}", rest.concat()))
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
    /// `YYYY-MM-DD HH:MM[:SS]`, optionally followed by an offset (`+09:00`); `YYYY-MM-DD HH` when only the hour is
    /// known; `YYYY-MM-DD` when only the day is.
    pub text: String,
    /// How exactly it is known, as chosen: `exact`, `hour` or `day`. A text that says less is taken at its word.
    pub precision: String,
    /// IANA name of the zone.
    pub zone: String,
}

impl MomentInput {
    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
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
        let timing = self.read_text()?;
        match self.precision.as_str() {
            "" | "exact" => Ok(timing),
            "hour" if timing.precision == Precision::Day => Ok(timing),
            "hour" => Ok(Timing { at: first_second(timing, 3_600), precision: Precision::Hour, ..timing }),
            "day" => {
                let day = timing.at.in_zone(timing.zone).date_naive();
                let at = crate::law::base::moment::start_of_day(day, timing.zone).ok_or(Problem::NotAMoment)?;
                Ok(Timing { at, precision: Precision::Day, ..timing })
            }
            _ => Err(Problem::UnknownChoice),
        }
    }

    fn read_text(&self) -> Result<Timing, Problem> {
        let zone = zone(&self.zone)?;
        let text = self.text.trim().replace('T', " ");
        if text.is_empty() {
            return Err(Problem::Required);
        }
        if let Ok(day) = NaiveDate::parse_from_str(&text, "%Y-%m-%d") {
            let at = crate::law::base::moment::start_of_day(day, zone).ok_or(Problem::NotAMoment)?;
            return plausible(Timing { at, precision: Precision::Day, zone }, day);
        }
        for format in ["%Y-%m-%d %H:%M:%S %:z", "%Y-%m-%d %H:%M %:z"] {
            if let Ok(at) = DateTime::parse_from_str(&text, format) {
                return plausible(Timing::exact(Moment::from_seconds(at.timestamp()), zone), at.date_naive());
            }
        }
        let (local, precision) = local_time(&text).ok_or(Problem::NotAMoment)?;
        match resolve_local(local, zone) {
            Local::One(at) => plausible(Timing { at, precision, zone }, local.date()),
            Local::Never(after) => Err(Problem::NeverInZone { after, zone }),
            Local::Two([first, second]) => {
                Err(Problem::TwiceInZone { first: with_offset(local, first.1), second: with_offset(local, second.1) })
            }
        }
    }
}

/// The first second of the local hour (or whatever span divides an hour) in which a timing lies.
fn first_second(timing: Timing, span: i64) -> Moment {
    use chrono::Timelike;
    let local = timing.at.in_zone(timing.zone);
    timing.at.plus_seconds(-(i64::from(local.num_seconds_from_midnight()) % span))
}

/// Years that no incident of ours can lie in are typing mistakes.
fn plausible(timing: Timing, day: NaiveDate) -> Result<Timing, Problem> {
    use chrono::Datelike;
    if (1990..=9990).contains(&day.year()) { Ok(timing) } else { Err(Problem::NotAMoment) }
}

fn local_time(text: &str) -> Option<(NaiveDateTime, Precision)> {
    let exact = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    if let Some(local) = exact {
        return Some((local, Precision::Exact));
    }
    let hour = text.rsplit_once(' ').filter(|(_, hour)| hour.len() <= 2 && hour.bytes().all(|b| b.is_ascii_digit()))?;
    NaiveDateTime::parse_from_str(&format!("{} {}:00", hour.0, hour.1), "%Y-%m-%d %H:%M")
        .ok()
        .map(|local| (local, Precision::Hour))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: i64 = 1_795_000_000;

    fn moment(text: &str, zone: &str) -> Result<Timing, Problem> {
        MomentInput { text: text.to_owned(), zone: zone.to_owned(), precision: String::new() }
            .past(Moment::from_seconds(NOW))
    }

    #[test]
    fn a_minute_in_seoul_is_read_as_its_first_second() {
        let timing = moment("2025-11-17 16:00", "Asia/Seoul").unwrap();
        assert_eq!((timing.at.to_rfc3339().as_str(), timing.precision), ("2025-11-17T07:00:00Z", Precision::Exact));
    }

    #[test]
    fn a_day_alone_and_an_hour_alone_are_kept_as_such() {
        assert_eq!(moment("2025-11-17", "Asia/Seoul").unwrap().precision, Precision::Day);
        assert_eq!(moment("2025-11-17 16", "Asia/Seoul").unwrap().precision, Precision::Hour);
    }

    #[test]
    fn a_time_chosen_as_known_to_the_day_is_its_day() {
        let typed = MomentInput {
            text: "2025-11-17 16:20".to_owned(),
            precision: "day".to_owned(),
            zone: "Asia/Seoul".to_owned(),
        };
        let now = Moment::from_seconds(NOW);
        assert_eq!(typed.past(now), moment("2025-11-17", "Asia/Seoul"));
        let hour = MomentInput { precision: "hour".to_owned(), ..typed };
        assert_eq!(hour.past(now), moment("2025-11-17 16", "Asia/Seoul"));
    }

    #[test]
    fn the_future_is_refused() {
        assert_eq!(moment("2031-01-01 00:00", "Asia/Seoul"), Err(Problem::InFuture { now: Moment::from_seconds(NOW) }));
    }

    #[test]
    fn a_time_that_never_was_names_the_first_instant_after_the_gap() {
        let after = Moment::from_rfc3339("2025-03-30T01:00:00Z").unwrap();
        let zone = chrono_tz::Europe::Berlin;
        assert_eq!(moment("2025-03-30 02:30", "Europe/Berlin"), Err(Problem::NeverInZone { after, zone }));
    }

    #[test]
    fn a_time_that_was_twice_is_asked_about_and_its_offset_settles_it() {
        let Err(Problem::TwiceInZone { first, second }) = moment("2025-10-26 02:30", "Europe/Berlin") else {
            panic!("it was twice")
        };
        assert_eq!((first.as_str(), second.as_str()), ("2025-10-26 02:30 +02:00", "2025-10-26 02:30 +01:00"));
        let (first, second) = (moment(&first, "Europe/Berlin").unwrap(), moment(&second, "Europe/Berlin").unwrap());
        assert_eq!(second.at.since(first.at), 3_600);
    }

    #[test]
    fn numbers_are_read_with_and_without_separators_and_never_guessed() {
        assert_eq!(count("33,673,817"), Ok(33_673_817));
        assert_eq!(count("33.673.817"), Ok(33_673_817));
        assert_eq!(count(" 4536 "), Ok(4_536));
        assert_eq!(count("-5"), Err(Problem::Negative));
        assert_eq!(count("4,53"), Err(Problem::NotANumber));
        assert_eq!(count("many"), Err(Problem::NotANumber));
        assert_eq!(count("99999999999999999999999"), Err(Problem::Absurd { most: MOST }));
        assert_eq!(count("10000000001"), Err(Problem::Absurd { most: MOST }));
    }

    #[test]
    fn a_megabyte_of_text_is_refused_with_the_limit() {
        assert_eq!(text(&"가".repeat(1 << 20)), Err(Problem::TooLong { limit: TEXT }));
        for odd in ["a\nb", "a\0b", "in\u{202e}voice", "\u{2066}a", "a\u{2028}b", "a\u{ffff}"] {
            assert_eq!(line(odd), Err(Problem::Unprintable), "{odd:?}");
        }
        assert_eq!(text("a\u{202e}b"), Err(Problem::Unprintable));
        assert_eq!(optional_text("a\r\nb"), Ok("a\nb".to_owned()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_text_makes_the_reader_of_moments_panic(text in "\\PC{0,40}", zone in "\\PC{0,20}") {
            let _ = moment(&text, &zone);
            let _ = moment(&text, "Asia/Seoul");
            let _ = count(&text);
        }

        #[test]
        fn what_is_typed_back_reads_the_same(seconds in 700_000_000i64..NOW) {
            let timing = Timing::exact(Moment::from_seconds(seconds), chrono_tz::Asia::Seoul);
            prop_assert_eq!(moment(&typed(&timing), "Asia/Seoul"), Ok(timing));
        }
    }
}
