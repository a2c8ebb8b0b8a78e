//! JSON as a tree that knows its spans. Whether it is JSON at all is left to the parser that everybody uses; here the
//! spans are found, and a key that stands twice is refused, which that parser would not do.

use super::tree::{Entry, Kind, Node};
use crate::base::error::LawError;
use std::ops::Range;

/// Reads one JSON object.
///
/// # Errors
/// With file, line, key and hint, when it is not JSON or a key stands twice.
pub(crate) fn parse(file: &str, text: &str) -> Result<Node, LawError> {
    let wrong = |span, key: &str, problem: &str, hint: &str| LawError::at((file, text), span, key, problem, hint);
    serde_json::from_str::<serde_json::Value>(text).map_err(|error| {
        let at = offset(text, error.line(), error.column());
        // The parser's own place is counted in bytes, and sometimes on the next line: ours stands beside the problem.
        let told = error.to_string();
        let problem = told.rsplit_once(" at line ").map_or(told.as_str(), |(problem, _)| problem);
        wrong(at..at, "", problem, "write one JSON object; see `dutyclock schema case`")
    })?;
    let mut walk = Walk { text, at: 0, twice: None };
    let read = walk.value();
    match (read, walk.twice) {
        (_, Some((span, key))) => Err(wrong(span, &key, "this key stands twice", "keep one of the two")),
        (Some(node), None) => Ok(node),
        (None, None) => Err(wrong(0..0, "", "expected one JSON object", "see `dutyclock schema case`")),
    }
}

/// The place of a line and of a byte in it, both from 1; before the first byte is the end of the line before.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column).saturating_sub(1)
}

/// A walk over text that is known to be JSON; `None` where it should prove not to be.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    twice: Option<(Range<usize>, String)>,
}

impl Walk<'_> {
    fn peek(&mut self) -> Option<u8> {
        let rest = self.text.get(self.at..)?;
        self.at += rest.len() - rest.trim_start().len();
        self.text.as_bytes().get(self.at).copied()
    }

    fn value(&mut self) -> Option<Node> {
        let first = self.peek()?;
        let begin = self.at;
        let kind = match first {
            b'{' => self.table()?,
            b'[' => self.list()?,
            b'"' => Kind::Text(self.string()?),
            _ => self.word()?,
        };
        Some(Node { span: begin..self.at, kind })
    }

    fn table(&mut self) -> Option<Kind> {
        let mut entries: Vec<Entry> = Vec::new();
        self.at += 1;
        while self.peek()? != b'}' {
            let begin = self.at;
            let key = self.string()?;
            let span = begin..self.at;
            if self.peek()? != b':' {
                return None;
            }
            self.at += 1;
            if entries.iter().any(|entry| entry.key == key) {
                self.twice.get_or_insert_with(|| (span.clone(), key.clone()));
            }
            let value = self.value()?;
            entries.push(Entry { key, span, value });
            self.comma()?;
        }
        self.at += 1;
        Some(Kind::Table(entries))
    }

    fn list(&mut self) -> Option<Kind> {
        let mut items = Vec::new();
        self.at += 1;
        while self.peek()? != b']' {
            items.push(self.value()?);
            self.comma()?;
        }
        self.at += 1;
        Some(Kind::List(items))
    }

    fn comma(&mut self) -> Option<()> {
        if self.peek()? == b',' {
            self.at += 1;
        }
        Some(())
    }

    fn string(&mut self) -> Option<String> {
        let begin = self.at;
        let rest = self.text.as_bytes().get(begin + 1..)?;
        let mut escaped = false;
        let length = rest.iter().position(|byte| {
            let ends = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            ends
        })?;
        self.at = begin + length + 2;
        serde_json::from_str(self.text.get(begin..self.at)?).ok()
    }

    fn word(&mut self) -> Option<Kind> {
        let rest = self.text.get(self.at..)?;
        let length = rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | '}' | ']')).unwrap_or(rest.len());
        let word = rest.get(..length).filter(|word| !word.is_empty())?;
        self.at += length;
        Some(match word {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            "null" => Kind::Other("null"),
            number if number.contains(['.', 'e', 'E']) => Kind::Other("a fraction"),
            number => number.parse().map_or(Kind::Other("a number that is too large"), Kind::Whole),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::tree;

    /// The tree as text, each place with its line.
    fn shape(node: &Node, text: &str) -> String {
        let line = |at: usize| text.split_at(at).0.lines().count().max(1);
        let within = match &node.kind {
            Kind::List(items) => items.iter().map(|item| shape(item, text)).collect::<Vec<_>>().join(" "),
            Kind::Table(entries) => {
                let entry =
                    |entry: &Entry| format!("{}:{} {}", line(entry.span.end), entry.key, shape(&entry.value, text));
                entries.iter().map(entry).collect::<Vec<_>>().join(" ")
            }
            plain => format!("{plain:?}"),
        };
        format!("{}({within})", line(node.span.start + 1))
    }

    #[test]
    fn json_reads_like_toml_with_the_lines_of_its_own() {
        let json = "{ \"a\": {\"b\": [1, \"t\\\"\\u00e9\", true]},\n\n \"c\": \"2026-11-22\" }";
        let toml = "a = { b = [1, 't\"\u{e9}', true] }\n\nc = 2026-11-22\n";
        let read = (parse("x.json", json).unwrap(), tree::parse("x.toml", toml).unwrap());
        assert_eq!(shape(&read.0, json), shape(&read.1, toml));
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_with_its_line() {
        let error = parse("x.json", "{\n\"a\": 1,\n\"a\": 2}").unwrap_err();
        assert_eq!((error.line, error.key.as_str()), (3, "a"));
    }

    #[test]
    fn what_is_not_json_is_refused_with_its_line() {
        assert_eq!(parse("x.json", "{\n\"a\": }").unwrap_err().line, 2);
    }
}
