//! A duty on the page "What would apply?" in words: which act of which place, how long there is and from when, until when
//! under both ways of counting, what missing it may cost, and the one condition that decided that it does not apply.

use crate::law::base::truth::Truth;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::version::Version;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::reason::{Clause, Reason};
use crate::law::verdict::{Due, Verdict};
use crate::web::views::law::deadline::time_limit;
use crate::web::views::law::words;
use crate::web::views::wording::Wording;
use crate::web::views::{derivation, exposure};

/// When a duty is due.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DueView {
    /// How long there is, or until when.
    pub limit: String,
    /// What starts it; empty once it has started.
    pub from: String,
    /// The safe internal deadline, where a stricter way of counting ends sooner; empty otherwise.
    pub safe: String,
}

/// The version of a duty that answered.
#[must_use]
pub fn version<'a>(duty: &'a Duty, verdict: &Verdict) -> Option<&'a Version> {
    duty.version.iter().find(|version| version.from == verdict.outline.rule.version)
}

/// What people call the act, and the place it holds in.
#[must_use]
pub fn act(teller: &Wording<'_>, rulebook: &str) -> String {
    let Some(rulebook) = teller.library.rulebook(rulebook) else { return rulebook.to_owned() };
    teller.t.applies_act(teller.words(&rulebook.short), place(teller, &rulebook.country))
}

/// A country by its name.
fn place(teller: &Wording<'_>, country: &str) -> String {
    if country == "EU" {
        return teller.t.applies_european_union();
    }
    let code = country.to_ascii_lowercase();
    let known = teller.library.vocabulary().fact(&FactKey::new("org-countries")).and_then(|fact| fact.choice(&code));
    known.map_or_else(|| country.to_owned(), |words| teller.words(words))
}

/// How long there is, and from when; the moments themselves once a start is known.
#[must_use]
pub fn due(teller: &Wording<'_>, duty: &Duty, verdict: &Verdict) -> DueView {
    let t = teller.t;
    if let Some(clock) = &verdict.clock {
        let limit = match clock.due {
            due @ Due::By { .. } => t.applies_due_by(t.due_both(due, teller.zone)),
            Due::NoNumber { promptness } if !promptness.is_a_word() => t.promptness(promptness),
            Due::NoNumber { promptness } => t.rulebook_no_number(t.promptness(promptness)),
            due @ (Due::Until | Due::AtLeastUntil { .. }) => t.due_both(due, teller.zone),
        };
        let safe = clock.safe.map(|safe| t.applies_safe(t.moment_both(safe, teller.zone)));
        return DueView { limit, from: String::new(), safe: safe.unwrap_or_default() };
    }
    let book = teller.library.rulebook(&verdict.outline.rule.rulebook);
    let limit = book.zip(version(duty, verdict)).map(|(book, version)| time_limit(t, teller.library, book, version));
    DueView {
        limit: limit.unwrap_or_default(),
        from: words::starts(t, teller.library, &duty.starts),
        safe: String::new(),
    }
}

/// What missing it may cost at most, one line for each kind of sanction.
#[must_use]
pub fn fines(teller: &Wording<'_>, verdict: &Verdict) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for found in &verdict.exposures {
        let line = teller
            .t
            .exposure_line(teller.t.sanction(found.kind, found.rule.is_korean()), exposure::amount(teller, found));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The condition that decided a "no", in one line.
#[must_use]
pub fn deciding(teller: &Wording<'_>, reason: &Reason) -> String {
    let line = derivation::lines(teller, decisive(reason)).into_iter().next();
    line.map(|line| if line.note.is_empty() { line.text } else { format!("{} · {}", line.text, line.note) })
        .unwrap_or_default()
}

/// What would have to happen or to be handed in first, where nothing but that makes it a "no"; empty where something else
/// does. In a supposed case nothing has happened yet, so this is no reason to say that a duty does not apply.
#[must_use]
pub fn awaited(reason: &Reason) -> Vec<&Clause> {
    let no = reason.children.iter().filter(|child| child.truth == Truth::No);
    let each: Vec<Vec<&Clause>> = no.map(awaited).collect();
    match &reason.clause {
        clause @ (Clause::Happened { .. } | Clause::Filed { .. }) if reason.truth == Truth::No => vec![clause],
        Clause::All if each.iter().any(Vec::is_empty) => Vec::new(),
        Clause::All | Clause::Any => each.into_iter().flatten().collect(),
        _ => Vec::new(),
    }
}

/// The same in words.
#[must_use]
pub fn once(teller: &Wording<'_>, reason: &Reason) -> String {
    let mut said: Vec<String> = Vec::new();
    for clause in awaited(reason) {
        let words = match clause {
            Clause::Happened { trigger } => teller.trigger(trigger),
            Clause::Filed { duty } => teller.t.origin_filing_of(teller.duty(duty, None)),
            _ => continue,
        };
        if !said.contains(&words) {
            said.push(words);
        }
    }
    teller.t.applies_only_once(said.join("; "))
}

/// From a list that needs every yes down to its first no.
fn decisive(reason: &Reason) -> &Reason {
    let no = reason.children.iter().find(|child| child.truth == Truth::No);
    match (&reason.clause, no) {
        (Clause::All, Some(child)) if reason.words.is_none() => decisive(child),
        _ => reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::verdict::reason::Children;

    fn leaf(truth: Truth) -> Reason {
        Reason { clause: Clause::Always, truth, words: None, cite: None, children: Children::default() }
    }

    fn all(children: Vec<Reason>) -> Reason {
        Reason { clause: Clause::All, children: children.into(), ..leaf(Truth::No) }
    }

    #[test]
    fn a_duty_waits_for_what_happens_only_where_nothing_else_rules_it_out() {
        let paid = Clause::Happened { trigger: crate::law::situation::Trigger::new("ransom-paid") };
        let waits = || Reason { clause: paid.clone(), ..leaf(Truth::No) };
        let reason = all(vec![leaf(Truth::Yes), leaf(Truth::Unknown), all(vec![waits()])]);
        assert_eq!(awaited(&reason), [&paid]);
        assert!(awaited(&all(vec![waits(), leaf(Truth::No)])).is_empty());
    }

    #[test]
    fn the_first_no_of_a_list_decides_and_a_named_one_is_not_taken_apart() {
        let named = Reason { cite: Some("Art. 1".into()), ..leaf(Truth::No) };
        let inner =
            Reason { clause: Clause::All, children: [leaf(Truth::Yes), named.clone()].into(), ..leaf(Truth::No) };
        let outer = Reason { clause: Clause::All, children: [leaf(Truth::Unknown), inner].into(), ..leaf(Truth::No) };
        assert_eq!(decisive(&outer), &named);
        let words = Some(crate::law::base::words::Words::name("a term"));
        let term = Reason { words, children: [named].into(), clause: Clause::All, ..leaf(Truth::No) };
        assert_eq!(decisive(&term), &term);
    }
}
