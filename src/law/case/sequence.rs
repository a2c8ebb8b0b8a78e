//! Holds a case to the order in which things happen: what lies after the moment of asking has not happened, and what lies
//! before that which it follows is a wrong year until the case says why it was so.

use super::fields::{Field, Fields};
use crate::base::error::LawError;
use crate::base::moment::{Moment, Timing};
use crate::situation::Situation;
use crate::vocabulary::Vocabulary;
use crate::vocabulary::sequence::{Placed, What, breaks};

/// The key under which a case says why something lies out of order.
pub(crate) const WHY: &str = "out_of_order";

/// Whether a table says that what it records was so although it lies out of order.
pub(crate) fn confirmed(parts: &Fields<'_>) -> Result<bool, LawError> {
    let Some(field) = parts.get(WHY) else { return Ok(false) };
    let hint = "write out_of_order = \"reported as a precaution\"";
    let why = field.text("why it was so although it lies out of order", hint)?;
    if why.trim().is_empty() { Err(field.wrong("expected a reason, found an empty text", hint)) } else { Ok(true) }
}

/// Refuses what has not happened yet, and what lies out of order without a word why.
pub(crate) fn check(
    fields: &Fields<'_>,
    situation: &Situation,
    now: Option<Moment>,
    vocabulary: &Vocabulary,
) -> Result<(), LawError> {
    let check = Check { now, vocabulary };
    let mut known = Vec::new();
    if let Some((at, field)) = situation.occurred.zip(fields.get("occurred")) {
        check.happened(at, field)?;
        known.push(Placed::new(What::Began, at));
    }
    for field in fields.get("known_since").map_or(Ok(Vec::new()), Field::table)? {
        let since = situation.known_since.iter().find(|(key, _)| key.as_str() == field.place.key);
        since.map_or(Ok(()), |(_, at)| check.happened(*at, field))?;
    }
    for (candidate, field) in situation.candidates.iter().zip(fields.items("candidate")?) {
        check.happened(candidate.at, part(field, "at")?)?;
        let learnt = Placed::new(What::Learnt { id: candidate.id.clone() }, candidate.at);
        check.in_order(&known, &learnt, field, "at")?;
        known.push(learnt);
    }
    for (occurrence, field) in situation.occurrences.iter().zip(fields.items("occurrence")?) {
        let (id, trigger) = (occurrence.id.clone(), occurrence.trigger.clone());
        if vocabulary.trigger(&trigger).is_none_or(|definition| !definition.may_lie_ahead) {
            check.happened(occurrence.at, part(field, "at")?)?;
        }
        let happened = Placed::new(What::Happened { id, trigger }, occurrence.at);
        check.in_order(&known, &happened, field, "at")?;
        known.push(happened);
    }
    for (filing, field) in situation.filings.iter().zip(fields.items("filing")?) {
        let (duty, instance) = (filing.duty.clone(), filing.instance.clone());
        check.happened(filing.at, part(field, "at")?)?;
        let sent = Placed::new(What::HandedIn { duty: duty.clone(), instance: instance.clone() }, filing.at);
        check.in_order(&known, &sent, field, "at")?;
        if let Some(received) = filing.received {
            check.happened(received, part(field, "received")?)?;
            let received = Placed::new(What::Received { duty, instance }, received);
            check.in_order(&[sent], &received, field, "received")?;
        }
    }
    Ok(())
}

/// The value of a key, for an error about it; the whole where it has none.
fn part<'a>(field: Field<'a>, key: &str) -> Result<Field<'a>, LawError> {
    Ok(field.table()?.into_iter().find(|part| part.place.key == key).unwrap_or(field))
}

/// What moments are held against.
struct Check<'a> {
    now: Option<Moment>,
    vocabulary: &'a Vocabulary,
}

