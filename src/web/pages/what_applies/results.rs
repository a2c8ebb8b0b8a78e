//! What the law answers on the page "What would apply?", sorted by how it stands: what applies, what may, what is coming,
//! what does not apply and why, and which acts do not concern this at all. Unknown stands among what may apply, never
//! among what does not.

use super::words;
use super::words::DueView;
use crate::law::base::truth::Truth;
use crate::law::questions;
use crate::law::rulebook::duty::Duty;
use crate::law::situation::fact::{FactKey, Facts};
use crate::law::verdict::{Answer, Assessment, PendingSummary, Verdict};
use crate::web::views::law::words::Badge;
use crate::web::views::law::words::confidence;
use crate::web::views::wording::Wording;
use std::collections::{BTreeMap, BTreeSet};

/// A fact to answer, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settle {
    /// The page with this question first.
    pub href: String,
    /// The fact.
    pub label: String,
}

/// A duty that applies or may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is called.
    pub title: String,
    /// Where it is explained.
    pub href: String,
    /// The act and the place.
    pub act: String,
    /// To whom.
    pub recipient: String,
    /// When it is due.
    pub due: DueView,
    /// What missing it may cost.
    pub fines: Vec<String>,
    /// Where it is written.
    pub cite: String,
    /// The text.
    pub url: String,
    /// How far it was checked.
    pub confidence: Badge,
    /// Exceptions that contradict one another; empty otherwise.
    pub conflict: String,
    /// The facts that would settle it, or that may still change it.
    pub settle: Vec<Settle>,
}

/// An act of which nobody can say yet whether it concerns this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The act and the place.
    pub name: String,
    /// How many of its duties are open.
    pub duties: usize,
    /// The facts that would settle whether it concerns this.
    pub settle: Vec<Settle>,
}

/// A duty in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is called.
    pub title: String,
    /// Where it is explained.
    pub href: String,
    /// The act and the place.
    pub act: String,
    /// Why, or from when.
    pub why: String,
}

/// Everything, by standing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Results {
    /// What applies, the soonest first.
    pub applies: Vec<Row>,
    /// What may apply, of acts that concern this.
    pub may: Vec<Row>,
    /// Acts that may concern this.
    pub perhaps: Vec<Act>,
    /// What would apply once something more happens.
    pub once: Vec<Line>,
    /// Law that is coming.
    pub coming: Vec<Line>,
    /// What does not apply.
    pub not: Vec<Line>,
    /// Acts that do not concern this, and why.
    pub outside: Vec<Line>,
    /// How many duties those acts have.
    pub outside_duties: usize,
}

/// Puts verdicts into rows.
pub struct Sorter<'a> {
    /// For the words.
    pub teller: Wording<'a>,
    /// What is known.
    pub facts: &'a Facts,
    /// The page with a question first, and all answers kept.
    pub ask: &'a dyn Fn(&FactKey) -> String,
}

