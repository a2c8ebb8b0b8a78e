//! What must hold of every start, however strange the situation: a duty that applies or may apply has a clock or says what
//! it waits for, and what one act means by a word strikes no moment for another.

use super::properties::{LIBRARY, now, situation};
use crate::base::moment::Timing;
use crate::situation::Candidate;
use crate::situation::fact::FactKey;
use crate::verdict::clock::{Clock, Step};
use crate::verdict::{Answer, ClockOrigin, Standing};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What Korean acts mean by the three moments of learning.
const NOTIONS: [&str; 3] = ["intrusion", "personal-data-leaked", "leak-possible"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_applies_or_may_has_a_clock_or_says_what_it_waits_for(situation in situation(), now in now(), at in any::<bool>()) {
        let mut situation = situation;
        if at {
            let since = situation.candidates.first().map(|candidate| candidate.at);
            let keys = situation.facts.0.keys().cloned();
            situation.known_since = since.into_iter().flat_map(|at| keys.clone().map(move |key| (key, at))).collect();
        }
        for verdict in LIBRARY.assess(&situation, now).verdicts {
            let told = verdict.clock.is_some() || !verdict.awaits.is_empty() || !verdict.outline.watched;
            prop_assert!(told || !verdict.answer.is_open(), "{} {:?}", verdict.outline.duty, verdict.answer);
        }
    }

    #[test]
    fn whoever_learnt_of_anything_has_a_clock_for_every_duty_that_starts_with_learning(situation in situation(), now in now()) {
        prop_assume!(!situation.candidates.is_empty());
        for verdict in LIBRARY.assess(&situation, now).verdicts {
            let starts = LIBRARY.duty(&verdict.outline.duty).map(|duty| &duty.starts);
            let learning = matches!(starts, Some(crate::rulebook::starts::Starts::Awareness(_)));
            // A limb of its own deadline may wait for something else.
            if learning && verdict.answer.is_open() && verdict.outline.watched {
                let waits = verdict.awaits.iter().any(|awaited| !matches!(awaited, crate::verdict::Awaited::Awareness(_)));
                prop_assert!(verdict.clock.is_some() || waits, "{}", verdict.outline.duty);
            }
        }
    }

    #[test]
    fn what_was_ruled_out_in_one_sense_strikes_no_start_of_an_act_without_that_sense(situation in situation(), now in now()) {
        let mut narrower = situation.clone();
        for candidate in &mut narrower.candidates {
            candidate.ruled_out = NOTIONS.map(FactKey::new).into();
        }
        for (before, after) in LIBRARY.assess(&situation, now).verdicts.iter().zip(LIBRARY.assess(&narrower, now).verdicts) {
            let act = LIBRARY.rulebook(&before.outline.rule.rulebook).unwrap();
            let Some(clock) = before.clock.as_deref().filter(|_| act.notions.is_empty()) else { continue };
            if after.answer.is_open() && matches!(clock.origin, ClockOrigin::Candidate(_)) {
                prop_assert_eq!(Some(&clock.origin), after.clock.as_deref().map(|clock| &clock.origin));
            }
        }
    }

    #[test]
    fn the_order_in_which_moments_and_filings_were_recorded_changes_no_answer(situation in situation(), now in now()) {
        let mut reversed = situation.clone();
        reversed.candidates.reverse();
        reversed.occurrences.reverse();
        let (before, after) = (LIBRARY.assess(&situation, now), LIBRARY.assess(&reversed, now));
        prop_assert_eq!(before.verdicts, after.verdicts);
    }

    #[test]
    fn nothing_handed_in_before_every_start_ends_a_clock_unless_confirmed(situation in situation(), now in now()) {
        let filed = |clock: &Clock| clock.steps.iter().find_map(|step| match step {
            Step::Met { filing } => Some(filing.clone()),
            _ => None,
        });
        for verdict in LIBRARY.assess(&situation, now).verdicts {
            let clocks = || verdict.clock.as_deref().into_iter().chain(&verdict.scenarios);
            let learnt = clocks().all(|clock| matches!(clock.origin, ClockOrigin::Candidate(_) | ClockOrigin::StandIn(_)));
            let Some(met) = verdict.clock.as_deref().and_then(filed).filter(|_| learnt) else { continue };
            // A moment of learning from before the act was in force has no clock of its own, and yet comes before.
            let governs = |candidate: &&Candidate| {
                clocks().any(|clock| matches!(&clock.origin, ClockOrigin::Candidate(id) if *id == candidate.id))
            };
            let of: Vec<_> = situation.candidates.iter().filter(governs).flat_map(|candidate| &candidate.of).collect();
            // What was handed in for another duty, or for one whose start only stands for another, is held against the
            // first moment at which anything was learnt.
            let own = met.duty == verdict.outline.duty && !clocks().any(|clock| clock.origin.stands_in());
            let concerns = |candidate: &&Candidate| !own || candidate.of.iter().any(|trigger| of.contains(&trigger));
            let before = |candidate: &Candidate| met.at.latest() >= candidate.at.earliest();
            let learnt = situation.candidates.iter().filter(concerns).any(before);
            prop_assert!(learnt, "{}: {met:?}", verdict.outline.duty);
        }
        let mut confirmed = situation;
        confirmed.filings.iter_mut().for_each(|filing| filing.confirmed_early = true);
        let early = |step: &Step| matches!(step, Step::BeforeStart { .. });
        for verdict in LIBRARY.assess(&confirmed, now).verdicts {
            prop_assert!(!verdict.clock.iter().any(|clock| clock.steps.iter().any(early)));
        }
    }

    #[test]
    fn what_stands_for_a_start_is_provisional_asks_for_it_and_is_never_late_for_certain(situation in situation(), now in now()) {
        for verdict in LIBRARY.assess(&situation, now).verdicts {
            let Some(clock) = verdict.clock.as_deref().filter(|clock| clock.origin.stands_in()) else { continue };
            prop_assert!(clock.provisional && verdict.unrecorded().is_some(), "{}", verdict.outline.duty);
            let late = matches!(clock.standing, Standing::Overdue { .. } | Standing::MetLate { .. });
            prop_assert!(!late);
        }
    }
}

