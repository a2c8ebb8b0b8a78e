//! Counts statements and warns of slow ones. Writes the text of a statement to the log, never the values bound to it:
//! those are personal data.

use diesel::connection::{Instrumentation, InstrumentationEvent};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Longer than this is worth a warning; ordinary statements take well under a millisecond.
const SLOW: Duration = Duration::from_millis(500);

/// Watches one connection.
pub(crate) struct SlowQueries {
    statements: Arc<AtomicU64>,
    started: Option<Instant>,
}

impl SlowQueries {
    /// Adds what it counts to `statements`.
    pub(crate) const fn new(statements: Arc<AtomicU64>) -> Self {
        Self { statements, started: None }
    }
}

impl Instrumentation for SlowQueries {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { .. } => {
                self.statements.fetch_add(1, Ordering::Relaxed);
                self.started = Some(Instant::now());
            }
            InstrumentationEvent::FinishQuery { query, .. } => {
                let Some(took) = self.started.take().map(|start| start.elapsed()) else { return };
                if took >= SLOW {
                    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
                    tracing::warn!(milliseconds, sql = text_only(&query.to_string()), "slow statement");
                }
            }
            _ => {}
        }
    }
}

/// diesel prints a query as its text followed by the bound values; this keeps the text.
fn text_only(printed: &str) -> &str {
    printed.split_once("-- binds").map_or(printed, |(sql, _)| sql).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::schema::account;
    use diesel::prelude::*;

    #[test]
    fn bound_values_never_reach_the_log() {
        let query = account::table.filter(account::email_fold.eq("ann@example.org -- binds: x")).select(account::id);
        let printed = diesel::debug_query::<diesel::sqlite::Sqlite, _>(&query).to_string();
        assert!(printed.contains("ann@example.org"), "the premise: diesel prints what is bound");
        assert!(text_only(&printed).contains("email_fold"));
        assert!(!text_only(&printed).contains("ann@"));
    }
}
