//! A form that could not be taken although nothing was wrong with it: the session had ended, the page was too old, the
//! database was away. What was typed is kept in the answer itself, field by field, and can be sent again with one click.
//! Passwords are never kept.

use super::paths;
use super::typed::Typed;
use crate::law::fact::FactKey;
use crate::law::library::Library;
use crate::locales::Text;

/// Fields that are made anew for each page.
const FRAME: [&str; 2] = ["csrf", "back"];
/// Fields that go along unseen: what the person had seen, and what makes sending twice harmless.
const UNSEEN: [&str; 2] = ["position", "once"];
/// Fields that hold a password.
const SECRET: [&str; 3] = ["password", "again", "current"];
/// Addresses at which nothing is typed.
const NOTHING_TYPED: [&str; 2] = ["/sign-out", "/language"];

/// The field that carries the path of a kept form through signing in.
const PATH_FIELD: &str = "kept-path";
/// What stands before the name of each kept field meanwhile.
const PREFIX: &str = "kept.";

/// A kept form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it is sent.
    pub path: String,
    /// Its fields in order.
    pub fields: Vec<Field>,
}

/// A field by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name in the form.
    pub name: String,
    /// What was typed.
    pub value: String,
}

/// A field as a person is shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it is called.
    pub label: String,
    /// What was typed.
    pub value: String,
}

impl Kept {
    /// Keeps a form; nothing when it leads nowhere, or nothing of it can be kept.
    #[must_use]
    pub fn of(path: &str, typed: &Typed) -> Option<Self> {
        let path = paths::sendable(path).filter(|path| !NOTHING_TYPED.contains(path))?;
        let keep = |name: &str| !FRAME.contains(&name) && !SECRET.contains(&name) && !name.starts_with(PREFIX);
        let fields = typed.0.iter().filter(|(name, _)| keep(name));
        let fields: Vec<Field> =
            fields.map(|(name, value)| Field { name: name.clone(), value: value.clone() }).collect();
        let kept = Self { path: path.to_owned(), fields };
        (!kept.fields.is_empty()).then_some(kept)
    }

    /// The hidden fields that carry it through signing in.
    #[must_use]
    pub fn hidden(&self) -> Vec<Field> {
        let path = Field { name: PATH_FIELD.to_owned(), value: self.path.clone() };
        let fields = self.fields.iter();
        let fields = fields.map(|field| Field { name: format!("{PREFIX}{}", field.name), value: field.value.clone() });
        std::iter::once(path).chain(fields).collect()
    }

    /// The form that came along with signing in.
    #[must_use]
    pub fn carried(typed: &Typed) -> Option<Self> {
        let fields =
            typed.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(PREFIX)?.to_owned(), value.clone())));
        Self::of(typed.get(PATH_FIELD), &Typed(fields.collect()))
    }

    /// What was typed, for reading: facts by their titles, other fields by their names.
    #[must_use]
    pub fn shown(&self, t: Text, library: &Library) -> Vec<Shown> {
        let visible =
            self.fields.iter().filter(|field| !UNSEEN.contains(&field.name.as_str()) && !field.value.is_empty());
        visible.map(|field| Shown { label: label(t, library, &field.name), value: field.value.clone() }).collect()
    }
}

fn label(t: Text, library: &Library, name: &str) -> String {
    let fact = name.strip_prefix("fact-").and_then(|key| library.vocabulary().fact(&FactKey::new(key)));
    match fact {
        Some(fact) => fact.title.get(t.lang()).to_owned(),
        None => name.trim_start_matches("fact-").replace(['-', '_'], " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_form_survives_signing_in_without_its_token_and_without_passwords() {
        let sent = typed(&[("csrf", "t"), ("position", "7"), ("name", "Ann"), ("password", "secret"), ("name", "Bob")]);
        let kept = Kept::of("/people", &sent).unwrap();
        let carried = Typed(kept.hidden().into_iter().map(|field| (field.name, field.value)).collect());
        assert_eq!(Kept::carried(&carried), Some(kept.clone()));
        let fields: Vec<_> = kept.fields.iter().map(|field| (field.name.as_str(), field.value.as_str())).collect();
        assert_eq!(fields, [("position", "7"), ("name", "Ann"), ("name", "Bob")]);
    }

    #[test]
    fn a_kept_form_leads_only_to_forms_of_ours() {
        let sent = typed(&[("name", "Ann")]);
        for path in ["https://evil.example/people", "//evil.example", "/health", "/sign-out", "/nowhere"] {
            assert_eq!(Kept::of(path, &sent), None, "{path}");
        }
    }

    #[test]
    fn facts_are_shown_by_their_titles_and_hidden_fields_not_at_all() {
        let library = Library::embedded().unwrap();
        let kept =
            Kept::of("/people", &typed(&[("fact-intrusion", "yes"), ("once", "k"), ("first_name", "Ann")])).unwrap();
        let shown = kept.shown(Text::new(crate::law::words::Lang::En), &library);
        let labels: Vec<_> = shown.iter().map(|field| field.label.as_str()).collect();
        assert_eq!(labels, ["Intrusion incident", "first name"]);
    }
}