impl Check<'_> {
    fn happened(&self, at: Timing, field: Field<'_>) -> Result<(), LawError> {
        match self.now {
            Some(now) if at.earliest() > now => Err(field.wrong(
                format!("this is dated later than the moment of asking ({now})"),
                "what has not happened yet is not recorded; correct the time, or `now`",
            )),
            _ => Ok(()),
        }
    }

    fn in_order(&self, known: &[Placed], new: &Placed, field: Field<'_>, key: &str) -> Result<(), LawError> {
        let Some(broken) = breaks(known, new, self.vocabulary).into_iter().next() else { return Ok(()) };
        let said = field.table()?.into_iter().any(|part| part.place.key == WHY);
        if said {
            return Ok(());
        }
        let (first, at) = (self.name(&broken.first.what), broken.first.at.earliest());
        Err(part(field, key)?.wrong(
            format!("this lies before {first} ({at}), which it can only come after"),
            "is the year right? Correct the time; or, if it was so, say why: out_of_order = \"…\"",
        ))
    }

    /// What comes first, in the words of a case.
    fn name(&self, what: &What) -> String {
        match what {
            What::Began => "`occurred`".to_owned(),
            What::Learnt { id } => format!("the first moment of learning, candidate `{id}`"),
            What::Happened { id, .. } => format!("its occurrence `{id}`"),
            What::HandedIn { .. } => "it was handed in".to_owned(),
            What::Ended | What::Known { .. } | What::Answered { .. } | What::Started { .. } | What::Received { .. } => {
                "what it follows".to_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::case::read;
    use crate::library::Library;
    use crate::vocabulary::TriggerKind;
    use std::collections::BTreeSet;
    use std::sync::LazyLock;

    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

    fn error(text: &str) -> Option<(usize, String, String)> {
        let head = "zone = \"Asia/Seoul\"\nnow = \"2026-12-01T00:00:00\"\n";
        let error = read(&LIBRARY, "mine.toml", &format!("{head}{text}\n")).err()?;
        Some((error.line, error.key.clone(), error.to_string()))
    }

    #[test]
    fn what_happened_lies_before_the_moment_of_asking_for_every_trigger_but_limits_and_ends_fixed_beforehand() {
        let all = LIBRARY.vocabulary().triggers();
        let mut ahead = BTreeSet::new();
        for definition in all.iter().filter(|definition| definition.kind == TriggerKind::Occurrence) {
            let line = |at| format!("occurrence = [{{ id = \"o\", trigger = \"{}\", at = \"{at}\" }}]", definition.id);
            assert_eq!(error(&line("2026-11-20T10:00:00")), None, "{}", definition.id);
            let refused = error(&line("2026-12-20T10:00:00"));
            assert_eq!(refused.is_none(), definition.may_lie_ahead, "{}", definition.id);
            if let Some((line, key, text)) = refused {
                assert_eq!((line, key.as_str()), (3, "at"));
                assert!(text.contains("later than the moment of asking"), "{text}");
            } else {
                ahead.insert(definition.id.as_str());
            }
        }
        for definition in all.iter().filter(|definition| definition.kind == TriggerKind::Awareness) {
            assert!(!definition.may_lie_ahead, "{}: nobody has learnt tomorrow's news", definition.id);
        }
        let limits = [
            "attorney-general-delay-ended",
            "enforcement-order-limit-passed",
            "extension-granted",
            "law-enforcement-hold-ended",
            "notice-forbidden-lifted",
            "requested-report-limit",
        ];
        assert_eq!(ahead, limits.into());
    }

    #[test]
    fn a_beginning_a_receipt_and_since_when_a_fact_is_known_have_happened_too() {
        let filing = "candidate = [{ of = [\"aware-leak\"], basis = \"confirmed\", at = \"2026-11-20T10:00:00\" }]\n\
                      filing = [{ duty = \"kr.pipa/report\", at = \"2026-11-21\", received = \"2026-12-21\" }]";
        assert_eq!(error(filing).map(|(line, key, _)| (line, key)), Some((4, "received".to_owned())));
        assert_eq!(error("occurred = \"2026-12-02\"").map(|(line, ..)| line), Some(3));
        let known = "facts = { personal-data-leaked = true }\nknown_since = { personal-data-leaked = \"2026-12-03\" }";
        assert_eq!(error(known).map(|(line, ..)| line), Some(4));
    }

    #[test]
    fn what_lies_before_what_it_follows_is_asked_about_and_taken_with_a_reason() {
        let learnt = |at, more| {
            format!("candidate = [{{ of = [\"aware-leak\"], basis = \"confirmed\", at = \"{at}\"{more} }}]\n")
        };
        let sent = |at, more| format!("filing = [{{ duty = \"kr.pipa/report\", at = \"{at}\"{more} }}]\n");
        let decided = |more| {
            format!(
                "occurrence = [{{ id = \"d\", trigger = \"breach-determined\", at = \"2026-11-19T10:00:00\"{more} }}]\n"
            )
        };
        let why = ", out_of_order = \"reported as a precaution\"";
        let known = learnt("2026-11-20T21:00:00", "");
        let disordered = [
            (format!("occurred = \"2026-11-21\"\n{known}"), 4, "at"),
            (format!("{known}{}", sent("2025-11-20T21:30:00", "")), 4, "at"),
            (format!("{known}{}", sent("2026-11-21T10:00:00", ", received = \"2026-11-20\"")), 4, "received"),
            (format!("{known}{}", decided("")), 4, "at"),
        ];
        for (text, line, key) in disordered {
            let (found, named, said) = error(&text).unwrap_or_else(|| panic!("taken: {text}"));
            assert_eq!((found, named.as_str()), (line, key), "{text}");
            assert!(said.contains("out_of_order") && said.contains("year"), "{said}");
        }
        let confirmed = [
            format!("occurred = \"2026-11-21\"\n{}", learnt("2026-11-20T21:00:00", why)),
            format!("{known}{}", sent("2025-11-20T21:30:00", why)),
            format!("{known}{}", decided(why)),
            // To the day it may have been after nine in the evening.
            format!("{known}{}", sent("2026-11-20", "")),
        ];
        for text in confirmed {
            assert_eq!(error(&text), None, "{text}");
        }
        let empty = error(&format!("{known}{}", sent("2025-11-20T21:30:00", ", out_of_order = \"\"")));
        assert!(empty.is_some_and(|(.., said)| said.contains("reason")));
    }

    #[test]
    fn a_supplier_may_tell_first_and_a_fix_may_be_there_before_everything() {
        let learnt = "occurred = \"2026-11-20T09:00:00\"\n\
                      candidate = [{ of = [\"aware-leak\"], basis = \"confirmed\", at = \"2026-11-20T21:00:00\" }]\n";
        let happened = |trigger: &str, at: &str| {
            error(&format!("{learnt}occurrence = [{{ id = \"o\", trigger = \"{trigger}\", at = \"{at}\" }}]"))
        };
        assert_eq!(happened("third-party-told-us", "2026-11-20T10:00:00"), None);
        assert!(happened("third-party-told-us", "2026-11-20T08:00:00").is_some());
        assert_eq!(happened("fix-available", "2026-01-20T08:00:00"), None);
    }
}