#[test]
fn a_decision_that_follows_from_stated_facts_counts_from_when_they_were_known_and_not_before_learning() {
    let mut situation = crate::situation::Situation::empty(chrono_tz::America::New_York);
    let yes = crate::situation::fact::Value::YesNo(true);
    for key in ["cyber-incident", "us-incident-material"] {
        situation.facts.set(key, yes.clone());
    }
    situation.facts.set("org-sec-registrant", crate::situation::fact::Value::Choice("domestic".to_owned()));
    let at = |text: &str| {
        Timing::exact(crate::base::moment::Moment::from_rfc3339(text).unwrap(), chrono_tz::America::New_York)
    };
    let asked = |situation: &crate::situation::Situation| {
        let verdicts = LIBRARY.assess(situation, at("2026-11-25T12:00:00-05:00").at).verdicts;
        verdicts.into_iter().find(|verdict| verdict.outline.duty.as_str() == "us.sec-8k/initial").unwrap()
    };
    let waiting = asked(&situation);
    assert_eq!((&waiting.answer, waiting.clock.is_none()), (&Answer::Applies, true));
    assert!(waiting.unrecorded().is_some());
    let known = at("2026-11-20T10:00:00-05:00");
    situation.known_since = BTreeMap::from([(FactKey::new("us-incident-material"), known)]);
    let clock = asked(&situation).clock.unwrap();
    assert_eq!((clock.start, clock.origin), (known, ClockOrigin::Known(FactKey::new("us-incident-material"))));
    situation.candidates.push(Candidate {
        id: crate::situation::CandidateId::new("c"),
        of: [crate::situation::Trigger::new("aware-incident")].into(),
        basis: crate::situation::Basis::Confirmed,
        at: at("2026-11-23T10:00:00-05:00"),
        ruled_out: std::collections::BTreeSet::new(),
        knower: crate::situation::Knower::Own,
    });
    assert_eq!(asked(&situation).clock.unwrap().start, at("2026-11-23T10:00:00-05:00"));
    situation.facts.0.remove(&FactKey::new("us-incident-material"));
    let open = asked(&situation);
    assert!(matches!(open.answer, Answer::Undetermined { .. }) && open.clock.is_none() && open.unrecorded().is_some());
}