impl Sorter<'_> {
    /// All verdicts, sorted.
    #[must_use]
    pub fn sort(&self, assessment: &Assessment) -> Results {
        let mut results = Results::default();
        let mut applies: Vec<(i64, Row)> = Vec::new();
        let mut perhaps: BTreeMap<&str, (usize, BTreeSet<FactKey>)> = BTreeMap::new();
        for verdict in &assessment.verdicts {
            let Some(duty) = self.teller.library.duty(&verdict.outline.duty) else { continue };
            if verdict.scope == Truth::No {
                self.outside(&mut results, verdict);
                continue;
            }
            results.coming.extend(verdict.outline.pending.iter().map(|pending| self.pending(verdict, pending)));
            match &verdict.answer {
                Answer::Applies => applies.push((soon(duty, verdict), self.row(duty, verdict))),
                Answer::Undetermined { .. } if verdict.scope == Truth::Unknown => {
                    let act = perhaps.entry(&verdict.outline.rule.rulebook).or_default();
                    act.0 += 1;
                    act.1.extend(questions::of_scope(verdict, self.facts));
                }
                Answer::Undetermined { .. } | Answer::Conflict { .. } => results.may.push(self.row(duty, verdict)),
                Answer::NotInForce { from: Some(from) } => {
                    let why = self.teller.t.applies_from(self.teller.t.date(*from));
                    results.coming.push(self.line(verdict, why));
                }
                Answer::NotInForce { from: None } if duty.version.is_empty() => {}
                Answer::DoesNotApply if !words::awaited(&verdict.reason).is_empty() => {
                    // Of acts that may concern this, only what is open by itself is counted.
                    if verdict.scope == Truth::Yes {
                        results.once.push(self.line(verdict, words::once(&self.teller, &verdict.reason)));
                    }
                }
                answer => results.not.push(self.line(verdict, self.why_not(verdict, answer))),
            }
        }
        applies.sort_by_key(|(soon, _)| *soon);
        results.applies = applies.into_iter().map(|(_, row)| row).collect();
        results.perhaps = perhaps.into_iter().map(|(act, (duties, keys))| self.act(act, duties, &keys)).collect();
        results
    }

    fn row(&self, duty: &Duty, verdict: &Verdict) -> Row {
        let teller = &self.teller;
        let (keys, conflict) = match &verdict.answer {
            Answer::Undetermined { missing, .. } => (missing.clone(), String::new()),
            Answer::Conflict { between } => {
                let names: Vec<String> = between.iter().map(|ground| teller.words(&ground.title)).collect();
                (BTreeSet::new(), teller.t.applies_conflict(names.join("; ")))
            }
            _ => (questions::could_change(verdict, self.facts), String::new()),
        };
        Row {
            title: teller.words(&verdict.outline.title),
            href: href(verdict),
            act: words::act(teller, &verdict.outline.rule.rulebook),
            recipient: teller.words(&verdict.outline.recipient),
            due: words::due(teller, duty, verdict),
            fines: words::fines(teller, verdict),
            cite: teller.words(&verdict.outline.source.cite),
            url: verdict.outline.source.url.clone(),
            confidence: confidence(teller.t, verdict.outline.source.confidence),
            conflict,
            settle: self.settle(&keys),
        }
    }

    fn settle(&self, keys: &BTreeSet<FactKey>) -> Vec<Settle> {
        keys.iter().map(|key| Settle { href: (self.ask)(key), label: self.teller.fact(key) }).collect()
    }

    fn act(&self, rulebook: &str, duties: usize, keys: &BTreeSet<FactKey>) -> Act {
        Act { name: words::act(&self.teller, rulebook), duties, settle: self.settle(keys) }
    }

    fn line(&self, verdict: &Verdict, why: String) -> Line {
        Line {
            title: self.teller.words(&verdict.outline.title),
            href: href(verdict),
            act: words::act(&self.teller, &verdict.outline.rule.rulebook),
            why,
        }
    }

    fn pending(&self, verdict: &Verdict, pending: &PendingSummary) -> Line {
        let (teller, t) = (&self.teller, self.teller.t);
        let status = t.pending(pending.status);
        let expected = pending.expected.map(|day| t.applies_expected(t.date(day)));
        let said: Vec<String> =
            [Some(teller.words(&pending.title)), Some(status), expected].into_iter().flatten().collect();
        self.line(verdict, said.join(" · "))
    }

    fn why_not(&self, verdict: &Verdict, answer: &Answer) -> String {
        let t = self.teller.t;
        match answer {
            Answer::Superseded { by } => t.applies_superseded(self.teller.words(by)),
            Answer::NotInForce { .. } => t.applies_no_longer(),
            _ => words::deciding(&self.teller, &verdict.reason),
        }
    }

    /// One line for each act: its scope is the same for all its duties. A duty that is not in force gives no reason.
    fn outside(&self, results: &mut Results, verdict: &Verdict) {
        results.outside_duties += 1;
        let name = words::act(&self.teller, &verdict.outline.rule.rulebook);
        let given = verdict.reason.truth == Truth::No;
        let why = || if given { words::deciding(&self.teller, &verdict.reason) } else { String::new() };
        match results.outside.iter_mut().find(|line| line.act == name) {
            Some(line) if line.why.is_empty() => line.why = why(),
            Some(_) => {}
            None => {
                let href = format!("/rules/{}", verdict.outline.rule.rulebook);
                results.outside.push(Line { title: name.clone(), href, why: why(), act: name });
            }
        }
    }
}

/// The page that explains a duty.
fn href(verdict: &Verdict) -> String {
    format!("/rules/{}", verdict.outline.duty)
}

/// For the order of what applies: the due moment, or roughly how long there is.
fn soon(duty: &Duty, verdict: &Verdict) -> i64 {
    let target = verdict.clock.as_deref().and_then(|clock| clock.target()).map(|at| at.seconds());
    let hours = words::version(duty, verdict).and_then(questions::soonest);
    target.or_else(|| hours.map(i64::from)).unwrap_or(i64::MAX)
}
