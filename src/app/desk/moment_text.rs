//! The spellings in which people write a moment, read without a guess: what can be meant in one way only is taken, what can
//! be meant in two is asked about, and a day or an hour that there is none of is called that.

use super::refusal::Problem;
use chrono::{Days, FixedOffset, NaiveDate, NaiveDateTime};

/// A moment as spelt, before its zone is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelt {
    /// `2026`.
    Year(i32),
    /// `2026-11`.
    Month(i32, u32),
    /// `2026-11-29`.
    Day(NaiveDate),
    /// `2026-11-29 16`.
    Hour(NaiveDateTime),
    /// `2026-11-29 16:00`, on the clock of the zone beside it.
    Local(NaiveDateTime),
    /// `2026-11-29 16:00 +09:00`, `2026-11-29T16:00:00Z`.
    At(NaiveDateTime, FixedOffset),
}

/// Reads a spelling.
pub(super) fn read(text: &str) -> Result<Spelt, Problem> {
    let text = plain(text).to_lowercase();
    let text = text.trim();
    if ["about", "around", "approx", "ca.", "ca ", "circa", "약 ", "약2", "경 ", "sekitar", "kira-kira", "~", "±", "≈"]
        .iter()
        .any(|word| text.starts_with(word))
        || text.ends_with("경")
        || text.ends_with("쯤")
    {
        return Err(Problem::AboutHasTwoEnds);
    }
    let (text, half) = half_day(text);
    let (body, offset) = offset(&text);
    let parts = parts(body).ok_or(Problem::NotAMoment)?;
    let (date, time) = split(&parts).ok_or(Problem::NotAMoment)?;
    let spelt = match (day(date)?, time) {
        (Date::Year(year), []) => Spelt::Year(year),
        (Date::Month(year, month), []) => Spelt::Month(year, month),
        (Date::Day(day), []) => Spelt::Day(day),
        (Date::Day(day), [hour]) => Spelt::Hour(at(day, (hour.number(half)?, 0, 0))?),
        (Date::Day(day), [hour, minute]) => Spelt::Local(at(day, (hour.number(half)?, minute.two()?, 0))?),
        (Date::Day(day), [hour, minute, second, ..]) => {
            Spelt::Local(at(day, (hour.number(half)?, minute.two()?, second.two()?))?)
        }
        _ => return Err(Problem::NotAMoment),
    };
    match (spelt, offset) {
        (spelt, None) => Ok(spelt),
        (Spelt::Local(local), Some(offset)) => Ok(Spelt::At(local, offset)),
        _ => Err(Problem::NotAMoment),
    }
}

/// Without what cannot be seen, and with full-width and Arabic-Indic digits as the usual ones.
pub(super) fn plain(text: &str) -> String {
    let unseen = |char: char| matches!(char, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}');
    let usual = |char: char| {
        let moved = |from: char, to: char| {
            (u32::from(char) - u32::from(from)).checked_add(u32::from(to)).and_then(char::from_u32).unwrap_or(char)
        };
        match char {
            '\u{ff01}'..='\u{ff5e}' => moved('\u{ff01}', '!'),
            '\u{660}'..='\u{669}' => moved('\u{660}', '0'),
            '\u{6f0}'..='\u{6f9}' => moved('\u{6f0}', '0'),
            '\u{3000}' | '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            char => char,
        }
    };
    text.chars().filter(|char| !unseen(*char)).map(usual).collect()
}

