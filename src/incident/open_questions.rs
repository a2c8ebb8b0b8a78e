//! The open questions of an incident: what a person must answer before it is known whether duties apply, or from when they
//! run, and what counsel must say of law that is not in the library. Many duties that only may apply hang on few facts, so
//! they are asked about together, once a round, and warn in no other way. Answers nothing, and asks nobody: when the next round is due, is all it says.

use super::counsel;
use super::due_warnings::{Asked, is_open, through};
use super::sent_warnings::QuestionName;
use super::state::Incident;
use crate::law::base::moment::Moment;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::{Assessment, Awaited, Clock, Verdict};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Seconds before a possible due moment at which the questions are asked again.
const BEFORE: [i64; 3] = [DAY, 6 * HOUR, HOUR];

/// One question, with what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    /// What is to be answered.
    pub asked: Asked,
    /// How many duties it decides; none is known where the law is not in the library.
    pub duties: usize,
    /// The nearest moment at which one of them is due, if it applies.
    pub nearest: Option<Moment>,
    /// All such moments.
    dues: Vec<Moment>,
}

impl OpenQuestion {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> QuestionName {
        QuestionName(match &self.asked {
            Asked::Facts(keys) => keys.iter().map(FactKey::as_str).collect::<Vec<_>>().join("+"),
            Asked::Start(Awaited::Awareness(trigger) | Awaited::Occurrence(trigger)) => trigger.to_string(),
            Asked::Start(Awaited::Filing(duty) | Awaited::Due(duty)) => duty.to_string(),
            Asked::Start(Awaited::Incident) => "incident".to_owned(),
            Asked::Law(gap) => format!("law/{gap}"),
        })
    }
}

/// The open questions of an incident, the one with the nearest due moment first. A closed incident has none.
#[must_use]
pub fn questions(incident: &Incident, assessment: &Assessment) -> Vec<OpenQuestion> {
    let mut found: Vec<OpenQuestion> = Vec::new();
    for verdict in assessment.verdicts.iter().filter(|verdict| waits(incident, verdict)) {
        let Some(asked) = through(verdict) else { continue };
        let due = verdict.clock.as_deref().and_then(Clock::target);
        match found.iter_mut().find(|question| question.asked == asked) {
            Some(question) => {
                question.duties = question.duties.saturating_add(1);
                question.dues.extend(due);
            }
            None => found.push(OpenQuestion { asked, duties: 1, nearest: None, dues: due.into_iter().collect() }),
        }
    }
    for question in &mut found {
        question.nearest = question.dues.iter().min().copied();
    }
    let law = counsel::unlooked(incident, &assessment.gaps).into_iter().map(|gap| Asked::Law(gap.id.clone()));
    found.extend(law.map(|asked| OpenQuestion { asked, duties: 0, nearest: None, dues: Vec::new() }));
    found.sort_by_key(|question| (question.nearest.is_none(), question.nearest, question.name()));
    found
}

/// Whether a duty still wants to be asked about: watched, not met, its warnings not stopped.
fn waits(incident: &Incident, verdict: &Verdict) -> bool {
    let key = (verdict.outline.duty.clone(), verdict.instance.clone());
    let open = verdict.clock.as_deref().is_none_or(|clock| is_open(&clock.standing));
    incident.closed.is_none() && verdict.outline.watched && open && incident.warnings.stopped(&key).is_none()
}

/// When the questions are asked next: at once where they never were; an hour after the last round where another came up
/// since; a day, six hours and an hour before a duty that may apply would be due; and every day. None without a question.
#[must_use]
pub fn next_round(incident: &Incident, questions: &[OpenQuestion]) -> Option<Moment> {
    if questions.is_empty() {
        return None;
    }
    let Some(last) = &incident.asked else { return Some(incident.updated_at) };
    let new = questions.iter().any(|question| !last.questions.contains(&question.name()));
    let dues = questions.iter().flat_map(|question| &question.dues);
    let before = dues.flat_map(|due| BEFORE.map(|seconds| due.plus_seconds(-seconds)));
    let before = before.filter(|at| *at > last.at);
    let after = last.at.plus_seconds(if new { HOUR } else { DAY });
    before.chain([after]).min()
}
