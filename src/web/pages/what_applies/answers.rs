//! The answers on the page "What would apply?": read from the address and written back into it, so that a result can be
//! kept as a bookmark and shown to somebody else. Nothing is kept on the server.
//!
//! A form spells them as its fields do. The address that is shared is shorter: choices are joined by dots
//! (`fact-org-countries=de.kr`), counts by choice too (`fact-persons-by-us-state=ca-501.tx-30`), and what was looked at and
//! is not known yet stands under `later`. Names that mean nothing are left out, and that is said.

use crate::app::desk::fact_input::{FactInput, NONE_OF_THEM};
use crate::app::desk::input::MomentInput;
use crate::app::desk::refusal::{FieldError, Problem};
use crate::law::base::moment::{Moment, Timing, start_of_day};
use crate::law::library::Library;
use crate::law::situation::fact::{Count, FactKey, Quality, Value};
use crate::law::vocabulary::{FactDefinition, FactKind};
use crate::web::forms::fact_field;
use crate::web::http::form::FormData;
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};
use url::form_urlencoded::Serializer;

/// Where the page is.
pub const PATH: &str = "/what-would-apply";

/// What was answered so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Facts by key.
    pub facts: BTreeMap<FactKey, Value>,
    /// Looked at, not known yet: not asked again until somebody asks for it.
    pub later: BTreeSet<FactKey>,
    /// The one fact that somebody wants to answer (anew).
    pub ask: Option<FactKey>,
    /// When the organisation learnt of it, as typed.
    pub known: MomentInput,
    /// The day whose law is asked, as typed; empty for today.
    pub on: String,
    /// What cannot be taken, by field.
    pub errors: Vec<FieldError>,
    /// Whether something was left out because it means nothing here.
    pub ignored: bool,
}

/// The moments that the answers name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The moment of asking: now, or the end of the day asked for.
    pub at: Moment,
    /// When the organisation learnt of it.
    pub aware: Option<Timing>,
}

impl Answers {
    /// Reads what an address or a form says.
    #[must_use]
    pub fn read(typed: &FormData, library: &Library) -> Self {
        let mut answers = Self { known: typed.moment("known"), on: typed.text("on"), ..Self::default() };
        for (key, input) in fact_field::sent(typed) {
            match decides(library, &key) {
                Some(definition) => answers.take(definition, input),
                None => answers.ignored = true,
            }
        }
        for key in typed.get("later").split('.').filter(|key| !key.is_empty()) {
            match decides(library, key) {
                Some(definition) if !answers.facts.contains_key(&definition.key) => {
                    answers.later.insert(definition.key.clone());
                }
                Some(_) => {}
                None => answers.ignored = true,
            }
        }
        answers.ask = decides(library, typed.get("ask")).map(|definition| definition.key.clone());
        answers
    }

    fn take(&mut self, definition: &FactDefinition, input: FactInput) {
        let key = definition.key.clone();
        match spelt_out(definition, input).and_then(|input| input.read(definition)) {
            Ok(Some(value)) => {
                self.facts.insert(key, value);
            }
            Ok(None) => {
                self.later.insert(key);
            }
            Err(problem) => self.errors.push(FieldError { field: key.to_string(), problem }),
        }
    }

    /// Reads the moments; what cannot be taken is noted, and then left out.
    pub fn when(&mut self, now: Moment, zone: Tz) -> When {
        if self.known.zone.is_empty() {
            zone.name().clone_into(&mut self.known.zone);
        }
        let at = match last_second(self.on.trim(), zone) {
            None if self.on.trim().is_empty() => now,
            Some(at) => at,
            None => {
                self.wrong("on", Problem::NotAMoment);
                now
            }
        };
        let aware = self.known.optional_past(at.max(now)).unwrap_or_else(|problem| {
            self.wrong("known", problem);
            None
        });
        When { at, aware }
    }

    fn wrong(&mut self, field: &str, problem: Problem) {
        self.errors.push(FieldError { field: field.to_owned(), problem });
    }

