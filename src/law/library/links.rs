//! Links between files of law: duties name other duties and forms, forms name duties. Refuses what leads nowhere.

use crate::base::error::LawError;
use crate::base::parse;
use crate::base::spans::Step;
use crate::rulebook::Rulebook;
use crate::rulebook::form::FormDefinition;
use crate::rulebook::visit::{LooksAt, Visit};
use crate::rulebook::walk;
use crate::situation::{DutyId, FormId};

/// Checks that everything named is there. The forms come with their files, each a path and its text.
///
/// # Errors
/// With file, line, key and hint of the first name that nothing has.
pub(crate) fn check(rulebooks: &[Rulebook], forms: &[FormDefinition], files: &[(&str, &str)]) -> Result<(), LawError> {
    for book in rulebooks {
        let mut links = Links { rulebooks, forms, way: Vec::new(), broken: None };
        walk::rulebook(&mut links, book);
        if let Some(way) = links.broken {
            return Err(broken(&book.file, &book.text, &way));
        }
    }
    for (form, (file, text)) in forms.iter().zip(files) {
        if let Some(at) = form.duty.iter().position(|duty| !defined(rulebooks, duty)) {
            return Err(broken(file, text, &[Step::Key("duty"), Step::Item(at)]));
        }
    }
    Ok(())
}

fn broken(file: &str, text: &str, way: &[Step]) -> LawError {
    let hint = "correct the spelling, or add the rulebook that defines it";
    parse::wrong(file, text, way, "nothing in the library has this id", hint)
}

fn defined(rulebooks: &[Rulebook], id: &DutyId) -> bool {
    rulebooks.iter().any(|book| book.duty(id).is_some())
}

struct Links<'a> {
    rulebooks: &'a [Rulebook],
    forms: &'a [FormDefinition],
    way: Vec<Step>,
    broken: Option<Vec<Step>>,
}

impl Links<'_> {
    fn here(&mut self, defined: bool) {
        if !defined && self.broken.is_none() {
            self.broken = Some(self.way.clone());
        }
    }
}

impl<'a> Visit<'a> for Links<'_> {
    fn enter(&mut self, step: Step) {
        self.way.push(step);
    }

    fn leave(&mut self) {
        self.way.pop();
    }

    fn duty_id(&mut self, id: &'a DutyId, _: LooksAt) {
        self.here(defined(self.rulebooks, id));
    }

    fn form_id(&mut self, id: &'a FormId) {
        self.here(self.forms.iter().any(|form| form.id == *id));
    }
}
