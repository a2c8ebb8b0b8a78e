//! "What would apply?": answers questions without recording an incident. All answers travel in the address, so that a
//! result can be kept and shared, and nothing is kept here. The questions asked first are those that decide most. A result
//! can be recorded as an incident, with the same answers.

use super::answers::{Answers, When};
use super::results::{Results, Sorter};
use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::desk::input::MomentInput;
use crate::app::desk::refusal::Refusal;
use crate::app::incident::open::OpenIncident;
use crate::app::incident::view::Names;
use crate::app::rules::what_applies::{Supposed, Supposition};
use crate::law::questions::{self, Question};
use crate::law::situation::fact::{FactKey, Facts};
use crate::law::vocabulary::FactDefinition;
use crate::law::vocabulary::complete::Completed;
use crate::web::forms::choice::{Choice, zones};
use crate::web::forms::fact_field;
use crate::web::forms::fact_field::FactField;
use crate::web::forms::lists::bases;
use crate::web::forms::places;
use crate::web::forms::problems::Errors;
use crate::web::forms::refused::FormErrors;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use crate::web::views::wording::Wording;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use std::collections::BTreeSet;

/// How many questions are asked at a time.
const AT_A_TIME: usize = 4;

/// The longest query read, in bytes: every field of every question fits.
const LONGEST: usize = 24_000;

#[derive(Template)]
#[template(path = "pages/what_applies/show.html")]
struct WhatApplies {
    page: Page,
    trouble: FormErrors,
    ignored: bool,
    questions: Vec<FactField>,
    open: usize,
    hidden: Vec<(String, String)>,
    known: MomentInput,
    on: String,
    zones: Vec<Choice>,
    told: Stated,
    answered: bool,
    results: Results,
    gaps: String,
    shown: String,
    convert: Option<Convert>,
}

/// What was told so far.
#[derive(Default)]
struct Stated {
    answers: Vec<Given>,
    later: Vec<Given>,
    profile: Vec<Given>,
    ask_again: String,
}

/// One answer.
struct Given {
    label: String,
    value: String,
    change: String,
}

/// The form that records an incident.
struct Convert {
    title: String,
    aware: MomentInput,
    basis: String,
    bases: Vec<Choice>,
    who_knew: String,
    drill: bool,
    hidden: Vec<(String, String)>,
    zones: Vec<Choice>,
    another_day: bool,
}

/// Shows the questions, and what would apply.
///
/// # Errors
/// When the address is longer than any that the page itself makes, or when the store fails.
pub async fn get(visit: Visit) -> Result<HttpResponse, Failure> {
    let query = visit.path.split_once('?').map_or("", |(_, query)| query);
    if query.len() > LONGEST {
        return Err(Failure::TooLarge);
    }
    let typed = FormData::parse(query.as_bytes());
    let library = visit.web.desk.library.clone();
    let mut answers = Answers::read(&typed, &library);
    let when = answers.when(visit.now, visit.zone);
    // A form was sent: the short address takes the place of its fields, so that it can be kept and shown to others.
    if typed.ticked("form") && answers.errors.is_empty() && !answers.ignored {
        return Ok(answer::see_other(&answers.href(&library, visit.zone)));
    }
    show(&visit, &typed, &answers, when, None).await
}

/// Records an incident with these answers.
///
/// # Errors
/// When the role does not include recording, or when the store fails.
pub async fn post(sent: SubmittedForm) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let desk = visit.web.desk.clone();
    let mut answers = Answers::read(&typed, &desk.library);
    let when = answers.when(visit.now, visit.zone);
    let input = OpenIncident {
        title: typed.text("title"),
        aware: typed.moment("aware"),
        basis: typed.text("basis"),
        who_knew: typed.text("who_knew"),
        began: MomentInput::default(),
        facts: answers.inputs(&desk.library),
        drill: typed.ticked("drill"),
    };
    match desk.open_incident(visit.actor(), typed.ticket(), input).await {
        Ok(done) => {
            visit.say(visit.t.applies_recorded()).await?;
            Ok(answer::see_other(&incident_path(&done.id)))
        }
        Err(refusal) => show(&visit, &typed, &answers, when, Some(refusal)).await,
    }
}

