//! What a version of a duty or of a fine says otherwise than the one before it, point by point. Says that and what; in
//! which words is for those who show it. Whom a duty is owed to, what starts it and by which form it is met belong to the
//! duty and not to its versions: they cannot differ here.

use crate::base::citation::Source;
use crate::base::words::Words;
use crate::rulebook::counting_rule::Counting;
use crate::rulebook::deadline::Deadline;
use crate::rulebook::fine::FineVersion;
use crate::rulebook::period::Period;
use crate::rulebook::version::Version;
use std::sync::Arc;

/// One point in which two versions differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// How long there is.
    Limit,
    /// Sum, range or imprisonment.
    Sanction,
    /// Terms of one kind that are new; never empty.
    Added(Kind, Vec<Arc<str>>),
    /// Terms of one kind that are gone; never empty.
    Dropped(Kind, Vec<Arc<str>>),
    /// How periods count.
    Counting,
    /// Whether it must be received by the limit: as it is now.
    Receipt(bool),
    /// What a late one needs.
    Late,
    /// The number of a guideline, or its words.
    Guideline,
    /// Before when it may not be done.
    NotBefore,
    /// The words for speed beside the number.
    FirstLimb,
    /// Sums seen in practice.
    Practice,
    /// The provision in which it is written.
    Provision,
    /// What a reader must know besides.
    Note,
    /// Only where and when it was read: address, quotation, day of the check.
    Record,
}

/// What a term is to a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It must hold.
    Condition,
    /// One of these must hold.
    Ground,
    /// It stops or changes the duty.
    Exception,
}

/// What differs between two versions of a duty; empty only where nothing does but the day.
#[must_use]
pub fn of_duty(before: &Version, now: &Version) -> Vec<Point> {
    let mut points = Vec::new();
    let mut put = |differs: bool, point: Point| points.extend(differs.then_some(point));
    put((&before.within, &before.deadline) != (&now.within, &now.deadline), Point::Limit);
    let lists = [
        (Kind::Condition, &before.conditions, &now.conditions),
        (Kind::Ground, &before.grounds, &now.grounds),
        (Kind::Exception, &before.exceptions, &now.exceptions),
    ];
    for (kind, before, now) in lists {
        let (new, gone) = (missing_from(before, now), missing_from(now, before));
        put(!new.is_empty(), Point::Added(kind, new));
        put(!gone.is_empty(), Point::Dropped(kind, gone));
    }
    put(!same_counting(before.counting.as_ref(), now.counting.as_ref()), Point::Counting);
    put(before.receipt != now.receipt, Point::Receipt(now.receipt));
    put(before.late != now.late, Point::Late);
    put(guided(before) != guided(now), Point::Guideline);
    put(before.not_before != now.not_before, Point::NotBefore);
    put(before.first_limb != now.first_limb, Point::FirstLimb);
    written((&before.source, &before.note), (&now.source, &now.note), &mut points);
    points
}

/// What differs between two versions of a fine; empty only where nothing does but the day.
#[must_use]
pub fn of_fine(before: &FineVersion, now: &FineVersion) -> Vec<Point> {
    let mut points = Vec::new();
    let mut put = |differs: bool, point: Point| points.extend(differs.then_some(point));
    let sums = (&before.most, &before.least, before.floor_of_maximum) != (&now.most, &now.least, now.floor_of_maximum);
    put(sums || before.prison_months != now.prison_months, Point::Sanction);
    put(before.practice != now.practice, Point::Practice);
    written((&before.source, &before.note), (&now.source, &now.note), &mut points);
    points
}

/// Adds where and with which remark a version is written; where it was read only if nothing else differs.
fn written(before: (&Source, &Option<Words>), now: (&Source, &Option<Words>), points: &mut Vec<Point>) {
    points.extend((before.0.cite != now.0.cite).then_some(Point::Provision));
    points.extend((before.1 != now.1).then_some(Point::Note));
    if points.is_empty() && before.0 != now.0 {
        points.push(Point::Record);
    }
}

/// What a guideline wants, wherever it was read.
fn guided(version: &Version) -> Option<(&Option<Period>, &Option<Deadline>, &Words)> {
    version.guideline.as_ref().map(|guideline| (&guideline.within, &guideline.deadline, &guideline.words))
}

/// Whether two ways of counting are one, wherever each is written.
pub(crate) fn same_counting(before: Option<&Counting>, now: Option<&Counting>) -> bool {
    match (before, now) {
        (None, None) => true,
        (Some(before), Some(now)) => *before == Counting { source: before.source.clone(), ..now.clone() },
        _ => false,
    }
}

