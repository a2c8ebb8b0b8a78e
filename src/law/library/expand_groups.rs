//! Writes out the groups that conditions name: `@eea` becomes the thirty states. Done once, when a rulebook is read.

use crate::base::spans::Step;
use crate::rulebook::Rulebook;
use crate::rulebook::visit::mutable::VisitMut;
use crate::rulebook::walk::mutable as walk;
use crate::situation::fact::FactKey;
use crate::vocabulary::Vocabulary;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Writes out every group of a rulebook; the way to the first that does not exist comes back.
pub(crate) fn write_out(rulebook: &mut Rulebook, vocabulary: &Vocabulary) -> Result<(), Vec<Step>> {
    let mut groups = Groups { vocabulary, way: Vec::new(), unknown: None };
    walk::rulebook(&mut groups, rulebook);
    groups.unknown.map_or(Ok(()), Err)
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

    fn choices(&mut self, _: &mut FactKey, choices: &mut Arc<BTreeSet<String>>) {
        let mut all = BTreeSet::new();
        for choice in choices.iter() {
            match choice.strip_prefix('@').map(|group| self.vocabulary.group(group)) {
                Some(Some(of)) => all.extend(of.iter().cloned()),
                Some(None) => {
                    let here = || [&*self.way, &[Step::Saying(choice.clone())]].concat();
                    self.unknown.get_or_insert_with(here);
                }
                None => {
                    all.insert(choice.clone());
                }
            }
        }
        *choices = Arc::new(all);
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
