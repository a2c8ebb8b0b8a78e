//! What the last look at the store found: whether something could be written, and whether a newer program has been at
//! it. Remembered for a few seconds, and looked for by one request at a time, so that nobody can load the disk by asking.

use crate::db::{Store, StoreError};
use crate::law::base::moment::Moment;
use std::sync::Arc;
use tokio::sync::Mutex;

/// For how many seconds a look counts.
const COUNTS_FOR: i64 = 5;

/// How the store takes what is to be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// It could be recorded.
    Well,
    /// No space is left.
    Full,
    /// Its file was moved away or replaced.
    Replaced,
    /// It is locked, away, or refuses.
    Unavailable,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Whether something could be written.
    pub writing: Writing,
    /// The migration of a newer program, if it has been at this store.
    pub newer: Option<String>,
}

/// The last look and when that was. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct LastLook(Arc<Mutex<Option<(Moment, Look)>>>);

impl LastLook {
    /// Looks, unless somebody has just done so.
    pub async fn at(&self, store: &Store, now: Moment) -> Look {
        let mut last = self.0.lock().await;
        if let Some((at, look)) = last.as_ref().filter(|(at, _)| (0..COUNTS_FOR).contains(&now.since(*at))) {
            tracing::debug!(seconds = now.since(*at), "the last look at the store still counts");
            return look.clone();
        }
        let look = look(store).await;
        *last = Some((now, look.clone()));
        look
    }
}

async fn look(store: &Store) -> Look {
    let writing = match store.try_a_write().await {
        Ok(()) => Writing::Well,
        Err(error) => {
            tracing::error!(error = super::causes::with_causes(&error), "nothing could be recorded now");
            match error {
                StoreError::DiskFull(_) => Writing::Full,
                StoreError::Replaced => Writing::Replaced,
                _ => Writing::Unavailable,
            }
        }
    };
    // Where not even this can be read, the writing has failed as well, and was told.
    let newer = store.newer_migration().await.unwrap_or_default();
    Look { writing, newer }
}
