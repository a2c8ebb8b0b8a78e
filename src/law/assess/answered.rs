//! What has been answered about other duties, for conditions and starts that look at them.
//!
//! Duties are asked in an order in which what they look at comes first; `order` finds it and refuses circles.

use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::rulebook::Rulebook;
use crate::rulebook::recipient::Recipient;
use crate::situation::DutyId;
use crate::verdict::clock::{Due, Standing};
use crate::verdict::{Answer, Verdict};
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

impl Answered {
    /// What other duties may look at.
    pub(crate) fn of(verdict: &Verdict, rulebook: &Rulebook, after_notice: bool) -> Self {
        let clock = verdict.clock.as_deref();
        let met = clock.map_or(Truth::Unknown, |clock| match clock.standing {
            Standing::MetInTime { .. } | Standing::Done { .. } => Truth::Yes,
            Standing::MetLate { .. } | Standing::Overdue { .. } => Truth::No,
            _ => Truth::Unknown,
        });
        let due = clock.and_then(|clock| match clock.due {
            Due::By { earliest, latest } => Some((earliest, latest)),
            _ => None,
        });
        let rulebook = rulebook.id.clone();
        Self { rulebook, to: verdict.outline.to, applies: applies(&verdict.answer), met, due, after_notice }
    }
}

/// Whether a duty applies, by what was answered of it.
pub(crate) const fn applies(answer: &Answer) -> Truth {
    match answer {
        Answer::Applies => Truth::Yes,
        Answer::Undetermined { .. } | Answer::Conflict { .. } => Truth::Unknown,
        Answer::NotCovered { .. } => Truth::Unknown,
        Answer::DoesNotApply | Answer::NotInForce { .. } | Answer::Superseded { .. } => Truth::No,
    }
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
