//! Facts as a case writes them, checked against the vocabulary.

use super::amount;
use super::fields::{Field, nearest};
use super::tree::Kind;
use crate::base::error::LawError;
use crate::base::money::Currency;
use crate::situation::fact::{Count, FactKey, Quality, Value};
use crate::vocabulary::{FactDefinition, FactKind, ValueProblem, Vocabulary};

/// The key of a fact.
pub(crate) fn key(field: Field<'_>, vocabulary: &Vocabulary) -> Result<FactKey, LawError> {
    definition(field, vocabulary).map(|definition| definition.key.clone())
}

/// One fact: its key and its value.
pub(crate) fn fact(
    field: Field<'_>,
    vocabulary: &Vocabulary,
    usual: Option<Currency>,
) -> Result<(FactKey, Value), LawError> {
    let definition = definition(field, vocabulary)?;
    let value = match &definition.kind {
        FactKind::YesNo => Value::YesNo(field.yes_no()?),
        FactKind::Count { .. } => Value::Count(count(field)?),
        FactKind::CountBy { .. } => Value::CountBy(
            field.table()?.into_iter().map(|of| Ok((of.place.key.to_owned(), count(of)?))).collect::<Result<_, _>>()?,
        ),
        FactKind::Choice { .. } => Value::Choice(field.text("one of its choices", &choices(definition))?.to_owned()),
        FactKind::Choices { .. } => Value::choices(field.texts()?),
        FactKind::Money => Value::Money(amount::money(field, usual)?),
        FactKind::Text => Value::Text(field.text("a text", "write it in quotes")?.to_owned()),
    };
    vocabulary.check(&definition.key, &value).map_err(|problem| unfit(field, definition, &problem))?;
    Ok((definition.key.clone(), value))
}

/// The definition of the fact that a key names.
pub(crate) fn definition<'a>(field: Field<'_>, vocabulary: &'a Vocabulary) -> Result<&'a FactDefinition, LawError> {
    let name = field.place.key;
    vocabulary.fact(&FactKey::new(name)).ok_or_else(|| unknown(field, name, vocabulary))
}

/// An error about a fact that is not in the vocabulary.
pub(crate) fn unknown(field: Field<'_>, name: &str, vocabulary: &Vocabulary) -> LawError {
    let hint = nearest(name, vocabulary.facts().iter().map(|fact| fact.key.as_str()))
        .map_or_else(|| "`dutyclock schema case` lists the facts".to_owned(), |near| format!("did you mean `{near}`?"));
    field.place.wrong(format!("there is no fact `{name}`"), hint)
}

fn unfit(field: Field<'_>, definition: &FactDefinition, problem: &ValueProblem) -> LawError {
    let hint = match problem {
        ValueProblem::UnknownChoice { choice, .. } => nearest(choice, ids(definition))
            .map_or_else(|| choices(definition), |near| format!("did you mean `{near}`?")),
        _ => "correct the value".to_owned(),
    };
    let says = |item: &Field<'_>| matches!((problem, &item.node.kind), (ValueProblem::UnknownChoice { choice, .. }, Kind::Text(text)) if text == choice);
    let item = field.list().ok().and_then(|items| items.into_iter().find(says));
    item.unwrap_or(field).wrong(problem.to_string(), hint)
}

fn ids(definition: &FactDefinition) -> Vec<&str> {
    match &definition.kind {
        FactKind::Choice { choices, .. } | FactKind::Choices { choices, .. } | FactKind::CountBy { choices, .. } => {
            choices.iter().map(|choice| choice.id.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

fn choices(definition: &FactDefinition) -> String {
    format!("one of: {}", ids(definition).join(", "))
}

fn count(field: Field<'_>) -> Result<Count, LawError> {
    let hint = "write a whole number, or { at-least = 999 }, { at-most = 999 }, { estimate = 999 }";
    let number = |field: Field<'_>| match &field.node.kind {
        Kind::Whole(number) => u64::try_from(*number).map_err(|_| field.wrong("the number is below zero", hint)),
        _ => Err(field.expected("a whole number", hint)),
    };
    let Kind::Table(_) = &field.node.kind else {
        return Ok(Count { number: number(field)?, quality: Quality::Exact });
    };
    let table = field.table()?;
    let [of] = table.as_slice() else {
        return Err(field.wrong("expected exactly one number", hint));
    };
    let quality = match of.place.key {
        "exact" => Quality::Exact,
        "at-least" => Quality::AtLeast,
        "at-most" => Quality::AtMost,
        "estimate" => Quality::Estimate,
        other => return Err(of.place.wrong(format!("`{other}` does not say how the number is meant"), hint)),
    };
    Ok(Count { number: number(*of)?, quality })
}
