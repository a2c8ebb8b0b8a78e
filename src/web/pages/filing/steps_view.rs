//! What the page of a filing says beside its fields: steps taken, what changed since it was submitted, how it can be
//! looked at, the record of handing it in.

use super::fields::Showing;
use super::papers::Tongues;
use crate::app::filing::papers::{FilingView, StepBy};
use crate::documents::{self, Paper};
use crate::incident::filing::{FiledRecord, Stage};
use crate::law::base::words::Lang;
use crate::law::library::Library;
use crate::locales::Text;
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// A step of the way from draft to handed in.
pub struct StepView {
    /// What it is called.
    pub name: String,
    /// Who took it, and when; empty while nobody did.
    pub detail: String,
    /// The badge's state.
    pub standing: &'static str,
    /// The badge's word.
    pub word: String,
    /// Whether the filing stands here.
    pub current: bool,
}

/// Something that reads differently now.
pub struct Change {
    /// What.
    pub label: String,
    /// As it was submitted.
    pub before: String,
    /// As it would be now.
    pub after: String,
}

/// A way of looking at the form.
pub struct Language {
    /// Its languages in words.
    pub name: String,
    /// The file to look at.
    pub html: String,
    /// The PDF to look at.
    pub pdf: String,
    /// The PDF to save.
    pub save: String,
}

/// The record of handing it in.
pub struct Filed {
    /// When.
    pub at: String,
    /// How.
    pub channel: String,
    /// The receipt number; empty for none.
    pub receipt: String,
    /// What else matters.
    pub note: String,
    /// Who recorded it, and when.
    pub recorded: String,
    /// The very file that was handed in; empty when none was kept.
    pub kept: String,
    /// Where the record is withdrawn.
    pub withdraw: String,
}

/// The stage's name, as `badge.html` and the template know it.
#[must_use]
pub const fn stage(stage: &Stage) -> &'static str {
    match stage {
        Stage::Draft { .. } => "draft",
        Stage::Submitted { .. } => "submitted",
        Stage::Approved { .. } => "approved",
        Stage::Filed => "filed",
    }
}

