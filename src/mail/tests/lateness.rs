//! Facts about what messages say of time left and lateness: as a range where the start is one, in days where the duty counts
//! days, and never plainly in time where the rule asks for more than its number.

use super::*;
use crate::law::counting::Span;
use crate::law::rulebook::period::NumberAs;
use crate::law::verdict::duty_summary::FirstLimbSummary;

#[test]
fn a_warning_that_comes_late_says_that_it_is_late() {
    let late = warning(Lang::En, "2025-11-19T21:35:00+09:00").render().unwrap();
    assert!(late.subject.starts_with("29 h 35 min late: "), "{}", late.subject);
    assert!(late.text.contains("What follows: An administrative fine"), "{}", late.text);
    let reached = warning(Lang::En, "2025-11-18T16:00:30+09:00").render().unwrap();
    assert!(reached.subject.starts_with("Due now: "), "{}", reached.subject);
    let minute = warning(Lang::En, "2025-11-18T16:01:00+09:00").render().unwrap();
    assert!(minute.subject.starts_with("1 min late: "), "{}", minute.subject);
}

#[test]
fn a_continuing_duty_cannot_be_warned_about() {
    let mut kept = warning(Lang::En, DUE);
    kept.due = Due::Until;
    assert!(matches!(kept.render(), Err(MailError::NoDeadline)));
}

/// A duty of 24 hours whose start is known to the day, looked at three and a half days after that day.
fn rough(lang: Lang) -> Warning {
    let day = at("2026-11-24T00:00:00+09:00");
    let due = (day.plus_seconds(86_400), day.plus_seconds(2 * 86_400 - 1));
    let mut rough = warning(lang, "2026-11-28T12:00:00+09:00");
    rough.started = Timing { at: day, precision: Precision::Day, zone: Tz::Asia__Seoul };
    rough.due = Due::By { earliest: due.0, latest: due.1 };
    let scale = Scale { unit: Unit::Hours, zone: Tz::Asia__Seoul };
    let due = Some(Bounds::between(due.0, due.1));
    rough.course = Course { scale, start: rough.started.into(), due, safe: None, held: None, end: day.into() };
    rough
}

#[test]
fn lateness_after_a_start_known_to_the_day_is_a_range_and_so_is_the_deadline() {
    let mail = rough(Lang::En).render().unwrap();
    let due = "due Wed 25 Nov 2026, between 00:00 and 23:59 KST";
    assert_eq!(mail.subject, format!("60 to 84 h late: Initial incident report, {due} (INC-2025-0007)"));
    for part in ["Late: 60 to 84 h", "Since the start: 3 to 5 days", due, "depending on when it started"] {
        assert!(mail.text.contains(part), "{part} is not in\n{}", mail.text);
    }
    let korean = rough(Lang::Ko).render().unwrap();
    assert!(korean.subject.starts_with("60~84시간 지연: "), "{}", korean.subject);
    assert!(korean.subject.contains("기한 2026년 11월 25일(수) 00:00~23:59 사이(KST)"), "{}", korean.subject);
    let indonesian = rough(Lang::Id).render().unwrap();
    assert!(indonesian.subject.starts_with("Terlambat 60 sampai 84 jam: "), "{}", indonesian.subject);
}

#[test]
fn what_may_be_late_is_said_to_be_late_by_at_most() {
    let mut perhaps = rough(Lang::En);
    perhaps.head.at = at("2026-11-25T05:30:00+09:00");
    let mail = perhaps.render().unwrap();
    assert!(mail.text.contains("Perhaps late, by at most 5 h 30 min"), "{}", mail.text);
    assert!(mail.subject.contains("between 00:00 and 23:59"), "{}", mail.subject);
}

/// A duty of days, due at the end of a day.
fn in_days(lang: Lang, written: &str) -> Warning {
    let due = at("2026-01-30T23:59:59+09:00");
    let mut days = warning(lang, written);
    days.due = Due::By { earliest: due, latest: due };
    days.course.scale.unit = Unit::Days;
    days.course.due = Some(due.into());
    days
}

#[test]
fn a_duty_of_days_is_late_by_days_and_has_hours_left_only_where_they_decide() {
    let subject = |written| in_days(Lang::En, written).render().unwrap().subject;
    assert!(subject("2026-01-31T00:30:00+09:00").starts_with("1 day late: "));
    assert!(subject("2026-03-12T18:00:00+09:00").starts_with("41 days late: "));
    assert!(subject("2026-01-10T09:00:00+09:00").starts_with("20 days left: "));
    assert!(subject("2026-01-30T09:00:00+09:00").starts_with("14 h 59 min left: "));
}

#[test]
fn the_stand_down_is_not_plainly_in_time_where_the_rule_asks_for_more_than_its_number() {
    let (number, promptly) = (NumberAs::OuterLimit, Promptness::WithoutUnreasonableDelay);
    let mut inside = met(Lang::En);
    inside.standing = Standing::MetInTime { spare: 86_400, elapsed: 86_400 };
    inside.course = Course { end: at("2025-11-18T10:00:00+09:00").into(), ..inside.course };
    let plain = inside.render().unwrap().subject;
    assert!(plain.starts_with("Met in time, stand down: "), "{plain}");
    inside.first_limb = Some(FirstLimbSummary { promptly, number, within: Some(Span::Days(60)) });
    let mail = inside.render().unwrap();
    assert!(mail.subject.starts_with("Handed in inside the number, stand down: "), "{}", mail.subject);
    assert!(mail.text.contains("Result: in time by 6 h: inside the number. The rule asks first: "), "{}", mail.text);
}

#[test]
fn the_stand_down_tells_lateness_as_a_range_where_the_filing_is_known_to_the_day() {
    let mut late = met(Lang::En);
    late.filed = Timing { at: at("2025-11-20T00:00:00+09:00"), precision: Precision::Day, zone: Tz::Asia__Seoul };
    late.course.end = late.filed.into();
    let mail = late.render().unwrap();
    assert!(mail.subject.starts_with("Handed in 32 to 56 h late, stand down: "), "{}", mail.subject);
}
