//! Text of the law in the three languages of the product, side by side.
//!
//! Rulebooks, fact vocabularies and forms carry their own words so that a rule and its wording cannot drift apart.
//! This file does not translate the interface; that is `locales`.

use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// A language a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Korean.
    Ko,
    /// Indonesian.
    Id,
}

impl Lang {
    /// Every language, in the order in which the interface offers them.
    pub const ALL: [Self; 3] = [Self::En, Self::Ko, Self::Id];

    /// The BCP 47 tag: `en`, `ko`, `id`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ko => "ko",
            Self::Id => "id",
        }
    }

    /// Reads a primary language tag; `None` for a language the product does not speak.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(tag))
    }
}

/// One text in all three languages. All three are required: a rulebook without one of them does not load. Cheap to
/// clone: verdicts carry the texts of their rules by the thousand.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(Arc<Texts>);

/// The three texts behind [`Words`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// English.
    pub en: String,
    /// Korean.
    pub ko: String,
    /// Indonesian.
    pub id: String,
}

impl Words {
    /// One text in all three languages.
    #[must_use]
    pub fn new(en: &str, ko: &str, id: &str) -> Self {
        Self(Arc::new(Texts { en: en.to_owned(), ko: ko.to_owned(), id: id.to_owned() }))
    }

    /// A name that is the same in every language.
    #[must_use]
    pub fn name(name: &str) -> Self {
        Self::new(name, name, name)
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.0.en,
            Lang::Ko => &self.0.ko,
            Lang::Id => &self.0.id,
        }
    }
}

impl Deref for Words {
    type Target = Texts;

    fn deref(&self) -> &Texts {
        &self.0
    }
}