/// What the second list has and the first has not, in its order.
fn missing_from(first: &[Arc<str>], second: &[Arc<str>]) -> Vec<Arc<str>> {
    second.iter().filter(|term| !first.contains(term)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::rulebook::duty::Duty;
    use crate::situation::DutyId;

    #[derive(serde::Deserialize)]
    struct Limb {
        l: crate::rulebook::period::FirstLimb,
    }

    fn duty(id: &str) -> Duty {
        Library::embedded().unwrap().duty(&DutyId::new(id)).unwrap().clone()
    }

    fn version() -> Version {
        duty("kr.pipa/report").version.last().unwrap().clone()
    }

    #[test]
    fn a_version_does_not_differ_from_itself() {
        let one = version();
        assert_eq!(of_duty(&one, &one), []);
        let later = Version { from: one.from.succ_opt().unwrap(), ..one.clone() };
        assert_eq!(of_duty(&one, &later), [], "another first day is what makes it a version");
    }

    #[test]
    fn what_is_new_and_what_is_gone_is_named_by_its_kind() {
        let one = version();
        let mut two = one.clone();
        two.grounds = vec!["of-another-size".into()];
        two.exceptions.push("of-another-kind".into());
        assert_eq!(
            of_duty(&one, &two),
            [
                Point::Added(Kind::Ground, two.grounds.clone()),
                Point::Dropped(Kind::Ground, one.grounds.clone()),
                Point::Added(Kind::Exception, vec!["of-another-kind".into()]),
            ]
        );
    }

    #[test]
    fn terms_in_another_order_are_the_same_terms() {
        let mut one = version();
        one.grounds = vec!["a".into(), "b".into()];
        let mut two = one.clone();
        two.grounds.reverse();
        assert_eq!(of_duty(&one, &two), []);
    }

    #[test]
    fn every_point_of_a_duty_is_seen() {
        let one = version();
        let with = |change: fn(&mut Version)| {
            let mut two = one.clone();
            change(&mut two);
            of_duty(&one, &two)
        };
        assert_eq!(with(|two| two.within = Some(Period::Hours(1))), [Point::Limit]);
        assert_eq!(with(|two| two.receipt = true), [Point::Receipt(true)]);
        assert_eq!(with(|two| two.note = Some(two.source.cite.clone())), [Point::Note]);
        assert_eq!(with(|two| two.conditions.push("new".into())).len(), 1);
        let limb = |two: &mut Version| {
            two.first_limb = toml::from_str::<Limb>("l = { promptly = \"promptly\" }").ok().map(|limb| limb.l)
        };
        assert_eq!(with(limb), [Point::FirstLimb]);
    }

    #[test]
    fn a_way_of_counting_read_again_is_the_same_way() {
        let book = Library::embedded().unwrap().rulebook("ch.finma").unwrap().clone();
        let one = book.counting.unwrap();
        let elsewhere = Source { url: "https://example.org".to_owned(), ..(*one.source).clone() }.into();
        assert!(same_counting(Some(&one), Some(&Counting { source: elsewhere, ..one.clone() })));
        assert!(!same_counting(Some(&one), Some(&Counting { calendar: None, ..one.clone() })));
        assert!(!same_counting(Some(&one), None));
    }

    #[test]
    fn a_guideline_read_again_is_the_same_guideline() {
        let one = duty("jp.appi/preliminary").version.into_iter().find(|version| version.guideline.is_some()).unwrap();
        let mut two = one.clone();
        let guideline = two.guideline.as_mut().unwrap();
        guideline.source = Source { url: "https://example.org".to_owned(), ..(*guideline.source).clone() }.into();
        assert_eq!(of_duty(&one, &two), []);
        two.guideline.as_mut().unwrap().words = two.source.cite.clone();
        assert_eq!(of_duty(&one, &two), [Point::Guideline]);
    }

    #[test]
    fn a_source_read_again_is_told_only_where_nothing_else_is() {
        let told = |id: &str| {
            let duty = duty(id);
            let [.., before, now] = duty.version.as_slice() else { panic!("{id} has versions") };
            of_duty(before, now)
        };
        assert_eq!(told("kr.pipa/report-supplement"), [Point::Record]);
        assert_eq!(told("id.uu-pdp/authority"), [Point::Provision, Point::Note]);
        assert_eq!(told("kr.network-act/preservation"), [Point::Note]);
    }

    #[test]
    fn a_fine_differs_by_its_sum_or_by_its_provision() {
        let duty = duty("kr.network-act/report");
        let one = duty.fine.first().unwrap().version.last().unwrap().clone();
        assert_eq!(of_fine(&one, &one), []);
        let longer = FineVersion { prison_months: Some(7), ..one.clone() };
        assert_eq!(of_fine(&one, &longer), [Point::Sanction]);
        let wider = FineVersion { floor_of_maximum: !one.floor_of_maximum, ..one.clone() };
        assert_eq!(of_fine(&one, &wider), [Point::Sanction]);
    }
}
