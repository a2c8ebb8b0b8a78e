//! Whether the program does its work: whether something could be recorded, whether the watch goes round, whether mail
//! leaves, what cannot be read. Counts and names of streams only, nothing that anybody typed.

use crate::app::desk::Desk;
use crate::app::desk::look::{Look, Writing};
use crate::db::StoreError;
use crate::db::outbox::{self, Counts};
use crate::law::base::moment::Moment;

/// Without a complete round for so many seconds, the watch is taken for dead.
pub const LATE: i64 = 180;

/// How the watch goes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// Just started, and not round yet.
    Starting,
    /// It has just been round.
    Well,
    /// Its last complete round is too long ago.
    Late,
    /// It has been at it for long, and was never round.
    Never,
}

/// How the program does.
#[derive(Debug, Clone)]
pub struct Health {
    /// What the store takes, and whether a newer program has been at it.
    pub store: Look,
    /// The watch.
    pub watch: Watch,
    /// The outbox; nothing where the store does not answer.
    pub outbox: Option<Counts>,
    /// The incidents that cannot be read, by stream, with what is wrong.
    pub unreadable: Vec<(String, String)>,
}

impl Health {
    /// Whether it can do its work: answer, record, warn.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let watching = !matches!(self.watch, Watch::Late | Watch::Never);
        self.store.writing == Writing::Well && self.outbox.is_some() && watching
    }

    /// Whether somebody must look, though it does its work.
    #[must_use]
    pub fn wants_attention(&self) -> bool {
        let stuck = self.outbox.is_some_and(|counts| counts.stuck + counts.given_up > 0);
        stuck || !self.unreadable.is_empty() || self.store.newer.is_some()
    }
}

impl Desk {
    /// How the program does, for those who watch it from outside.
    pub async fn health(&self) -> Health {
        let now = self.now();
        let outbox: Result<Counts, StoreError> = self.store.read(move |db| outbox::counts(db, now)).await;
        if let Err(error) = &outbox {
            tracing::error!(%error, "the database does not answer");
        }
        Health {
            store: self.looked.at(&self.store, now).await,
            watch: watch(self.since, self.heartbeat.last(), now),
            outbox: outbox.ok(),
            unreadable: self.unreadable.list(),
        }
    }
}

fn watch(since: Moment, last: Option<Moment>, now: Moment) -> Watch {
    match last {
        None if now.since(since) > LATE => Watch::Never,
        None => Watch::Starting,
        Some(last) if now.since(last) > LATE => Watch::Late,
        Some(_) => Watch::Well,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watch_without_a_round_for_minutes_is_late_and_one_that_never_was_round_is_told_apart() {
        let at = Moment::from_seconds;
        assert_eq!(watch(at(1_000), None, at(1_000 + LATE)), Watch::Starting);
        assert_eq!(watch(at(1_000), None, at(1_001 + LATE)), Watch::Never);
        assert_eq!(watch(at(1), Some(at(1_000)), at(1_000 + LATE)), Watch::Well);
        assert_eq!(watch(at(1), Some(at(1_000)), at(1_001 + LATE)), Watch::Late);
    }
}
