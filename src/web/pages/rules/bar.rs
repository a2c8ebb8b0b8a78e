//! The versions of a duty over time, as a picture: one stretch a version, a line for the day shown. The same stands in
//! words beside it.

use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::version::Version;
use chrono::{Datelike, Days, NaiveDate};

/// How many days the picture shows beyond the last of its dates.
const BEYOND: u64 = 366;

/// The picture; places and widths are thousandths of its width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// One stretch a version in force.
    pub pieces: Vec<Piece>,
    /// The day shown.
    pub mark: u16,
    /// The first and the last year.
    pub years: (i32, i32),
}

/// One version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins.
    pub x: u16,
    /// How wide it is.
    pub width: u16,
    /// Whether it is in force on the day shown.
    pub current: bool,
}

impl Bar {
    /// The picture of a duty; `None` where it has no versions.
    #[must_use]
    pub fn of(duty: &Duty, on: NaiveDate, today: NaiveDate) -> Option<Self> {
        let (first, last) = (duty.version.first()?.from, duty.version.last()?.from);
        let begin = first.min(on);
        let end = last.max(on).max(today).checked_add_days(Days::new(BEYOND))?;
        let place = |day: NaiveDate| {
            let (part, whole) =
                (day.signed_duration_since(begin).num_days(), end.signed_duration_since(begin).num_days());
            u16::try_from(part.saturating_mul(1_000) / whole.max(1)).unwrap_or(1_000)
        };
        let current = duty.in_force(on).map(|version| version.from);
        let ends = duty.version.iter().skip(1).map(|version| version.from).chain([end]);
        let piece = |(version, end): (&Version, NaiveDate)| Piece {
            x: place(version.from),
            width: place(end).saturating_sub(place(version.from)).max(4),
            current: current == Some(version.from),
        };
        let live = duty.version.iter().zip(ends).filter(|(version, _)| !version.repealed);
        Some(Self { pieces: live.map(piece).collect(), mark: place(on), years: (begin.year(), end.year()) })
    }
}
