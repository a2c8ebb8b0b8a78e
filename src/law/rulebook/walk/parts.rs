//! The parts of the walk that stand within others: conditions, deadlines, starts, periods, sums.
//!
//! As in `walk`, nothing of the language is left out of a pattern.

use crate::rulebook::among::Among;
use crate::rulebook::condition::{
    AboveTurnover, AtLeastOf, Condition, Later, ShareOf, SumAbove, Threshold, TurnoverAbove,
};
use crate::rulebook::deadline::{After, Deadline, Switch};
use crate::rulebook::fine::{Amount, Base, Choose, DailyShare, Per, PerDay, Share, ShareOrSum, Stair, Times, Units};
use crate::rulebook::period::{Date, Period};
use crate::rulebook::starts::StartRef;
use crate::rulebook::starts::{AfterDue, AfterFiling, AwareOf, Each, FollowsFiling, OnIncident, OnOccurrence, Starts};
use crate::rulebook::visit::{Gives, LooksAt, Takes, Visit, each, maybe, under};
use crate::situation::fact::FactKey;
use crate::situation::{DutyId, Trigger};
use crate::vocabulary::TriggerKind;

/// The walk over parts, once for those who look and once for those who write.
macro_rules! parts {
    ($Visit:ident [$($a:lifetime)?] [$($mut:tt)?]) => {
        /// A condition and all conditions within it.
        pub(crate) fn condition<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, condition: &$($a)? $($mut)? Condition) {
            visit.condition(condition);
            match condition {
                Condition::All(parts) => each(visit, "all", parts, self::condition),
                Condition::Any(parts) => each(visit, "any", parts, self::condition),
                Condition::Not(part) => under(visit, "not", &$($mut)? **part, self::condition),
                Condition::Some(some) => under(visit, "some", some, |visit, some| {
                    let AtLeastOf { at_least: _, of } = some;
                    each(visit, "of", of, self::condition);
                }),
                Condition::Is(key) => under(visit, "is", key, |visit, key| visit.fact(key, Takes::YesNo)),
                Condition::IsNot(key) => under(visit, "is-not", key, |visit, key| visit.fact(key, Takes::YesNo)),
                Condition::AtLeast(count) => under(visit, "at-least", count, threshold),
                Condition::MoreThan(count) => under(visit, "more-than", count, threshold),
                Condition::AnyAtLeast(count) => under(visit, "any-at-least", count, any_threshold),
                Condition::AnyMoreThan(count) => under(visit, "any-more-than", count, any_threshold),
                Condition::OneOf(among) => under(visit, "one-of", among, |visit, among| {
                    visit.among(among);
                    let Among { key, choices, from: _, until: _, spans: _ } = among;
                    under(visit, "key", &$($mut)? *key, |visit, key| visit.fact(key, Takes::Choices));
                    under(visit, "choices", choices, |visit, choices| visit.choices(key, choices));
                }),
                Condition::ShareAbove(share) => under(visit, "share-above", share, share_of),
                Condition::ShareAtLeast(share) => under(visit, "share-at-least", share, share_of),
                Condition::MoneyAbove(above) => under(visit, "money-above", above, |visit, above| {
                    let SumAbove { key, sum } = above;
                    under(visit, "key", key, money);
                    under(visit, "sum", sum, V::sum);
                }),
                Condition::MoneyAboveTurnover(above) => under(visit, "money-above-turnover", above, |visit, above| {
                    let AboveTurnover { key, per_ten_thousand } = above;
                    under(visit, "key", key, money);
                    under(visit, "per-ten-thousand", per_ten_thousand, V::number);
                }),
                Condition::TurnoverAbove(above) => under(visit, "turnover-above", above, |visit, above| {
                    let TurnoverAbove { sum } = above;
                    under(visit, "sum", sum, V::sum);
                }),
                Condition::Happened(trigger) => under(visit, "happened", trigger, happens),
                Condition::Filed(duty) => under(visit, "filed", duty, filed),
                Condition::Met(duty) => under(visit, "met", duty, answered),
                Condition::Applies(duty) => under(visit, "applies", duty, answered),
                Condition::NoticeTo(_) => {}
                Condition::Later(later) => under(visit, "later", later, |visit, later| {
                    let Later { start: from, hours: _, after } = later;
                    under(visit, "start", from, start);
                    under(visit, "after", after, start);
                }),
            }
        }

        fn threshold<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, count: &$($a)? $($mut)? Threshold) {
            let Threshold { key, number: _, of } = count;
            let takes = if of.is_some() { Takes::CountBy } else { Takes::Count };
            under(visit, "key", &$($mut)? *key, |visit, key| visit.fact(key, takes));
            maybe(visit, "of", of, |visit, of| visit.choice(key, of));
        }

        fn any_threshold<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, count: &$($a)? $($mut)? Threshold) {
            let Threshold { key, number: _, of } = count;
            under(visit, "key", &$($mut)? *key, |visit, key| visit.fact(key, Takes::CountBy));
            maybe(visit, "of", of, |visit, of| visit.choice(key, of));
        }

        fn share_of<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, share: &$($a)? $($mut)? ShareOf) {
            let ShareOf { part, whole, per_ten_thousand } = share;
            under(visit, "part", part, count);
            under(visit, "whole", whole, count);
            under(visit, "per-ten-thousand", per_ten_thousand, V::share);
        }

        /// When a duty is due.
        pub(crate) fn deadline<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, deadline: &$($a)? $($mut)? Deadline) {
            visit.deadline(deadline);
            match deadline {
                Deadline::After(after) => under(visit, "after", after, |visit, after| {
                    let After { start: from, within } = after;
                    under(visit, "start", from, start);
                    under(visit, "within", within, moment);
                }),
                Deadline::Earliest(limbs) => each(visit, "earliest", limbs, self::deadline),
                Deadline::Latest(limbs) => each(visit, "latest", limbs, self::deadline),
                Deadline::Between(ends) => each(visit, "between", ends, |visit, end| self::deadline(visit, end)),
                Deadline::Switch(switch) => under(visit, "switch", &$($mut)? **switch, |visit, switch| {
                    let Switch { when, then, otherwise } = switch;
                    under(visit, "if", when, condition);
                    under(visit, "then", then, self::deadline);
                    under(visit, "otherwise", otherwise, self::deadline);
                }),
            }
        }

        /// What starts a duty.
        pub(crate) fn starts<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, starts: &$($a)? $($mut)? Starts) {
            visit.starts(starts);
            match starts {
                Starts::Awareness(AwareOf(of)) => each(visit, "awareness", of, aware),
                Starts::Occurrence(on) => under(visit, "occurrence", on, |visit, on| {
                    let OnOccurrence { trigger, which: _, why: _ } = on;
                    under(visit, "trigger", trigger, happens);
                }),
                Starts::Each(each) => under(visit, "each", each, |visit, each| {
                    let Each { trigger, why: _, after } = each;
                    under(visit, "trigger", trigger, happens);
                    maybe(visit, "after", after, |visit, after| {
                        let FollowsFiling { duty, otherwise: _ } = after;
                        under(visit, "duty", duty, filed);
                    });
                }),
                Starts::Filing(after) => under(visit, "filing", after, |visit, after| {
                    let AfterFiling { duty, which: _, why: _ } = after;
                    under(visit, "duty", duty, filed);
                }),
                Starts::Due(after) => under(visit, "due", after, |visit, after| {
                    let AfterDue { duty, why: _ } = after;
                    under(visit, "duty", duty, answered);
                }),
                Starts::Incident(OnIncident { why: _ }) => {}
            }
        }

        /// A moment to which something refers.
        pub(crate) fn start<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, start: &$($a)? $($mut)? StartRef) {
            visit.start(start);
            match start {
                StartRef::Own | StartRef::Incident => {}
                StartRef::Awareness(trigger) => under(visit, "awareness", trigger, aware),
                StartRef::First(trigger) => under(visit, "first", trigger, happens),
                StartRef::Latest(trigger) => under(visit, "latest", trigger, happens),
                StartRef::Filing(duty) => under(visit, "filing", duty, filed),
                StartRef::LatestFiling(duty) => under(visit, "latest-filing", duty, filed),
                StartRef::Due(duty) => under(visit, "due", duty, answered),
            }
        }

        /// A period of any kind.
        pub(crate) fn period<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, period: &$($a)? $($mut)? Period) {
            measured(visit, period, Gives::Anything);
        }

        /// A period that gives a moment.
        pub(crate) fn moment<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, period: &$($a)? $($mut)? Period) {
            measured(visit, period, Gives::Moment);
        }

        fn measured<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, period: &$($a)? $($mut)? Period, gives: Gives) {
            visit.period(period, gives);
            match period {
                Period::Until(trigger) => under(visit, "until", trigger, happens),
                Period::Hours(_) | Period::Days(_) | Period::Weeks(_) | Period::Months(_) => {}
                Period::WorkingDayHours(_) | Period::WorkingDays(_) | Period::DaysAfterYearEnd(_) => {}
                Period::OnNext(Date { month: _, day: _ }) | Period::OnNextYear(Date { month: _, day: _ }) => {}
                Period::Promptly(_) => {}
                Period::AtLeastDays(_) | Period::AtLeastMonths(_) => {}
            }
        }

        /// A sum as the law words it, and all sums within it.
        pub(crate) fn amount<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, amount: &$($a)? $($mut)? Amount) {
            visit.amount(amount);
            match amount {
                Amount::Sum(sum) => under(visit, "sum", sum, V::sum),
                Amount::Share(share) => under(visit, "share", share, turnover),
                Amount::ShareOrSum(either) => under(visit, "share-or-sum", either, |visit, either| {
                    let ShareOrSum { share, sum } = either;
                    under(visit, "share", share, turnover);
                    under(visit, "sum", sum, V::sum);
                }),
                Amount::HigherOf(parts) => each(visit, "higher-of", parts, self::amount),
                Amount::LowerOf(parts) => each(visit, "lower-of", parts, self::amount),
                Amount::Plus(parts) => each(visit, "plus", parts, self::amount),
                Amount::If(choose) => under(visit, "if", &$($mut)? **choose, |visit, choose| {
                    let Choose { when, then, otherwise } = choose;
                    under(visit, "when", when, condition);
                    under(visit, "then", then, self::amount);
                    under(visit, "otherwise", otherwise, self::amount);
                }),
                Amount::Times(times) => under(visit, "times", &$($mut)? **times, |visit, times| {
                    let Times { factor, of } = times;
                    under(visit, "factor", factor, V::number);
                    under(visit, "of", of, self::amount);
                }),
                Amount::Per(per) => under(visit, "per", &$($mut)? **per, |visit, per| {
                    let Per { each, of } = per;
                    under(visit, "each", each, count);
                    under(visit, "of", of, self::amount);
                }),
                Amount::PerDay(per_day) => under(visit, "per-day", &$($mut)? **per_day, |visit, per_day| {
                    let PerDay { of, after_days: _, at_most_days } = per_day;
                    under(visit, "of", of, self::amount);
                    maybe(visit, "at-most-days", at_most_days, V::number);
                }),
                Amount::Units(units) => under(visit, "units", units, |visit, units| {
                    let Units { number, unit } = units;
                    under(visit, "number", number, V::number);
                    under(visit, "unit", unit, V::unit_id);
                }),
                Amount::Stairs(flights) => each(visit, "stairs", flights, |visit, flight| {
                    let Stair { every_days, for_days: _, add } = flight;
                    under(visit, "every-days", every_days, V::number);
                    under(visit, "add", add, V::sum);
                }),
                Amount::DailyShare(daily) => under(visit, "daily-share", daily, |visit, daily| {
                    let DailyShare { per_ten_thousand, base: of, fallback, at_most_days } = daily;
                    under(visit, "per-ten-thousand", per_ten_thousand, V::share);
                    under(visit, "base", of, base);
                    maybe(visit, "fallback", fallback, V::sum);
                    maybe(visit, "at-most-days", at_most_days, V::number);
                }),
            }
        }

        fn turnover<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, share: &$($a)? $($mut)? Share) {
            let Share { per_ten_thousand, base: of } = share;
            under(visit, "per-ten-thousand", per_ten_thousand, V::share);
            under(visit, "base", of, base);
        }

        fn base<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, base: &$($a)? $($mut)? Base) {
            visit.base(base);
            match base {
                Base::PriorYear | Base::LargerOfPriorYearAndThreeYearAverage => {}
                Base::Fact(key) => under(visit, "fact", key, money),
            }
        }

        fn count<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, key: &$($a)? $($mut)? FactKey) {
            visit.fact(key, Takes::Count);
        }

        fn money<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, key: &$($a)? $($mut)? FactKey) {
            visit.fact(key, Takes::Money);
        }

        fn aware<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, trigger: &$($a)? $($mut)? Trigger) {
            visit.trigger(trigger, TriggerKind::Awareness);
        }

        /// Something that happens.
        pub(crate) fn happens<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, trigger: &$($a)? $($mut)? Trigger) {
            visit.trigger(trigger, TriggerKind::Occurrence);
        }

        /// Another duty, of which filings are looked at.
        pub(crate) fn filed<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, duty: &$($a)? $($mut)? DutyId) {
            visit.duty_id(duty, LooksAt::Filings);
        }

        fn answered<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, duty: &$($a)? $($mut)? DutyId) {
            visit.duty_id(duty, LooksAt::Answer);
        }
    };
}

parts!(Visit ['a] []);

/// The same for who writes.
pub(crate) mod mutable {
    use super::*;
    use crate::rulebook::visit::mutable::{VisitMut, each, maybe, under};

    parts!(VisitMut [] [mut]);
}
