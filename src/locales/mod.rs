//! The interface's texts in three languages, and how each language writes moments, durations, numbers and money.
//!
//! The texts are Fluent files, `<language>/<area>.ftl`; the build script makes one method of [`Text`] of each, so a
//! text that does not exist cannot be asked for. This room words what others decided; it decides nothing, reads no
//! clock and does not know the database. The law's own words are in the rulebooks, not here.

mod accept;
mod format;
mod given;
mod law;
mod span;
#[cfg(test)]
mod tests;
mod words;

pub use self::accept::choose;
pub use self::given::Given;
pub use self::law::{MANY_HOURS, Naming, Penalty};

use crate::law::base::words::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The interface in one language: one method for each text, and the ways of writing numbers and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    lang: Lang,
}

impl Text {
    /// The interface in a language.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Its BCP 47 tag, for `<html lang>`.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.lang.tag()
    }

    fn say(&self, key: &str, given: Option<&FluentArgs<'_>>) -> String {
        let bundle = bundle(self.lang);
        // The build has proven that each key has a text in each language: the fallback is never read.
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        bundle.format_pattern(pattern, given, &mut Vec::new()).into_owned()
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| load(Lang::En, EN));
    static KOREAN: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Ko, KO));
    static INDONESIAN: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Id, ID));
    match lang {
        Lang::En => &ENGLISH,
        Lang::Ko => &KOREAN,
        Lang::Id => &INDONESIAN,
    }
}

fn load(lang: Lang, files: &[&str]) -> Bundle {
    let locale: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolation marks would end up in subjects of e-mails and in copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En | Lang::Ko => |value, _| group(value, ','),
        Lang::Id => |value, _| group(value, '.'),
    }));
    for file in files {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*file).to_owned());
        // Refused only for a key that exists twice, which the build refuses already.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// Numbers inside texts get the language's separator of thousands; other values are left to Fluent.
fn group(value: &FluentValue<'_>, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(span::grouped(&format!("{:.0}", number.value), separator)),
        _ => None,
    }
}
