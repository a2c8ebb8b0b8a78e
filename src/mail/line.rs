//! Makes people's text fit for one line of a mail. Removes only what cannot be read; never changes words.

/// Whether a character is invisible and changes how the text around it is read or split.
fn misleads(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text on one line: line breaks, control characters and marks that turn the direction become single spaces.
pub fn one_line(text: &str) -> String {
    let words = text.split(|c: char| misleads(c) || c.is_whitespace()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The text on one line, cut after a number of characters.
pub fn short_line(text: &str, limit: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= limit {
        return line;
    }
    let kept: String = line.chars().take(limit.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Several lines, each made safe by itself, cut after a number of characters.
pub fn lines(text: &str, limit: usize) -> String {
    let kept: String = text.chars().take(limit).collect();
    let mark = if kept.len() < text.len() { "…" } else { "" };
    let lines: Vec<String> = kept.lines().map(one_line).collect();
    format!("{}{mark}", lines.join("\n").trim())
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_line_break_cannot_survive_in_a_line() {
        assert_eq!(one_line("a\r\nBcc: b\u{2028}c\u{202e}d\t e"), "a Bcc: b c d e");
        assert_eq!(short_line("개인정보 유출", 4), "개인정…");
        assert_eq!(short_line("abcd", 4), "abcd");
    }

    #[test]
    fn several_lines_stay_lines() {
        assert_eq!(lines("one\r\n\r\ntwo\u{7}x", 100), "one\n\ntwo x");
        assert_eq!(lines("abcdef", 3), "abc…");
    }
}
