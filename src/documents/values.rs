//! What a field of a form holds, in words, for papers and for the pages that show the same content. It chooses words and
//! decides nothing.

use crate::incident::form_content::FilledValue;
use crate::law::base::moment::Timing;
use crate::law::base::words::Words;
use crate::law::situation::fact::Count;
use crate::law::vocabulary::FactDefinition;
use crate::locales::Text;

/// What a field of a form holds; empty while it is missing. `definition` is the fact it shows, where it shows one.
#[must_use]
pub fn filled(t: Text, value: &FilledValue, definition: Option<&FactDefinition>) -> String {
    let words = |words: &Words| words.get(t.lang()).to_owned();
    match value {
        FilledValue::Missing => String::new(),
        FilledValue::Text(text) => text.clone(),
        FilledValue::YesNo(answer) => t.yes_no(*answer),
        FilledValue::Count(number) => t.count(*number, definition),
        FilledValue::Counts(counts) => {
            let line = |(place, number): &(Words, Count)| format!("{}: {}", words(place), t.count(*number, definition));
            counts.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        FilledValue::Choice(choice) => words(choice),
        FilledValue::Choices(choices) if choices.is_empty() => t.law_none_of_them(),
        FilledValue::Choices(choices) => t.list(&choices.iter().map(words).collect::<Vec<_>>()),
        FilledValue::Money(money) => t.money(money),
        FilledValue::Timing(timing) => t.timing(timing),
        FilledValue::Met(met) => lines(t, met).join("\n"),
        FilledValue::MetAndStated(met, text) => {
            let stated = text.clone();
            lines(t, met).into_iter().chain([stated]).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Each duty that was met, with its moment.
fn lines(t: Text, met: &[(Words, Timing)]) -> Vec<String> {
    met.iter().map(|(title, at)| t.paper_met(title.get(t.lang()), t.timing(at))).collect()
}
