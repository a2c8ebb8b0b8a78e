//! The fields of a form on its page: what each will say, where that comes from and where to change it, the provision
//! that asks for it, and what was typed in its place.

use crate::app::desk::incident_path;
use crate::app::filing::papers::FilingView;
use crate::documents::provision::provision;
use crate::documents::values;
use crate::incident::form_content::{FilledField, FilledValue};
use crate::law::base::words::{Lang, Words};
use crate::law::library::Library;
use crate::law::rulebook::form::{FieldDefinition, Fills, MomentFill};
use crate::law::vocabulary::FactDefinition;
use crate::locales::Text;
use crate::web::forms::refused::FormErrors;
use crate::web::http::form::FormData;
use crate::web::views::law::words;
use crate::web::views::law::words::Badge;

/// Names of the inputs that hold what is typed in a field's place.
pub const PREFIX: &str = "text-";

/// A part of the form.
pub struct SectionView {
    /// Its heading.
    pub title: String,
    /// Its fields in order.
    pub fields: Vec<FieldView>,
}

/// A field of the form.
pub struct FieldView {
    /// The name of the input in its place.
    pub name: String,
    /// Its place on the page.
    pub anchor: String,
    /// The label in the reader's language.
    pub label: String,
    /// The label as the form prints it; empty where that is the same.
    pub official: String,
    /// The tag of the form's language.
    pub tongue: &'static str,
    /// Whether statute or decree requires it.
    pub required: bool,
    /// What it will say, line by line.
    pub value: Vec<String>,
    /// Whether it says nothing yet.
    pub missing: bool,
    /// Where the content comes from.
    pub origin: String,
    /// Where to change it; empty for nowhere.
    pub href: String,
    /// The provision that asks for it; empty when none was read.
    pub cite: String,
    /// How sure that is.
    pub confidence: Badge,
    /// What helps to fill it.
    pub help: String,
    /// What was typed in its place.
    pub typed: String,
    /// What is wrong with that; empty when nothing is.
    pub wrong: String,
    /// Whether the input is in sight.
    pub open: bool,
}

/// What the fields are shown from.
#[derive(Clone, Copy)]
pub struct Showing<'a> {
    /// The reader's language.
    pub t: Text,
    /// The law.
    pub library: &'a Library,
    /// The filing.
    pub filing: &'a FilingView,
    /// The language of the form.
    pub form: Lang,
    /// What came back with the form, when it was refused.
    pub sent: Option<&'a FormData>,
    /// What stands in the way.
    pub trouble: &'a FormErrors,
}

impl Showing<'_> {
    /// Every section.
    #[must_use]
    pub fn sections(&self) -> Vec<SectionView> {
        let section = |section: &crate::incident::form_content::FilledSection| SectionView {
            title: self.words(&section.title),
            fields: section.fields.iter().map(|field| self.field(field)).collect(),
        };
        self.filing.content.sections.iter().map(section).collect()
    }

    fn words(&self, words: &Words) -> String {
        words.get(self.t.lang()).to_owned()
    }

    fn field(&self, field: &FilledField) -> FieldView {
        let definition = self.library.form(&self.filing.content.form).and_then(|form| form.field(&field.id));
        let name = format!("{PREFIX}{}", field.id);
        let stored = self.filing.filing.texts.get(&field.id).cloned().unwrap_or_default();
        let typed = self.sent.map_or(stored, |sent| sent.text(&name));
        let wrong = self.trouble.at(&name).to_owned();
        let (origin, href) = self.origin(field, definition);
        let (label, official) = (self.words(&field.label), field.label.get(self.form).to_owned());
        FieldView {
            anchor: format!("field-{}", field.id),
            official: if official == label { String::new() } else { official },
            label,
            tongue: self.form.tag(),
            required: field.required,
            value: self.value(field, definition).lines().map(str::to_owned).collect(),
            missing: field.value == FilledValue::Missing,
            origin,
            href,
            cite: self.cite(field),
            confidence: words::confidence(self.t, field.confidence),
            help: definition
                .and_then(|definition| definition.help.as_ref())
                .map(|help| self.words(help))
                .unwrap_or_default(),
            open: !typed.is_empty() || !wrong.is_empty() || definition.is_some_and(|field| field.fills == Fills::Free),
            typed,
            wrong,
            name,
        }
    }

    /// What a field says, in words.
    #[must_use]
    pub fn value(&self, field: &FilledField, definition: Option<&FieldDefinition>) -> String {
        values::filled(self.t, &field.value, definition.and_then(|definition| self.shown(definition)))
    }

    /// The fact that a field shows.
    fn shown(&self, definition: &FieldDefinition) -> Option<&FactDefinition> {
        match &definition.fills {
            Fills::Fact(key) => self.library.vocabulary().fact(key),
            _ => None,
        }
    }

    /// The provision; empty where the source is none, and how sure it is says enough.
    fn cite(&self, field: &FilledField) -> String {
        field.cite.as_deref().and_then(|cite| provision(self.t.lang(), cite)).unwrap_or_default()
    }

    /// Where the content comes from, and where to change that.
    fn origin(&self, field: &FilledField, definition: Option<&FieldDefinition>) -> (String, String) {
        let t = self.t;
        let path = incident_path(&self.filing.view.incident.id);
        let Some(definition) = definition.filter(|_| !field.typed) else {
            return (t.filing_from_typed(), String::new());
        };
        let organisation = || "/organisation".to_owned();
        match &definition.fills {
            Fills::Fact(key) => {
                let title = self.shown(definition).map_or_else(|| key.to_string(), |fact| self.words(&fact.title));
                let own = key.as_str().starts_with("org-");
                let href = if own { organisation() } else { format!("{path}/facts?key={key}") };
                (t.filing_from_fact(title), href)
            }
            Fills::Moment(MomentFill::Occurred) => (t.filing_from_occurred(), format!("{path}/occurred")),
            Fills::Moment(_) => (t.filing_from_awareness(), format!("{path}#moments")),
            Fills::Organisation(_) | Fills::Person(_) => (t.filing_from_organisation(), organisation()),
            Fills::Filing(_) => (t.filing_from_filings(), format!("{path}#filings")),
            Fills::Free => (t.filing_from_nothing(), String::new()),
        }
    }
}
