//! How each language writes moments, dates, numbers, money and lists.
//!
//! A moment is never written without its zone. Lengths of time are worded in one place, `law/length`; here are only the
//! digits that a script goes on counting.

use super::span::{countdown, grouped};
use super::{Given, Text};
use crate::law::base::moment::{Moment, Precision, Timing, UNBOUNDED, start_of_day};
use crate::law::base::money::{Currency, Money};
use crate::law::base::words::Lang;
use chrono::{DateTime, Datelike, NaiveDate, Offset, Timelike};
use chrono_tz::{OffsetName, Tz};

impl Text {
    /// A moment on a zone's wall clock, with the zone; seconds only when they are not zero.
    #[must_use]
    pub fn moment(&self, at: impl Given<Moment>, zone: impl Given<Tz>) -> String {
        let local = at.get().in_zone(zone.get());
        let (day, clock, zone) = (self.weekday_date(local.date_naive()), self.clock(&local), zone_name(&local));
        match self.lang() {
            Lang::En => format!("{day}, {clock} {zone}"),
            Lang::Ko | Lang::Id => format!("{day} {clock} {zone}"),
        }
    }

    /// The same moment in UTC.
    #[must_use]
    pub fn moment_utc(&self, at: impl Given<Moment>) -> String {
        self.moment(at.get(), Tz::UTC)
    }

    /// A moment on a zone's wall clock and in UTC; the date is written once where it is the same.
    #[must_use]
    pub fn moment_both(&self, at: impl Given<Moment>, zone: impl Given<Tz>) -> String {
        let (at, zone) = (at.get(), zone.get());
        let (local, utc) = (at.in_zone(zone), at.in_zone(Tz::UTC));
        if zone == Tz::UTC {
            self.moment_utc(at)
        } else if local.date_naive() == utc.date_naive() {
            self.moment_with_utc(self.moment(at, zone), format!("{} UTC", self.clock(&utc)))
        } else {
            self.moment_with_utc(self.moment(at, zone), self.moment_utc(at))
        }
    }

    /// A moment as a person knows it: exact, within an hour, a day, a month or a year, between two moments, at the latest or
    /// at the earliest; in the zone in which it was said.
    #[must_use]
    pub fn timing(&self, timing: impl Given<Timing>) -> String {
        let timing = timing.get();
        let local = timing.at.in_zone(timing.zone);
        let (day, zone) = (self.weekday_date(local.date_naive()), zone_name(&local));
        match timing.precision {
            Precision::Exact => self.moment(timing.at, timing.zone),
            Precision::Hour => {
                let end = timing.at.plus_seconds(3_600).in_zone(timing.zone);
                self.timing_hour(day, self.clock(&local), self.clock(&end), zone_name(&end))
            }
            Precision::Day => self.timing_day(day, zone),
            Precision::Month => self.timing_month(self.whole_month(&local), zone),
            Precision::Year => self.timing_year(local.year().to_string(), zone),
            Precision::Between(to) => {
                let to = to.in_zone(timing.zone);
                if begins_day(&local) && ends_day(&to) {
                    let (from, to) = (self.weekday_date(local.date_naive()), self.weekday_date(to.date_naive()));
                    return self.timing_between_days(from, to, zone);
                }
                self.timing_between(self.moment(timing.at, timing.zone), self.moment(timing.latest(), timing.zone))
            }
            Precision::Latest if ends_day(&local) => self.timing_latest(format!("{day} ({zone})")),
            Precision::Latest => self.timing_latest(self.moment(timing.at, timing.zone)),
            Precision::Earliest if begins_day(&local) => self.timing_earliest(format!("{day} ({zone})")),
            Precision::Earliest => self.timing_earliest(self.moment(timing.at, timing.zone)),
        }
    }

    /// A month with its year, its name in full.
    fn whole_month(&self, local: &DateTime<Tz>) -> String {
        let name = |months| pick(months, local.month0());
        match self.lang() {
            Lang::En => format!("{} {}", name(MONTHS), local.year()),
            Lang::Ko => format!("{}년 {}월", local.year(), local.month()),
            Lang::Id => format!("{} {}", name(BULAN), local.year()),
        }
    }

    /// Two moments of one day, the date written once and both in whole minutes; `None` where they are of two days or clocks.
    pub(in crate::locales) fn within_a_day(&self, earliest: Moment, latest: Moment, zone: Tz) -> Option<String> {
        let minute = |at: Moment| at.plus_seconds(-at.seconds().rem_euclid(60)).in_zone(zone);
        let (from, to) = (minute(earliest), minute(latest));
        let one = from < to && from.date_naive() == to.date_naive() && zone_name(&from) == zone_name(&to);
        let day = || self.weekday_date(from.date_naive());
        one.then(|| self.timing_hour(day(), self.clock(&from), self.clock(&to), zone_name(&to)))
    }

    /// A date, without a weekday.
    #[must_use]
    pub fn date(&self, date: impl Given<NaiveDate>) -> String {
        let date = date.get();
        match self.lang() {
            Lang::Ko => format!("{}년 {}월 {}일", date.year(), date.month(), date.day()),
            Lang::En | Lang::Id => format!("{} {} {}", date.day(), self.month(date.month0()), date.year()),
        }
    }

