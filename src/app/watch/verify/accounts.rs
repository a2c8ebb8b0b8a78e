//! Accounts against what the record tells of them: name and role as they were added, role, warnings and access as they
//! were last changed. Addresses and passwords are not in the record, and nothing is said of them.

use super::finding::Finding;
use crate::app::account::sign_in::STREAM;
use crate::app::desk::refusal::Refusal;
use crate::db::account::Account;
use crate::db::{Db, account, ledger};
use serde_json::Value;
use std::collections::BTreeMap;

/// What is told of one account; nothing where it is not told, or was erased.
#[derive(Default)]
struct Told {
    name: Option<String>,
    role: Option<String>,
    warned: Option<bool>,
    active: Option<bool>,
}

impl Told {
    fn take(&mut self, body: &Value) {
        let text = |key: &str| body.get(key).and_then(Value::as_str).map(str::to_owned);
        let flag = |key: &str| body.get(key).and_then(Value::as_bool);
        self.name = text("name").or(self.name.take());
        self.role = text("role").or(self.role.take());
        self.warned = flag("warned").or(self.warned);
        self.active = flag("active").or(self.active);
    }

    /// What of an account is another than told.
    fn differs(&self, account: &Account) -> Vec<&'static str> {
        let differs = [
            ("its name", self.name.as_ref().is_some_and(|name| *name != account.name)),
            ("its role", self.role.as_ref().is_some_and(|role| *role != account.role)),
            ("whether it is warned", self.warned.is_some_and(|warned| warned != account.warned)),
            ("whether it may sign in", self.active.is_some_and(|active| active != account.active)),
        ];
        differs.into_iter().filter_map(|(what, differs)| differs.then_some(what)).collect()
    }
}

/// What does not fit.
pub(super) fn check(db: &mut Db) -> Result<Vec<Finding>, Refusal> {
    let mut told: BTreeMap<String, Told> = BTreeMap::new();
    let mut erased = false;
    for entry in ledger::load(db, STREAM)? {
        let adds = matches!(entry.kind.as_str(), "account-added" | "account-changed");
        match entry.body.filter(|_| adds) {
            Some(body) => {
                let Some(id) = body.get("account").and_then(Value::as_str) else { continue };
                told.entry(id.to_owned()).or_default().take(&body);
            }
            None => erased |= adds,
        }
    }
    let mut findings = Vec::new();
    for account in account::list(db)? {
        let id = account.id.to_string();
        let what = match told.remove(&id) {
            // Of whom an erased entry told, nobody can say.
            None if erased => continue,
            None => "the record tells of no such account; it was put into the database past the program".to_owned(),
            Some(told) => match told.differs(&account) {
                differs if differs.is_empty() => continue,
                differs => format!("{} is not as the record tells", differs.join(" and ")),
            },
        };
        findings.push(Finding::Account { id, what });
    }
    let gone = |(id, _)| Finding::Account { id, what: "the record tells of it, and it is gone".to_owned() };
    findings.extend(told.into_iter().map(gone));
    Ok(findings)
}