/// Which half of the day was named, and the text without it.
fn half_day(text: &str) -> (String, Option<bool>) {
    let named = [("오전", false), ("오후", true), ("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)];
    let found = named.into_iter().find(|(word, _)| text.contains(word));
    found.map_or_else(|| (text.to_owned(), None), |(word, after)| (text.replacen(word, " ", 1), Some(after)))
}

/// The offset at the end, where there is one: `Z`, `UTC`, `+09:00`, `-0500`.
fn offset(text: &str) -> (&str, Option<FixedOffset>) {
    let text = text.trim();
    if let Some(body) = ["utc", "gmt", "z"].iter().find_map(|zone| text.strip_suffix(zone)) {
        return (body.trim_end(), FixedOffset::east_opt(0));
    }
    let found = || {
        let sign =
            text.rfind(['+', '-', '−']).filter(|place| text.get(..*place).is_some_and(|body| body.contains(':')))?;
        let (body, end) = text.split_at_checked(sign)?;
        let digits: String = end.chars().filter(char::is_ascii_digit).collect();
        let said = end.chars().skip(1).all(|char| char.is_ascii_digit() || char == ':');
        let (hours, minutes) = digits.split_at_checked(2).filter(|_| said && digits.len() == 4)?;
        let seconds = hours.parse::<i32>().ok()? * 3_600 + minutes.parse::<i32>().ok()? * 60;
        let seconds = if end.starts_with('+') { seconds } else { -seconds };
        Some((body.trim_end(), FixedOffset::east_opt(seconds)?))
    };
    found().map_or((text, None), |(body, offset)| (body, Some(offset)))
}

/// A number, and what stands between it and the next.
#[derive(Debug, Clone, Copy)]
struct Part<'a> {
    digits: &'a str,
    then: &'a str,
}

impl Part<'_> {
    fn value(self) -> Option<u32> {
        self.digits.parse().ok().filter(|_| self.digits.len() <= 4)
    }

    /// Two digits, or one before its own unit.
    fn two(self) -> Result<u32, Problem> {
        let unit = self.then.trim().starts_with(['분', '초']);
        self.value().filter(|_| self.digits.len() == 2 || unit && self.digits.len() == 1).ok_or(Problem::NotAMoment)
    }

    /// An hour, in the half of the day that was named.
    fn number(self, half: Option<bool>) -> Result<u32, Problem> {
        let hour = self.value().filter(|_| self.digits.len() <= 2).ok_or(Problem::NotAMoment)?;
        match half {
            None => Ok(hour),
            Some(_) if !(1..=12).contains(&hour) => Err(Problem::NoSuchTime),
            Some(after) => Ok(hour % 12 + if after { 12 } else { 0 }),
        }
    }
}

/// The numbers of a text; none where anything else stands in it.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let mut rest = text;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, after) = rest.split_at_checked(end).filter(|(digits, _)| !digits.is_empty())?;
        let next = after.find(|char: char| char.is_ascii_digit()).unwrap_or(after.len());
        let (then, after) = after.split_at_checked(next)?;
        parts.push(Part { digits, then });
        rest = after;
    }
    let known = ["", "-", ".", "/", ":", "년", "월", "일", "시", "분", "초", "t", ",", "년도"];
    let spelt = parts.iter().all(|part| known.contains(&part.then.trim()));
    (spelt && (1..=7).contains(&parts.len())).then_some(parts)
}

/// The numbers of the date and those of the time. The time begins where a date is whole and a space, a T or a 일 stands.
fn split<'a, 'b>(parts: &'b [Part<'a>]) -> Option<(&'b [Part<'a>], &'b [Part<'a>])> {
    let (date, time) = parts.split_at_checked(parts.len().min(3))?;
    let separator = |part: &Part<'_>| part.then.trim().to_owned();
    let dated = match date {
        [_] => true,
        [year, _] => matches!(separator(year).as_str(), "-" | "." | "/" | "년"),
        [a, b, last] => {
            let (a, b) = (separator(a), separator(b));
            let same = a == b && matches!(a.as_str(), "-" | "." | "/");
            let ends = time.is_empty() || last.then.contains([' ', 't', '일', ',']);
            ends && (same || (a.starts_with('년') && b == "월"))
        }
        _ => false,
    };
    let clock = |part: &Part<'_>| matches!(separator(part).as_str(), ":" | "." | "시" | "분");
    let last = time.split_last().is_none_or(|(_, before)| before.iter().all(clock));
    (dated && last).then_some((date, time))
}

enum Date {
    Year(i32),
    Month(i32, u32),
    Day(NaiveDate),
}

