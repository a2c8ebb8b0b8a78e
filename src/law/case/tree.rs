//! The text of a case as a tree that remembers its lines, whether it came as TOML or as JSON.
//!
//! Both forms read the same; what stands in the tree is not judged here.

use super::super::error::LawError;
use super::super::parse;
use toml::de::{DeTable, DeValue};

/// A value and the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    /// From 1.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
}

/// What a value can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// True or false.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A text, a date or a time.
    Text(String),
    /// Several values.
    List(Vec<Node>),
    /// Keys and values in their order.
    Table(Vec<Entry>),
    /// What no key takes, by its name: a fraction, null, a number that is too large.
    Other(&'static str),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The key.
    pub key: String,
    /// The line on which it stands.
    pub line: usize,
    /// The value.
    pub value: Node,
}

impl Node {
    /// What it is, as a person calls it.
    pub(super) const fn name(&self) -> &'static str {
        match &self.kind {
            Kind::Bool(_) => "true or false",
            Kind::Whole(_) => "a whole number",
            Kind::Text(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Table(_) => "a table",
            Kind::Other(name) => name,
        }
    }
}

/// Reads TOML.
///
/// # Errors
/// With file, line, key and hint, when it is not TOML.
pub(super) fn parse(file: &str, text: &str) -> Result<Node, LawError> {
    let lines = Lines::of(text);
    let table = DeTable::parse(text).map_err(|error| {
        let line = parse::line_of(text, error.span().map_or(0, |span| span.start));
        LawError {
            file: file.to_owned(),
            line,
            key: text
                .lines()
                .nth(line - 1)
                .and_then(|line| line.split('=').next())
                .unwrap_or_default()
                .trim()
                .to_owned(),
            problem: error.message().trim().replace('\n', " "),
            hint: "write TOML, as in the cases beside the rulebooks, or one JSON object".to_owned(),
        }
    })?;
    Ok(Node { line: 1, kind: Kind::Table(entries(&lines, table.get_ref())) })
}

fn entries(lines: &Lines, table: &DeTable<'_>) -> Vec<Entry> {
    let entry = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| Entry {
        key: std::borrow::Cow::to_string(key.get_ref()),
        line: lines.at(key.span().start),
        value: node(lines, value),
    };
    let mut entries: Vec<Entry> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.line);
    entries
}

fn node(lines: &Lines, value: &toml::Spanned<DeValue<'_>>) -> Node {
    let kind = match value.get_ref() {
        DeValue::Boolean(answer) => Kind::Bool(*answer),
        DeValue::String(text) => Kind::Text(text.to_string()),
        DeValue::Datetime(at) => Kind::Text(at.to_string()),
        DeValue::Array(items) => Kind::List(items.iter().map(|item| node(lines, item)).collect()),
        DeValue::Table(table) => Kind::Table(entries(lines, table)),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Kind::Other("a number that is too large"), Kind::Whole),
        DeValue::Float(_) => Kind::Other("a fraction"),
    };
    Node { line: lines.at(value.span().start), kind }
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    /// Of a text.
    pub(super) fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    /// The line, from 1, of a place in the text.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|newline| *newline < offset) + 1
    }
}
