//! The organisation that owes the duties: what forms print of it, its zone, its turnover, the facts that decide duties.
//! Whoever may not describe it reads it.

use super::organisation_facts::{self, Questions};
use crate::app::desk::actor::Permission;
use crate::app::desk::refusal::{Problem, Refusal};
use crate::app::office::organisation::DescribeOrganisation;
use crate::app::office::organisation::HOUSE_TARGET;
use crate::incident::Organisation;
use crate::incident::organisation::Contact;
use crate::web::forms::choice::Choice;
use crate::web::forms::fact_field;
use crate::web::forms::fact_field::major;
use crate::web::forms::lists;
use crate::web::forms::problems;
use crate::web::forms::problems::Errors;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

const PATH: &str = "/organisation";
/// Empty rows for years not stated yet.
const SPARE_YEARS: usize = 3;
/// The most rows of turnover read from a form.
const MOST_YEARS: usize = 30;

#[derive(Template)]
#[template(path = "pages/office/organisation.html")]
struct OrganisationPage {
    page: Page,
    may_describe: bool,
    typed: FormData,
    position: String,
    zones: Vec<Choice>,
    currencies: Vec<Choice>,
    years: Vec<usize>,
    contacts: Vec<Group>,
    questions: Vec<Questions>,
    errors: Errors,
}

/// A person or desk that forms name.
struct Group {
    role: &'static str,
    title: String,
}

impl Group {
    fn field(&self, part: &str) -> String {
        format!("{}-{part}", self.role)
    }
}

/// The page.
pub async fn get(visit: Visit) -> Result<HttpResponse, Failure> {
    let (organisation, position) = visit.web.desk.organisation(visit.actor()).await?;
    show(&visit, StatusCode::OK, as_typed(&organisation), position, Errors::default())
}

fn show(
    visit: &Visit,
    status: StatusCode,
    typed: FormData,
    position: i64,
    errors: Errors,
) -> Result<HttpResponse, Failure> {
    let t = visit.t;
    let stated = (0..MOST_YEARS).filter(|row| !typed.get(&format!("turnover-year-{row}")).is_empty()).count();
    let contacts = [
        ("reporter", t.organisation_reporter()),
        ("ciso", t.organisation_ciso()),
        ("cpo", t.organisation_cpo()),
        ("desk", t.organisation_desk()),
    ];
    answer::with_status(
        status,
        &OrganisationPage {
            page: Page { path: PATH.to_owned(), ..Page::of(visit, "organisation") },
            may_describe: visit.may(Permission::DescribeOrganisation),
            years: (0..(stated + SPARE_YEARS).min(MOST_YEARS)).collect(),
            zones: lists::zones(),
            currencies: lists::currencies(),
            contacts: contacts.into_iter().map(|(role, title)| Group { role, title }).collect(),
            questions: organisation_facts::questions(visit, &typed, &errors),
            position: position.to_string(),
            typed,
            errors,
        },
    )
}

/// Describes the organisation anew.
pub async fn post(sent: SubmittedForm) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let turnover = (0..MOST_YEARS)
        .map(|row| (typed.text(&format!("turnover-year-{row}")), typed.text(&format!("turnover-{row}"))));
    let input = DescribeOrganisation {
        lines: typed.under(""),
        zone: typed.text("zone"),
        turnover: turnover.collect(),
        currency: typed.text("currency"),
        facts: fact_field::sent(&typed),
    };
    let ticket = typed.ticket();
    let seen = ticket.seen.unwrap_or(0);
    match visit.web.desk.describe_organisation(visit.actor(), ticket, input).await {
        Ok(_) => {
            visit.say(visit.t.organisation_saved()).await?;
            Ok(answer::see_other(PATH))
        }
        Err(Refusal::Invalid(errors)) => {
            let errors = Errors::new(visit.t, visit.zone, &visit.web.desk.library, &errors);
            show(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, seen, errors)
        }
        Err(Refusal::Changed { position, .. }) => {
            let errors = Errors::one("", visit.t.organisation_changed());
            show(&visit, StatusCode::CONFLICT, typed, position, errors)
        }
        Err(Refusal::NotNow(problem @ Problem::NothingChanged)) => {
            visit.say(problems::text(visit.t, &problem, visit.zone)).await?;
            Ok(answer::see_other(PATH))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The profile as it would be typed.
fn as_typed(organisation: &Organisation) -> FormData {
    let mut typed = Vec::new();
    let mut put = |name: &str, value: &str| typed.push((name.to_owned(), value.to_owned()));
    put("name", &organisation.name);
    put("registration", &organisation.registration);
    put("address", &organisation.address);
    put("sector", &organisation.sector);
    put("size", &organisation.size);
    let target = organisation.house_target_hours.map(|hours| hours.to_string()).unwrap_or_default();
    put(HOUSE_TARGET, &target);
    put("zone", organisation.zone.name());
    for (row, (year, sum)) in organisation.turnover.iter().rev().enumerate() {
        put("currency", sum.currency.code());
        put(&format!("turnover-year-{row}"), &year.to_string());
        put(&format!("turnover-{row}"), &major(*sum));
    }
    let contacts = [
        ("reporter", &organisation.reporter),
        ("ciso", &organisation.ciso),
        ("cpo", &organisation.cpo),
        ("desk", &organisation.desk),
    ];
    for (role, contact) in contacts {
        let Contact { name, department, position, phone, email } = contact;
        let parts =
            [("name", name), ("department", department), ("position", position), ("phone", phone), ("email", email)];
        parts.into_iter().for_each(|(part, value)| put(&format!("{role}-{part}"), value));
    }
    for (key, value) in &organisation.facts.0 {
        organisation_facts::put(&format!("fact-{key}"), value, &mut put);
    }
    FormData::new(typed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::base::money::{Currency, Money};
    use crate::law::library::Library;
    use crate::law::situation::fact::Value;

    #[test]
    fn what_is_shown_in_the_form_reads_back_as_the_same_profile() {
        let mut organisation = Organisation { name: "Example".to_owned(), ..Organisation::default() };
        organisation.turnover.insert(2024, Money { minor: 12_345_605, currency: Currency::Eur });
        organisation.turnover.insert(2023, Money { minor: 9_900, currency: Currency::Eur });
        organisation.ciso.name = "Kim".to_owned();
        let mut put =
            |key: &str, value| organisation.facts.0.insert(crate::law::situation::fact::FactKey::new(key), value);
        put("org-data-controller", Value::YesNo(false));
        put("org-countries", Value::choices(["kr", "de"]));
        put("org-member-state", Value::Choice("de".to_owned()));
        put("org-gross-income-prior-year", Value::Money(Money { minor: 12_345_605, currency: Currency::Inr }));
        let typed = as_typed(&organisation);
        let input = DescribeOrganisation {
            lines: typed.under(""),
            zone: typed.text("zone"),
            turnover: (0..2)
                .map(|row| (typed.text(&format!("turnover-year-{row}")), typed.text(&format!("turnover-{row}"))))
                .collect(),
            currency: typed.text("currency"),
            facts: fact_field::sent(&typed),
        };
        assert_eq!(input.read(&Library::embedded().unwrap()).unwrap(), organisation);
    }
}
