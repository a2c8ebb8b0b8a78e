//! Writes out the groups that conditions name: `@eea` becomes the states that belong to it, each with its days. Done once,
//! when a rulebook is read; with it, on which days the act changes whom it concerns.

use crate::base::days::Days;
use crate::base::spans::Step;
use crate::rulebook::Rulebook;
use crate::rulebook::among::Among;
use crate::rulebook::visit::Visit;
use crate::rulebook::visit::mutable::VisitMut;
use crate::rulebook::walk::{condition, mutable as walk};
use crate::vocabulary::Vocabulary;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Writes out every group of a rulebook; the way to the first that does not exist comes back.
pub(crate) fn write_out(rulebook: &mut Rulebook, vocabulary: &Vocabulary) -> Result<(), Vec<Step>> {
    let mut groups = Groups { vocabulary, way: Vec::new(), unknown: None };
    walk::rulebook(&mut groups, rulebook);
    groups.unknown.map_or(Ok(()), Err)?;
    let mut changes = Changes::default();
    for term in rulebook.terms(&rulebook.scope) {
        condition(&mut changes, &term.when);
    }
    rulebook.scope_changes = changes.0.into_iter().collect();
    Ok(())
}

/// The days on which conditions change what they ask.
#[derive(Default)]
struct Changes(BTreeSet<NaiveDate>);

impl<'a> Visit<'a> for Changes {
    fn among(&mut self, among: &'a Among) {
        self.0.extend(among.changes());
    }
}

struct Groups<'a> {
    vocabulary: &'a Vocabulary,
    way: Vec<Step>,
    unknown: Option<Vec<Step>>,
}

impl VisitMut for Groups<'_> {
    fn enter(&mut self, step: Step) {
        self.way.push(step);
    }

    fn leave(&mut self) {
        self.way.pop();
    }

    fn among(&mut self, among: &mut Among) {
        let mut all = Vec::new();
        for choice in among.choices.iter() {
            match choice.strip_prefix('@').map(|group| self.vocabulary.members(group)) {
                Some(Some(members)) => all.extend(members.iter().cloned()),
                Some(None) => {
                    let here = || [&*self.way, &[Step::Key("choices"), Step::Saying(choice.clone())]].concat();
                    self.unknown.get_or_insert_with(here);
                }
                None => all.push((choice.clone(), Days::default())),
            }
        }
        among.write_out(&all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::specimen::act;
    use crate::rulebook::deadline::Deadline;

    const DUTY: &str = r#"
[[duty]]
id = "x/d"
title = WORDS
recipient = WORDS
to = "authority"
consequence = WORDS
starts = { awareness = "aware" }
governed_by = "start"
watched = true
[[duty.version]]
from = 2020-01-01
source = SOURCE
[duty.version.guideline]
words = WORDS
source = SOURCE
[duty.version.guideline.deadline.switch]
if = { one-of = { key = "org-countries", choices = ["@eea", "ch"] } }
then = { after = { start = "own", within = { hours = 1 } } }
otherwise = { after = { start = "own", within = { hours = 2 } } }
"#;

    #[test]
    fn a_group_is_written_out_in_the_deadline_of_a_guideline_too() {
        let vocabulary = Vocabulary::embedded().unwrap();
        let mut book = act(DUTY);
        write_out(&mut book, &vocabulary).unwrap();
        let guideline = book.duty[0].version[0].guideline.as_ref().unwrap();
        let Some(Deadline::Switch(switch)) = &guideline.deadline else { panic!("{guideline:?}") };
        let crate::rulebook::condition::Condition::OneOf(among) = &switch.when else { panic!("{switch:?}") };
        assert!(among.choices.contains("de") && among.choices.contains("ch") && !among.choices.contains("@eea"));
        let mut unknown = act(&DUTY.replace("@eea", "@era"));
        assert!(write_out(&mut unknown, &vocabulary).is_err());
    }
}
