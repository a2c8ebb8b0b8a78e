//! What several commands open before they begin: the store, the law, the runtime. Reads settings, decides nothing.

use super::failure::Failure;
use super::law_folder;
use crate::config::Settings;
use crate::db::Store;
use crate::law::library::Library;
use std::sync::Arc;

/// Opens a store that must be there already: a mistyped path must not look like an empty installation.
pub(super) fn existing_store(settings: &Settings) -> Result<Store, Failure> {
    if let Some(path) = settings.database.sqlite_path()
        && !path.is_file()
    {
        return Err(Failure::NoDatabase(path.display().to_string()));
    }
    Ok(Store::open(&settings.database)?)
}

/// The law in the program, with the operator's own rulebooks over it.
pub(super) fn library(settings: &Settings) -> Result<Arc<Library>, Failure> {
    Ok(Arc::new(law_folder::library(settings.rulebooks_dir.as_deref())?))
}

/// The runtime in which commands do what takes time.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}
