//! Which other duties a duty names, wherever it names them: in itself, in its terms, in its fines.

use crate::rulebook::Rulebook;
use crate::rulebook::condition::Condition;
use crate::rulebook::duty::Duty;
use crate::rulebook::recipient::Recipient;
use crate::rulebook::version::Version;
use crate::rulebook::visit::{LooksAt, UsedAs, Visit};
use crate::rulebook::walk;
use crate::situation::DutyId;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The duties at which a duty looks.
pub(crate) struct Named<'a> {
    book: &'a Rulebook,
    /// Those at whose filings it looks.
    pub filings: BTreeSet<&'a DutyId>,
    /// Those whose answer it needs.
    pub answers: BTreeSet<&'a DutyId>,
    /// The kinds of recipient of whom it asks whether any other act tells them.
    pub notice: BTreeSet<Recipient>,
}

impl<'a> Named<'a> {
    /// By a duty of a rulebook.
    pub(crate) fn by(book: &'a Rulebook, duty: &'a Duty) -> Self {
        let mut named = Self { book, filings: BTreeSet::new(), answers: BTreeSet::new(), notice: BTreeSet::new() };
        book.scope.iter().for_each(|id| named.term_id(id, UsedAs::Condition));
        walk::duty(&mut named, duty);
        named
    }

    /// All of them.
    pub(crate) fn all(self) -> BTreeSet<DutyId> {
        self.filings.union(&self.answers).map(|id| (*id).clone()).collect()
    }
}

impl<'a> Visit<'a> for Named<'a> {
    /// A version that does not say how it counts counts as the rulebook says.
    fn version(&mut self, version: &'a Version) {
        if let (None, Some(counting)) = (&version.counting, &self.book.counting) {
            walk::counting(self, counting);
        }
    }

    fn term_id(&mut self, id: &'a Arc<str>, _: UsedAs) {
        if let Some(term) = self.book.term(id) {
            walk::condition(self, &term.when);
        }
    }

    fn condition(&mut self, condition: &'a Condition) {
        if let Condition::NoticeTo(to) = condition {
            self.notice.insert(*to);
        }
    }

    fn duty_id(&mut self, id: &'a DutyId, looks_at: LooksAt) {
        match looks_at {
            LooksAt::Filings => self.filings.insert(id),
            LooksAt::Answer => self.answers.insert(id),
        };
    }
}
