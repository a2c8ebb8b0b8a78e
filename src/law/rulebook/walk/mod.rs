//! The one walk over an act, for all who look for something in it: its checks, the order in which duties are asked,
//! what an act asks about, the groups that are written out.
//!
//! Every struct is taken apart without `..` and every enum without `_`: a new key or form does not compile until it is
//! walked, and then every visitor comes by it. The keys are those of the file, so that a visitor can say where it is.

pub(crate) use self::parts::{amount, condition, deadline};
use self::parts::{filed, happens, moment, period, start, starts};
use super::counting_rule::Counting;
use super::counting_rule::{CalendarBy, CalendarOf, UntilHour};
use super::duty::{Duty, MetBy};
use super::fine::{Fine, FineVersion, PenaltyUnit, UnitValue};
use super::term::{Effect, Excuse, Hold, Term};
use super::version::{Guideline, Late, NotBefore, PendingLaw, Version};
use super::visit::{Takes, UsedAs, Visit, each, maybe, under};
use super::zone_by::ZoneBy;
use super::{AwarenessRule, Rulebook};
use crate::situation::fact::FactKey;
use std::sync::Arc;

/// The walk, once for those who look and once for those who write.
macro_rules! acts {
    ($Visit:ident [$($a:lifetime)?] [$($mut:tt)?]) => {
        /// A whole act.
        pub(crate) fn rulebook<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, book: &$($a)? $($mut)? Rulebook) {
            visit.rulebook(book);
            let Rulebook {
                id: _,
                file: _,
                hash: _,
                notions: _,
                    scope_changes: _,
                text: _,
                origin: _,
                title: _,
                short: _,
                country: _,
                zone: _,
                zone_by: of_place,
                currency: _,
                covers_from: _,
                earlier_law_not_read: _,
                source,
                scope,
                counting: counted,
                awareness_as: _,
                awareness,
                unit: units,
                term: terms,
                duty: duties,
            } = book;
            under(visit, "source", source, V::source);
            maybe(visit, "zone_by", of_place, |visit, by| {
                let ZoneBy { fact, source, places: _ } = by;
                under(visit, "fact", fact, country);
                under(visit, "source", source, V::source);
            });
            each(visit, "scope", scope, asked);
            maybe(visit, "counting", counted, counting);
            each(visit, "awareness", awareness, |visit, rule| {
                let AwarenessRule { basis: _, tier: _, provisional: _, governs: _, aside: _, source } = rule;
                under(visit, "source", source, V::source);
            });
            each(visit, "unit", units, unit);
            each(visit, "term", terms, term);
            each(visit, "duty", duties, duty);
        }

        fn asked<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, term: &$($a)? $($mut)? Arc<str>) {
            visit.term_id(term, UsedAs::Condition);
        }

        fn excepted<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, term: &$($a)? $($mut)? Arc<str>) {
            visit.term_id(term, UsedAs::Exception);
        }

        fn unit<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, unit: &$($a)? $($mut)? PenaltyUnit) {
            visit.unit(unit);
            let PenaltyUnit { id: _, value: values } = unit;
            each(visit, "value", values, |visit, value| {
                let UnitValue { from: _, sum, source } = value;
                under(visit, "sum", sum, V::sum);
                under(visit, "source", source, V::source);
            });
        }

        /// A term: its condition, what follows from it, and what it overrides.
        pub(crate) fn term<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, term: &$($a)? $($mut)? Term) {
            visit.term(term);
            let Term { id: _, title: _, cite: _, when, then, overrides, before_due: _ } = term;
            under(visit, "when", when, condition);
            maybe(visit, "then", then, effect);
            each(visit, "overrides", overrides, excepted);
        }

        fn effect<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, effect: &$($a)? $($mut)? Effect) {
            visit.effect(effect);
            match effect {
                Effect::Exempt | Effect::Required | Effect::Replaced(_) => {}
                Effect::Instead(within) => under(visit, "instead", within, period),
                Effect::Excused(excuse) => under(visit, "excused", excuse, |visit, excuse| {
                    let Excuse { within, ends, why: _ } = excuse;
                    under(visit, "within", within, period);
                    under(visit, "ends", ends, happens);
                }),
                Effect::Extended(trigger) => under(visit, "extended", trigger, happens),
                Effect::Held(hold) => under(visit, "held", hold, |visit, hold| {
                    let Hold { begins, ends, longest, longest_from: _, then: _, why: _ } = hold;
                    under(visit, "begins", begins, happens);
                    under(visit, "ends", ends, happens);
                    maybe(visit, "longest", longest, moment);
                }),
            }
        }

        /// A duty.
        pub(crate) fn duty<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, duty: &$($a)? $($mut)? Duty) {
            visit.duty(duty);
            let Duty {
                id: _,
                title: _,
                recipient: _,
                to: _,
                consequence: _,
                starts: begins,
                governed_by: _,
                form,
                watched: _,
                sanction_only: _,
                met_by,
                version: versions,
                pending: drafts,
                fine: fines,
            } = duty;
            under(visit, "starts", begins, starts);
            maybe(visit, "form", form, V::form_id);
            under(visit, "met_by", met_by, |visit, met_by| {
                let MetBy { filings, occurrence } = met_by;
                each(visit, "filings", filings, filed);
                maybe(visit, "occurrence", occurrence, happens);
            });
            each(visit, "version", versions, version);
            each(visit, "pending", drafts, |visit, draft| {
                let PendingLaw { status: _, title: _, expected: _, source } = draft;
                under(visit, "source", source, V::source);
            });
            each(visit, "fine", fines, fine);
        }

        fn version<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, version: &$($a)? $($mut)? Version) {
            visit.version(version);
            let Version {
                from: _,
                repealed: _,
                within,
                deadline: due,
                first_limb: _,
                counting: counted,
                conditions,
                grounds,
                exceptions,
                receipt: _,
                late,
                guideline: guided,
                not_before: early,
                source,
                note: _,
            } = version;
            each(visit, "conditions", conditions, asked);
            each(visit, "grounds", grounds, asked);
            each(visit, "exceptions", exceptions, excepted);
            under(visit, "source", source, V::source);
            maybe(visit, "counting", counted, counting);
            maybe(visit, "within", within, period);
            maybe(visit, "deadline", due, deadline);
            maybe(visit, "late", late, |visit, late| {
                let Late { words: _, at_most, cite: _ } = late;
                maybe(visit, "at_most", at_most, moment);
            });
            maybe(visit, "guideline", guided, guideline);
            maybe(visit, "not_before", early, |visit, early| {
                let NotBefore { start: from, within, why: _ } = early;
                under(visit, "start", from, start);
                maybe(visit, "within", within, moment);
            });
        }

        fn guideline<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, guideline: &$($a)? $($mut)? Guideline) {
            visit.guideline(guideline);
            let Guideline { within, deadline: due, words: _, source } = guideline;
            maybe(visit, "within", within, period);
            maybe(visit, "deadline", due, deadline);
            under(visit, "source", source, V::source);
        }

        /// How periods count.
        pub(crate) fn counting<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, counts: &$($a)? $($mut)? Counting) {
            visit.counting(counts);
            let Counting { calendar, hours: _, first_day: _, roll: _, two_working_days: _, until_hour, roll_when, source } = counts;
            maybe(visit, "until_hour", until_hour, |visit, until| {
                let UntilHour { at: _, zone: _, source } = until;
                under(visit, "source", source, V::source);
            });
            maybe(visit, "calendar", calendar, |visit, calendar| match calendar {
                CalendarOf::Named(id) => visit.calendar_id(id),
                CalendarOf::By(CalendarBy { by }) => under(visit, "by", by, country),
            });
            maybe(visit, "roll_when", roll_when, asked);
            under(visit, "source", source, V::source);
        }

        fn fine<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, fine: &$($a)? $($mut)? Fine) {
            visit.fine(fine);
            let Fine { id: _, kind: _, title: _, when, unless, version: versions } = fine;
            maybe(visit, "when", when, condition);
            maybe(visit, "unless", unless, condition);
            each(visit, "version", versions, |visit, version| {
                visit.fine_version(version);
                let FineVersion {
                    from: _,
                    repealed: _,
                    most,
                    amounts_not_read: _,
                    least,
                    floor_of_maximum: _,
                    prison_months: _,
                    practice: _,
                    source,
                    note: _,
                } = version;
                under(visit, "source", source, V::source);
                maybe(visit, "most", most, amount);
                maybe(visit, "least", least, amount);
            });
        }

        fn country<$($a,)? V: $Visit$(<$a>)?>(visit: &mut V, key: &$($a)? $($mut)? FactKey) {
            visit.fact(key, Takes::Choice);
        }
    };
}

acts!(Visit ['a] []);

/// The same for who writes.
pub(crate) mod mutable {
    use super::parts::mutable::{amount, condition, deadline, filed, happens, moment, period, start, starts};
    use super::*;
    use crate::rulebook::visit::mutable::{VisitMut, each, maybe, under};

    acts!(VisitMut [] [mut]);
}

pub(crate) mod parts;
#[cfg(test)]
mod tests;
