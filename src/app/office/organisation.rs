//! Describing the organisation. A changed profile may change which duties apply, so the clocks of every open incident
//! are derived anew in the same transaction, and each due moment that moves with it gets its entry in the incident. Closed
//! ones are told when they are written to next, or when the program starts.

use crate::app::desk::actor::{Actor, Permission};
use crate::app::desk::fact_input;
use crate::app::desk::fact_input::{FactInput, amount};
use crate::app::desk::input;
use crate::app::desk::once::once_only;
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::app::desk::{Desk, Done, Ticket};
use crate::app::desk::{fresh, index, stream};
use crate::db::ledger::{self, NewEntry};
use crate::db::{Db, index as rows};
use crate::incident::Organisation;
use crate::incident::body::VERSION;
use crate::incident::entry::SYSTEM;
use crate::incident::organisation::{Contact, KIND, STREAM};
use crate::law::base::money::{Currency, Money};
use crate::law::library::Library;
use crate::law::situation::fact::Facts;
use std::collections::BTreeMap;

/// The field of the organisation's own target for duties without a number, in hours.
pub const HOUSE_TARGET: &str = "house-target-hours";

/// What was typed about the organisation.
#[derive(Debug, Clone, Default)]
pub struct DescribeOrganisation {
    /// One-line fields by name: `name`, `registration`, `address`, `sector`, `size`, and for each of `reporter`,
    /// `ciso`, `cpo`, `desk` the fields `-name`, `-department`, `-position`, `-phone`, `-email`.
    pub lines: BTreeMap<String, String>,
    /// IANA name of the zone.
    pub zone: String,
    /// Turnover: year, amount in major units.
    pub turnover: Vec<(String, String)>,
    /// The currency of the turnover.
    pub currency: String,
    /// Facts by key; only keys that begin `org-` are taken.
    pub facts: BTreeMap<String, FactInput>,
}

impl DescribeOrganisation {
    /// Reads the profile.
    ///
    /// # Errors
    /// With every field that cannot be taken.
    pub fn read(&self, library: &Library) -> Result<Organisation, Refusal> {
        let mut checks = Checks::default();
        let mut line = |name: &str| {
            let typed = self.lines.get(name).map_or("", String::as_str);
            checks.take(name, input::optional_line(typed)).unwrap_or_default()
        };
        let mut contact = |role: &str| Contact {
            name: line(&format!("{role}-name")),
            department: line(&format!("{role}-department")),
            position: line(&format!("{role}-position")),
            phone: line(&format!("{role}-phone")),
            email: line(&format!("{role}-email")),
        };
        let (reporter, ciso, cpo, desk) = (contact("reporter"), contact("ciso"), contact("cpo"), contact("desk"));
        let (registration, address, sector, size) =
            (line("registration"), line("address"), line("sector"), line("size"));
        let name = self.lines.get("name").map_or("", String::as_str);
        let name = checks.take("name", input::line(name)).unwrap_or_default();
        let zone = checks.take("zone", input::zone(&self.zone)).unwrap_or(chrono_tz::UTC);
        let target = self.lines.get(HOUSE_TARGET).map_or("", |typed| typed.trim());
        let house_target_hours = match target {
            "" => None,
            typed => checks.take(HOUSE_TARGET, input::hours(typed)),
        };
        let turnover = self.turnover(&mut checks);
        let typed = self.facts.iter().filter(|(key, _)| key.starts_with("org-"));
        let typed: BTreeMap<String, FactInput> = typed.map(|(key, input)| (key.clone(), input.clone())).collect();
        let facts = fact_input::read(library, &typed, &mut checks);
        let facts = Facts(facts.into_iter().filter_map(|(key, value)| Some((key, value?))).collect());
        checks.done()?;
        Ok(Organisation {
            name,
            registration,
            address,
            sector,
            size,
            zone,
            turnover,
            house_target_hours,
            facts,
            reporter,
            ciso,
            cpo,
            desk,
        })
    }

    fn turnover(&self, checks: &mut Checks) -> BTreeMap<i32, Money> {
        let mut turnover = BTreeMap::new();
        let Some(currency) = Currency::from_code(&self.currency) else {
            if self.turnover.iter().any(|(_, sum)| !sum.trim().is_empty()) {
                checks.note("currency", Problem::UnknownCurrency);
            }
            return turnover;
        };
        for (index, (year, sum)) in self.turnover.iter().enumerate() {
            if sum.trim().is_empty() {
                continue;
            }
            let year = year.trim().parse::<i32>().ok().filter(|year| (1990..=2200).contains(year));
            let year = checks.take(&format!("turnover-year-{index}"), year.ok_or(Problem::NotAYear));
            let sum = checks.take(&format!("turnover-{index}"), amount(sum, currency));
            if let (Some(year), Some(sum)) = (year, sum) {
                turnover.insert(year, sum);
            }
        }
        turnover
    }
}

impl Desk {
    /// Describes the organisation.
    ///
    /// # Errors
    /// A refusal that a person can act on; nothing was written then.
    pub async fn describe_organisation(
        &self,
        actor: &Actor,
        ticket: Ticket,
        input: DescribeOrganisation,
    ) -> Result<Done, Refusal> {
        actor.need(Permission::DescribeOrganisation)?;
        let (desk, actor) = (self.clone(), actor.clone());
        self.write(move |db| {
            let done = Done { id: STREAM.to_owned(), fresh: String::new(), replayed: false };
            once_only(db, &ticket, &actor, desk.now(), done, |db, _| {
                let profile = input.read(&desk.library)?;
                desk.write_organisation(db, &actor.id, &ticket, &profile)
            })
        })
        .await
    }

    fn write_organisation(
        &self,
        db: &mut Db,
        who: &str,
        ticket: &Ticket,
        profile: &Organisation,
    ) -> Result<(), Refusal> {
        let position = ledger::position(db, STREAM)?;
        if let Some(seen) = ticket.seen.filter(|seen| *seen != position) {
            return Err(Refusal::Changed { seen, since: Vec::new(), position });
        }
        let body = serde_json::to_value(profile).map_err(|cause| Refusal::Unexpected(cause.into()))?;
        let entry = NewEntry { kind: KIND.to_owned(), version: VERSION, body, salt: fresh::salt() };
        let now = self.now();
        ledger::append(db, STREAM, position, who, now, &[entry])?;
        let writing = stream::Writing { library: &self.library, organisation: profile, who: SYSTEM, at: now };
        for stream in rows::streams_in_state(db, index::OPEN)? {
            let loaded = match stream::load(db, index::id_of(&stream)) {
                Err(Refusal::Unreadable(found)) => {
                    self.unreadable.note(&found);
                    continue;
                }
                loaded => loaded?,
            };
            writing.renew(db, &loaded)?;
        }
        Ok(())
    }
}
