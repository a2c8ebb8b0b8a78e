//! The severity of a personal data breach by ENISA's method: a person scores, the page does the sum and shows it. It says
//! of itself that no act makes a notification depend on it. Nothing is kept.

use crate::app::desk::input;
use crate::app::desk::refusal::{FieldError, Problem};
use crate::law::severity::{
    Availability, Band, Breach, Category, Circumstance, Confidentiality, Data, Flag, Identification, Integrity,
    METHOD_CONFIDENCE, METHOD_URL, NotScored, Score, Severity, SeverityStep,
};
use crate::locales::Text;
use crate::web::forms::choice::Choice;
use crate::web::forms::problems::Errors;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::law::words;
use crate::web::views::law::words::Badge;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// The longest query read, in bytes.
const LONGEST: usize = 4_000;

#[derive(Template)]
#[template(path = "pages/what_applies/severity.html")]
struct SeverityPage {
    page: Page,
    errors: Errors,
    radios: Vec<Radios>,
    malicious: bool,
    individuals: String,
    unintelligible: bool,
    result: Option<Shown>,
    incomplete: String,
    url: &'static str,
    confidence: Badge,
}

/// One question of the method.
struct Radios {
    name: &'static str,
    label: String,
    hint: String,
    options: Vec<Choice>,
    value: String,
}

/// A severity in words.
struct Shown {
    score: String,
    band: String,
    meaning: String,
    mark: &'static str,
    flags: Vec<String>,
    steps: Vec<String>,
}

const CATEGORIES: [(&str, Category); 4] = [
    ("simple", Category::Simple),
    ("behavioural", Category::Behavioural),
    ("financial", Category::Financial),
    ("sensitive", Category::Sensitive),
];
const SCORES: [(&str, Score); 4] = [("1", Score::One), ("2", Score::Two), ("3", Score::Three), ("4", Score::Four)];
const IDENTIFICATIONS: [(&str, Identification); 4] = [
    ("negligible", Identification::Negligible),
    ("limited", Identification::Limited),
    ("significant", Identification::Significant),
    ("maximum", Identification::Maximum),
];
const CONFIDENTIALITIES: [(&str, Confidentiality); 3] = [
    ("exposed", Confidentiality::Exposed),
    ("known", Confidentiality::KnownRecipients),
    ("unknown", Confidentiality::UnknownRecipients),
];
const INTEGRITIES: [(&str, Integrity); 3] = [
    ("altered", Integrity::Altered),
    ("recoverable", Integrity::Recoverable),
    ("not-recoverable", Integrity::NotRecoverable),
];
const AVAILABILITIES: [(&str, Availability); 3] =
    [("recovered", Availability::Recovered), ("temporary", Availability::Temporary), ("full", Availability::Full)];

