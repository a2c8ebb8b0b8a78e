//! Reads what a case expects of its verdicts.

use super::aspect::{Aspect, Form, Said};
use super::fields::{Field, Fields};
use super::happened::Names;
use super::say;
use super::time;
use crate::base::error::LawError;
use crate::situation::{DutyId, OccurrenceId};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// What a case expects of one verdict. What it does not mention is not asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// The line on which it begins.
    pub line: usize,
    /// The duty.
    pub duty: DutyId,
    /// The instance, where the duty arises several times.
    pub instance: Option<OccurrenceId>,
    /// What is expected.
    pub expected: BTreeMap<Aspect, Said>,
}

/// Reads one expectation.
pub(crate) fn expectation(field: Field<'_>, names: &Names<'_>, zone: Tz) -> Result<Expectation, LawError> {
    let keys: Vec<&str> = ["duty", "instance"].into_iter().chain(Aspect::ALL.into_iter().map(Aspect::key)).collect();
    let fields = Fields::of(field, &keys)?;
    let duty = names.duty(fields.need("duty", "name the duty: duty = \"eu.gdpr/authority\"")?)?;
    let instance = fields.get("instance").map(|field| names.occurrence(field)).transpose()?;
    fields.need("answer", "say what must come out: answer = \"applies\"")?;
    let mut expected = BTreeMap::new();
    for aspect in Aspect::ALL {
        if let Some(field) = fields.get(aspect.key()) {
            expected.insert(aspect, said(aspect, field, zone)?);
        }
    }
    Ok(Expectation { line: fields.place().line(), duty, instance, expected })
}

fn said(aspect: Aspect, field: Field<'_>, zone: Tz) -> Result<Said, LawError> {
    let text = || field.text("a text", "write it in quotes");
    Ok(match aspect.form() {
        Form::Text => Said::One(text()?.to_owned()),
        Form::Moments => Said::One(moments(text()?, zone)),
        Form::Day => Said::One(time::day(field)?.to_string()),
        Form::YesNo => Said::One(field.yes_no()?.to_string()),
        Form::List => Said::Many(field.texts()?.into_iter().map(ToOwned::to_owned).collect()),
        Form::Set => {
            let mut texts: Vec<String> = field.texts()?.into_iter().map(ToOwned::to_owned).collect();
            texts.sort();
            Said::Many(texts)
        }
        Form::Truths => {
            let truth = |ground: Field<'_>| -> Result<String, LawError> {
                let hint = "write \"yes\", \"no\" or \"unknown\"";
                match ground.text("a truth", hint)? {
                    truth @ ("yes" | "no" | "unknown") => Ok(format!("{}: {truth}", ground.place.key)),
                    other => Err(ground.wrong(format!("`{other}` is not a truth"), hint)),
                }
            };
            let mut truths = field.table()?.into_iter().map(truth).collect::<Result<Vec<_>, _>>()?;
            truths.sort();
            Said::Many(truths)
        }
    })
}

/// Moments of any offset become moments on the case's wall clock; words stay as they are.
fn moments(text: &str, zone: Tz) -> String {
    let (opening, rest) = text.strip_prefix("at least until ").map_or(("", text), |rest| ("at least until ", rest));
    let one = |text: &str| match time::read(text, zone) {
        Ok(timing) if timing.is_exact() => say::moment_in(timing.at, zone),
        _ => text.to_owned(),
    };
    let all: Vec<String> = rest.split(" to ").map(one).collect();
    format!("{opening}{}", all.join(" to "))
}
