//! All the law in the binary: rulebooks, forms and the vocabulary, read once at start and asked from then on.

pub(crate) mod awareness_rankings;
pub(crate) mod check;
pub(crate) mod embedded;
pub(crate) mod expand_groups;
pub(crate) mod links;
pub(crate) mod order;
#[cfg(test)]
pub(crate) mod other_slips;
#[cfg(test)]
pub(crate) mod slip;
#[cfg(test)]
pub(crate) mod slips;

use crate::calendar;
use crate::calendar::Calendars;
use crate::coverage::Coverage;

use self::embedded::{CASES, FORMS, RULEBOOKS};
use crate::base::error::LawError;
use crate::rulebook::duty::Duty;
use crate::rulebook::form::FormDefinition;

use self::awareness_rankings::{AwarenessRankings, StandInWords};
use self::order::{Place, order};
use crate::base::parse;
use crate::base::words::Words;
use crate::rulebook::{Provenance, Rulebook, zone_by};
use crate::situation::{DutyId, FormId};
use crate::verdict::clock::Awaited;
use crate::verdict::duty_summary::DutySummaries;
use crate::vocabulary;
use crate::vocabulary::{TriggerDefinition, Vocabulary};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Files of law that an operator adds to those in the program, or puts in their place: each a path below its folder and
/// its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// Facts and triggers; a file of the same path takes the place of the program's.
    pub vocabulary: Vec<(String, String)>,
    /// Rulebooks; one of the same path takes the place of the program's.
    pub rulebooks: Vec<(String, String)>,
    /// Calendars; one of the same path takes the place of the program's.
    pub calendars: Vec<(String, String)>,
    /// Cases beside the rulebooks.
    pub cases: Vec<(String, String)>,
    /// What is said of how far the law of places and sectors is loaded; an entry takes the place of the program's.
    pub coverage: Vec<(String, String)>,
}

/// The law, ready to be asked.
///
/// ```
/// use dutyclock_law::library::Library;
/// let library = Library::embedded()?;
/// assert!(library.rulebook("kr.network-act").is_some());
/// # Ok::<(), dutyclock_law::base::error::LawError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Library {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) calendars: Calendars,
    pub(crate) rulebooks: Vec<Rulebook>,
    pub(crate) order: Vec<Place>,
    /// One for each place of the order.
    pub(crate) summaries: Vec<DutySummaries>,
    /// Why a moment stands for one that nobody recorded.
    pub(crate) stand_in: StandInWords,
    forms: Vec<FormDefinition>,
    cases: Vec<(String, String)>,
    coverage: Coverage,
    /// SHA-256 over all rulebooks, calendars and the version that counts by them, hex.
    hash: Arc<str>,
}

impl Library {
    /// The law in the binary.
    ///
    /// # Errors
    /// When an embedded file is not well formed, which a test excludes.
    pub fn embedded() -> Result<Self, LawError> {
        Self::with(&Sources::default())
    }

    /// The law in the binary with an operator's own files.
    ///
    /// # Errors
    /// With file, line, key and hint of the first thing that is wrong.
    pub fn with(own: &Sources) -> Result<Self, LawError> {
        let vocabulary = Vocabulary::of(&laid_over(vocabulary::FILES, &own.vocabulary))?;
        let calendars = Calendars::of(&laid_over(calendar::FILES, &own.calendars))?;
        let rankings = AwarenessRankings::embedded()?;
        let mut rulebooks = Vec::new();
        for (path, text) in laid_over(RULEBOOKS, &own.rulebooks) {
            let mut rulebook = read_rulebook(path, text, &vocabulary, &calendars, &rankings)?;
            let supplied = RULEBOOKS.iter().any(|(known, _)| *known == path);
            let own = own.rulebooks.iter().any(|(known, _)| known == path);
            rulebook.origin = match (supplied, own) {
                (true, true) => Provenance::Override,
                (false, true) => Provenance::Own,
                (_, false) => Provenance::Supplied,
            };
            rulebooks.push(rulebook);
        }
        let cases = laid_over(CASES, &own.cases).into_iter().map(|(path, text)| (path.to_owned(), text.to_owned()));
        let coverage = Coverage::with(&own.coverage, &vocabulary)?;
        let library = Self::assemble(vocabulary, calendars, rulebooks, FORMS, cases.collect())?;
        Ok(Self { coverage, ..library })
    }

    /// A library of given rulebooks and forms, each a path and its text, over the program's own vocabulary.
    ///
    /// # Errors
    /// With file, line, key and hint of the first thing that is wrong.
    pub fn of(rulebooks: &[(&str, &str)], forms: &[(&str, &str)]) -> Result<Self, LawError> {
        let (vocabulary, calendars) = (Vocabulary::embedded()?, Calendars::embedded()?);
        let rankings = AwarenessRankings::embedded()?;
        let read = |(path, text): &(&str, &str)| read_rulebook(path, text, &vocabulary, &calendars, &rankings);
        let rulebooks = rulebooks.iter().map(read).collect::<Result<_, _>>()?;
        Self::assemble(vocabulary, calendars, rulebooks, forms, Vec::new())
    }

