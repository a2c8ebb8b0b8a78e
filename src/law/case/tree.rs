//! The text of a case as a tree that knows its spans, whether it came as TOML or as JSON.
//!
//! Both forms read the same; what stands in the tree is not judged here.

use crate::base::error::LawError;
use crate::base::parse;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// In bytes of the text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a value can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
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
pub(crate) struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands, in bytes of the text.
    pub span: Range<usize>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// What it is, as a person calls it.
    pub(crate) const fn name(&self) -> &'static str {
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
pub(crate) fn parse(file: &str, text: &str) -> Result<Node, LawError> {
    let table = DeTable::parse(text).map_err(|error| {
        let problem = error.message().trim().replace('\n', " ");
        let hint = "write TOML, as in the cases beside the rulebooks, or one JSON object; see `dutyclock schema case`";
        parse::unreadable(file, text, &error, problem, hint)
    })?;
    Ok(Node { span: 0..0, kind: Kind::Table(entries(table.get_ref())) })
}

fn entries(table: &DeTable<'_>) -> Vec<Entry> {
    let entry = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| Entry {
        key: std::borrow::Cow::to_string(key.get_ref()),
        span: key.span(),
        value: node(value),
    };
    let mut entries: Vec<Entry> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.span.start);
    entries
}

fn node(value: &toml::Spanned<DeValue<'_>>) -> Node {
    let kind = match value.get_ref() {
        DeValue::Boolean(answer) => Kind::Bool(*answer),
        DeValue::String(text) => Kind::Text(text.to_string()),
        DeValue::Datetime(at) => Kind::Text(at.to_string()),
        DeValue::Array(items) => Kind::List(items.iter().map(node).collect()),
        DeValue::Table(table) => Kind::Table(entries(table)),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Kind::Other("a number that is too large"), Kind::Whole),
        DeValue::Float(_) => Kind::Other("a fraction"),
    };
    Node { span: value.span(), kind }
}
