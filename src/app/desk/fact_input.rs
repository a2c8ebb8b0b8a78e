//! From the fields of a fact form to values, as the vocabulary defines them.

use super::input;
use super::refusal::{Checks, Problem};
use crate::law::base::money::{Currency, Money};
use crate::law::library::Library;
use crate::law::situation::fact::{Count, FactKey, Quality, Value};
use crate::law::vocabulary::{FactDefinition, FactKind};
use std::collections::BTreeMap;

/// What was typed or chosen for one fact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactInput {
    /// The field's values: one, or several for "any of these".
    pub values: Vec<String>,
    /// For a count split by choice: each choice with its number.
    pub counts: Vec<(String, String)>,
    /// For a count: `exact`, `at-least`, `at-most`, `estimate`. For money: the currency's code.
    pub qualifier: String,
}

/// The choice that says "looked into, not known yet", in every fact form.
pub const NOT_KNOWN_YET: &str = "unknown";

/// The choice that says "none of them" where several may be chosen.
pub const NONE_OF_THEM: &str = "none";

/// Reads every fact typed; problems are noted under the fact's key.
pub(in crate::app) fn read(
    library: &Library,
    typed: &BTreeMap<String, FactInput>,
    checks: &mut Checks,
) -> BTreeMap<FactKey, Option<Value>> {
    let mut facts = BTreeMap::new();
    for (key, typed) in typed {
        let fact = FactKey::new(key);
        match library.vocabulary().fact(&fact) {
            None => checks.note(key, Problem::UnknownChoice),
            Some(definition) => {
                if let Some(value) = checks.take(key, typed.read(definition)) {
                    facts.insert(fact, value);
                }
            }
        }
    }
    facts
}

impl FactInput {
    /// One value.
    #[must_use]
    pub fn one(value: &str) -> Self {
        Self { values: vec![value.to_owned()], ..Self::default() }
    }

    fn first(&self) -> &str {
        self.values.first().map_or("", |value| value.trim())
    }

    /// Reads the value; `None` for "not known yet" or a field left empty.
    ///
    /// # Errors
    /// See [`Problem`].
    pub fn read(&self, definition: &FactDefinition) -> Result<Option<Value>, Problem> {
        if let FactKind::CountBy { .. } = &definition.kind {
            return self.count_by(definition);
        }
        if self.first().is_empty() || self.first() == NOT_KNOWN_YET {
            return Ok(None);
        }
        let value = match &definition.kind {
            FactKind::YesNo => match self.first() {
                "yes" => Value::YesNo(true),
                "no" => Value::YesNo(false),
                _ => return Err(Problem::UnknownChoice),
            },
            FactKind::Count { .. } => {
                Value::Count(Count { number: input::count(self.first())?, quality: self.quality()? })
            }
            FactKind::CountBy { .. } => return Ok(None),
            FactKind::Choice { .. } => {
                definition.choice(self.first()).ok_or(Problem::UnknownChoice)?;
                Value::Choice(self.first().to_owned())
            }
            FactKind::Choices { .. } => self.choices(definition)?,
            FactKind::Money => {
                let currency = Currency::from_code(&self.qualifier).ok_or(Problem::UnknownCurrency)?;
                Value::Money(amount(self.first(), currency)?)
            }
            FactKind::Text => Value::Text(input::text(&self.values.join("\n"))?),
        };
        Ok(Some(value))
    }

    fn quality(&self) -> Result<Quality, Problem> {
        match self.qualifier.as_str() {
            "" | "exact" => Ok(Quality::Exact),
            "at-least" => Ok(Quality::AtLeast),
            "at-most" => Ok(Quality::AtMost),
            "estimate" => Ok(Quality::Estimate),
            _ => Err(Problem::UnknownChoice),
        }
    }

    /// One field for each choice; those left empty count as none. All empty is not known yet.
    fn count_by(&self, definition: &FactDefinition) -> Result<Option<Value>, Problem> {
        let typed = self.counts.iter().filter(|(_, value)| !value.trim().is_empty());
        let quality = self.quality()?;
        let counts = typed.map(|(choice, value)| {
            definition.choice(choice).ok_or(Problem::UnknownChoice)?;
            Ok((choice.clone(), Count { number: input::count(value.trim())?, quality }))
        });
        let counts: BTreeMap<String, Count> = counts.collect::<Result<_, Problem>>()?;
        Ok(if counts.is_empty() { None } else { Some(Value::CountBy(counts)) })
    }

    fn choices(&self, definition: &FactDefinition) -> Result<Value, Problem> {
        if self.values.iter().any(|value| value == NONE_OF_THEM) {
            return Ok(Value::Choices(std::sync::Arc::default()));
        }
        let known = self.values.iter().all(|value| definition.choice(value).is_some());
        if known { Ok(Value::choices(self.values.iter().cloned())) } else { Err(Problem::UnknownChoice) }
    }
}

/// An amount in major units, as typed (`40,000,000` or `12.50`), in minor units of the currency.
///
/// # Errors
/// When it is not a number, negative or beyond what is plausible.
pub fn amount(text: &str, currency: Currency) -> Result<Money, Problem> {
    let text = text.trim();
    let decimals = usize::try_from(currency.decimals()).unwrap_or(0);
    let (whole, fraction) = match text.rsplit_once('.') {
        Some((whole, fraction)) if decimals > 0 && fraction.len() <= decimals && !fraction.is_empty() => {
            (whole, fraction)
        }
        _ => (text, ""),
    };
    let whole = whole_units(whole)?;
    let fraction: i64 = format!("{fraction:0<decimals$}")
        .parse()
        .or(if decimals == 0 { Ok(0) } else { Err(()) })
        .map_err(|()| Problem::NotANumber)?;
    let scale = 10_i64.pow(currency.decimals());
    let minor = whole.checked_mul(scale).and_then(|minor| minor.checked_add(fraction));
    minor.map(|minor| Money { minor, currency }).ok_or(Problem::Absurd { most: MOST_MAJOR })
}

/// The largest amount accepted, in major units: a thousand trillion.
const MOST_MAJOR: u64 = 1_000_000_000_000_000;

fn whole_units(text: &str) -> Result<i64, Problem> {
    let text = text.trim();
    if text.starts_with(['-', '−']) {
        return Err(Problem::Negative);
    }
    let digits: String = text.chars().filter(|char| !matches!(char, ',' | '.' | ' ' | '_' | '\u{a0}')).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    match digits.parse::<u64>() {
        Ok(number) if number <= MOST_MAJOR => i64::try_from(number).map_err(|_| Problem::NotANumber),
        _ => Err(Problem::Absurd { most: MOST_MAJOR }),
    }
}
