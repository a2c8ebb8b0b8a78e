//! The lists that several pages offer: roles, languages, currencies, the time zones of the world, on what awareness may
//! rest.

use super::choice::Choice;
use crate::app::desk::actor::Role;
use crate::law::base::money::Currency;
use crate::law::base::words::Lang;
use crate::law::situation::{Basis, Flaw, Knower};
use crate::locales::Text;
use crate::web::http::visit::Visit;
use crate::web::views::role;

/// The roles, the least powerful first.
#[must_use]
pub fn roles(t: Text) -> Vec<Choice> {
    Role::ALL.into_iter().rev().map(|role| Choice::new(role.name(), role::role(t, role))).collect()
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

/// On what a moment of awareness may rest, with an empty first choice: it is asked, never assumed.
#[must_use]
pub fn bases(visit: &Visit) -> Vec<Choice> {
    let mut bases = vec![Choice::new("", visit.t.new_incident_choose())];
    bases.extend(Basis::ALL.into_iter().map(|basis| Choice::new(basis_name(basis), visit.t.basis(basis))));
    bases
}

/// Whose knowledge a moment of awareness may have been, one's own first.
#[must_use]
pub fn knowers(visit: &Visit) -> Vec<Choice> {
    Knower::ALL.into_iter().map(|knower| Choice::new(knower.name(), visit.t.knower(knower))).collect()
}

/// What may be wrong with something handed in; first that nothing is.
#[must_use]
pub fn flaws(visit: &Visit) -> Vec<Choice> {
    let whole = Choice::new("", visit.t.filing_flaw_none());
    let flaws = Flaw::ALL.into_iter().map(|flaw| Choice::new(flaw.name(), visit.t.flaw(flaw)));
    [whole].into_iter().chain(flaws).collect()
}

/// The name of a basis in forms.
#[must_use]
pub const fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Established => "established",
        Basis::Briefed => "briefed",
        Basis::Confirmed => "confirmed",
        Basis::Declared => "declared",
        Basis::Told => "told",
        Basis::Suspected => "suspected",
    }
}