async fn show(
    visit: &Visit,
    typed: &FormData,
    answers: &Answers,
    when: When,
    refusal: Option<Refusal>,
) -> Result<HttpResponse, Failure> {
    let desk = &visit.web.desk;
    let supposed = Supposed { facts: answers.facts.clone(), aware: when.aware };
    let supposition = desk.suppose(visit.actor(), &supposed, when.at).await?;
    let names = Names::new();
    let completed = desk.library.vocabulary().complete(&supposition.situation.facts);
    let inquiry = Inquiry { visit, answers, supposition: &supposition, completed: &completed, names: &names };
    let trouble = inquiry.trouble(refusal)?;
    let next = questions::next(&desk.library, &supposition.situation, &supposition.assessment);
    let asked = inquiry.asked(&next);
    let keys: BTreeSet<FactKey> = asked.iter().map(|fact| fact.key.clone()).collect();
    let results =
        Sorter { teller: inquiry.teller(), facts: &supposition.situation.facts, ask: &|key| inquiry.ask(key) }
            .sort(&supposition.assessment);
    let status = trouble.status;
    let page = WhatApplies {
        questions: asked.iter().map(|fact| inquiry.field(fact, &next, typed, &trouble)).collect(),
        open: next.iter().filter(|question| !answers.later.contains(&question.key)).count(),
        hidden: answers
            .pairs(&desk.library, visit.zone, &keys)
            .into_iter()
            .filter(|(name, _)| !is_moment(name))
            .collect(),
        known: answers.known.clone(),
        on: answers.on.clone(),
        zones: zones(visit.zone, &answers.known.zone),
        told: inquiry.told(),
        answered: !answers.facts.is_empty() || !answers.later.is_empty() || when.aware.is_some(),
        results,
        gaps: visit.t.gaps_line(&supposition.assessment.gaps, &desk.library),
        shown: visit.t.date(when.at.in_zone(visit.zone).date_naive()),
        convert: visit.may(Permission::Record).then(|| inquiry.convert(typed, when)),
        ignored: answers.ignored,
        page: Page::of(visit, "what-applies"),
        trouble,
    };
    answer::with_status(status, &page)
}

/// Whether the form has a field of its own for it.
fn is_moment(name: &str) -> bool {
    name == "on" || name.starts_with("known")
}

/// One visit to the page.
struct Inquiry<'a> {
    visit: &'a Visit,
    answers: &'a Answers,
    supposition: &'a Supposition,
    completed: &'a Completed<'a>,
    names: &'a Names,
}