    /// A library of other rulebooks, each a path and its text, over this one's vocabulary and calendars and without forms:
    /// for whoever reads one draft after another.
    ///
    /// # Errors
    /// With file, line, key and hint of the first thing that is wrong.
    pub fn drafts(&self, rulebooks: &[(&str, &str)]) -> Result<Self, LawError> {
        let (vocabulary, calendars, rankings) = (&self.vocabulary, &self.calendars, AwarenessRankings::embedded()?);
        let read = |(path, text): &(&str, &str)| read_rulebook(path, text, vocabulary, calendars, &rankings);
        let rulebooks = rulebooks.iter().map(read).collect::<Result<_, _>>()?;
        Self::assemble(vocabulary.clone(), calendars.clone(), rulebooks, &[], Vec::new())
    }

    /// Everything that is wrong with an operator's own rulebooks, as far as each can be read at all; what is wrong with
    /// how files fit together is told once nothing else is.
    #[must_use]
    pub fn problems(own: &Sources) -> Vec<LawError> {
        match Self::each_problem(own) {
            Err(error) => vec![error],
            Ok(found) if found.is_empty() => Self::with(own).err().into_iter().collect(),
            Ok(found) => found,
        }
    }

    fn each_problem(own: &Sources) -> Result<Vec<LawError>, LawError> {
        let vocabulary = Vocabulary::of(&laid_over(vocabulary::FILES, &own.vocabulary))?;
        let calendars = Calendars::of(&laid_over(calendar::FILES, &own.calendars))?;
        let rankings = AwarenessRankings::embedded()?;
        let mut found = Vec::new();
        for (path, text) in &own.rulebooks {
            match parse_rulebook(path, text, &vocabulary, &rankings) {
                Ok(rulebook) => found.extend(check::problems(path, text, &rulebook, &vocabulary, &calendars)),
                Err(error) => found.push(error),
            }
        }
        Ok(found)
    }

    fn assemble(
        vocabulary: Vocabulary,
        calendars: Calendars,
        rulebooks: Vec<Rulebook>,
        files: &[(&str, &str)],
        cases: Vec<(String, String)>,
    ) -> Result<Self, LawError> {
        let form = |(path, text): &(&str, &str)| FormDefinition::parse(path, text, &vocabulary);
        let forms: Vec<FormDefinition> = files.iter().map(form).collect::<Result<_, _>>()?;
        links::check(&rulebooks, &forms, files)?;
        let order = order(&rulebooks)?;
        let summaries = order.iter().filter_map(|place| {
            let rulebook = rulebooks.get(place.rulebook)?;
            Some(DutySummaries::of(rulebook, rulebook.duty.get(place.duty)?))
        });
        let summaries = summaries.collect();
        let stand_in = AwarenessRankings::embedded()?.stand_in;
        let coverage = Coverage::default();
        let mut hash = Sha256::new();
        hash.update(env!("CARGO_PKG_VERSION"));
        hash.update(calendars.hash());
        rulebooks.iter().for_each(|rulebook| hash.update(&*rulebook.hash));
        let hash = hex::encode(hash.finalize()).into();
        Ok(Self { hash, vocabulary, calendars, rulebooks, order, summaries, stand_in, forms, cases, coverage })
    }

    /// SHA-256 over all that moments are counted by, hex: where it is another one, a due moment may be.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// How far the law of each place and sector is in this library.
    #[must_use]
    pub const fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// All calendars.
    #[must_use]
    pub const fn calendars(&self) -> &Calendars {
        &self.calendars
    }

    /// The files of cases beside the rulebooks, each a path and its text.
    #[must_use]
    pub fn cases(&self) -> &[(String, String)] {
        &self.cases
    }

    /// All rulebooks.
    #[must_use]
    pub fn rulebooks(&self) -> &[Rulebook] {
        &self.rulebooks
    }

    /// A rulebook by its id: `kr.network-act`.
    #[must_use]
    pub fn rulebook(&self, id: &str) -> Option<&Rulebook> {
        self.rulebooks.iter().find(|rulebook| &*rulebook.id == id)
    }

    /// A duty, with its versions and fines.
    #[must_use]
    pub fn duty(&self, id: &DutyId) -> Option<&Duty> {
        self.rulebooks.iter().find_map(|rulebook| rulebook.duty(id))
    }

    /// The other duties that a duty of a rulebook looks at: those that start it, meet it, or decide whether it applies.
    #[must_use]
    pub fn named_by(rulebook: &Rulebook, duty: &Duty) -> BTreeSet<DutyId> {
        check::Named::by(rulebook, duty).all()
    }

    /// All facts and triggers.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The question for a start that is not recorded; none where it follows from another duty by itself.
    #[must_use]
    pub fn start_question(&self, awaited: &Awaited) -> Option<&Words> {
        match awaited {
            Awaited::Awareness(trigger) | Awaited::Occurrence(trigger) => {
                let definition = self.vocabulary.trigger(trigger)?;
                Some(definition.question.as_ref().unwrap_or(&definition.title))
            }
            Awaited::Incident => Some(&self.stand_in.began),
            Awaited::Filing(_) | Awaited::Due(_) => None,
        }
    }

