//! Whether a store is whole: the database itself, the chain of the record, the files that the record names, the indexes
//! against a rebuild, accounts against what is told of them, and sent warnings against the record. Reads only, and goes
//! on after a finding, so that one look names all there is.

mod accounts;
mod finding;
mod incidents;

pub use self::finding::Finding;

use crate::app::desk::refusal::{Refusal, with_causes};
use crate::db::ledger::verify::{self, Noted, VerifyError};
use crate::db::{Db, StoreError, account, blob, index as rows, integrity, outbox};
use crate::law::library::Library;

/// What a look found.
#[derive(Debug, Default)]
pub struct Checked {
    /// The chain, where it is whole: entries, erased ones, head.
    pub chain: Option<verify::Verified>,
    /// Everything that is not as it should be.
    pub findings: Vec<Finding>,
    /// Whether the pages of the database were checked by its own means.
    pub pages: bool,
    /// Whether the rest was checked too: not in a store that an older program made.
    pub rest: bool,
}

/// Looks at everything. `noted` is an entry that was noted somewhere else.
///
/// # Errors
/// When the store cannot be read at all.
pub fn check(db: &mut Db, library: &Library, noted: Option<&Noted>, is_older: bool) -> Result<Checked, Refusal> {
    let mut checked = Checked::default();
    let integrity = integrity::check(db)?;
    checked.pages = integrity.pages;
    checked.findings.extend(integrity.faults.into_iter().map(Finding::Database));
    match chain(db, noted) {
        Ok(chain) => checked.chain = Some(chain),
        Err(VerifyError::Broken(broken)) => checked.findings.push(Finding::Chain(broken)),
        Err(VerifyError::Store(StoreError::Corrupt { what })) => checked.findings.push(Finding::Database(what)),
        Err(VerifyError::Store(error)) => return Err(error.into()),
    }
    if is_older {
        return Ok(checked);
    }
    checked.rest = true;
    match rest(db, library, checked.chain.as_ref()) {
        Ok(found) => checked.findings.extend(found),
        // What is damaged so much that it cannot be read was named above, or is now.
        Err(Refusal::Store(error @ StoreError::Corrupt { .. })) => {
            checked.findings.push(Finding::Database(with_causes(&error)));
        }
        Err(refusal) => return Err(refusal),
    }
    Ok(checked)
}

fn chain(db: &mut Db, noted: Option<&Noted>) -> Result<verify::Verified, VerifyError> {
    let chain = verify::verify(db)?;
    noted.map_or(Ok(()), |noted| verify::holds(db, noted))?;
    Ok(chain)
}

fn rest(db: &mut Db, library: &Library, chain: Option<&verify::Verified>) -> Result<Vec<Finding>, Refusal> {
    let mut findings = Vec::new();
    if chain.is_some_and(|chain| chain.entries == 0) {
        let (accounts, files, messages) = (account::count(db)?, blob::count(db)?, outbox::count(db)?);
        if accounts + files + messages > 0 || !rows::dump_indexes(db)?.0.is_empty() {
            findings.push(Finding::Emptied { accounts, files, messages });
        }
    }
    findings.extend(blob::changed(db)?.into_iter().map(Finding::File));
    findings.extend(accounts::check(db)?);
    findings.extend(incidents::check(db, library)?);
    Ok(findings)
}