/// The four steps.
#[must_use]
pub fn steps(t: Text, zone: Tz, view: &FilingView) -> Vec<StepView> {
    let by = |step: &StepBy| t.paper_by_at(view.name(&step.0), t.moment(step.1, zone));
    let drafted = (view.filing.drafted_by.clone(), view.filing.drafted_at);
    let filed = view.filed.as_ref().map(|record| t.filing_handed_in_at(t.timing(record.at), t.channel(record.channel)));
    let details =
        [Some(by(&drafted)), view.steps.submitted.as_ref().map(by), view.steps.approved.as_ref().map(by), filed];
    let current = match view.filing.stage {
        Stage::Draft { .. } => 0,
        Stage::Submitted { .. } => 1,
        Stage::Approved { .. } => 2,
        Stage::Filed => 3,
    };
    let names = [
        (t.filing_step_draft(), "draft"),
        (t.filing_step_submitted(), "submitted"),
        (t.filing_step_approved(), "approved"),
        (t.filing_step_filed(), "filed"),
    ];
    let step = |(place, ((name, standing), detail)): (usize, ((String, &'static str), Option<String>))| StepView {
        name,
        standing: if place > current {
            "waiting"
        } else if place == current {
            standing
        } else {
            "done"
        },
        word: if place > current {
            t.filing_step_open()
        } else if place == current {
            t.filing_step_here()
        } else {
            t.filing_step_done()
        },
        detail: detail.filter(|_| place <= current).unwrap_or_default(),
        current: place == current,
    };
    names.into_iter().zip(details).enumerate().map(step).collect()
}

/// Fields of the form that changed since it was submitted.
#[must_use]
pub fn moved(showing: &Showing<'_>) -> Vec<Change> {
    let t = showing.t;
    let form = showing.library.form(&showing.filing.content.form);
    let known = |text: String| if text.is_empty() { t.not_known_yet() } else { text };
    let change = |moved: &crate::app::filing::papers::Moved| {
        let definition = form.and_then(|form| form.field(&moved.then.id));
        Change {
            label: moved.then.label.get(t.lang()).to_owned(),
            before: known(showing.value(&moved.then, definition)),
            after: known(showing.value(&moved.now, definition)),
        }
    };
    showing.filing.moved.iter().map(change).collect()
}

/// Facts that changed since it was submitted and that no field shows, because there is none or something else was typed
/// into it.
#[must_use]
pub fn facts(t: Text, library: &Library, view: &FilingView) -> Vec<Change> {
    use crate::law::rulebook::form::Fills;
    let form = library.form(&view.content.form);
    let typed = |id: &str| view.content.fields().any(|field| field.typed && field.id == id);
    let shown = |key: &crate::law::situation::fact::FactKey| {
        let fills = Fills::Fact(key.clone());
        form.is_some_and(|form| form.fields().any(|field| field.fills == fills && !typed(&field.id)))
    };
    let change = |difference: &crate::incident::difference::FactDifference| {
        let definition = library.vocabulary().fact(&difference.key);
        let words =
            |value: &Option<_>| value.as_ref().map_or_else(|| t.not_known_yet(), |value| t.value(value, definition));
        Change {
            label: definition.map_or_else(|| difference.key.to_string(), |fact| fact.title.get(t.lang()).to_owned()),
            before: words(&difference.before),
            after: words(&difference.after),
        }
    };
    view.facts.iter().filter(|difference| !shown(&difference.key)).map(change).collect()
}

/// The ways of looking at a form: in its own language with each other beside it, alone, and in the others instead.
#[must_use]
pub fn languages(t: Text, form: Lang, path: &str) -> Vec<Language> {
    let others = || Lang::ALL.into_iter().filter(move |lang| *lang != form);
    let beside = others().map(|other| Tongues { lang: form, beside: Some(other) });
    let alone = [Tongues { lang: form, beside: None }];
    let instead = others().map(|other| Tongues { lang: other, beside: None });
    let language = |tongues: Tongues| {
        let query = tongues.query();
        Language {
            name: match tongues.beside {
                Some(beside) => t.filing_language_beside(t.language(tongues.lang), t.language(beside)),
                None => t.language(tongues.lang),
            },
            html: format!("{path}/form.html?{query}"),
            pdf: format!("{path}/form.pdf?{query}"),
            save: format!("{path}/form.pdf?{query}&save=1"),
        }
    };
    beside.chain(alone).chain(instead).map(language).collect()
}

/// Characters that the PDF prints as codes, each with the places where it stands.
#[must_use]
pub fn uncovered(paper: &Paper) -> Vec<String> {
    let mut places: BTreeMap<char, Vec<String>> = BTreeMap::new();
    for found in documents::uncovered(paper) {
        places.entry(found.character).or_default().push(found.place);
    }
    let line = |(character, places): (char, Vec<String>)| format!("{character} ({})", places.join(", "));
    places.into_iter().map(line).collect()
}

impl Filed {
    /// The record of handing in a filing.
    #[must_use]
    pub fn of(t: Text, view: &FilingView, record: &FiledRecord) -> Self {
        let path = crate::app::desk::incident_path(&view.view.incident.id);
        let by = view.name(&record.recorded_by);
        Self {
            at: t.timing(record.at),
            channel: t.channel(record.channel),
            receipt: record.receipt.clone(),
            note: record.note.clone(),
            recorded: t.paper_by_at(by, t.moment(record.recorded_at, view.view.organisation.zone)),
            kept: record.paper.as_ref().map(|sha| format!("{path}/papers/{sha}")).unwrap_or_default(),
            withdraw: format!("{path}/filed/{}/withdraw", record.position),
        }
    }
}