/// Shows the questions and, once enough is answered, the severity.
///
/// # Errors
/// When the address is longer than any that the page itself makes.
pub async fn get(visit: Visit) -> Result<HttpResponse, Failure> {
    let query = visit.path.split_once('?').map_or("", |(_, query)| query);
    if query.len() > LONGEST {
        return Err(Failure::TooLarge);
    }
    let (t, typed) = (visit.t, FormData::parse(query.as_bytes()));
    let (breach, wrong) = read(&typed);
    let errors = Errors::new(t, visit.zone, &visit.web.desk.library, &wrong);
    let (result, incomplete) = match Severity::of(&breach) {
        _ if !wrong.is_empty() || query.is_empty() => (None, String::new()),
        Ok(severity) => (Some(shown(t, &severity)), String::new()),
        Err(NotScored::NoData) => (None, t.severity_no_data()),
        Err(NotScored::NoIdentification) => (None, t.severity_no_identification()),
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = SeverityPage {
        radios: radios(t, &typed),
        malicious: breach.malicious,
        individuals: typed.text("individuals"),
        unintelligible: breach.unintelligible,
        result,
        incomplete,
        url: METHOD_URL,
        confidence: words::confidence(t, METHOD_CONFIDENCE),
        page: Page::of(&visit, "what-applies"),
        errors,
    };
    answer::with_status(status, &page)
}

/// What is known of the breach, and which fields cannot be taken.
fn read(typed: &FormData) -> (Breach, Vec<FieldError>) {
    let mut wrong = Vec::new();
    let data = CATEGORIES.into_iter().filter_map(|(name, category)| {
        let score = chosen(typed, name, &SCORES, &mut wrong)?;
        Some(Data { category, score })
    });
    let data: Vec<Data> = data.collect();
    let breach = Breach {
        data,
        identification: chosen(typed, "identification", &IDENTIFICATIONS, &mut wrong).into_iter().collect(),
        confidentiality: chosen(typed, "confidentiality", &CONFIDENTIALITIES, &mut wrong),
        integrity: chosen(typed, "integrity", &INTEGRITIES, &mut wrong),
        availability: chosen(typed, "availability", &AVAILABILITIES, &mut wrong),
        malicious: typed.ticked("malicious"),
        individuals: match input::count(typed.get("individuals")) {
            Ok(number) => Some(number),
            Err(Problem::Required) => None,
            Err(problem) => {
                wrong.push(FieldError { field: "individuals".to_owned(), problem });
                None
            }
        },
        unintelligible: typed.ticked("unintelligible"),
    };
    (breach, wrong)
}

fn chosen<T: Copy>(typed: &FormData, name: &str, offered: &[(&str, T)], wrong: &mut Vec<FieldError>) -> Option<T> {
    let value = typed.get(name);
    let found = offered.iter().find(|(known, _)| *known == value).map(|(_, answer)| *answer);
    if found.is_none() && !value.is_empty() {
        wrong.push(FieldError { field: name.to_owned(), problem: Problem::UnknownChoice });
    }
    found
}

fn radios(t: Text, typed: &FormData) -> Vec<Radios> {
    let one = |name: &'static str, label: String, hint: String, none: String, options: Vec<Choice>| {
        let options = std::iter::once(Choice::new("", none)).chain(options).collect();
        Radios { name, label, hint, options, value: typed.text(name) }
    };
    let mut radios: Vec<Radios> = CATEGORIES
        .into_iter()
        .map(|(name, category)| {
            let option = |(value, score)| Choice::new(value, t.severity_scored(value, score_words(t, category, score)));
            let options = SCORES.map(option).into();
            one(name, category_words(t, category), String::new(), t.severity_not_in_it(), options)
        })
        .collect();
    let options = IDENTIFICATIONS.map(|(value, level)| {
        Choice::new(value, t.severity_scored(level.value().to_string(), identification_words(t, level)))
    });
    let hint = t.severity_identification_hint();
    radios.push(one("identification", t.severity_identification(), hint, t.not_known_yet(), options.into()));
    let option = |value: &str, of: Circumstance| {
        Choice::new(value, t.severity_scored(of.adds().to_string(), circumstance_words(t, of)))
    };
    let none = t.severity_no_loss();
    let options = CONFIDENTIALITIES.map(|(value, loss)| option(value, Circumstance::Confidentiality(loss)));
    radios.push(one("confidentiality", t.severity_confidentiality(), String::new(), none.clone(), options.into()));
    let options = INTEGRITIES.map(|(value, loss)| option(value, Circumstance::Integrity(loss)));
    radios.push(one("integrity", t.severity_integrity(), String::new(), none.clone(), options.into()));
    let options = AVAILABILITIES.map(|(value, loss)| option(value, Circumstance::Availability(loss)));
    radios.push(one("availability", t.severity_availability(), String::new(), none, options.into()));
    radios
}

fn shown(t: Text, severity: &Severity) -> Shown {
    let (band, meaning, mark) = match severity.band {
        Band::Low => (t.severity_band_low(), t.severity_means_low(), "done"),
        Band::Medium => (t.severity_band_medium(), t.severity_means_medium(), "soon"),
        Band::High => (t.severity_band_high(), t.severity_means_high(), "perhaps-overdue"),
        Band::VeryHigh => (t.severity_band_very_high(), t.severity_means_very_high(), "overdue"),
    };
    let flag = |flag: &Flag| match flag {
        Flag::ManyIndividuals => t.severity_flag_many(),
        Flag::IndividualsUnknown => t.severity_flag_unknown(),
        Flag::Unintelligible => t.severity_flag_unintelligible(),
    };
    Shown {
        score: severity.score.to_string(),
        band,
        meaning,
        mark,
        flags: severity.flags.iter().map(flag).collect(),
        steps: severity.steps.iter().map(|step| step_words(t, step)).collect(),
    }
}

