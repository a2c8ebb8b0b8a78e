//! A store opened to be looked at and for nothing else: no migration, no table, no mode of a file is touched, and a copy
//! that nobody may write to can be read. For `verify`; whoever wants to work with a store opens [`super::Store`].

use super::connect::establish;
use super::dialect::{self, Db, begin_read};
use super::pool::in_transaction;
use super::{DatabaseUrl, StoreError, migrate, newer};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The store, open for reading.
pub struct Evidence {
    db: Db,
    /// The file and how it was when it was opened, where nobody else writes to it.
    still: Option<(PathBuf, Option<State>)>,
    /// Whether an older program made it, so that tables or columns may be missing.
    pub is_older: bool,
    _copy: Option<Copy>,
}

/// What changes when somebody writes to a file.
type State = (u64, Option<SystemTime>, bool);

impl Evidence {
    /// Opens a store for reading.
    ///
    /// # Errors
    /// [`StoreError::Open`] where there is none, or where a newer program has been at it.
    pub fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        let open = |advice: &str, cause| StoreError::Open { url: url.to_string(), advice: advice.to_owned(), cause };
        let away =
            |cause: Cause| open("it cannot be read; check the path or address, and who may read it", Some(cause));
        let (mut db, still, copy) = match url.sqlite_path() {
            Some(path) => file(path).map_err(away)?,
            None => (establish(url).map_err(|cause| away(cause.into()))?, None, None),
        };
        dialect::only_read(&mut db).map_err(|cause| away(cause.into()))?;
        let applied = newer::applied(&mut db).map_err(|error| match error {
            passing @ StoreError::Unavailable(_) => passing,
            cause => open("it holds no store of this program: it is empty, or another program's", Some(cause.into())),
        })?;
        let known = migrate::known().map_err(StoreError::Unexpected)?;
        if let Some(version) = applied.iter().find(|version| !known.contains(version)) {
            let advice =
                format!("a newer Dutyclock has used it (its migration {version} is unknown here); run that one");
            return Err(open(&advice, None));
        }
        let is_older = known.iter().any(|version| !applied.contains(version));
        Ok(Self { db, still, is_older, _copy: copy })
    }

    /// Reads from one unchanging state.
    ///
    /// # Errors
    /// Whatever `work` answers; [`StoreError::Unavailable`] where somebody wrote to a file that was taken to be still.
    pub fn read<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let done = in_transaction(&mut self.db, begin_read, work);
        if self.still.as_ref().is_some_and(|(path, then)| state(path) != *then) {
            return Err(
                StoreError::Unavailable("the file was written to while it was read; run it again".into()).into()
            );
        }
        done
    }
}

impl std::fmt::Debug for Evidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Evidence(older: {})", self.is_older)
    }
}

type Cause = super::error::Cause;
type Opened = (Db, Option<(PathBuf, Option<State>)>, Option<Copy>);

/// Opens a SQLite file. Where nothing waits in the file beside it, it is taken to be still, and nothing is made beside
/// it. Where something does, the running program's own files are read along; where those are missing or must not be
/// touched, a private copy is read.
fn file(path: &Path) -> Result<Opened, Cause> {
    let path = std::fs::canonicalize(path)?;
    if beside(&path, "-wal").metadata().map_or(0, |metadata| metadata.len()) == 0 {
        let then = state(&path);
        return Ok((uri(&path, "mode=ro&immutable=1")?, Some((path, then)), None));
    }
    if beside(&path, "-shm").exists()
        && let Ok(mut db) = uri(&path, "mode=ro")
        && dialect::touches(&mut db).is_ok()
    {
        return Ok((db, None, None));
    }
    let copy = Copy::of(&path)?;
    Ok((uri(&copy.file, "mode=rw")?, None, Some(copy)))
}

fn uri(path: &Path, options: &str) -> Result<Db, Cause> {
    let path = path.to_str().ok_or("the path of the database is not UTF-8")?;
    let path = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    Ok(establish(&DatabaseUrl::sqlite(Path::new(&format!("file:{path}?{options}"))))?)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn state(path: &Path) -> Option<State> {
    let metadata = path.metadata().ok()?;
    let waiting = beside(path, "-wal").metadata().is_ok_and(|metadata| metadata.len() > 0);
    Some((metadata.len(), metadata.modified().ok(), waiting))
}

/// A copy in a folder that only its owner can read; removed when dropped.
struct Copy {
    folder: PathBuf,
    file: PathBuf,
}

impl Copy {
    fn of(path: &Path) -> Result<Self, Cause> {
        let places = (0..1_000).map(|number| format!("dutyclock-verify-{}-{number}", std::process::id()));
        let folder = places.map(|name| std::env::temp_dir().join(name)).find(|folder| make(folder).is_ok());
        let folder = folder.ok_or("no folder can be made for a copy; set TMPDIR to one that can be written to")?;
        let copy = Self { file: folder.join("copy.db"), folder };
        std::fs::copy(path, &copy.file)?;
        std::fs::copy(beside(path, "-wal"), beside(&copy.file, "-wal"))?;
        for file in [copy.file.clone(), beside(&copy.file, "-wal")] {
            writable(&file)?;
        }
        Ok(copy)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        if std::fs::remove_dir_all(&self.folder).is_err() {
            tracing::warn!(folder = %self.folder.display(), "the copy that was read could not be removed");
        }
    }
}

fn make(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A copy has the mode of what it was copied from, which nobody may write to.
#[cfg(unix)]
fn writable(file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
const fn writable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