    /// The address of the page with these answers, in the order of the vocabulary.
    #[must_use]
    pub fn href(&self, library: &Library, home: Tz) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.pairs(library, home, &BTreeSet::new()));
        if let Some(key) = &self.ask {
            query.append_pair("ask", key.as_str());
        }
        let query = query.finish();
        if query.is_empty() { PATH.to_owned() } else { format!("{PATH}?{query}") }
    }

    /// The answers as names and values, without the facts that are asked for beside them.
    #[must_use]
    pub fn pairs(&self, library: &Library, home: Tz, without: &BTreeSet<FactKey>) -> Vec<(String, String)> {
        let mut pairs = self.fact_pairs(library, without);
        let later: Vec<&str> = self.later.iter().filter(|key| !without.contains(*key)).map(FactKey::as_str).collect();
        if !later.is_empty() {
            pairs.push(("later".to_owned(), later.join(".")));
        }
        pairs.extend(self.moment_pairs(home));
        pairs
    }

    fn fact_pairs(&self, library: &Library, without: &BTreeSet<FactKey>) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        let known = library.vocabulary().facts().iter().filter(|fact| !without.contains(&fact.key));
        for (fact, value) in known.filter_map(|fact| Some((fact, self.facts.get(&fact.key)?))) {
            let name = format!("fact-{}", fact.key);
            let (value, qualifier) = written(value);
            pairs.push((name.clone(), value));
            pairs.extend(qualifier.map(|(what, value)| (format!("{name}_{what}"), value)));
        }
        pairs
    }

    /// The moment and the day, where they say something that goes without saying.
    fn moment_pairs(&self, home: Tz) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        if !self.known.is_empty() {
            pairs.push(("known".to_owned(), self.known.text.clone()));
            if !matches!(self.known.precision.as_str(), "" | "exact") {
                pairs.push(("known_precision".to_owned(), self.known.precision.clone()));
            }
            if !self.known.until.is_empty() {
                pairs.push(("known_until".to_owned(), self.known.until.clone()));
            }
            if self.known.zone != home.name() {
                pairs.push(("known_zone".to_owned(), self.known.zone.clone()));
            }
        }
        if !self.on.trim().is_empty() {
            pairs.push(("on".to_owned(), self.on.trim().to_owned()));
        }
        pairs
    }

    /// The facts as a form for recording them takes them.
    #[must_use]
    pub fn inputs(&self, library: &Library) -> BTreeMap<String, FactInput> {
        let mut inputs = BTreeMap::new();
        for (key, value) in &self.facts {
            let (text, qualifier) = written(value);
            let qualifier = qualifier.map(|(_, value)| value).unwrap_or_default();
            let input = FactInput { values: vec![text], qualifier, ..FactInput::default() };
            let definition = library.vocabulary().fact(key);
            if let Some(Ok(input)) = definition.map(|definition| spelt_out(definition, input)) {
                inputs.insert(key.to_string(), input);
            }
        }
        inputs
    }
}

/// The definition of a fact that can decide something; a text never does.
fn decides<'a>(library: &'a Library, key: &str) -> Option<&'a FactDefinition> {
    library.vocabulary().fact(&FactKey::new(key)).filter(|fact| fact.kind != FactKind::Text)
}

/// The last second of a day; nothing where the text is no day that anybody would ask about.
fn last_second(text: &str, zone: Tz) -> Option<Moment> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| (1990..=2100).contains(&day.year()))?;
    Some(start_of_day(day.succ_opt()?, zone)?.plus_seconds(-1))
}

/// The short spelling of the address as the fields of a form spell it.
fn spelt_out(definition: &FactDefinition, mut input: FactInput) -> Result<FactInput, Problem> {
    match (&definition.kind, input.values.as_slice()) {
        (FactKind::Choices { .. }, _) => {
            let each = input.values.iter().flat_map(|value| value.split('.'));
            input.values = each.map(str::to_owned).collect();
        }
        (FactKind::CountBy { .. }, [joined]) if joined.contains('-') => {
            let part = |part: &str| {
                let (id, number) = part.rsplit_once('-').ok_or(Problem::UnknownChoice)?;
                definition.choice(id).ok_or(Problem::UnknownChoice)?;
                Ok((id.to_owned(), number.to_owned()))
            };
            input.counts = joined.split('.').map(part).collect::<Result<_, Problem>>()?;
            input.values = Vec::new();
        }
        _ => {}
    }
    Ok(input)
}

