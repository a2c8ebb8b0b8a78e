//! Duties: their ids, their versions, and what is threatened without asking for anything.

use super::Checking;
use crate::base::citation::Confidence;
use crate::base::spans::Step;
use crate::base::spans::Step::{Item, Key};
use crate::rulebook::duty::Duty;
use crate::rulebook::period::{Period, Promptness};
use crate::rulebook::recipient::Recipient;
use crate::rulebook::version::Version;

impl<'a> Checking<'a> {
    pub(crate) fn check_duty(&mut self, duty: &'a Duty) {
        match duty.id.as_str().strip_prefix(&format!("{}/", self.book.id)) {
            Some(own) => self.name(own),
            None => {
                let problem = "the id does not begin with the rulebook's";
                self.wrong(&[Key("id")], problem, "write it as `<rulebook>/<duty>`");
            }
        }
        if let Some(own) = duty.met_by.filings.iter().position(|id| *id == duty.id) {
            let at = [Key("met_by"), Key("filings"), Item(own)];
            self.wrong(&at, "a duty is met by its own filings anyway", "remove it from `met_by`");
        }
        if duty.version.is_empty() && duty.pending.is_empty() {
            let problem = "this duty has neither a version nor pending law";
            self.wrong(&[Key("id")], problem, "add a [[duty.version]]");
        }
        if duty.version.is_empty() && duty.watched {
            self.wrong(&[Key("watched")], "pending law alone is never watched", "set `watched = false`");
        }
        if duty.sanction_only {
            self.sanction_only(duty);
        }
        self.dates(&duty.version);
        for (at, version) in duty.version.iter().enumerate() {
            self.limit(duty, at, version);
        }
        self.each_its_own("fine", "id", duty.fine.iter().map(|fine| &fine.id), "two fines of this duty have this id");
    }

    /// What is no duty but the cost of a breach: nobody is told, nothing runs, and something is threatened.
    fn sanction_only(&mut self, duty: &Duty) {
        let at = [Key("sanction_only")];
        let timed = |version: &Version| version.within.is_some() || version.deadline.is_some();
        if duty.fine.is_empty() {
            self.wrong(&at, "a sanction without a fine", "add a [[duty.fine]], or remove `sanction_only`");
        }
        if duty.watched || duty.to != Recipient::Internal || duty.version.iter().any(timed) {
            let problem = "a sanction asks for nothing: nobody is told, and no clock runs";
            let hint = "set `to = \"internal\"` and `watched = false` without `within`, or remove `sanction_only`";
            self.wrong(&at, problem, hint);
        }
    }

    /// Whether a version says when it is due, once, and what it says besides.
    fn limit(&mut self, duty: &Duty, at: usize, version: &Version) {
        if let Some(limb) = version.first_limb {
            let at = [Key("version"), Item(at), Key("first_limb")];
            let number = version.deadline.is_some() || version.within.iter().any(|within| within.span().is_some());
            if !number {
                let hint = "write the word as `within = { promptly = … }`, or remove `first_limb`";
                self.wrong(&at, "words beside a number, and no number", hint);
            } else if !limb.promptly.is_a_word() {
                self.wrong(&at, "no word of the law for speed", "name the word of the text, or remove `first_limb`");
            }
        }
        let silent = matches!(version.within, Some(Period::Promptly(Promptness::Unstated)));
        if silent && version.source.confidence == Confidence::Recalled {
            let at = [Key("version"), Item(at), Key("within"), Key("promptly")];
            let hint = "`not-read` says that; `unstated` says that the text has no time";
            self.wrong(&at, "a silence of the law that nobody read", hint);
        }
        match (&version.within, &version.deadline) {
            (Some(_), Some(_)) => {
                let problem = "a version has `within` or `deadline`, not both";
                let at = [Key("version"), Item(at), Step::Name("deadline")];
                self.wrong(&at, problem, "keep the one that the act needs");
            }
            (None, None) if duty.watched && !version.repealed => {
                let problem = "a watched duty needs `within` or `deadline`";
                self.wrong(&[Key("version"), Item(at)], problem, "add it, or set `watched = false`");
            }
            _ => {}
        }
    }
}
