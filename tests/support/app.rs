//! The real program for one test: a home of its own (data folder and database), a clock that the test moves, and people
//! who visit it.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use dutyclock::app::desk::Desk;
use dutyclock::app::desk::actor::{Actor, Role};
use dutyclock::app::office::people::{NewPassword, NewPerson};
use dutyclock::app::rules::self_test::SelfTest;
use dutyclock::config::TrustedProxies;
use dutyclock::db::{DatabaseUrl, Store, account};
use dutyclock::documents::Renderer;
use dutyclock::law::base::moment::Moment;
use dutyclock::law::library::Library;
use dutyclock::now::Clock;
use dutyclock::web::http::state::Web;
use dutyclock::web::server::Server;
use reqwest::StatusCode;
use secrecy::SecretString;
use tempfile::TempDir;
use tokio::sync::oneshot;

use super::postgres;
use super::visitor::Visitor;

/// The password of everybody in these tests.
pub const PASSWORD: &str = "a quiet orange boat";

/// Which database the program runs on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Storage {
    /// A file in the data folder.
    Sqlite,
    /// A database of the tests' PostgreSQL.
    Postgres,
}

/// Where one program lives: removed with all that is in it when dropped.
pub struct Home {
    folder: TempDir,
    database: Option<postgres::Database>,
}

impl Home {
    /// A new, empty home.
    pub fn new(storage: Storage) -> Self {
        let folder = tempfile::Builder::new().prefix("dutyclock-home-").tempdir().expect("a data folder");
        let database = (storage == Storage::Postgres).then(postgres::create_database);
        Self { folder, database }
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database's address, as the settings state it.
    pub fn database_url(&self) -> String {
        let file = || format!("sqlite:{}", self.folder().join("dutyclock.db").display());
        self.database.as_ref().map_or_else(file, postgres::Database::url)
    }

    /// The database server's side of it, to take away and give back; none on SQLite.
    pub fn database(&self) -> Option<&postgres::Database> {
        self.database.as_ref()
    }
}

/// The program, answering at an address of its own; stops when dropped.
pub struct TestApp {
    /// What every request shares: the desk, the renderer.
    pub web: Web,
    /// The clock, standing still until the test moves it.
    pub clock: Clock,
    /// Where the program lives.
    pub home: Home,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
}

/// The law and the maker of papers, once for all programs of this test process.
fn parts() -> &'static (Arc<Library>, Renderer) {
    static PARTS: OnceLock<(Arc<Library>, Renderer)> = OnceLock::new();
    PARTS.get_or_init(|| (Arc::new(Library::embedded().unwrap()), Renderer::start().unwrap()))
}

impl TestApp {
    /// The program on SQLite, at noon in Seoul of 2026-11-20.
    pub async fn start() -> Self {
        Self::start_on(Storage::Sqlite, "2026-11-20T12:00:00+09:00").await
    }

    /// The program on this database, at this moment.
    pub async fn start_on(storage: Storage, moment: &str) -> Self {
        Self::start_as(storage, moment, false).await
    }

    /// The program as `demo` runs it: it says so, and that mail goes into files.
    pub async fn start_demo() -> Self {
        let app = Self::start_as(Storage::Sqlite, "2026-11-20T12:00:00+09:00", true).await;
        dutyclock::commands::demo::load(&app.web.desk).await.expect("the demonstration");
        app
    }

    async fn start_as(storage: Storage, moment: &str, demo: bool) -> Self {
        let (home, clock) = (Home::new(storage), clock_at(moment));
        let url: DatabaseUrl = home.database_url().parse().unwrap();
        let (library, renderer) = parts();
        let store = Store::open(&url).expect("an empty store, migrated");
        let desk = Desk::new(store, Arc::clone(library), clock.clone(), "http://127.0.0.1");
        let web = Web {
            desk,
            renderer: renderer.clone(),
            form_key: [7; 32],
            secure_cookies: false,
            trusted_proxies: TrustedProxies::default(),
            mail_folder: demo.then(|| "data/demo/mail".to_owned()),
            demo,
            self_test: SelfTest::default(),
        };
        let server = Server::bind(web.clone(), SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port");
        let address = server.addr();
        let (stop, stopped) = oneshot::channel();
        tokio::spawn(server.run(async move {
            let _ = stopped.await;
        }));
        Self { web, clock, home, address, stop: Some(stop) }
    }

    /// Where it answers.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Visitor {
        Visitor::at(self.address)
    }

    /// The e-mail address of the person with this role.
    pub fn email(role: Role) -> String {
        format!("{}@example.org", role.name())
    }

    /// Makes the account of a role, unless there is one.
    pub async fn add(&self, role: Role) {
        let person = NewPerson {
            name: format!("The {}", role.name()),
            email: Self::email(role),
            role: role.name().to_owned(),
            lang: "en".to_owned(),
            warned: true,
        };
        let secret = || SecretString::from(PASSWORD.to_owned());
        // Refused only when the account is there already.
        let _ = self.web.desk.add_account(person, NewPassword { password: secret(), again: secret() }).await;
    }

    /// The person of a role, as actions know them.
    pub async fn actor(&self, role: Role) -> Actor {
        self.add(role).await;
        let account = self.web.desk.store.read_blocking(|db| account::by_email(db, &Self::email(role)));
        let account = account.unwrap().expect("an account");
        Actor { account: account.id, id: account.id.to_string(), name: account.name, role, link: None }
    }

    /// A person of this role, signed in through the page.
    pub async fn sign_in(&self, role: Role) -> Visitor {
        self.add(role).await;
        let visitor = self.visitor();
        let answer =
            visitor.submit("/sign-in", "/sign-in", &[("email", &Self::email(role)), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        visitor
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

/// A clock that stands at this moment, such as `2025-11-18T16:00:00Z`, until the test moves it.
pub fn clock_at(moment: &str) -> Clock {
    let moment = chrono::DateTime::parse_from_rfc3339(moment).unwrap_or_else(|e| panic!("`{moment}`: {e}"));
    Clock::fixed(Moment::from_seconds(moment.timestamp()))
}

#[cfg(test)]
mod tests {
    use dutyclock::db::{DatabaseUrl, Store};

    use super::{Home, Storage, clock_at};

    fn a_store_opens_in_its_own_home(storage: Storage) {
        let home = Home::new(storage);
        let url: DatabaseUrl = home.database_url().parse().unwrap();
        assert_eq!(url.is_sqlite(), storage == Storage::Sqlite);
        assert_eq!(home.database().is_some(), storage == Storage::Postgres);
        Store::open(&url).expect("an empty store, migrated");
        assert_eq!(home.folder().join("dutyclock.db").exists(), storage == Storage::Sqlite);
    }

    #[test]
    fn a_store_opens_in_its_own_home_on_sqlite() {
        a_store_opens_in_its_own_home(Storage::Sqlite);
    }

    #[test]
    fn a_store_opens_in_its_own_home_on_postgresql_with_a_password() {
        a_store_opens_in_its_own_home(Storage::Postgres);
    }

    #[test]
    fn a_clock_stands_until_it_is_moved() {
        let clock = clock_at("2025-11-18T16:00:00+09:00");
        clock.advance(90);
        assert_eq!(clock.now(), clock_at("2025-11-18T07:01:30Z").now());
    }
}