    /// `HH:MM:SS` of a number of seconds, `?` where an end of it is open; the same in every language, because a script goes
    /// on counting it.
    #[must_use]
    pub fn countdown(&self, seconds: impl Given<i64>) -> String {
        let seconds = seconds.get();
        if seconds.saturating_abs() >= UNBOUNDED { "?".to_owned() } else { countdown(seconds) }
    }

    /// A whole number with the language's separator of thousands.
    #[must_use]
    pub fn number(&self, number: impl Given<i64>) -> String {
        grouped(&number.get().to_string(), self.thousands())
    }

    /// An amount of money with its currency; minor units only when they are not zero.
    #[must_use]
    pub fn money(&self, money: impl Given<Money>) -> String {
        let Money { minor, currency } = money.get();
        let unit = 10_i64.pow(currency.decimals());
        let sign = if minor < 0 { "-" } else { "" };
        let (whole, rest) = (minor.unsigned_abs() / unit.unsigned_abs(), minor.unsigned_abs() % unit.unsigned_abs());
        let mut amount = grouped(&format!("{sign}{whole}"), self.thousands());
        if rest > 0 {
            amount.push(if self.lang() == Lang::Id { ',' } else { '.' });
            amount.push_str(&format!("{rest:02}"));
        }
        match (self.lang(), currency) {
            (Lang::Ko, Currency::Krw) => format!("{amount}원"),
            _ => format!("{} {amount}", currency.code()),
        }
    }

    /// A share given in parts per ten thousand, as a percentage: 300 is 3%.
    #[must_use]
    pub fn share(&self, per_ten_thousand: impl Given<i64>) -> String {
        let parts = per_ten_thousand.get();
        let rest = format!("{:02}", parts.rem_euclid(100));
        let rest = rest.trim_end_matches('0');
        let mark = if self.lang() == Lang::Id { ',' } else { '.' };
        let whole = self.number(parts.div_euclid(100));
        if rest.is_empty() { format!("{whole}%") } else { format!("{whole}{mark}{rest}%") }
    }

    /// "a, b and c".
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let Some((last, first)) = items.split_last() else { return String::new() };
        let (last, first) = (last.as_ref(), first.iter().map(AsRef::as_ref).collect::<Vec<_>>());
        match (first.as_slice(), self.lang()) {
            ([], _) => last.to_owned(),
            ([_, _, ..], Lang::Id) => format!("{}, dan {last}", first.join(", ")),
            (_, Lang::En) => format!("{} and {last}", first.join(", ")),
            (_, Lang::Ko) => format!("{} 및 {last}", first.join(", ")),
            (_, Lang::Id) => format!("{} dan {last}", first.join(", ")),
        }
    }

    /// A zone's distance from UTC at a moment: `UTC+09:00`.
    #[must_use]
    pub fn offset(&self, at: impl Given<Moment>, zone: impl Given<Tz>) -> String {
        offset(&at.get().in_zone(zone.get()))
    }

    fn weekday_date(&self, date: NaiveDate) -> String {
        let weekday = date.weekday().num_days_from_monday();
        match self.lang() {
            Lang::En => format!("{} {}", pick("Mon Tue Wed Thu Fri Sat Sun", weekday), self.date(date)),
            Lang::Ko => format!("{}({})", self.date(date), pick("월 화 수 목 금 토 일", weekday)),
            Lang::Id => format!("{}, {}", pick("Sen Sel Rab Kam Jum Sab Min", weekday), self.date(date)),
        }
    }

    fn month(&self, month0: u32) -> &'static str {
        match self.lang() {
            Lang::En | Lang::Ko => pick("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", month0),
            Lang::Id => pick("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des", month0),
        }
    }

    fn clock(&self, local: &DateTime<Tz>) -> String {
        let colon = if self.lang() == Lang::Id { '.' } else { ':' };
        let clock = format!("{:02}{colon}{:02}", local.hour(), local.minute());
        if local.second() == 0 { clock } else { format!("{clock}{colon}{:02}", local.second()) }
    }

    fn thousands(&self) -> char {
        if self.lang() == Lang::Id { '.' } else { ',' }
    }
}

/// Whether a local time is the first second of its day.
fn begins_day(local: &DateTime<Tz>) -> bool {
    start_of_day(local.date_naive(), local.timezone()).is_some_and(|at| at.seconds() == local.timestamp())
}

/// Whether a local time is the last second of its day.
fn ends_day(local: &DateTime<Tz>) -> bool {
    let next = local.date_naive().succ_opt().and_then(|day| start_of_day(day, local.timezone()));
    next.is_some_and(|at| at.seconds() == local.timestamp() + 1)
}

const MONTHS: &str = "January February March April May June July August September October November December";
const BULAN: &str = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember";

fn pick(words: &'static str, place: u32) -> &'static str {
    usize::try_from(place).ok().and_then(|place| words.split(' ').nth(place)).unwrap_or_default()
}

/// The zone's abbreviation, or its offset where the zone has only a number.
fn zone_name(local: &DateTime<Tz>) -> String {
    match local.offset().abbreviation() {
        Some(name) if name.starts_with(|c: char| c.is_ascii_alphabetic()) => name.to_owned(),
        _ => offset(local),
    }
}

fn offset(local: &DateTime<Tz>) -> String {
    let seconds = local.offset().fix().local_minus_utc();
    let sign = if seconds < 0 { '\u{2212}' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
