//! The moments from which periods of rules run, in words.

use super::words::{duty, trigger};
use crate::law::library::Library;
use crate::law::rulebook::starts::StartRef;
use crate::locales::Text;

/// A moment from which a period runs.
#[must_use]
pub fn start(t: Text, library: &Library, start: &StartRef) -> String {
    match start {
        StartRef::Own => t.rulebook_start_own(),
        StartRef::Incident => t.origin_incident(),
        StartRef::Awareness(of) | StartRef::First(of) | StartRef::Latest(of) => trigger(t, library, of),
        StartRef::Filing(other) | StartRef::LatestFiling(other) => t.origin_filing_of(duty(t, library, other)),
        StartRef::Due(other) => t.origin_due_of(duty(t, library, other)),
    }
}
