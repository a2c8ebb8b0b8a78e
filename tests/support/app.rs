//! The real program for one test: a home of its own (data folder and database), a clock that the test moves, and people
//! who visit it.

use std::path::Path;

use dutyclock::law::moment::Moment;
use dutyclock::now::Clock;
use tempfile::TempDir;

use super::postgres;

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
