//! The lists that several pages offer: roles, languages, currencies, the time zones of the world.

use super::choice::Choice;
use crate::app::actor::Role;
use crate::law::money::Currency;
use crate::law::words::Lang;
use crate::locales::Text;

/// The roles, the least powerful first.
#[must_use]
pub fn roles(t: Text) -> Vec<Choice> {
    Role::ALL.into_iter().rev().map(|role| Choice::new(role.name(), super::page::role(t, role))).collect()
}

/// The languages, each in its own name.
#[must_use]
pub fn languages(t: Text) -> Vec<Choice> {
    Lang::ALL.into_iter().map(|lang| Choice::new(lang.tag(), t.language(lang))).collect()
}

/// The currencies by their codes.
#[must_use]
pub fn currencies() -> Vec<Choice> {
    Currency::ALL.into_iter().map(|currency| Choice::new(currency.code(), currency.code().to_owned())).collect()
}

/// The time zones of the world by their IANA names, and `UTC`.
#[must_use]
pub fn zones() -> Vec<Choice> {
    let regional = chrono_tz::TZ_VARIANTS.iter().filter(|zone| zone.name().contains('/') || zone.name() == "UTC");
    regional.map(|zone| Choice::new(zone.name(), zone.name().replace('_', " "))).collect()
}
