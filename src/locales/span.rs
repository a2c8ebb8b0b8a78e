//! Digits, without any language: grouping and the ticking countdown. Never turns hours into days.

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

/// `HH:MM:SS`, hours without limit; a minus sign in front when negative.
pub fn countdown(seconds: i64) -> String {
    let total = seconds.saturating_abs();
    let sign = if seconds < 0 { "\u{2212}" } else { "" };
    format!("{sign}{:02}:{:02}:{:02}", total / 3_600, total / 60 % 60, total % 60)
}
