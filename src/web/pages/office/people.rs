//! The people of the installation: who there is, adding somebody, changing a role, inviting again. The link by which a
//! person chooses a password is shown once, to hand it over where mail does not arrive.

use crate::app::desk::actor::Role;
use crate::app::desk::refusal::Refusal;
use crate::app::office::change_person::ChangedPerson;
use crate::app::office::people::NewPerson;
use crate::db::account::Account;
use crate::web::forms::choice::Choice;
use crate::web::forms::lists;
use crate::web::forms::problems;
use crate::web::forms::problems::Errors;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use crate::web::views::role;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

const PATH: &str = "/people";

#[derive(Template)]
#[template(path = "pages/office/people.html")]
struct People {
    page: Page,
    people: Vec<Row>,
    new: NewPerson,
    roles: Vec<Choice>,
    langs: Vec<Choice>,
    errors: Errors,
}

struct Row {
    id: i64,
    name: String,
    email: String,
    role: String,
    lang: String,
    warned: bool,
    standing: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "pages/office/person.html")]
struct Person {
    page: Page,
    row: Row,
    role: String,
    warned: bool,
    active: bool,
    roles: Vec<Choice>,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "pages/office/invited.html")]
struct Invited {
    page: Page,
    link: String,
}

fn row(visit: &Visit, account: Account) -> Row {
    let t = visit.t;
    let (standing, state) = match (account.active, account.password_hash.is_some()) {
        (false, _) => ("no", t.people_state_off()),
        (true, false) => ("waiting", t.people_state_invited()),
        (true, true) => ("yes", t.people_state_active()),
    };
    let role = Role::from_name(&account.role).map_or(account.role, |role| role::role(t, role));
    Row {
        id: account.id.0,
        name: account.name,
        email: account.email,
        role,
        lang: t.language(account.lang),
        warned: account.warned,
        standing,
        state,
    }
}

/// Everybody.
pub async fn get(visit: Visit) -> Result<HttpResponse, Failure> {
    let new =
        NewPerson { lang: visit.t.tag().to_owned(), role: Role::Officer.name().to_owned(), ..NewPerson::default() };
    show(&visit, StatusCode::OK, new, Errors::default()).await
}

async fn show(visit: &Visit, status: StatusCode, new: NewPerson, errors: Errors) -> Result<HttpResponse, Failure> {
    let people = visit.web.desk.people(visit.actor()).await?;
    let people = people.into_iter().map(|account| row(visit, account)).collect();
    let (roles, langs) = (lists::roles(visit.t), lists::languages(visit.t));
    let page = Page { path: PATH.to_owned(), ..Page::of(visit, "people") };
    answer::with_status(status, &People { page, people, new, roles, langs, errors })
}

/// Adds somebody and shows their link.
pub async fn post(sent: SubmittedForm) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let new = NewPerson {
        name: typed.text("name"),
        email: typed.text("email"),
        role: typed.text("role"),
        lang: typed.text("lang"),
        warned: typed.ticked("warned"),
    };
    match visit.web.desk.add_person(visit.actor(), typed.ticket(), new.clone()).await {
        Ok(path) => invited(&visit, path).await,
        Err(Refusal::Invalid(errors)) => {
            let errors = Errors::new(visit.t, visit.zone, &visit.web.desk.library, &errors);
            show(&visit, StatusCode::UNPROCESSABLE_ENTITY, new, errors).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Shows the link once. Where the form had been sent before, the link was made then and is kept nowhere.
async fn invited(visit: &Visit, path: Option<String>) -> Result<HttpResponse, Failure> {
    let Some(path) = path else {
        visit.say(visit.t.invited_before()).await?;
        return Ok(answer::see_other(PATH));
    };
    let page = Page { path: PATH.to_owned(), ..Page::of(visit, "people") };
    answer::page(&Invited { page, link: format!("{}{path}", visit.web.desk.base_url) })
}

/// One person.
pub async fn one(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let account = find(&visit, &id).await?;
    let chosen = ChangedPerson { role: account.role.clone(), warned: account.warned, active: account.active };
    show_one(&visit, StatusCode::OK, account, chosen, Errors::default())
}

async fn find(visit: &Visit, id: &str) -> Result<Account, Failure> {
    let people = visit.web.desk.people(visit.actor()).await?;
    people.into_iter().find(|account| account.id.to_string() == id).ok_or(Failure::NotFound)
}

fn show_one(
    visit: &Visit,
    status: StatusCode,
    account: Account,
    chosen: ChangedPerson,
    errors: Errors,
) -> Result<HttpResponse, Failure> {
    let page = Page { path: format!("{PATH}/{}", account.id), ..Page::of(visit, "people") };
    let (roles, ChangedPerson { role, warned, active }) = (lists::roles(visit.t), chosen);
    answer::with_status(status, &Person { page, row: row(visit, account), role, warned, active, roles, errors })
}

/// Changes role, warnings, and whether the person may sign in.
pub async fn change(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let account = find(&visit, &id).await?;
    let chosen =
        ChangedPerson { role: typed.text("role"), warned: typed.ticked("warned"), active: typed.ticked("active") };
    match visit.web.desk.change_person(visit.actor(), typed.ticket(), account.id, chosen.clone()).await {
        Ok(()) => {
            visit.say(visit.t.people_changed(&account.name)).await?;
            Ok(answer::see_other(PATH))
        }
        Err(Refusal::Invalid(errors)) => {
            let errors = Errors::new(visit.t, visit.zone, &visit.web.desk.library, &errors);
            show_one(&visit, StatusCode::UNPROCESSABLE_ENTITY, account, chosen, errors)
        }
        Err(Refusal::NotNow(problem)) => {
            let errors = Errors::one("role", problems::text(visit.t, &problem, visit.zone));
            show_one(&visit, StatusCode::CONFLICT, account, chosen, errors)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Invites a person again and shows their new link; for who has a password it goes by mail alone.
pub async fn invite(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let person = find(&visit, &id).await?;
    let path = visit.web.desk.invite_again(visit.actor(), typed.ticket(), person.id).await?;
    if path.is_none() && person.password_hash.is_some() {
        visit.say(visit.t.people_reset(&person.name)).await?;
        return Ok(answer::see_other(PATH));
    }
    invited(&visit, path).await
}
