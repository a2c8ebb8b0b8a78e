//! Asks the library about a case and compares what came out with what was expected.

use super::aspect::{Aspect, Said};
use super::expect::Expectation;
use super::file::Case;
use super::say;
use crate::base::moment::Moment;
use crate::library::Library;
use crate::situation::{DutyId, OccurrenceId};
use crate::verdict::{Assessment, Verdict};

/// How one expectation of a case came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The case's name.
    pub case: String,
    /// The line on which the expectation begins.
    pub line: usize,
    /// The duty.
    pub duty: DutyId,
    /// The instance.
    pub instance: Option<OccurrenceId>,
    /// Every difference; none where it came out as it says.
    pub differences: Vec<Difference>,
}

impl Outcome {
    /// Whether it came out as it says.
    #[must_use]
    pub const fn is_green(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Something that came out otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What.
    pub what: Aspect,
    /// As the case says.
    pub expected: Said,
    /// As it came out.
    pub found: Said,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: expected {}, found {}", self.what.key(), self.expected.shown(), self.found.shown())
    }
}

/// Runs a case. One without a moment of asking is asked at the epoch; those beside rulebooks always have one.
#[must_use]
pub fn run(library: &Library, case: &Case) -> Vec<Outcome> {
    let assessment = library.assess(&case.situation, case.now.unwrap_or(Moment::from_seconds(0)));
    let outcome = |expectation: &Expectation| Outcome {
        case: case.name.clone(),
        line: expectation.line,
        duty: expectation.duty.clone(),
        instance: expectation.instance.clone(),
        differences: differences(expectation, &assessment, case),
    };
    case.expectations.iter().map(outcome).collect()
}

fn differences(expectation: &Expectation, assessment: &Assessment, case: &Case) -> Vec<Difference> {
    let ours = |verdict: &&Verdict| verdict.outline.duty == expectation.duty;
    let verdict = assessment.verdicts.iter().filter(ours).find(|verdict| verdict.instance == expectation.instance);
    let Some(verdict) = verdict else {
        return vec![no_verdict(expectation, assessment.verdicts.iter().filter(ours))];
    };
    let mut differences = Vec::new();
    for (what, expected) in &expectation.expected {
        let found = say::found(*what, verdict, case.situation.zone);
        if !expected.is_met_by(&found) {
            differences.push(Difference { what: *what, expected: expected.clone(), found });
        }
    }
    differences
}

fn no_verdict<'a>(expectation: &Expectation, others: impl Iterator<Item = &'a Verdict>) -> Difference {
    let instances: Vec<&str> =
        others.map(|verdict| verdict.instance.as_ref().map_or("none", |id| id.as_str())).collect();
    let found = format!("no verdict on this instance (there are: {})", instances.join(", "));
    let expected = expectation.expected.get(&Aspect::Answer).cloned();
    Difference {
        what: Aspect::Answer,
        expected: expected.unwrap_or_else(|| Said::One(String::new())),
        found: Said::One(found),
    }
}
