//! Takes a table of a case apart, key by key, and says what is wrong with it: file, line, key, expectation, hint.

use super::tree::{Entry, Kind, Node};
use crate::base::error::LawError;

/// Where something stands, for errors about it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The file.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
    /// In bytes of the text: begin and end.
    pub span: (usize, usize),
    /// The key.
    pub key: &'a str,
}

impl Place<'_> {
    /// An error here.
    pub(crate) fn wrong(self, problem: impl Into<String>, hint: impl Into<String>) -> LawError {
        LawError::at((self.file, self.text), self.span.0..self.span.1, self.key, problem, hint)
    }

    /// The line, from 1.
    pub(crate) fn line(self) -> usize {
        self.text.bytes().take(self.span.0).filter(|byte| *byte == b'\n').count() + 1
    }
}

/// One value with its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    /// Where it stands.
    pub place: Place<'a>,
    /// What stands there.
    pub node: &'a Node,
}

impl<'a> Field<'a> {
    /// An error about the value.
    pub(crate) fn wrong(self, problem: impl Into<String>, hint: impl Into<String>) -> LawError {
        self.inside(self.node).place.wrong(problem, hint)
    }

    /// An error about a value that is not what the key takes.
    pub(crate) fn expected(self, what: &str, hint: &str) -> LawError {
        self.wrong(format!("expected {what}, found {}", self.node.name()), hint)
    }

    /// A text.
    pub(crate) fn text(self, what: &str, hint: &str) -> Result<&'a str, LawError> {
        match &self.node.kind {
            Kind::Text(text) => Ok(text),
            _ => Err(self.expected(what, hint)),
        }
    }

    /// True or false.
    pub(crate) fn yes_no(self) -> Result<bool, LawError> {
        match &self.node.kind {
            Kind::Bool(answer) => Ok(*answer),
            _ => Err(self.expected("true or false", "without quotes")),
        }
    }

    /// A list.
    pub(crate) fn list(self) -> Result<Vec<Self>, LawError> {
        match &self.node.kind {
            Kind::List(items) => Ok(items.iter().map(|item| self.inside(item)).collect()),
            _ => Err(self.expected("a list", "write it in brackets: [ … ]")),
        }
    }

    /// A list of texts.
    pub(crate) fn texts(self) -> Result<Vec<&'a str>, LawError> {
        self.list()?.into_iter().map(|item| item.text("a list of texts", "write each in quotes")).collect()
    }

    /// The keys and values of a table.
    pub(crate) fn table(self) -> Result<Vec<Field<'a>>, LawError> {
        match &self.node.kind {
            Kind::Table(entries) => Ok(entries.iter().map(|entry| self.entered(entry)).collect()),
            _ => Err(self.expected("a table", "write it in braces: { key = value }")),
        }
    }

    fn inside(self, item: &'a Node) -> Self {
        Field { place: Place { span: (item.span.start, item.span.end), ..self.place }, node: item }
    }

    fn entered(self, entry: &'a Entry) -> Self {
        let (key, span) = (&*entry.key, (entry.span.start, entry.span.end));
        Field { place: Place { key, span, ..self.place }, node: &entry.value }
    }
}

/// A table whose keys are all known.
#[derive(Debug, Clone)]
pub(crate) struct Fields<'a> {
    place: Place<'a>,
    fields: Vec<Field<'a>>,
}

impl<'a> Fields<'a> {
    /// Of a table that takes these keys and no other.
    pub(crate) fn of(field: Field<'a>, known: &[&str]) -> Result<Self, LawError> {
        let fields = field.table()?;
        for found in &fields {
            if !known.contains(&found.place.key) {
                let hint = nearest(found.place.key, known.iter().copied()).map_or_else(
                    || format!("one of: {}", known.join(", ")),
                    |near| format!("did you mean `{near}`? Possible: {}", known.join(", ")),
                );
                return Err(found.place.wrong("unknown key", hint));
            }
        }
        Ok(Self { place: field.place, fields })
    }

    /// The value of a key, where it is there.
    pub(crate) fn get(&self, key: &str) -> Option<Field<'a>> {
        self.fields.iter().find(|field| field.place.key == key).copied()
    }

    /// The value of a key that must be there.
    pub(crate) fn need(&self, key: &str, hint: &str) -> Result<Field<'a>, LawError> {
        self.get(key).ok_or_else(|| self.place.wrong(format!("`{key}` is missing"), hint))
    }

    /// The items of a list that may be absent.
    pub(crate) fn items(&self, key: &str) -> Result<Vec<Field<'a>>, LawError> {
        self.get(key).map_or(Ok(Vec::new()), Field::list)
    }

    /// Where the table stands.
    pub(crate) const fn place(&self) -> Place<'a> {
        self.place
    }
}

/// The name that was probably meant: the one with the fewest letters to change, if they are few.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = name.chars().count() / 3 + 1;
    let near =
        known.into_iter().map(|candidate| (changes(name, candidate), candidate)).min_by_key(|(number, _)| *number);
    near.filter(|(number, _)| *number <= allowed).map(|(_, candidate)| candidate)
}

/// How many letters must be added, taken away or changed.
fn changes(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, letter) in from.chars().enumerate() {
        let mut next = vec![line + 1];
        for ((wanted, above), diagonal) in to.iter().zip(row.iter().skip(1)).zip(&row) {
            let left = next.last().copied().unwrap_or_default();
            next.push((above + 1).min(left + 1).min(diagonal + usize::from(*wanted != letter)));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_another_word_is_not() {
        let known = ["persons-affected", "direct-loss"];
        assert_eq!(nearest("person-affected", known), Some("persons-affected"));
        assert_eq!(nearest("weather", known), None);
        assert_eq!(changes("kitten", "sitting"), 3);
    }
}
