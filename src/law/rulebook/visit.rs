//! Who looks for something in an act, or writes in it, and what can be looked for: every construct of the language has
//! its own method. A visitor overrides those it is there for; the walk (`walk`) goes everywhere all the same, so that no
//! visitor can forget to go on. Judges nothing and holds nothing.

use super::Rulebook;
use super::among::Among;
use super::condition::Condition;
use super::counting_rule::Counting;
use super::deadline::Deadline;
use super::duty::Duty;
use super::fine::{Amount, Base, Fine, FineVersion, PenaltyUnit};
use super::period::Period;
use super::starts::StartRef;
use super::starts::Starts;
use super::term::{Effect, Term};
use super::version::{Guideline, Version};
use crate::base::citation::Source;
use crate::base::spans::Step;
use crate::situation::fact::FactKey;
use crate::situation::{DutyId, FormId, Trigger};
use crate::vocabulary::TriggerKind;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The kind of fact that a construct takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Yes or no.
    YesNo,
    /// A count.
    Count,
    /// A count split by choice.
    CountBy,
    /// A choice of one.
    Choice,
    /// A choice of one or of several.
    Choices,
    /// A sum of money.
    Money,
}

/// What a construct looks at in another duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LooksAt {
    /// Its filings, which are told and not worked out.
    Filings,
    /// What the law answers about it: whether it applies, when it is due, whether it was met in time.
    Answer,
}

/// How a term is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UsedAs {
    /// It is asked, and nothing follows: a condition, a ground, a part of the scope.
    Condition,
    /// Something follows from it.
    Exception,
}

/// Which periods a construct takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gives {
    /// Any.
    Anything,
    /// Those that give a moment.
    Moment,
}

/// The trait of visitors, once for those who look and once for those who write, and what their walks are made of.
macro_rules! visitors {
    ($(#[$about:meta])* $Visit:ident [$($a:lifetime)?] [$($mut:tt)?]) => {
        $(#[$about])*
        pub(crate) trait $Visit$(<$a>)?: Sized {
            /// The walk goes to a place within the last one.
            fn enter(&mut self, _: Step) {}
            /// The walk goes back to the place before.
            fn leave(&mut self) {}

            fn rulebook(&mut self, _: &$($a)? $($mut)? Rulebook) {}
            fn unit(&mut self, _: &$($a)? $($mut)? PenaltyUnit) {}
            fn term(&mut self, _: &$($a)? $($mut)? Term) {}
            fn effect(&mut self, _: &$($a)? $($mut)? Effect) {}
            fn duty(&mut self, _: &$($a)? $($mut)? Duty) {}
            fn starts(&mut self, _: &$($a)? $($mut)? Starts) {}
            fn version(&mut self, _: &$($a)? $($mut)? Version) {}
            fn guideline(&mut self, _: &$($a)? $($mut)? Guideline) {}
            fn counting(&mut self, _: &$($a)? $($mut)? Counting) {}
            fn fine(&mut self, _: &$($a)? $($mut)? Fine) {}
            fn fine_version(&mut self, _: &$($a)? $($mut)? FineVersion) {}
            fn condition(&mut self, _: &$($a)? $($mut)? Condition) {}
            fn deadline(&mut self, _: &$($a)? $($mut)? Deadline) {}
            fn start(&mut self, _: &$($a)? $($mut)? StartRef) {}
            fn amount(&mut self, _: &$($a)? $($mut)? Amount) {}
            fn base(&mut self, _: &$($a)? $($mut)? Base) {}
            fn period(&mut self, _: &$($a)? $($mut)? Period, _: Gives) {}
            fn source(&mut self, _: &$($a)? $($mut)? Arc<Source>) {}
            fn fact(&mut self, _: &$($a)? $($mut)? FactKey, _: Takes) {}
            /// A choice of a fact that is a count split by choice.
            fn choice(&mut self, _: &$($a)? $($mut)? FactKey, _: &$($a)? $($mut)? Arc<str>) {}
            /// Choices with the days on which they count, before the choices themselves.
            fn among(&mut self, _: &$($a)? $($mut)? Among) {}
            /// Choices of a fact, or groups of them, of which one must be the answer.
            fn choices(&mut self, _: &$($a)? $($mut)? FactKey, _: &$($a)? $($mut)? Arc<BTreeSet<String>>) {}
            fn trigger(&mut self, _: &$($a)? $($mut)? Trigger, _: TriggerKind) {}
            fn duty_id(&mut self, _: &$($a)? $($mut)? DutyId, _: LooksAt) {}
            fn term_id(&mut self, _: &$($a)? $($mut)? Arc<str>, _: UsedAs) {}
            fn form_id(&mut self, _: &$($a)? $($mut)? FormId) {}
            fn unit_id(&mut self, _: &$($a)? $($mut)? String) {}
            fn calendar_id(&mut self, _: &$($a)? $($mut)? String) {}
            /// Whole units of the rulebook's currency.
            fn sum(&mut self, _: &$($a)? $($mut)? i64) {}
            /// Parts per ten thousand.
            fn share(&mut self, _: &$($a)? $($mut)? u32) {}
            /// A number of which none would mean nothing.
            fn number(&mut self, _: &$($a)? $($mut)? u32) {}
        }

        /// Walks what stands under a key.
        pub(crate) fn under<$($a,)? V, T>(visit: &mut V, key: &'static str, what: T, walk: impl FnOnce(&mut V, T))
        where
            V: $Visit$(<$a>)?,
        {
            visit.enter(Step::Key(key));
            walk(visit, what);
            visit.leave();
        }

        /// Walks what stands under a key that may be absent.
        pub(crate) fn maybe<$($a,)? V, T>(
            visit: &mut V,
            key: &'static str,
            what: impl IntoIterator<Item = T>,
            walk: impl FnOnce(&mut V, T),
        ) where
            V: $Visit$(<$a>)?,
        {
            if let Some(what) = what.into_iter().next() {
                under(visit, key, what, walk);
            }
        }

        /// Walks each of the list that stands under a key.
        pub(crate) fn each<$($a,)? V, T>(
            visit: &mut V,
            key: &'static str,
            items: impl IntoIterator<Item = T>,
            walk: impl Fn(&mut V, T),
        ) where
            V: $Visit$(<$a>)?,
        {
            visit.enter(Step::Key(key));
            for (at, item) in items.into_iter().enumerate() {
                visit.enter(Step::Item(at));
                walk(visit, item);
                visit.leave();
            }
            visit.leave();
        }
    };
}

visitors! {
    /// Looks at the constructs of an act.
    Visit ['a] []
}

/// The same for who writes.
pub(crate) mod mutable {
    use super::*;

    visitors! {
        /// Writes in the constructs of an act.
        VisitMut [] [mut]
    }
}
