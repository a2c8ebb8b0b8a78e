//! Terms of a rulebook in words: what must hold, how that is asked, and what follows from an exception.

use super::condition::Conditions;
use super::words::{period, trigger};
use crate::documents::provision::provision;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::term::{AfterHold, Effect, Hold, Term};
use crate::locales::Text;
use std::sync::Arc;

/// A longer test than this many letters is folded away.
const LONG: usize = 110;

/// A term, ready to be shown.
pub struct TermView {
    /// In words.
    pub title: String,
    /// The provision.
    pub cite: String,
    /// How it is asked.
    pub test: String,
    /// Too long to stand beside the title.
    pub long: bool,
    /// What follows, sentence by sentence; empty for conditions and grounds.
    pub effect: String,
}

/// Some terms of a rulebook, in their order.
#[must_use]
pub fn terms(t: Text, library: &Library, book: &Rulebook, ids: &[Arc<str>]) -> Vec<TermView> {
    let conditions = Conditions { t, library, currency: book.currency };
    let view = |term: &Term| {
        let test = conditions.say(&term.when);
        TermView {
            title: term.title.get(t.lang()).to_owned(),
            cite: provision(t.lang(), &term.cite).unwrap_or_else(|| term.cite.to_string()),
            long: test.chars().count() > LONG,
            test,
            effect: consequences(t, library, book, term),
        }
    };
    book.terms(ids).map(view).collect()
}

fn consequences(t: Text, library: &Library, book: &Rulebook, term: &Term) -> String {
    let Some(effect) = &term.then else { return String::new() };
    let mut said = of(t, library, effect);
    let defeated: Vec<&str> = book.terms(&term.overrides).map(|term| term.title.get(t.lang())).collect();
    if !defeated.is_empty() {
        said.push(t.library_goes_before(t.list(&defeated)));
    }
    said.join(" ")
}

fn of(t: Text, library: &Library, effect: &Effect) -> Vec<String> {
    match effect {
        Effect::Exempt => vec![t.rulebook_exempt()],
        Effect::Required => vec![t.rulebook_required()],
        Effect::Extended(by) => vec![t.rulebook_extended(trigger(t, library, by))],
        Effect::Held(hold) => held(t, library, hold),
        Effect::Replaced(by) => vec![t.rulebook_replaced(by.get(t.lang()))],
        Effect::Instead(instead) => vec![t.rulebook_instead(period(t, library, Some(instead)))],
        Effect::Excused(excuse) => {
            vec![t.rulebook_excused(trigger(t, library, &excuse.ends), period(t, library, Some(&excuse.within)))]
        }
    }
}

fn held(t: Text, library: &Library, hold: &Hold) -> Vec<String> {
    let mut said = vec![t.rulebook_held(trigger(t, library, &hold.begins), trigger(t, library, &hold.ends))];
    said.push(match hold.then {
        AfterHold::AtEnd => t.library_hold_at_end(),
        AfterHold::Extends => t.library_hold_extends(),
        AfterHold::Afresh => t.library_hold_afresh(),
    });
    if let Some(span) = hold.longest.as_ref().and_then(|longest| longest.span()) {
        said.push(t.library_hold_longest(t.span(span)));
    }
    said
}
