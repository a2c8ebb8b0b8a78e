//! Values in words: facts, contents of form fields, due moments and standings, for papers and for the pages that show
//! the same content. It chooses words and decides nothing.

use crate::incident::filled::FilledValue;
use crate::law::fact::{Count, Quality, Value};
use crate::law::moment::Moment;
use crate::law::verdict::{Due, Standing};
use crate::law::vocabulary::{CountUnit, FactDefinition, FactKind};
use crate::law::words::Words;
use crate::locales::Text;
use chrono_tz::Tz;

/// A fact's value.
#[must_use]
pub fn fact(t: Text, value: &Value, definition: Option<&FactDefinition>) -> String {
    let named = |id: &String| match definition.and_then(|definition| definition.choice(id)) {
        Some(words) => words.get(t.lang()).to_owned(),
        None => id.clone(),
    };
    match value {
        Value::YesNo(answer) => yes_no(t, *answer),
        Value::Count(number) => count(t, *number, definition.and_then(unit)),
        Value::CountBy(counts) => {
            let line = |(id, number): (&String, &Count)| format!("{}: {}", named(id), count(t, *number, None));
            counts.iter().map(line).collect::<Vec<_>>().join(", ")
        }
        Value::Choice(id) => named(id),
        Value::Choices(ids) if ids.is_empty() => t.none(),
        Value::Choices(ids) => t.list(&ids.iter().map(named).collect::<Vec<_>>()),
        Value::Money(money) => t.money(money),
        Value::Text(text) => text.clone(),
    }
}

/// What a field of a form holds; empty while it is missing. `definition` is the fact it shows, where it shows one.
#[must_use]
pub fn filled(t: Text, value: &FilledValue, definition: Option<&FactDefinition>) -> String {
    let words = |words: &Words| words.get(t.lang()).to_owned();
    match value {
        FilledValue::Missing => String::new(),
        FilledValue::Text(text) => text.clone(),
        FilledValue::YesNo(answer) => yes_no(t, *answer),
        FilledValue::Count(number) => count(t, *number, definition.and_then(unit)),
        FilledValue::Counts(counts) => {
            let line = |(place, number): &(Words, Count)| format!("{}: {}", words(place), count(t, *number, None));
            counts.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        FilledValue::Choice(choice) => words(choice),
        FilledValue::Choices(choices) if choices.is_empty() => t.none(),
        FilledValue::Choices(choices) => t.list(&choices.iter().map(words).collect::<Vec<_>>()),
        FilledValue::Money(money) => t.money(money),
        FilledValue::Timing(timing) => t.timing(timing),
        FilledValue::Met(met) => {
            let line = |(title, at): &(Words, _)| t.paper_met(title.get(t.lang()), t.timing(at));
            met.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

/// A number with its unit and how it is meant.
#[must_use]
pub fn count(t: Text, count: Count, unit: Option<CountUnit>) -> String {
    let number = match unit {
        Some(unit) => t.counted(count.number, unit),
        None => t.number(count.number),
    };
    match count.quality {
        Quality::Exact => number,
        quality => format!("{} {number}", t.quality(quality)),
    }
}

fn unit(definition: &FactDefinition) -> Option<CountUnit> {
    match definition.kind {
        FactKind::Count { unit } => Some(unit),
        _ => None,
    }
}

fn yes_no(t: Text, answer: bool) -> String {
    if answer { t.yes() } else { t.no() }
}

/// When a duty is due.
#[must_use]
pub fn due(t: Text, due: &Due, zone: Tz) -> String {
    let moment = |at: &Moment| t.moment(at, zone);
    match due {
        Due::By { earliest, latest } if earliest == latest => moment(earliest),
        Due::By { earliest, latest } => t.mail_between(moment(earliest), moment(latest)),
        Due::NoNumber { promptness } => t.promptness(*promptness),
        Due::Until => t.paper_until_lifted(),
        Due::AtLeastUntil { ends } => t.paper_at_least_until(moment(ends)),
    }
}

/// How a clock stands, with how late or how early it is in hours and minutes.
#[must_use]
pub fn standing(t: Text, standing: &Standing) -> String {
    let long = |seconds: i64| t.duration(seconds);
    match *standing {
        Standing::Running { left } => t.paper_left(long(left)),
        Standing::PastSafe { since, .. } => t.law_past_safe(long(since)),
        Standing::Held { elapsed, .. } => t.law_held(long(elapsed)),
        Standing::PerhapsOverdue { since, left } => t.paper_perhaps_overdue(long(since), long(left)),
        Standing::Overdue { late, late_at_most, .. } if late == late_at_most => t.paper_overdue(long(late)),
        Standing::Overdue { late, late_at_most, .. } => t.paper_overdue_range(long(late), long(late_at_most)),
        Standing::MetInTime { spare, .. } => t.mail_met_in_time(long(spare)),
        Standing::MetLate { late, late_at_most, .. } if late == late_at_most => t.mail_met_late(long(late)),
        Standing::MetLate { late, late_at_most, .. } => t.mail_met_late_range(long(late), long(late_at_most)),
        Standing::CannotBeDecided { late_at_most, spare_at_most } => {
            t.mail_met_undecided(long(spare_at_most), long(late_at_most))
        }
        Standing::Waiting { elapsed } => t.paper_waiting(long(elapsed)),
        Standing::Done { elapsed } => t.mail_met_done(long(elapsed)),
        Standing::InForce { elapsed } => t.paper_in_force(long(elapsed)),
    }
}

/// How a filing was handed in.
#[must_use]
pub fn channel(t: Text, channel: crate::incident::filing::Channel) -> String {
    use crate::incident::filing::Channel;
    match channel {
        Channel::Portal => t.channel_portal(),
        Channel::Email => t.channel_email(),
        Channel::Telephone => t.channel_telephone(),
        Channel::Letter => t.channel_letter(),
    }
}
