//! Moments in the wrong order, in words: which lies before which, each with what it is of.

use crate::law::library::Library;
use crate::law::situation::DutyId;
use crate::law::vocabulary::sequence::{Disorder, Placed, What};
use crate::locales::Text;

impl Text {
    /// What lies before what. Without the library duties and facts are called by their ids.
    #[must_use]
    pub fn disorders(&self, breaks: &[Disorder], library: Option<&Library>) -> String {
        let named = |placed: &Placed| (self.moment_of(&placed.what, library), self.timing(placed.at));
        let pair = |Disorder { first, then }: &Disorder| {
            let ((first, first_at), (then, then_at)) = (named(first), named(then));
            self.order_pair(then, then_at, first, first_at)
        };
        self.list(&breaks.iter().map(pair).collect::<Vec<_>>())
    }

    /// What a moment is of.
    fn moment_of(&self, what: &What, library: Option<&Library>) -> String {
        let words = library.map(Library::vocabulary);
        let duty = |duty: &DutyId| {
            let known = library.and_then(|library| library.duty(duty));
            known.map(|known| known.title.get(self.lang()).to_owned())
        };
        match what {
            What::Began => self.order_began(),
            What::Ended => self.order_ended(),
            What::Learnt { .. } => self.order_learnt(),
            What::Happened { trigger, .. } => {
                let known = words.and_then(|words| words.trigger(trigger));
                self.order_happened(known.map_or(trigger.as_str(), |known| known.title.get(self.lang())))
            }
            What::Known { key } => {
                let known = words.and_then(|words| words.fact(key));
                self.order_known(known.map_or(key.as_str(), |known| known.title.get(self.lang())))
            }
            What::Answered { .. } => self.order_answered(),
            What::Started { duty: id, .. } => self.order_started(duty(id).unwrap_or_else(|| id.to_string())),
            What::HandedIn { duty: id, .. } => {
                duty(id).map_or_else(|| self.order_handed_in_plain(), |duty| self.order_handed_in(duty))
            }
            What::Received { .. } => self.order_received(),
        }
    }
}