impl Inquiry<'_> {
    fn teller(&self) -> Wording<'_> {
        Wording {
            t: self.visit.t,
            zone: self.visit.zone,
            library: &self.visit.web.desk.library,
            names: self.names,
            incident: &self.supposition.incident,
            organisation: &self.supposition.organisation,
        }
    }

    fn trouble(&self, refusal: Option<Refusal>) -> Result<FormErrors, Failure> {
        let (t, zone, library) = (self.visit.t, self.visit.zone, &self.visit.web.desk.library);
        match refusal {
            Some(refusal) => FormErrors::fields(t, zone, library, 0, refusal),
            None if self.answers.errors.is_empty() => Ok(FormErrors::default()),
            None => Ok(FormErrors {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                errors: Errors::new(t, zone, library, &self.answers.errors),
                ..FormErrors::default()
            }),
        }
    }

    /// The page with a question first and all answers kept.
    fn ask(&self, key: &FactKey) -> String {
        let mut answers = Answers { ask: Some(key.clone()), ..self.answers.clone() };
        answers.later.remove(key);
        format!("{}#questions", answers.href(&self.visit.web.desk.library, self.visit.zone))
    }

    /// The facts asked for now: those that could not be taken, the one that somebody wants to answer, then the most
    /// decisive of those not put off.
    fn asked(&self, next: &[Question]) -> Vec<&FactDefinition> {
        let wrong = self.answers.errors.iter().map(|error| FactKey::new(&error.field));
        let decisive = next.iter().map(|question| question.key.clone()).filter(|key| !self.answers.later.contains(key));
        let mut keys: Vec<FactKey> = wrong.chain(self.answers.ask.clone()).collect();
        let room = AT_A_TIME.max(keys.len());
        keys.extend(decisive);
        let mut asked: Vec<&FactDefinition> = Vec::new();
        for fact in keys.iter().filter_map(|key| self.visit.web.desk.library.vocabulary().fact(key)) {
            if asked.len() < room && !asked.contains(&fact) {
                asked.push(fact);
            }
        }
        asked
    }

    fn field(&self, fact: &FactDefinition, next: &[Question], typed: &FormData, trouble: &FormErrors) -> FactField {
        let t = self.visit.t;
        let known = self.supposition.situation.facts.get(&fact.key);
        let wrong = self.answers.errors.iter().any(|error| error.field == fact.key.as_str());
        let field = fact_field::field(t, fact, known, Some(typed).filter(|_| wrong), trouble);
        let vocabulary = self.visit.web.desk.library.vocabulary();
        let mut field = places::arranged(field, fact, &self.supposition.situation.facts, t, vocabulary);
        let worth = next.iter().find(|question| question.key == fact.key).map(|question| match question.scope {
            0 => t.applies_bears_on(question.open),
            _ => t.applies_decides_scope(question.scope),
        });
        let other = fact_field::other_answer(&self.teller(), self.completed, &fact.key);
        let hints = [Some(field.hint), worth, self.profile_says(fact), Some(other)];
        field.hint = hints.into_iter().flatten().filter(|hint| !hint.is_empty()).collect::<Vec<_>>().join(" ");
        field
    }

    fn profile_says(&self, fact: &FactDefinition) -> Option<String> {
        let stated = self.answers.facts.contains_key(&fact.key);
        self.supposition.organisation.facts.get(&fact.key).filter(|_| !stated)?;
        Some(self.visit.t.applies_from_profile())
    }

    fn told(&self) -> Stated {
        let t = self.visit.t;
        let again = Answers { later: BTreeSet::new(), ask: None, ..self.answers.clone() };
        let profile = &self.supposition.organisation.facts;
        let later = self.answers.later.iter().filter(|key| profile.get(key).is_none());
        Stated {
            answers: self.given(&Facts(self.answers.facts.clone())),
            later: later.map(|key| self.one(key, t.not_known_yet())).collect(),
            profile: self.given(&self.profile()),
            ask_again: again.href(&self.visit.web.desk.library, self.visit.zone),
        }
    }

    /// What the profile says, but for what an answer puts aside.
    fn profile(&self) -> Facts {
        let mut facts = self.supposition.organisation.facts.clone();
        facts.0.retain(|key, _| !self.answers.facts.contains_key(key));
        facts
    }

    fn given(&self, facts: &Facts) -> Vec<Given> {
        let teller = self.teller();
        let known = self.visit.web.desk.library.vocabulary().facts().iter();
        let value =
            |fact: &FactDefinition| Some((fact.key.clone(), teller.value(&fact.key, Some(facts.get(&fact.key)?))));
        let against = |key: &FactKey| fact_field::other_answer(&teller, self.completed, key);
        let with = |key: &FactKey, value: String| match against(key) {
            against if against.is_empty() => value,
            against => format!("{value}. {against}"),
        };
        known.filter_map(value).map(|(key, value)| self.one(&key, with(&key, value))).collect()
    }

    fn one(&self, key: &FactKey, value: String) -> Given {
        Given { label: self.teller().fact(key), value, change: self.ask(key) }
    }

    fn convert(&self, typed: &FormData, when: When) -> Convert {
        let answers = Answers { ask: None, ..self.answers.clone() };
        let mut aware = typed.moment("aware");
        if aware.is_empty()
            && typed.get("once").is_empty()
            && when.aware.is_some_and(|at| at.earliest() <= self.visit.now)
        {
            aware = self.answers.known.clone();
        }
        if aware.zone.is_empty() {
            self.visit.zone.name().clone_into(&mut aware.zone);
        }
        Convert {
            title: typed.text("title"),
            basis: typed.text("basis"),
            bases: bases(self.visit),
            who_knew: typed.text("who_knew"),
            drill: typed.ticked("drill"),
            hidden: answers.pairs(&self.visit.web.desk.library, self.visit.zone, &BTreeSet::new()),
            zones: zones(self.visit.zone, &aware.zone),
            another_day: when.at != self.visit.now,
            aware,
        }
    }
}
