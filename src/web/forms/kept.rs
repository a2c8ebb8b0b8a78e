//! A form that could not be taken although nothing was wrong with it: the session had ended, the page was too old, the
//! database was away. What was typed is kept in the answer itself, field by field, and can be sent again with one click.
//! Passwords are never kept.

use crate::app::desk::fact_input::NOT_KNOWN_YET;
use crate::law::library::Library;
use crate::law::situation::fact::FactKey;
use crate::law::vocabulary::FactDefinition;
use crate::locales::Text;
use crate::web::http::access::Addresses;
use crate::web::http::form::FormData;
use crate::web::http::paths;
use crate::web::views::frame::Page;

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
pub struct KeptForm {
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

impl KeptForm {
    /// Keeps a form; nothing when it leads nowhere, or nothing of it can be kept.
    #[must_use]
    pub fn of(addresses: &Addresses, path: &str, typed: &FormData) -> Option<Self> {
        let path = paths::sendable(addresses, path).filter(|path| !NOTHING_TYPED.contains(path))?;
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
    pub fn carried(addresses: &Addresses, typed: &FormData) -> Option<Self> {
        let fields =
            typed.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(PREFIX)?.to_owned(), value.clone())));
        Self::of(addresses, typed.get(PATH_FIELD), &FormData(fields.collect()))
    }

    /// What was typed, for reading: facts by their titles, other fields by what their form calls them. What only
    /// qualifies another field (its zone, its currency) stands behind that field's text.
    #[must_use]
    pub fn shown(&self, t: Text, library: &Library) -> Vec<Shown> {
        let qualifies = |name: &str| QUALIFIERS.iter().any(|end| name.ends_with(end));
        let visible = |field: &&Field| {
            !UNSEEN.contains(&field.name.as_str()) && !qualifies(&field.name) && !field.value.trim().is_empty()
        };
        let shown = self.fields.iter().filter(visible).map(|field| Shown {
            label: label(t, library, &field.name),
            value: format!("{}{}", value(t, library, field), self.behind(&field.name)),
        });
        shown.collect()
    }

    fn behind(&self, name: &str) -> String {
        let told = ["_zone", "_currency"].map(|end| format!("{name}{end}"));
        let fields = self.fields.iter().filter(|field| told.contains(&field.name));
        fields.map(|field| format!(" {}", field.value)).collect()
    }
}

/// A kept form as a page shows it.
#[derive(Debug)]
pub struct ResendForm {
    /// Where it is sent.
    pub action: String,
    /// The token it carries.
    pub csrf: String,
    /// Its fields, hidden.
    pub fields: Vec<Field>,
    /// Its fields, for reading.
    pub shown: Vec<Shown>,
}

impl ResendForm {
    /// A kept form with the token of whoever sends it again.
    #[must_use]
    pub fn new(page: &Page, library: &Library, kept: KeptForm, csrf: String) -> Self {
        let shown = kept.shown(page.t, library);
        Self { action: kept.path, csrf, fields: kept.fields, shown }
    }
}

/// Fields that qualify the one whose name stands before.
const QUALIFIERS: [&str; 4] = ["_zone", "_precision", "_quality", "_currency"];

fn fact<'a>(library: &'a Library, name: &str) -> Option<&'a FactDefinition> {
    name.strip_prefix("fact-").and_then(|key| library.vocabulary().fact(&FactKey::new(key)))
}

fn label(t: Text, library: &Library, name: &str) -> String {
    if let Some(fact) = fact(library, name) {
        return fact.title.get(t.lang()).to_owned();
    }
    match name {
        "source" => t.facts_source(),
        "since" => t.facts_since(),
        "title" => t.incident_title(),
        "text" => t.note_label(),
        "reason" => t.incident_reason_label(),
        "what" => t.occurrence_what(),
        "who_knew" => t.candidate_who_knew(),
        "evidence" => t.candidate_evidence(),
        "at" => t.moment_when(),
        "aware" => t.new_incident_aware(),
        "began" => t.occurred_began(),
        "ended" => t.occurred_ended(),
        "place" => t.counsel_place(),
        "who" => t.counsel_who(),
        "said" => t.counsel_said(),
        "by" => t.counsel_by(),
        "name" => t.person_name(),
        "email" => t.person_email(),
        "role" => t.person_role(),
        "lang" => t.person_lang(),
        "zone" => t.organisation_zone(),
        "currency" => t.organisation_currency(),
        other => other.replace(['-', '_'], " "),
    }
}

fn value(t: Text, library: &Library, field: &Field) -> String {
    let Some(fact) = fact(library, &field.name) else { return field.value.clone() };
    match field.value.as_str() {
        "yes" => t.answer_yes(),
        "no" => t.answer_no(),
        NOT_KNOWN_YET => t.answer_unknown(),
        other => fact.choice(other).map_or(other, |choice| choice.get(t.lang())).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::http::access::{Access, Address, Method};

    fn addresses() -> Addresses {
        let address = |method, pattern| Address { method, pattern, access: Access::SignedIn };
        let acting = ["/people", "/sign-out"].map(|pattern| address(Method::Post, pattern));
        Addresses::new(acting.into_iter().chain([address(Method::Get, "/health")]))
    }

    fn typed(pairs: &[(&str, &str)]) -> FormData {
        FormData(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_form_survives_signing_in_without_its_token_and_without_passwords() {
        let sent = typed(&[("csrf", "t"), ("position", "7"), ("name", "Ann"), ("password", "secret"), ("name", "Bob")]);
        let kept = KeptForm::of(&addresses(), "/people", &sent).unwrap();
        let carried = FormData(kept.hidden().into_iter().map(|field| (field.name, field.value)).collect());
        assert_eq!(KeptForm::carried(&addresses(), &carried), Some(kept.clone()));
        let fields: Vec<_> = kept.fields.iter().map(|field| (field.name.as_str(), field.value.as_str())).collect();
        assert_eq!(fields, [("position", "7"), ("name", "Ann"), ("name", "Bob")]);
    }

    #[test]
    fn a_kept_form_leads_only_to_forms_of_ours() {
        let sent = typed(&[("name", "Ann")]);
        for path in ["https://evil.example/people", "//evil.example", "/health", "/sign-out", "/nowhere"] {
            assert_eq!(KeptForm::of(&addresses(), path, &sent), None, "{path}");
        }
    }

    #[test]
    fn facts_are_shown_by_their_titles_and_hidden_fields_not_at_all() {
        let library = Library::embedded().unwrap();
        let sent = [
            ("fact-intrusion", "unknown"),
            ("once", "k"),
            ("at", "2025-11-17 16:00"),
            ("at_zone", "Asia/Seoul"),
            ("at_precision", "exact"),
            ("first_name", "Ann"),
        ];
        let kept = KeptForm::of(&addresses(), "/people", &typed(&sent)).unwrap();
        let shown = kept.shown(Text::new(crate::law::base::words::Lang::En), &library);
        let shown: Vec<_> = shown.iter().map(|field| (field.label.as_str(), field.value.as_str())).collect();
        let moment = (shown[1].0, "2025-11-17 16:00 Asia/Seoul");
        assert_eq!(shown, [("Intrusion incident", "Not known yet"), moment, ("first name", "Ann")]);
    }
}