fn step_words(t: Text, step: &SeverityStep) -> String {
    match step {
        SeverityStep::Data { category, base, score } => {
            let (base, score) = (base.number().to_string(), score.number().to_string());
            let category = category_words(t, *category);
            if base == score {
                t.severity_step_data(category, score)
            } else {
                t.severity_step_weighed(category, base, score)
            }
        }
        SeverityStep::Context(score) => t.severity_step_context(score.number().to_string()),
        SeverityStep::Identification(level, value) => {
            t.severity_step_identification(identification_words(t, *level), value.to_string())
        }
        SeverityStep::Adds(of, adds) => t.severity_step_adds(circumstance_words(t, *of), adds.to_string()),
        SeverityStep::Sum { context, identification, circumstances, gives } => t.severity_step_sum(
            context.number().to_string(),
            identification.to_string(),
            circumstances.to_string(),
            gives.to_string(),
        ),
    }
}

fn category_words(t: Text, category: Category) -> String {
    match category {
        Category::Simple => t.severity_simple(),
        Category::Behavioural => t.severity_behavioural(),
        Category::Financial => t.severity_financial(),
        Category::Sensitive => t.severity_sensitive(),
    }
}

/// What a score means for a category.
fn score_words(t: Text, category: Category, score: Score) -> String {
    match (category, score) {
        (Category::Simple, Score::One) => t.severity_simple_1(),
        (Category::Simple, Score::Two) => t.severity_simple_2(),
        (Category::Simple, Score::Three) => t.severity_simple_3(),
        (Category::Simple, Score::Four) => t.severity_simple_4(),
        (Category::Behavioural, Score::One) => t.severity_behavioural_1(),
        (Category::Behavioural, Score::Two) => t.severity_behavioural_2(),
        (Category::Behavioural, Score::Three) => t.severity_behavioural_3(),
        (Category::Behavioural, Score::Four) => t.severity_behavioural_4(),
        (Category::Financial, Score::One) => t.severity_financial_1(),
        (Category::Financial, Score::Two) => t.severity_financial_2(),
        (Category::Financial, Score::Three) => t.severity_financial_3(),
        (Category::Financial, Score::Four) => t.severity_financial_4(),
        (Category::Sensitive, Score::One) => t.severity_sensitive_1(),
        (Category::Sensitive, Score::Two) => t.severity_sensitive_2(),
        (Category::Sensitive, Score::Three) => t.severity_sensitive_3(),
        (Category::Sensitive, Score::Four) => t.severity_sensitive_4(),
    }
}

fn identification_words(t: Text, level: Identification) -> String {
    match level {
        Identification::Negligible => t.severity_negligible(),
        Identification::Limited => t.severity_limited(),
        Identification::Significant => t.severity_significant(),
        Identification::Maximum => t.severity_maximum(),
    }
}

fn circumstance_words(t: Text, circumstance: Circumstance) -> String {
    match circumstance {
        Circumstance::Confidentiality(Confidentiality::Exposed) => t.severity_exposed(),
        Circumstance::Confidentiality(Confidentiality::KnownRecipients) => t.severity_known_recipients(),
        Circumstance::Confidentiality(Confidentiality::UnknownRecipients) => t.severity_unknown_recipients(),
        Circumstance::Integrity(Integrity::Altered) => t.severity_altered(),
        Circumstance::Integrity(Integrity::Recoverable) => t.severity_recoverable(),
        Circumstance::Integrity(Integrity::NotRecoverable) => t.severity_not_recoverable(),
        Circumstance::Availability(Availability::Recovered) => t.severity_recovered(),
        Circumstance::Availability(Availability::Temporary) => t.severity_temporary(),
        Circumstance::Availability(Availability::Full) => t.severity_lost(),
        Circumstance::Malicious => t.severity_malicious(),
    }
}
