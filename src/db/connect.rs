//! Opens connections. diesel's own opener tries one database after the other, and a mistyped address would then become
//! a new, empty SQLite file; here the address has already decided.

use super::dialect::{Db, Purpose, prepare};
use super::slow_queries::SlowQueries;
use super::url::{DatabaseUrl, Kind};
use super::{StoreError, dialect};
use diesel::connection::Connection;
use diesel::r2d2::{Error, ManageConnection, R2D2Connection};
use diesel::sqlite::SqliteConnection;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Opens, checks and discards the connections of one pool.
#[derive(Debug)]
pub(crate) struct Opener {
    pub(crate) url: DatabaseUrl,
    pub(crate) purpose: Purpose,
    pub(crate) statements: Arc<AtomicU64>,
    /// The file that was opened first; a connection to another one is refused.
    pub(crate) identity: Option<Identity>,
}

/// Which file of a file system it is, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Identity {
    device: u64,
    number: u64,
}

/// Which file stands under a path now; nothing where there is none, where the database is no file, or where the system
/// does not number its files.
pub(crate) fn identity(url: &DatabaseUrl) -> Option<Identity> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let metadata = std::fs::metadata(url.sqlite_path()?).ok()?;
        Some(Identity { device: metadata.dev(), number: metadata.ino() })
    }
    #[cfg(not(unix))]
    None
}

impl ManageConnection for Opener {
    type Connection = Db;
    type Error = Error;

    fn connect(&self) -> Result<Db, Error> {
        // SQLite would make a new, empty file where ours was taken away.
        if self.url.sqlite_path().is_some_and(|path| !path.is_file()) {
            let gone = "the file of the database is gone".to_owned();
            return Err(Error::ConnectionError(diesel::ConnectionError::BadConnection(gone)));
        }
        if self.identity.is_some() && identity(&self.url) != self.identity {
            let replaced = "the file of the database was replaced by another one".to_owned();
            return Err(Error::ConnectionError(diesel::ConnectionError::BadConnection(replaced)));
        }
        let mut db = establish(&self.url).map_err(Error::ConnectionError)?;
        prepare(&mut db, self.purpose).map_err(Error::QueryError)?;
        db.set_instrumentation(SlowQueries::new(Arc::clone(&self.statements)));
        Ok(db)
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), Error> {
        db.ping().map_err(Error::QueryError)
    }

    fn has_broken(&self, db: &mut Db) -> bool {
        std::thread::panicking() || db.is_broken()
    }
}

/// One connection, straight from the library.
pub(crate) fn establish(url: &DatabaseUrl) -> diesel::ConnectionResult<Db> {
    match url.kind() {
        Kind::Sqlite(path) => {
            let path = path.to_str().ok_or_else(|| {
                diesel::ConnectionError::BadConnection("the path of the database is not UTF-8".to_owned())
            })?;
            SqliteConnection::establish(path).map(Db::Sqlite)
        }
        #[cfg(feature = "postgres")]
        Kind::Postgres(url) => diesel::pg::PgConnection::establish(&with_limits(url)).map(Db::Pg),
    }
}

/// The first connection: makes the file (readable by its owner only) where there is none, and migrates.
pub(crate) fn open_and_migrate(url: &DatabaseUrl) -> Result<(), StoreError> {
    let open = |advice: String, cause| StoreError::Open { url: url.to_string(), advice, cause };
    if let Some(path) = url.sqlite_path() {
        make_private(path).map_err(|cause| {
            open(format!("its file or folder cannot be created or protected: {cause}"), Some(cause.into()))
        })?;
    }
    let advice = if url.is_sqlite() {
        "check the path and who owns the file"
    } else {
        "check that the server runs, and the address, user, password and database name"
    };
    let mut db = establish(url).map_err(|cause| open(advice.to_owned(), Some(cause.into())))?;
    prepare(&mut db, Purpose::Migrate).map_err(|cause| open(advice.to_owned(), Some(cause.into())))?;
    let applied = dialect::migrate(&mut db).map_err(|cause| open(cause.to_string(), Some(cause.into())))?;
    if applied > 0 {
        tracing::info!(applied, "the tables of the database were brought up to date");
    }
    Ok(())
}

/// Limits on waiting for a server that is gone, where the address does not set its own.
#[cfg(feature = "postgres")]
fn with_limits(url: &str) -> String {
    let mut url = url.to_owned();
    for (name, value) in [
        ("connect_timeout", "5"),
        ("keepalives_idle", "15"),
        ("tcp_user_timeout", "15000"),
        ("application_name", "dutyclock"),
    ] {
        if !url.contains(name) {
            let joint = if url.contains('?') { '&' } else { '?' };
            url.push(joint);
            url.push_str(name);
            url.push('=');
            url.push_str(value);
        }
    }
    url
}

#[cfg(unix)]
fn make_private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    // SQLite gives its two companion files (-wal, -shm) the permissions of this one.
    let file = std::fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path)?;
    let mode = file.metadata()?.permissions().mode();
    if mode & 0o077 != 0 {
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_private(path: &Path) -> std::io::Result<()> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(Ok(()), std::fs::create_dir_all)
}
