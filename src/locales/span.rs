//! Digits, without any language: grouping, the ticking countdown, hours and minutes. Never turns hours into days.

/// Puts a separator between each three digits of a whole number; a leading minus sign is kept, as U+2212.
pub fn grouped(digits: &str, separator: char) -> String {
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", digits),
    };
    let mut text = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A length of time in hours, minutes and seconds; the sign is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub hours: i64,
    pub minutes: i64,
    pub seconds: i64,
}

impl Span {
    /// From seconds.
    pub const fn of(seconds: i64) -> Self {
        let total = seconds.saturating_abs();
        Self { hours: total / 3_600, minutes: total / 60 % 60, seconds: total % 60 }
    }

    /// Which of hours, minutes and seconds a reader needs. Seconds matter below an hour, and just past a whole hour,
    /// where they are the difference between "in time" and "late"; elsewhere they are noise.
    pub const fn shown(&self) -> (bool, bool, bool) {
        let seconds = self.seconds > 0 && (self.hours == 0 || self.minutes == 0);
        let minutes = self.minutes > 0 || (self.hours > 0 && seconds);
        let nothing = self.hours == 0 && !minutes;
        (self.hours > 0, minutes, seconds || nothing)
    }
}

/// `HH:MM:SS`, hours without limit; a minus sign in front when negative.
pub fn countdown(seconds: i64) -> String {
    let Span { hours, minutes, seconds: rest } = Span::of(seconds);
    let sign = if seconds < 0 { "\u{2212}" } else { "" };
    format!("{sign}{hours:02}:{minutes:02}:{rest:02}")
}
