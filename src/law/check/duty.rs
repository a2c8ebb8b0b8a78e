//! Duties: what starts them, their versions, and when they are due.

use super::super::citation::Confidence;
use super::super::deadline::{After, Deadline};
use super::super::duty::Duty;
use super::super::period::Period;
use super::super::recipient::Recipient;
use super::super::starts::Starts;
use super::super::version::Version;
use super::super::vocabulary::TriggerKind;
use super::Checking;

impl<'a> Checking<'a> {
    pub(super) fn duty(&mut self, duty: &'a Duty) {
        let id = duty.id.as_str();
        match id.strip_prefix(&format!("{}/", self.book.id)) {
            Some(own) => self.name(own),
            None => self.wrong(id, "the id does not begin with the rulebook's", "write it as `<rulebook>/<duty>`"),
        }
        match &duty.starts {
            Starts::Awareness(of) if of.is_empty() => {
                self.wrong("awareness", "aware of nothing", "name at least one kind of awareness");
            }
            Starts::Awareness(of) => of.iter().for_each(|trigger| self.trigger(trigger, TriggerKind::Awareness)),
            Starts::Occurrence(on) => self.trigger(&on.trigger, TriggerKind::Occurrence),
            Starts::Each(each) => self.trigger(&each.trigger, TriggerKind::Occurrence),
            Starts::Filing(_) | Starts::Due(_) | Starts::Incident(_) => {}
        }
        if let Some(trigger) = &duty.met_by.occurrence {
            self.trigger(trigger, TriggerKind::Occurrence);
        }
        if duty.met_by.filings.contains(&duty.id) {
            self.wrong(id, "a duty is met by its own filings anyway", "remove it from `met_by`");
        }
        if duty.version.is_empty() && duty.pending.is_empty() {
            self.wrong(id, "this duty has neither a version nor pending law", "add a [[duty.version]]");
        }
        if duty.version.is_empty() && duty.watched {
            self.wrong(id, "pending law alone is never watched", "set `watched = false`");
        }
        if duty.sanction_only {
            self.sanction_only(duty);
        }
        self.dates(id, &duty.version);
        for version in &duty.version {
            self.version(duty, version);
        }
        for pending in &duty.pending {
            self.source(&pending.source);
        }
        for fine in &duty.fine {
            self.fine(duty, fine);
        }
    }

    /// What is no duty but the cost of a breach: nobody is told, nothing runs, and something is threatened.
    fn sanction_only(&mut self, duty: &Duty) {
        let timed = |version: &Version| version.within.is_some() || version.deadline.is_some();
        if duty.fine.is_empty() {
            self.wrong("sanction_only", "a sanction without a fine", "add a [[duty.fine]], or remove `sanction_only`");
        }
        if duty.watched || duty.to != Recipient::Internal || duty.version.iter().any(timed) {
            let problem = "a sanction asks for nothing: nobody is told, and no clock runs";
            let hint = "set `to = \"internal\"` and `watched = false` without `within`, or remove `sanction_only`";
            self.wrong("sanction_only", problem, hint);
        }
    }

    fn version(&mut self, duty: &'a Duty, version: &'a Version) {
        let id = duty.id.as_str();
        self.references(&version.conditions, false);
        self.references(&version.grounds, false);
        self.references(&version.exceptions, true);
        self.source(&version.source);
        if let Some(counting) = &version.counting {
            self.counting(counting);
        }
        match (&version.within, &version.deadline) {
            (Some(_), Some(_)) => {
                self.wrong(id, "a version has `within` or `deadline`, not both", "keep the one that the act needs");
            }
            (None, None) if duty.watched && !version.repealed => {
                self.wrong(id, "a watched duty needs `within` or `deadline`", "add it, or set `watched = false`");
            }
            (Some(period), None) => self.within(version, period),
            (None, Some(deadline)) => self.deadline(version, deadline, Self::within),
            (None, None) => {}
        }
        if let Some(at_most) = version.late.as_ref().and_then(|late| late.at_most.as_ref()) {
            self.within(version, at_most);
            self.countable(at_most);
        }
        if let Some(guideline) = &version.guideline {
            match (&guideline.within, &guideline.deadline) {
                (Some(_), Some(_)) => {
                    self.wrong(id, "a guideline has `within` or `deadline`, not both", "keep the one that it needs");
                }
                (Some(within), None) => self.guided(version, within),
                (None, Some(deadline)) => self.deadline(version, deadline, Self::guided),
                (None, None) => {}
            }
            self.source(&guideline.source);
        }
        if let Some(not_before) = &version.not_before {
            self.start(&not_before.start);
            if let Some(within) = &not_before.within {
                self.within(version, within);
                self.countable(within);
            }
        }
    }

    /// A binding period.
    fn within(&mut self, version: &Version, period: &Period) {
        self.period(period);
        self.needs_calendar(version, period);
        let numbered = period.span().is_some() || matches!(period, Period::AtLeastDays(_) | Period::AtLeastMonths(_));
        if numbered && version.source.confidence == Confidence::Recalled {
            let problem = "a binding period rests on memory (`recalled`)";
            self.wrong("recalled", problem, "read the text and mark it, or give the number as a `guideline`");
        }
    }

    /// A period of a guideline: it may rest on memory.
    fn guided(&mut self, version: &Version, period: &Period) {
        self.period(period);
        self.needs_calendar(version, period);
    }

    fn needs_calendar(&mut self, version: &Version, period: &Period) {
        let counting = version.counting.as_ref().or(self.book.counting.as_ref());
        let known = counting.is_some_and(|counting| counting.calendar.is_some());
        let key = match period {
            Period::WorkingDays(_) => "working-days",
            Period::WorkingDayHours(_) => "working-day-hours",
            _ => return,
        };
        if !known {
            let hint = "name a calendar under [counting] of the rulebook, or `counting` of the version";
            self.wrong(key, "working days of no calendar", hint);
        }
    }

    fn deadline(&mut self, version: &Version, deadline: &'a Deadline, within: fn(&mut Self, &Version, &Period)) {
        let mut leaves: Vec<&After> = Vec::new();
        let mut asked = Vec::new();
        deadline.walk(&mut |after| leaves.push(after), &mut |condition| asked.push(condition));
        for condition in asked {
            self.condition(condition);
        }
        for after in leaves {
            self.start(&after.start);
            within(self, version, &after.within);
            self.countable(&after.within);
        }
        if has_empty(deadline) {
            self.wrong("deadline", "`earliest` or `latest` of nothing", "name at least one deadline");
        }
    }
}

fn has_empty(deadline: &Deadline) -> bool {
    match deadline {
        Deadline::After(_) => false,
        Deadline::Earliest(limbs) | Deadline::Latest(limbs) => limbs.is_empty() || limbs.iter().any(has_empty),
        Deadline::Between(ends) => ends.iter().any(|end| has_empty(end)),
        Deadline::Switch(switch) => has_empty(&switch.then) || has_empty(&switch.otherwise),
    }
}
