//! Changing a person: the role, whether they are warned, and whether they may sign in at all. The last administrator stays
//! one.

use super::people::known;
use crate::app::account::sign_in::tell;
use crate::app::desk::actor::{Actor, Permission, Role};
use crate::app::desk::once::once_only;
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::app::desk::{Desk, Done, Ticket};
use crate::db::account::{AccountId, Details};
use crate::db::{Db, account, session};
use crate::law::base::moment::Moment;
use serde_json::json;

/// What a person becomes, as chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangedPerson {
    /// Role by name.
    pub role: String,
    /// Whether escalation mail goes to them.
    pub warned: bool,
    /// Whether they may sign in at all.
    pub active: bool,
}

impl Desk {
    /// Changes a person's role, whether they are warned, and whether they may sign in at all.
    ///
    /// # Errors
    /// A refusal that a person can act on; the last administrator stays one.
    pub async fn change_person(
        &self,
        actor: &Actor,
        ticket: Ticket,
        id: AccountId,
        change: ChangedPerson,
    ) -> Result<(), Refusal> {
        actor.need(Permission::ManagePeople)?;
        let (actor, now) = (actor.clone(), self.now());
        self.write(move |db| {
            once_only(db, &ticket, &actor, now, Done::of_people(), |db, _| change.write(db, &actor, id, now))
                .map(|_| ())
        })
        .await
    }
}

impl ChangedPerson {
    fn write(&self, db: &mut Db, actor: &Actor, id: AccountId, now: Moment) -> Result<(), Refusal> {
        let mut checks = Checks::default();
        let role = Role::from_name(&self.role).ok_or(Problem::UnknownChoice);
        let role = checks.take("role", role).ok_or_else(|| std::mem::take(&mut checks).refusal())?;
        let person = known(db, id)?;
        let administers = |name: &str| name == Role::Administrator.name();
        let loses = administers(&person.role) && person.active && !(administers(role.name()) && self.active);
        if loses && account::count_active(db, Role::Administrator.name())? <= 1 {
            return Err(Refusal::NotNow(Problem::LastAdministrator));
        }
        let details = Details {
            name: person.name.clone(),
            role: role.name().to_owned(),
            lang: person.lang,
            zone: person.zone.clone(),
            position: person.position.clone(),
            phone: person.phone.clone(),
            warned: self.warned,
        };
        account::update(db, id, &details)?;
        account::set_active(db, id, self.active)?;
        if !self.active {
            session::delete_of(db, id, None)?;
        }
        let body =
            json!({ "account": id.to_string(), "role": role.name(), "warned": self.warned, "active": self.active });
        tell(db, &actor.id, now, "account-changed", body)
    }
}
