//! Whether a duty applies, in words, with what would settle it while that is open.

use super::reader::Reader;
use crate::law::verdict::{Answer, Verdict};

/// The answer in words, with what would settle it.
pub(super) fn words(reader: &Reader<'_>, verdict: &Verdict) -> String {
    let t = reader.t;
    let word = t.answer(&verdict.answer);
    match &verdict.answer {
        Answer::Undetermined { missing, by, .. } => {
            let by = by.map(|by| t.assess_settle_by(t.moment(by, reader.zone()))).unwrap_or_default();
            if missing.is_empty() {
                return format!("{word}{by}");
            }
            format!("{word}; {}{by}", t.assess_settle(reader.all_asked(missing)))
        }
        Answer::Conflict { between } => {
            let between = between.iter().map(|ground| format!("{} ({})", reader.words(&ground.title), ground.cite));
            format!("{word}: {}", between.collect::<Vec<_>>().join("; "))
        }
        Answer::NotInForce { from: Some(from) } => t.assess_in_force_from(word, t.date(*from)),
        Answer::NotCovered { before } => format!("{word}. {}", t.incident_not_covered(t.date(*before))),
        Answer::Superseded { by } => format!("{word}: {}", reader.words(by)),
        _ => word,
    }
}
