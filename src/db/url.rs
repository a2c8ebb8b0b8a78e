//! The address of the database. The scheme decides which database it is; nothing is guessed, because a mistyped address
//! that silently becomes a new, empty SQLite file would look like the loss of every incident.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use thiserror::Error;

/// Where the store is: `sqlite:PATH` or `postgres://user:password@host/name`. Shown without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(Kind);

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file.
    Sqlite(PathBuf),
    /// The whole URL, password included.
    #[cfg(feature = "postgres")]
    Postgres(String),
}

/// Why an address was refused.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum UrlError {
    /// No scheme that we know.
    #[error(
        "the database address must begin with `sqlite:` (a file, as in sqlite:/var/lib/dutyclock/dutyclock.db) or \
         `postgres://` (a server, as in postgres://user:password@host/dutyclock)"
    )]
    Scheme,
    /// `sqlite:` without a usable path.
    #[error("`sqlite:` must be followed by the path of a file; in-memory and `file:` databases are not supported")]
    Path,
    /// PostgreSQL was left out of this build.
    #[error("this build has no PostgreSQL support; build with the feature `postgres`, or use `sqlite:PATH`")]
    NoPostgres,
    /// Encryption was asked for, and this build cannot.
    #[error(
        "`sslmode={0}` asks for an encrypted connection, which this build cannot make; build with the feature \
         `postgres-tls` (releases have it), or leave sslmode out where the way to the server is trusted"
    )]
    NoTls(String),
}

impl DatabaseUrl {
    /// A SQLite database in this file.
    #[must_use]
    pub fn sqlite(path: &Path) -> Self {
        Self(Kind::Sqlite(path.to_owned()))
    }

    /// Whether it names a SQLite file.
    #[must_use]
    pub const fn is_sqlite(&self) -> bool {
        matches!(self.0, Kind::Sqlite(_))
    }

    /// The SQLite file, where it is one.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<&Path> {
        match &self.0 {
            Kind::Sqlite(path) => Some(path),
            #[cfg(feature = "postgres")]
            Kind::Postgres(_) => None,
        }
    }

    pub(crate) const fn kind(&self) -> &Kind {
        &self.0
    }
}

impl FromStr for DatabaseUrl {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        let text = text.trim();
        let (scheme, rest) = text.split_once(':').ok_or(UrlError::Scheme)?;
        match scheme {
            "sqlite" => sqlite(rest),
            "postgres" | "postgresql" if rest.starts_with("//") => postgres(text),
            _ => Err(UrlError::Scheme),
        }
    }
}

fn sqlite(rest: &str) -> Result<DatabaseUrl, UrlError> {
    let path = rest.strip_prefix("//").unwrap_or(rest);
    if path.is_empty() || path.contains(":memory:") || path.starts_with("file:") || path.ends_with('/') {
        return Err(UrlError::Path);
    }
    Ok(DatabaseUrl(Kind::Sqlite(PathBuf::from(path))))
}

#[cfg(feature = "postgres")]
fn postgres(text: &str) -> Result<DatabaseUrl, UrlError> {
    #[cfg(not(feature = "postgres-tls"))]
    if let Some(mode) = encryption(text).filter(|mode| !["disable", "allow", "prefer"].contains(&mode.as_str())) {
        return Err(UrlError::NoTls(mode));
    }
    Ok(DatabaseUrl(Kind::Postgres(text.to_owned())))
}

#[cfg(not(feature = "postgres"))]
const fn postgres(_: &str) -> Result<DatabaseUrl, UrlError> {
    Err(UrlError::NoPostgres)
}

/// What an address says of encrypting the connection.
#[cfg(all(feature = "postgres", not(feature = "postgres-tls")))]
fn encryption(text: &str) -> Option<String> {
    let (_, options) = text.split_once('?')?;
    let mut options = ::url::form_urlencoded::parse(options.as_bytes());
    options.find(|(name, _)| name == "sslmode").map(|(_, mode)| mode.into_owned())
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            #[cfg(feature = "postgres")]
            Kind::Postgres(text) => f.write_str(&redacted(text)),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

/// The URL with its password replaced and its options left out; a URL that cannot be taken apart is not shown at all.
#[cfg(feature = "postgres")]
fn redacted(text: &str) -> String {
    let Ok(mut url) = ::url::Url::parse(text) else {
        return "postgres://(not shown)".to_owned();
    };
    if url.password().is_some() && url.set_password(Some("***")).is_err() {
        return "postgres://(not shown)".to_owned();
    }
    url.set_query(None);
    url.set_fragment(None);
    url.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_decides() {
        let file: DatabaseUrl = "sqlite:data/dutyclock.db".parse().unwrap();
        assert_eq!(file.sqlite_path(), Some(Path::new("data/dutyclock.db")));
        let file: DatabaseUrl = "sqlite:///var/lib/d.db".parse().unwrap();
        assert_eq!(file.sqlite_path(), Some(Path::new("/var/lib/d.db")));
    }

    #[test]
    fn anything_else_is_refused_with_advice() {
        for wrong in ["dutyclock.db", "postgresql:typo", "mysql://x/y", "", "postgres", "/var/lib/d.db"] {
            assert_eq!(wrong.parse::<DatabaseUrl>().unwrap_err(), UrlError::Scheme, "{wrong}");
        }
        for wrong in ["sqlite:", "sqlite::memory:", "sqlite:file:x.db?mode=memory", "sqlite:data/"] {
            assert_eq!(wrong.parse::<DatabaseUrl>().unwrap_err(), UrlError::Path, "{wrong}");
        }
    }

    #[cfg(feature = "postgres")]
    #[test]
    fn the_password_is_never_shown() {
        for url in [
            "postgres://ann:hunter2@db.example/dutyclock",
            "postgresql://ann@db.example/dutyclock?password=hunter2",
            "postgres://ann:hunter2@one:5432,two:5433/dutyclock",
            "postgres://ann:hun%ter2@db/dutyclock#hunter2",
        ] {
            let parsed: DatabaseUrl = url.parse().unwrap();
            assert!(!format!("{parsed} {parsed:?}").contains("ter2"), "{parsed}");
        }
        let parsed: DatabaseUrl = "postgres://ann:hunter2@db.example/dutyclock".parse().unwrap();
        assert_eq!(parsed.to_string(), "postgres://ann:***@db.example/dutyclock");
    }

    #[cfg(all(feature = "postgres", not(feature = "postgres-tls")))]
    #[test]
    fn encryption_that_this_build_cannot_make_is_refused_and_not_left_out() {
        for mode in ["require", "verify-ca", "verify-full"] {
            let refused = format!("postgres://ann@db/duty?connect_timeout=3&sslmode={mode}").parse::<DatabaseUrl>();
            assert_eq!(refused.unwrap_err(), UrlError::NoTls(mode.to_owned()));
        }
        for taken in ["postgres://ann@db/duty", "postgres://ann@db/duty?sslmode=disable"] {
            assert!(taken.parse::<DatabaseUrl>().is_ok(), "{taken}");
        }
    }
}