    /// All forms.
    #[must_use]
    pub fn forms(&self) -> &[FormDefinition] {
        &self.forms
    }

    /// A form by its id.
    #[must_use]
    pub fn form(&self, id: &FormId) -> Option<&FormDefinition> {
        self.forms.iter().find(|form| form.id == *id)
    }
}

fn read_rulebook(
    path: &str,
    text: &str,
    vocabulary: &Vocabulary,
    calendars: &Calendars,
    rankings: &AwarenessRankings,
) -> Result<Rulebook, LawError> {
    let rulebook = parse_rulebook(path, text, vocabulary, rankings)?;
    check::check(path, text, &rulebook, vocabulary, calendars)?;
    Ok(rulebook)
}

fn parse_rulebook(
    path: &str,
    text: &str,
    vocabulary: &Vocabulary,
    rankings: &AwarenessRankings,
) -> Result<Rulebook, LawError> {
    let mut rulebook: Rulebook = parse::read(path, text)?;
    rulebook.id = path.trim_end_matches(".toml").replace('/', ".").into();
    rulebook.file = path.into();
    rulebook.hash = hex::encode(Sha256::digest(text.as_bytes())).into();
    rulebook.text = text.into();
    rankings.fill(path, text, &mut rulebook)?;
    if let Some(by) = &mut rulebook.zone_by {
        by.places = zone_by::places()?;
    }
    expand_groups::write_out(&mut rulebook, vocabulary).map_err(|way| {
        let hint = "define it as a [[list.group]] of a list in the vocabulary, or correct the spelling";
        parse::wrong(path, text, &way, "there is no such group of choices", hint)
    })?;
    let notion = |trigger: &TriggerDefinition| Some((trigger.id.clone(), trigger.notion_in(&rulebook.id)?.clone()));
    rulebook.notions = vocabulary.triggers().iter().filter_map(notion).collect();
    rulebook.share_names();
    Ok(rulebook)
}

/// The program's files with the operator's own in their place, or after them.
fn laid_over<'a>(supplied: &'a [(&'a str, &'a str)], own: &'a [(String, String)]) -> Vec<(&'a str, &'a str)> {
    let replaced = supplied.iter().map(|(path, text)| {
        let mine = own.iter().find(|(known, _)| known == path);
        (*path, mine.map_or(*text, |(_, text)| text.as_str()))
    });
    let added = own.iter().filter(|(path, _)| !supplied.iter().any(|(known, _)| known == path));
    replaced.chain(added.map(|(path, text)| (path.as_str(), text.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::citation::Confidence;
    use crate::rulebook::version::Version;

    #[test]
    fn a_rulebook_is_named_by_its_path_and_pinned_by_its_text() {
        let library = Library::embedded().unwrap();
        let act = library.rulebook("kr.network-act").unwrap();
        assert_eq!(act.hash.len(), 64);
        let text = RULEBOOKS.iter().find(|(path, _)| *path == "kr/network-act.toml").unwrap().1;
        let path = "kr/network-act.toml".to_owned();
        let own = Sources { rulebooks: vec![(path, format!("{text}\n"))], ..Sources::default() };
        let edited = Library::with(&own).unwrap();
        assert_ne!(edited.rulebook("kr.network-act").unwrap().hash, act.hash);
    }

    #[test]
    fn no_binding_deadline_rests_on_memory_and_practice_is_labelled() {
        let library = Library::embedded().unwrap();
        for duty in library.rulebooks().iter().flat_map(|rulebook| &rulebook.duty) {
            let binding =
                |version: &&Version| version.deadline.is_some() || version.within.iter().any(|p| p.span().is_some());
            let remembered = |version: &Version| version.source.confidence == Confidence::Recalled;
            assert!(!duty.version.iter().filter(binding).any(remembered), "{}", duty.id);
            let fines = duty.fine.iter().flat_map(|fine| &fine.version);
            assert!(fines.flat_map(|fine| &fine.practice).all(|seen| seen.confidence == Confidence::Secondary));
        }
    }

    #[test]
    fn sums_seen_in_practice_stand_beside_the_ceiling_they_were_imposed_under() {
        let library = Library::embedded().unwrap();
        let report = library.duty(&DutyId::new("kr.network-act/report")).unwrap();
        let day = |text: &str| text.parse().unwrap();
        let seen = |on| {
            let version = report.fine.first().and_then(|fine| fine.in_force(day(on))).unwrap();
            version.practice.iter().map(|practice| practice.amount.minor).collect::<Vec<_>>()
        };
        assert_eq!(seen("2025-11-18"), [7_500_000, 11_250_000]);
        assert!(seen("2026-10-01").is_empty());
    }

    #[test]
    fn a_page_can_ask_what_is_in_force_and_what_comes_next() {
        let library = Library::embedded().unwrap();
        let possible = library.duty(&DutyId::new("kr.pipa/possible-notice")).unwrap();
        let day = "2026-09-10".parse().unwrap();
        assert!(possible.in_force(day).is_none());
        assert_eq!(possible.next(day).map(|version| version.from), "2026-09-11".parse().ok());
    }
}
