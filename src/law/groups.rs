//! Writes out the groups that conditions name: `@eea` becomes the thirty states. Done once, when a rulebook is read.

use super::condition::{Among, Condition};
use super::deadline::Deadline;
use super::fine::Amount;
use super::rulebook::Rulebook;
use super::vocabulary::Vocabulary;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Writes out every group of a rulebook; the name of one that does not exist comes back.
pub(super) fn write_out(rulebook: &mut Rulebook, vocabulary: &Vocabulary) -> Result<(), String> {
    for term in &mut rulebook.term {
        condition(&mut term.when, vocabulary)?;
    }
    for duty in &mut rulebook.duty {
        for version in &mut duty.version {
            version.deadline.as_mut().map_or(Ok(()), |it| deadline(it, vocabulary))?;
        }
        for fine in &mut duty.fine {
            fine.when.as_mut().map_or(Ok(()), |it| condition(it, vocabulary))?;
            fine.unless.as_mut().map_or(Ok(()), |it| condition(it, vocabulary))?;
            for version in &mut fine.version {
                version.most.as_mut().map_or(Ok(()), |it| amount(it, vocabulary))?;
                version.least.as_mut().map_or(Ok(()), |it| amount(it, vocabulary))?;
            }
        }
    }
    Ok(())
}

fn condition(written: &mut Condition, vocabulary: &Vocabulary) -> Result<(), String> {
    match written {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter_mut().try_for_each(|part| condition(part, vocabulary))
        }
        Condition::Some(some) => some.of.iter_mut().try_for_each(|part| condition(part, vocabulary)),
        Condition::Not(part) => condition(part, vocabulary),
        Condition::OneOf(among) => one_of(among, vocabulary),
        _ => Ok(()),
    }
}

fn one_of(among: &mut Among, vocabulary: &Vocabulary) -> Result<(), String> {
    let mut choices = BTreeSet::new();
    for choice in among.choices.iter() {
        match choice.strip_prefix('@') {
            Some(group) => choices.extend(vocabulary.group(group).ok_or_else(|| choice.clone())?.iter().cloned()),
            None => {
                choices.insert(choice.clone());
            }
        }
    }
    among.choices = Arc::new(choices);
    Ok(())
}

fn deadline(written: &mut Deadline, vocabulary: &Vocabulary) -> Result<(), String> {
    match written {
        Deadline::After(_) => Ok(()),
        Deadline::Earliest(limbs) | Deadline::Latest(limbs) => {
            limbs.iter_mut().try_for_each(|limb| deadline(limb, vocabulary))
        }
        Deadline::Between(ends) => ends.iter_mut().try_for_each(|end| deadline(end, vocabulary)),
        Deadline::Switch(switch) => {
            condition(&mut switch.when, vocabulary)?;
            deadline(&mut switch.then, vocabulary)?;
            deadline(&mut switch.otherwise, vocabulary)
        }
    }
}

fn amount(written: &mut Amount, vocabulary: &Vocabulary) -> Result<(), String> {
    match written {
        Amount::HigherOf(parts) | Amount::LowerOf(parts) | Amount::Plus(parts) => {
            parts.iter_mut().try_for_each(|part| amount(part, vocabulary))
        }
        Amount::If(choose) => {
            condition(&mut choose.when, vocabulary)?;
            amount(&mut choose.then, vocabulary)?;
            amount(&mut choose.otherwise, vocabulary)
        }
        Amount::Times(times) => amount(&mut times.of, vocabulary),
        Amount::Per(per) => amount(&mut per.of, vocabulary),
        Amount::PerDay(per_day) => amount(&mut per_day.of, vocabulary),
        _ => Ok(()),
    }
}
