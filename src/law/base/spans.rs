//! Where something stands in a TOML text, by the way that leads to it. The text is read a second time, as a tree that
//! knows its spans, and only once something is wrong: what is right costs nothing, and the types of the law hold no
//! places.

use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// One step from a place in a file to a place within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// To the value of a key.
    Key(&'static str),
    /// To a key itself, which should not be there.
    Name(&'static str),
    /// To an item of a list, from 0.
    Item(usize),
    /// To the item of a list that says this.
    Saying(String),
}

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// In bytes of the text.
    pub span: Range<usize>,
    /// A plain value as it reads; otherwise the key under which the place lies.
    pub key: String,
    /// How many of the steps led somewhere.
    pub steps: usize,
}

/// A TOML text as a tree that knows its spans.
pub(crate) struct Spans<'a> {
    root: Option<DeValue<'a>>,
}

impl<'a> Spans<'a> {
    /// Of a text. One that is no TOML has no place but its begin.
    pub(crate) fn of(text: &'a str) -> Self {
        Self { root: DeTable::parse(text).ok().map(|root| DeValue::Table(root.into_inner())) }
    }

    /// The place to which a way leads; where it leads nowhere, the last place on it that is there.
    pub(crate) fn find(&self, way: &[Step]) -> Found {
        let mut found = Found { span: 0..0, key: String::new(), steps: 0 };
        let mut at = self.root.as_ref();
        for step in way {
            let Some((span, key, next)) = at.and_then(|value| go(value, step)) else { break };
            found = Found { span, key: key.unwrap_or(found.key), steps: found.steps + 1 };
            at = next;
        }
        found
    }

    /// The key under which a place in the text lies.
    pub(crate) fn key_at(&self, offset: usize) -> Option<String> {
        self.root.as_ref().and_then(|root| key_at(root, offset))
    }
}

/// One step from a value: the span there, how it is called, and from where the next step goes.
fn go<'v, 'a>(value: &'v DeValue<'a>, step: &Step) -> Option<(Range<usize>, Option<String>, Option<&'v DeValue<'a>>)> {
    let value = match (step, value) {
        (Step::Key(name), DeValue::Table(table)) => {
            let value = table.get(*name)?;
            return Some((value.span(), said(value.get_ref()).or(Some((*name).to_owned())), Some(value.get_ref())));
        }
        (Step::Name(name), DeValue::Table(table)) => {
            let (key, _) = table.get_key_value(*name)?;
            return Some((key.span(), Some((*name).to_owned()), None));
        }
        (Step::Item(at), DeValue::Array(items)) => items.get(*at)?,
        (Step::Saying(text), DeValue::Array(items)) => {
            items.iter().find(|item| item.get_ref().as_str() == Some(text))?
        }
        _ => return None,
    };
    Some((value.span(), said(value.get_ref()), Some(value.get_ref())))
}

/// A plain value as it reads.
fn said(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(answer) => Some(answer.to_string()),
        DeValue::Datetime(at) => Some(at.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

/// The innermost key that a place is on, or in whose value it lies.
fn key_at(value: &DeValue<'_>, offset: usize) -> Option<String> {
    match value {
        DeValue::Table(table) => table.iter().find_map(|(key, value)| {
            let here = key.span().contains(&offset) || value.span().contains(&offset);
            key_at(value.get_ref(), offset).or_else(|| here.then(|| key.get_ref().to_string()))
        }),
        DeValue::Array(items) => items.iter().find_map(|item| key_at(item.get_ref(), offset)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[[duty]]\nid = \"a\"\n[[duty]]\nid = \"a\"\nof = [\"x\", \"y\"]\nwithin = { hours = 3 }\n";

    fn at(way: &[Step]) -> (&'static str, String, usize) {
        let found = Spans::of(TEXT).find(way);
        (TEXT.get(found.span).unwrap(), found.key, found.steps)
    }

    #[test]
    fn the_second_of_a_name_is_found_where_it_stands() {
        let second = [Step::Key("duty"), Step::Item(1), Step::Key("id")];
        let span = Spans::of(TEXT).find(&second).span;
        assert_eq!(TEXT.split_at(span.start).0.lines().count(), 4);
        assert_eq!(at(&second), ("\"a\"", "a".to_owned(), 3));
    }

    #[test]
    fn a_way_leads_to_values_keys_items_and_what_is_said() {
        let duty = |rest: &[Step]| at(&[&[Step::Key("duty"), Step::Item(1)], rest].concat());
        assert_eq!(duty(&[Step::Key("within"), Step::Key("hours")]), ("3", "3".to_owned(), 4));
        assert_eq!(duty(&[Step::Name("within")]), ("within", "within".to_owned(), 3));
        assert_eq!(duty(&[Step::Key("of"), Step::Item(1)]), ("\"y\"", "y".to_owned(), 4));
        assert_eq!(duty(&[Step::Key("of"), Step::Saying("x".to_owned())]), ("\"x\"", "x".to_owned(), 4));
    }

    #[test]
    fn a_way_that_leads_nowhere_ends_at_the_last_place_there_is() {
        let lost = at(&[Step::Key("duty"), Step::Item(1), Step::Key("within"), Step::Key("days")]);
        assert_eq!(lost, ("{ hours = 3 }", "within".to_owned(), 3));
        assert_eq!(at(&[Step::Key("term")]), ("", String::new(), 0));
        assert_eq!(Spans::of("no toml").find(&[Step::Key("duty")]).span, 0..0);
    }

    #[test]
    fn the_key_of_a_place_is_the_innermost() {
        let key = |text: &str| Spans::of(TEXT).key_at(TEXT.find(text).unwrap());
        assert_eq!(key("hours"), Some("hours".to_owned()));
        assert_eq!(key("3"), Some("hours".to_owned()));
        assert_eq!(key("within"), Some("within".to_owned()));
        assert_eq!(key("\"y\""), Some("of".to_owned()));
    }
}