/// A value as the address spells it, and what stands beside it.
fn written(value: &Value) -> (String, Option<(&'static str, String)>) {
    let meant = |quality: Quality| match quality {
        Quality::Exact => None,
        quality => Some(("quality", fact_field::quality(quality).to_owned())),
    };
    match value {
        Value::YesNo(answer) => (if *answer { "yes" } else { "no" }.to_owned(), None),
        Value::Count(count) => (count.number.to_string(), meant(count.quality)),
        Value::CountBy(counts) => {
            let part = |(id, count): (&String, &Count)| format!("{id}-{}", count.number);
            let quality = counts.values().next().and_then(|count| meant(count.quality));
            (counts.iter().map(part).collect::<Vec<_>>().join("."), quality)
        }
        Value::Choice(id) | Value::Text(id) => (id.clone(), None),
        Value::Choices(ids) if ids.is_empty() => (NONE_OF_THEM.to_owned(), None),
        Value::Choices(ids) => (ids.iter().cloned().collect::<Vec<_>>().join("."), None),
        Value::Money(sum) => (fact_field::major(*sum), Some(("currency", sum.currency.code().to_owned()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Asia::Seoul;
    use std::sync::LazyLock;

    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

    fn read(query: &str) -> Answers {
        Answers::read(&FormData::parse(query.as_bytes()), &LIBRARY)
    }

    fn again(query: &str) -> String {
        let mut answers = read(query);
        answers.when(Moment::from_seconds(1_795_000_000), Seoul);
        answers.href(&LIBRARY, Seoul).trim_start_matches(PATH).trim_start_matches('?').to_owned()
    }

    #[test]
    fn the_short_address_is_read_back_as_it_was_written() {
        let short = "fact-persons-affected=501&fact-persons-affected_quality=at-least&fact-org-countries=de.kr\
                     &fact-persons-by-us-state=ca-501.tx-30&later=intrusion&known=2026-11-10+09%3A30&on=2027-05-01";
        let written = again(short);
        assert_eq!(read(&written).facts, read(short).facts);
        assert_eq!(again(&written), written);
        assert_eq!(read(short).facts.len(), 3);
        assert!(written.contains("fact-org-countries=de.kr") && written.contains("ca-501.tx-30"), "{written}");
    }

    #[test]
    fn the_fields_of_a_form_give_the_same_answers_as_the_short_address() {
        let long = "fact-org-countries=kr&fact-org-countries=de&fact-org-countries=unknown&fact-intrusion=unknown";
        assert_eq!(again(long), "fact-org-countries=de.kr&later=intrusion");
    }

    #[test]
    fn none_of_them_and_not_known_yet_are_different_answers() {
        assert!(read("fact-org-countries=none").facts.contains_key(&FactKey::new("org-countries")));
        assert!(read("fact-org-countries=unknown").later.contains(&FactKey::new("org-countries")));
    }

    #[test]
    fn what_means_nothing_is_left_out_and_remembered_as_such() {
        assert!(read("fact-shoe-size=44").ignored);
        assert!(read("later=shoe-size").ignored);
        assert!(!read("fact-intrusion=yes&utm=1").ignored);
        let wrong = read("fact-intrusion=perhaps&fact-persons-by-us-state=xx-1&fact-persons-affected=-5");
        assert_eq!((wrong.errors.len(), wrong.facts.len()), (3, 0));
    }

    #[test]
    fn another_day_is_asked_at_its_last_second() {
        let mut answers = read("on=2027-05-01&known=2027-05-01+10:00");
        let when = answers.when(Moment::from_seconds(1_795_000_000), Seoul);
        assert_eq!(when.at.to_rfc3339(), "2027-05-01T14:59:59Z");
        assert!(when.aware.is_some() && answers.errors.is_empty());
        let mut never = read("on=2027-13-40&known=2031-01-01+10:00");
        never.when(Moment::from_seconds(1_795_000_000), Seoul);
        assert_eq!(never.errors.len(), 2);
    }
}