fn day(date: &[Part<'_>]) -> Result<Date, Problem> {
    let values: Vec<(usize, u32)> = date.iter().filter_map(|part| Some((part.digits.len(), part.value()?))).collect();
    let of = |year: u32, month: u32, day: u32| {
        let year = i32::try_from(year).map_err(|_| Problem::NotAMoment)?;
        NaiveDate::from_ymd_opt(year, month, day).map(Date::Day).ok_or(Problem::NoSuchDay)
    };
    match values.as_slice() {
        [(4, year)] => i32::try_from(*year).map(Date::Year).map_err(|_| Problem::NotAMoment),
        [(4, year), (1 | 2, month)] if (1..=12).contains(month) => {
            i32::try_from(*year).map(|year| Date::Month(year, *month)).map_err(|_| Problem::NotAMoment)
        }
        [(4, _), (1 | 2, _)] => Err(Problem::NoSuchDay),
        [(4, year), (1 | 2, month), (1 | 2, day)] => of(*year, *month, *day),
        [(1 | 2, a), (1 | 2, b), (4, year)] => match (*a > 12, *b > 12) {
            (true, true) => Err(Problem::NoSuchDay),
            (true, false) => of(*year, *b, *a),
            (false, true) => of(*year, *a, *b),
            (false, false) if a == b => of(*year, *a, *b),
            (false, false) => Err(Problem::AmbiguousDay {
                first: format!("{year}-{b:02}-{a:02}"),
                second: format!("{year}-{a:02}-{b:02}"),
            }),
        },
        _ => Err(Problem::NotAMoment),
    }
}

/// A time on a day; 24:00 is the next one's first.
fn at(day: NaiveDate, (hour, minute, second): (u32, u32, u32)) -> Result<NaiveDateTime, Problem> {
    if (hour, minute, second) == (24, 0, 0) {
        return day.checked_add_days(Days::new(1)).and_then(|next| next.and_hms_opt(0, 0, 0)).ok_or(Problem::NoSuchDay);
    }
    day.and_hms_opt(hour, minute, second).ok_or(Problem::NoSuchTime)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> String {
        match read(text) {
            Ok(Spelt::Local(local)) => local.format("%Y-%m-%d %H:%M").to_string(),
            Ok(Spelt::At(local, offset)) => format!("{} {offset}", local.format("%Y-%m-%d %H:%M")),
            Ok(Spelt::Hour(local)) => local.format("%Y-%m-%d %H h").to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn usual_spellings_of_one_moment_are_read_as_it() {
        for text in [
            "2026-11-29 16:00",
            "2026.11.29 16:00",
            "2026. 11. 29. 16:00",
            "2026/11/29 16:00",
            "2026-11-29 16.00",
            "2026-11-29T16:00",
            "2026년 11월 29일 16시 00분",
            "2026년 11월 29일 오후 4시 0분",
            "2026-11-29 4:00 pm",
            "29/11/2026 16:00",
            "11/29/2026 16:00",
            "29.11.2026 16.00",
            "\u{feff}2026-11-29\u{200b} 16:00",
            "２０２６－１１－２９　１６：００",
        ] {
            assert_eq!(local(text), "2026-11-29 16:00", "{text}");
        }
        assert_eq!(local("2026년 11월 29일 16시"), "2026-11-29 16 h");
        assert_eq!(local("2026-11-29T16:00:00Z"), "2026-11-29 16:00 +00:00");
        assert_eq!(local("2026-11-29 16:00-05:00"), "2026-11-29 16:00 -05:00");
        assert_eq!(local("2026-11-28 24:00"), "2026-11-29 00:00");
    }

    #[test]
    fn a_day_a_month_and_a_year_are_enough() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
        for text in ["2026-11-29", "2026. 11. 29.", "2026년 11월 29일", "29/11/2026"] {
            assert_eq!(read(text), Ok(Spelt::Day(day)), "{text}");
        }
        assert_eq!(read("2026-11"), Ok(Spelt::Month(2026, 11)));
        assert_eq!(read("2026년 11월"), Ok(Spelt::Month(2026, 11)));
        assert_eq!(read("2026"), Ok(Spelt::Year(2026)));
    }

    #[test]
    fn what_can_be_meant_in_two_ways_is_asked_about() {
        let ambiguous = Problem::AmbiguousDay { first: "2026-04-03".to_owned(), second: "2026-03-04".to_owned() };
        assert_eq!(read("03/04/2026"), Err(ambiguous));
        assert_eq!(read("about 2026-11-29"), Err(Problem::AboutHasTwoEnds));
        assert_eq!(read("2026년 11월 29일 16시경"), Err(Problem::AboutHasTwoEnds));
    }

    #[test]
    fn a_day_or_a_time_that_there_is_none_of_is_called_that() {
        for text in ["2026-02-30", "2026-13-01", "2026-13", "31/31/2026"] {
            assert_eq!(read(text), Err(Problem::NoSuchDay), "{text}");
        }
        for text in ["2026-11-29 16:60", "2026-11-29 16:00:60", "2026-11-29 25:00", "2026-11-29 24:01"] {
            assert_eq!(read(text), Err(Problem::NoSuchTime), "{text}");
        }
        for text in
            ["", "yesterday", "26-11-29", "2026-11-29 16:0", "2026-11-29-16:00", "2026-11/29", "1 2 3 4 5 6 7 8"]
        {
            assert_eq!(read(text), Err(Problem::NotAMoment), "{text}");
        }
    }
}
