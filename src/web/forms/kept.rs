//! A form that could not be taken although nothing was wrong with it: the session had ended, the page was too old, the
//! database was away, the form had been sent before with other content. What was typed is kept in the answer itself,
//! field by field, and can be sent again with one click. Passwords are never kept, and nothing for a stranger: only a
//! form that this program gave to a session comes back, and through signing in only under its seal.

use crate::app::desk::fact_input::NOT_KNOWN_YET;
use crate::law::library::Library;
use crate::law::situation::fact::FactKey;
use crate::law::vocabulary::FactDefinition;
use crate::locales::Text;
use crate::web::http::access::Addresses;
use crate::web::http::form::FormData;
use crate::web::http::state::Web;
use crate::web::http::{paths, seal};
use crate::web::views::frame::Page;
use std::collections::HashMap;

/// Fields that are made anew for each page.
const FRAME: [&str; 2] = ["csrf", "back"];
/// Fields that go along unseen: what the person had seen, and what makes sending twice harmless.
const UNSEEN: [&str; 2] = ["position", ONCE];
/// The field of the idempotency key.
const ONCE: &str = "once";
/// Fields that hold a password.
const SECRET: [&str; 3] = ["password", "again", "current"];
/// Addresses at which nothing is typed.
const NOTHING_TYPED: [&str; 2] = ["/sign-out", "/language"];

/// The field that carries the path of a kept form through signing in.
const PATH_FIELD: &str = "kept-path";
/// What stands before the name of each kept field meanwhile.
const PREFIX: &str = "kept.";
/// The field that carries the seal over path and fields.
const SEAL_FIELD: &str = "kept-seal";
/// What the seal is for.
const SEAL: &str = "a kept form";
/// Fields whose text is shown behind that of the field they qualify.
const TOLD_BEHIND: [&str; 3] = ["_until", "_zone", "_currency"];

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
        let fields = typed.iter().filter(|(name, _)| keep(name));
        let fields: Vec<Field> =
            fields.map(|(name, value)| Field { name: name.to_owned(), value: value.to_owned() }).collect();
        let kept = Self { path: path.to_owned(), fields };
        (!kept.fields.is_empty()).then_some(kept)
    }

    /// The same under another idempotency key: a new act.
    #[must_use]
    pub fn anew(mut self, once: &str) -> Self {
        let keys = self.fields.iter_mut().filter(|field| field.name == ONCE);
        keys.for_each(|field| once.clone_into(&mut field.value));
        self
    }

    fn seal(&self, web: &Web) -> String {
        let fields = self.fields.iter().flat_map(|field| [field.name.as_str(), field.value.as_str()]);
        seal::over(web, SEAL, std::iter::once(self.path.as_str()).chain(fields))
    }

    /// The hidden fields that carry it through signing in.
    #[must_use]
    pub fn hidden(&self, web: &Web) -> Vec<Field> {
        let ours = [(PATH_FIELD, self.path.clone()), (SEAL_FIELD, self.seal(web))];
        let ours = ours.into_iter().map(|(name, value)| Field { name: name.to_owned(), value });
        let fields = self.fields.iter();
        let fields = fields.map(|field| Field { name: format!("{PREFIX}{}", field.name), value: field.value.clone() });
        ours.chain(fields).collect()
    }

    /// The form that came along with signing in, if this program sealed it so.
    #[must_use]
    pub fn carried(web: &Web, addresses: &Addresses, typed: &FormData) -> Option<Self> {
        let fields = typed.iter().filter_map(|(name, value)| Some((name.strip_prefix(PREFIX)?, value)));
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let kept = Self::of(addresses, typed.get(PATH_FIELD), &FormData::new(fields.collect()))?;
        seal::same(&kept.seal(web), typed.get(SEAL_FIELD)).then_some(kept)
    }

    /// What was typed, for reading: facts by their titles, other fields by what their form calls them. What only
    /// qualifies another field (its zone, its currency) stands behind that field's text.
    #[must_use]
    pub fn shown(&self, t: Text, library: &Library) -> Vec<Shown> {
        shown(self.fields.iter(), t, library)
    }
}

/// One look at each field, however many there are.
fn shown<'a>(fields: impl Iterator<Item = &'a Field>, t: Text, library: &Library) -> Vec<Shown> {
    let mut visible = Vec::new();
    let mut behind: HashMap<&str, String> = HashMap::new();
    for field in fields {
        let name = field.name.as_str();
        if let Some(of) = TOLD_BEHIND.iter().find_map(|end| name.strip_suffix(end)) {
            let told = behind.entry(of).or_default();
            told.push(' ');
            told.push_str(&field.value);
        }
        let qualifies = QUALIFIERS.iter().any(|end| name.ends_with(end));
        if !UNSEEN.contains(&name) && !qualifies && !field.value.trim().is_empty() {
            visible.push((name, Shown { label: label(t, library, name), value: value(t, library, field) }));
        }
    }
    let told = |(name, mut shown): (&str, Shown)| {
        // Taken away with the first field of a name: several under one name have one zone between them.
        shown.value.push_str(&behind.remove(name).unwrap_or_default());
        shown
    };
    visible.into_iter().map(told).collect()
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
const QUALIFIERS: [&str; 5] = ["_until", "_zone", "_precision", "_quality", "_currency"];

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
        FormData::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_form_is_kept_without_its_token_and_without_passwords() {
        let sent = typed(&[("csrf", "t"), ("position", "7"), ("name", "Ann"), ("password", "secret"), ("name", "Bob")]);
        let kept = KeptForm::of(&addresses(), "/people", &sent).unwrap();
        let fields: Vec<_> = kept.fields.iter().map(|field| (field.name.as_str(), field.value.as_str())).collect();
        assert_eq!(fields, [("position", "7"), ("name", "Ann"), ("name", "Bob")]);
    }

    #[test]
    fn a_form_sent_anew_is_another_act_with_the_same_content() {
        let kept =
            KeptForm::of(&addresses(), "/people", &typed(&[("once", "old"), ("name", "Ann")])).unwrap().anew("new");
        let fields: Vec<_> = kept.fields.iter().map(|field| (field.name.as_str(), field.value.as_str())).collect();
        assert_eq!(fields, [("once", "new"), ("name", "Ann")]);
    }

    #[test]
    fn each_field_is_looked_at_once_however_many_there_are() {
        let library = Library::embedded().unwrap();
        let field = |name: String| Field { name, value: "x".to_owned() };
        let fields: Vec<Field> = (0..3_000).flat_map(|n| [format!("a{n}"), format!("a{n}_zone")]).map(field).collect();
        let looked = std::cell::Cell::new(0);
        let counted = fields.iter().inspect(|_| looked.set(looked.get() + 1));
        let shown = shown(counted, Text::new(crate::law::base::words::Lang::En), &library);
        assert_eq!((shown.len(), shown[2_999].value.as_str(), looked.get()), (3_000, "x x", fields.len()));
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
