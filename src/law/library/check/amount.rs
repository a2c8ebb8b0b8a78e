//! Fines: what they can be, and sums that can be meant.

use super::Checking;
use crate::base::citation::Confidence;
use crate::base::spans::Step::{Item, Key};
use crate::rulebook::fine::Sanction;
use crate::rulebook::fine::{Amount, Fine, FineVersion};

impl<'a> Checking<'a> {
    pub(crate) fn check_fine(&mut self, fine: &'a Fine) {
        self.name(&fine.id);
        if fine.version.is_empty() {
            self.wrong(&[Key("id")], "this fine has no version", "add a [[duty.fine.version]]");
        }
        self.dates(&fine.version);
        for (at, version) in fine.version.iter().enumerate() {
            self.fine_version(fine, at, version);
        }
    }

    fn fine_version(&mut self, fine: &Fine, at: usize, version: &FineVersion) {
        let here = [Key("version"), Item(at)];
        let key = |key| [&here[..], &[Key(key)]].concat();
        if version.prison_months.is_some() && fine.kind != Sanction::Crime {
            self.wrong(&key("prison_months"), "only a crime leads to prison", "set kind = \"crime\"");
        }
        let silent = version.most.is_none() && version.least.is_none() && version.prison_months.is_none();
        if silent && version.note.is_none() && !version.repealed {
            let hint = "say in `note` that the law has no ceiling, or which is not public";
            self.wrong(&here, "no sum and no word why", hint);
        }
        if !silent && version.source.confidence == Confidence::Recalled {
            let hint =
                "read the text and mark it, or set `amounts_not_read = true` and say in `note` what is remembered";
            self.wrong(&here, "a binding sanction rests on memory (`recalled`)", hint);
        }
        if version.amounts_not_read && version.most.is_some() {
            self.wrong(&key("amounts_not_read"), "an amount stands beside it", "remove one of the two");
        }
        if let (Some(Amount::Sum(least)), Some(Amount::Sum(most))) = (&version.least, &version.most)
            && least > most
        {
            self.wrong(&key("least"), "the floor is above the ceiling", "correct `least` or `most`");
        }
    }

    pub(crate) fn check_amount(&mut self, amount: &'a Amount) {
        let (key, parts) = match amount {
            Amount::HigherOf(parts) => ("higher-of", parts),
            Amount::LowerOf(parts) => ("lower-of", parts),
            Amount::Plus(parts) => ("plus", parts),
            Amount::Stairs(flights) => {
                let endless = flights.iter().position(|flight| flight.for_days.is_none());
                let problem = "only the last flight may be without end";
                if flights.is_empty() {
                    self.wrong(&[Key("stairs")], "stairs without a flight", "add a flight");
                } else if let Some(at) = endless.filter(|at| at + 1 != flights.len()) {
                    self.wrong(&[Key("stairs"), Item(at)], problem, "add `for-days`");
                }
                return;
            }
            _ => return,
        };
        if parts.len() < 2 {
            self.wrong(&[Key(key)], "expected at least two amounts", "write the one amount alone");
        }
    }
}
