//! Each incident: whether it can be read, whether its index rows are those that are derived anew, whether the files it
//! names are there, and whether each recorded warning has its message and each message its record. Rounds of questions
//! are not compared with their messages.

use super::finding::Finding;
use crate::app::desk::index;
use crate::app::desk::refusal::{Refusal, with_causes};
use crate::app::desk::stream::{self, Loaded};
use crate::app::watch::escalate::warning_key;
use crate::db::index::{ClockRow, IncidentRow};
use crate::db::{Db, account, blob, index as rows, ledger, outbox};
use crate::incident::Event;
use crate::incident::situation::assess;
use crate::law::library::Library;
use crate::mail::Address;
use std::collections::{BTreeMap, BTreeSet};

/// What does not fit.
pub(super) fn check(db: &mut Db, library: &Library) -> Result<Vec<Finding>, Refusal> {
    let organisation = stream::organisation(db)?;
    let (incidents, clocks) = rows::dump_indexes(db)?;
    let mut listed: BTreeMap<String, IncidentRow> =
        incidents.into_iter().map(|row| (row.stream.clone(), row)).collect();
    let mut running: BTreeMap<String, Vec<ClockRow>> = BTreeMap::new();
    clocks.into_iter().for_each(|row| running.entry(row.stream.clone()).or_default().push(row));
    let reachable = account::list(db)?.into_iter().filter(|person| Address::parse(&person.email).is_ok());
    let reachable: BTreeSet<String> = reachable.map(|person| person.id.to_string()).collect();
    let mut findings = Vec::new();
    for stream in ledger::streams(db, &index::stream(""))? {
        let (row, theirs) = (listed.remove(&stream), running.remove(&stream).unwrap_or_default());
        match stream::load(db, index::id_of(&stream)) {
            Ok(loaded) => {
                let assessment = assess(library, &loaded.incident, &organisation, loaded.incident.updated_at);
                let (wanted, clocks) = index::rows(&loaded.incident, &assessment);
                let incident = loaded.incident.reference.clone();
                let index = differences(row.as_ref(), &theirs, &wanted, &clocks).into_iter();
                findings.extend(index.map(|what| Finding::Index { incident: incident.clone(), what }));
                findings.extend(files(db, &loaded)?);
                findings.extend(warnings(db, &stream, &loaded, &reachable)?);
            }
            Err(Refusal::Unreadable(found)) => findings.push(Finding::Unreadable(with_causes(&found))),
            Err(refusal) => return Err(refusal),
        }
    }
    let surplus = listed.into_keys().chain(running.into_keys()).collect::<BTreeSet<_>>();
    let what = || "it is in the indexes and not in the record".to_owned();
    findings.extend(surplus.into_iter().map(|incident| Finding::Index { incident, what: what() }));
    Ok(findings)
}

/// How the index rows of one incident differ from those derived anew.
fn differences(
    row: Option<&IncidentRow>,
    theirs: &[ClockRow],
    wanted: &IncidentRow,
    clocks: &[ClockRow],
) -> Vec<String> {
    let mut found = Vec::new();
    match row {
        None => found.push("it is missing in the list of incidents".to_owned()),
        Some(row) if row != wanted => found.push("its row in the list of incidents is another one".to_owned()),
        Some(_) => {}
    }
    let key = |row: &ClockRow| (row.duty.clone(), row.instance.clone());
    let mut theirs: BTreeMap<_, &ClockRow> = theirs.iter().map(|row| (key(row), row)).collect();
    for clock in clocks {
        match theirs.remove(&key(clock)) {
            None => found.push(format!("the clock of {} is missing", named(clock))),
            Some(row) if row != clock => found.push(format!("the clock of {} is another one", named(clock))),
            Some(_) => {}
        }
    }
    found
        .extend(theirs.into_values().map(|row| format!("the clock of {} does not follow from the record", named(row))));
    found
}

fn named(clock: &ClockRow) -> String {
    if clock.instance.is_empty() { clock.duty.clone() } else { format!("{} ({})", clock.duty, clock.instance) }
}

/// The files that the record names and that are gone.
fn files(db: &mut Db, loaded: &Loaded) -> Result<Vec<Finding>, Refusal> {
    let mut findings = Vec::new();
    for entry in &loaded.entries {
        let Event::Filed { paper: Some(sha256), .. } = &entry.event else { continue };
        if !blob::exists(db, sha256)? {
            let (incident, number) = (loaded.incident.reference.clone(), entry.number);
            findings.push(Finding::FileGone { incident, number, sha256: sha256.clone() });
        }
    }
    Ok(findings)
}

/// Warnings without a message, and messages without a warning. Whom no message can reach (`reachable` lists the others)
/// is left out.
fn warnings(db: &mut Db, stream: &str, loaded: &Loaded, reachable: &BTreeSet<String>) -> Result<Vec<Finding>, Refusal> {
    let mut messages: BTreeSet<String> = outbox::keys_of_stream(db, stream, "warning")?.into_iter().collect();
    let incident = &loaded.incident.reference;
    let finding = |what: String| Finding::Warning { incident: incident.clone(), what };
    let (mut findings, mut erased) = (Vec::new(), false);
    for entry in &loaded.entries {
        erased |= matches!(&entry.event, Event::Erased { kind } if kind == "warned");
        let Event::Warned { duty, instance, due, rung, recipients } = &entry.event else { continue };
        for person in recipients {
            let key = warning_key(stream, &(duty.clone(), instance.clone()), *due, rung, person);
            if !messages.remove(&key) && reachable.contains(person) {
                let number = entry.number;
                findings.push(finding(format!(
                    "entry {number} says that account {person} was warned; the message is gone"
                )));
            }
        }
    }
    if !erased {
        let unknown = |key: String| finding(format!("the record tells nothing of the warning {key}"));
        findings.extend(messages.into_iter().map(unknown));
    }
    Ok(findings)
}
