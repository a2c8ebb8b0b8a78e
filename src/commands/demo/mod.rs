//! The demonstration: a public case of 2025 as it happened, the same as a drill that runs now, and a young incident.
//! Apart from everything real: it reads no settings file, sends no mail, and refuses a folder that holds something else.

mod history;
mod people;
mod stage;
mod today;

pub use self::people::{PASSWORD, PEOPLE, Person};
use self::stage::Stage;
use super::arguments::Place;
use super::failure::Failure;
use super::resources::runtime;
use super::say::Terminal;
use super::{account::role_in_words, logging, serve};
use crate::app::desk::Desk;
use crate::app::desk::refusal::Refusal;
use crate::config::{Given, Settings};
use crate::db::{account, secret};
use crate::law::base::words::Lang;
use std::net::SocketAddr;

/// Where the demonstration lives unless told otherwise.
const FOLDER: &str = "data/demo";
/// The name under which it is noted that everything was loaded.
const LOADED: &str = "demo";

/// Runs the demonstration until somebody stops it.
pub(super) fn run(place: Place, listen: SocketAddr, terminal: &Terminal) -> Result<(), Failure> {
    if place.config.is_some() || place.database.is_some() {
        let text = "the demonstration has a database and settings of its own; leave out --config and --database";
        return Err(Failure::Typed(text.to_owned()));
    }
    let mut given = Given::default();
    given.set("listen", &listen.to_string(), "--listen");
    given.set("data_dir", place.data_dir.as_deref().unwrap_or(FOLDER), "--data-dir");
    given.set("rulebooks_dir", place.rulebooks_dir.as_deref().unwrap_or_default(), "--rulebooks-dir");
    given.set("log.level", "warn", "the demonstration");
    let mut settings = Settings::read(given)?;
    logging::start(&settings);
    settings.settle_port().map_err(|source| Failure::Listen { listen, source })?;
    let desk = serve::open(&settings)?;
    runtime()?.block_on(async {
        let server = serve::bind(&settings, &desk, true)?;
        let folder = settings.data_dir.display().to_string();
        let loaded = load(&desk).await.map_err(|refusal| Failure::refused(refusal, terminal.t))?;
        if loaded == Load::SomethingElse {
            return Err(Failure::NotTheDemo(folder));
        }
        introduce(&folder, terminal);
        serve::answer(&settings, &desk, server, terminal).await
    })
}

fn introduce(folder: &str, terminal: &Terminal) {
    let t = terminal.t;
    terminal.say(t.command_demo_loaded(folder));
    terminal.say(t.command_demo_sign_in());
    for person in PEOPLE {
        let language = t.language(Lang::from_tag(person.lang).unwrap_or(Lang::En));
        terminal
            .say(format!("  {}", t.command_demo_person(person.email, role_in_words(person.role, terminal), language)));
    }
    terminal.say(format!("  {}", t.command_demo_password(PASSWORD)));
}

/// What was found in the store, or put there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// It was empty: the demonstration is there now.
    Fresh,
    /// The demonstration was there.
    Again,
    /// People are there, but not a complete demonstration: nothing was written.
    SomethingElse,
}

/// Loads the demonstration into an empty store, once. History is recorded at its historical moments; the drill and the
/// young incident shortly before the desk's present. No warning is queued: the watch does that, for what is open now.
///
/// # Errors
/// When the store fails. What was written until then stays, and shows as [`Load::SomethingElse`] afterwards.
pub async fn load(desk: &Desk) -> Result<Load, Refusal> {
    let found = desk.store.read(|db| Ok::<_, Refusal>((secret::get(db, LOADED)?, account::count(db)?))).await?;
    match found {
        (Some(_), _) => return Ok(Load::Again),
        (None, 0) => {}
        (None, _) => return Ok(Load::SomethingElse),
    }
    let stage = Stage::open(desk).await?;
    history::play(&stage).await?;
    today::drill(&stage).await?;
    today::young(&stage).await?;
    let at = desk.now().to_rfc3339();
    desk.store.write(move |db| secret::get_or_insert(db, LOADED, &at)).await?;
    desk.nudge.notify_one();
    Ok(Load::Fresh)
}

#[cfg(test)]
mod tests;
