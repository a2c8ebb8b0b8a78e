//! What has been answered about other duties, for conditions and starts that look at them.
//!
//! Duties are asked in an order in which what they look at comes first; `order` finds it and refuses circles.

use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::rulebook::recipient::Recipient;
use crate::situation::DutyId;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The answers so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answers {
    answered: BTreeMap<DutyId, Answered>,
}

/// What others may ask of a duty that was answered.
#[derive(Debug, Clone)]
pub(crate) struct Answered {
    /// Its rulebook.
    pub rulebook: Arc<str>,
    /// Its kind of recipient.
    pub to: Recipient,
    /// Whether it applies (in any of its instances).
    pub applies: Truth,
    /// Whether it was met in time.
    pub met: Truth,
    /// Its earliest and latest due moment.
    pub due: Option<(Moment, Moment)>,
    /// It asks itself whether others ask for notice, so it does not count among them.
    pub after_notice: bool,
}

impl Answers {
    /// Adds an answer. Of several instances of one duty, any that applies counts, and the first due moment.
    pub(crate) fn add(&mut self, duty: &DutyId, answer: Answered) {
        let entry = self.answered.entry(duty.clone());
        entry
            .and_modify(|known| {
                known.applies = known.applies.or(answer.applies);
                known.met = known.met.and(answer.met);
                known.due = known.due.or(answer.due);
            })
            .or_insert(answer);
    }

    /// What is known of a duty.
    pub(crate) fn get(&self, duty: &DutyId) -> Option<&Answered> {
        self.answered.get(duty)
    }

    /// Whether a duty of another act to this kind of recipient applies, and which.
    pub(crate) fn notice_to(&self, to: Recipient, not_of: &str) -> (Truth, Vec<DutyId>) {
        let elsewhere =
            self.answered.iter().filter(|(_, duty)| duty.to == to && !duty.after_notice && &*duty.rulebook != not_of);
        elsewhere.fold((Truth::No, Vec::new()), |(so_far, mut by), (id, duty)| {
            if duty.applies == Truth::Yes {
                by.push(id.clone());
            }
            (so_far.or(duty.applies), by)
        })
    }
}
