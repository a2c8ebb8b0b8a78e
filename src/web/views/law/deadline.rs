//! Time limits of rules in words: a period from a start, the earliest of several, a switch.

use super::condition::Conditions;
use super::start::start;
use super::words::period;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::deadline::Deadline;
use crate::law::rulebook::version::Version;
use crate::locales::Text;

/// How long there is under a version of a duty.
#[must_use]
pub fn time_limit(t: Text, library: &Library, book: &Rulebook, version: &Version) -> String {
    match &version.deadline {
        Some(expression) => deadline(Conditions { t, library, currency: book.currency }, expression),
        None => period(t, library, version.within.as_ref()),
    }
}

fn deadline(conditions: Conditions<'_>, expression: &Deadline) -> String {
    let Conditions { t, library, .. } = conditions;
    let limbs = |limbs: &[Deadline]| {
        let said: Vec<String> = limbs.iter().map(|limb| deadline(conditions, limb)).collect();
        said.join("; ")
    };
    match expression {
        Deadline::After(after) => {
            t.rulebook_deadline_after(period(t, library, Some(&after.within)), start(t, library, &after.start))
        }
        Deadline::Earliest(parts) => t.rulebook_deadline_earliest(limbs(parts)),
        Deadline::Latest(parts) => t.rulebook_deadline_latest(limbs(parts)),
        Deadline::Between([from, to]) => {
            t.rulebook_deadline_between(deadline(conditions, from), deadline(conditions, to))
        }
        Deadline::Switch(switch) => {
            let of = |branch| deadline(conditions, branch);
            t.library_deadline_switch(conditions.say(&switch.when), of(&switch.then), of(&switch.otherwise))
        }
    }
}
