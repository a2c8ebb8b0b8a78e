//! Collects the verdicts of duties in the order in which they were asked, and gives them back as the rulebooks are written.

use crate::library::order::Place;
use crate::verdict::Verdict;

/// Verdicts as they are asked, each with the rank of its duty.
pub(crate) struct InOrder {
    /// The verdicts so far.
    pub verdicts: Vec<Verdict>,
    ranks: Vec<usize>,
}

impl InOrder {
    /// Room for one verdict of each of so many duties.
    pub(crate) fn of(duties: usize) -> Self {
        Self { verdicts: Vec::with_capacity(duties), ranks: Vec::with_capacity(duties) }
    }

    /// Says that the verdicts added since the last call are those of this duty, and returns them.
    pub(crate) fn belong_to(&mut self, place: Place) -> &[Verdict] {
        let before = self.ranks.len();
        self.ranks.resize(self.verdicts.len(), place.rank);
        self.verdicts.get(before..).unwrap_or_default()
    }

    /// All verdicts in the order of the rulebooks; those of one duty as they were asked.
    pub(crate) fn into_written(self) -> Vec<Verdict> {
        let Self { verdicts, ranks } = self;
        let mut order: Vec<(usize, usize)> = ranks.into_iter().zip(0..).collect();
        if order.is_sorted() {
            return verdicts;
        }
        order.sort();
        let mut slots: Vec<Option<Verdict>> = verdicts.into_iter().map(Some).collect();
        let mut written = Vec::with_capacity(slots.len());
        written.extend(order.into_iter().filter_map(|(_, index)| slots.get_mut(index)?.take()));
        written
    }
}
