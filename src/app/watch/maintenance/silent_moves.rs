//! Whatever people do, and whatever law or profile changes: no due moment moves without an entry that says from when to when
//! and why; and in which order facts were typed changes no answer.

use super::tests::{Deed, deeds, law_of, perform, under};
use super::*;
use crate::app::desk::Ticket;
use crate::app::desk::actor::Role;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::stream::Loaded;
use crate::app::desk::test_desk::{TestDesk, seoul};
use crate::app::incident::facts::RecordFacts;
use crate::app::office::organisation::DescribeOrganisation;
use crate::incident::Event;
use crate::incident::due_moments::DueMoments;
use crate::incident::moves::{self, Dues};
use crate::incident::situation::assess;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a person does, or what happens to the law and the profile of the organisation meanwhile.
#[derive(Debug, Clone)]
enum Step {
    Deed(Deed),
    Law(&'static str),
    Profile(&'static str, &'static str),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let law = prop::sample::select(vec!["{ hours = 12 }", "{ hours = 24 }", "{ hours = 48 }"]);
    let zone = prop::sample::select(vec!["Asia/Seoul", "America/New_York", "Europe/Berlin"]);
    let controller = prop::sample::select(vec!["yes", "no", "unknown"]);
    let step = prop_oneof![
        1 => law.prop_map(Step::Law),
        1 => (zone, controller).prop_map(|(zone, controller)| Step::Profile(zone, controller)),
    ];
    let deeds = deeds().prop_map(|deeds| deeds.into_iter().map(Step::Deed).collect::<Vec<_>>());
    (deeds, prop::collection::vec((step, any::<prop::sample::Index>()), 0..6)).prop_map(|(mut steps, more)| {
        for (step, place) in more {
            steps.insert(place.index(steps.len() + 1), step);
        }
        steps
    })
}

/// As the law answers, whatever is kept beside the record.
fn derived(test: &TestDesk, id: &str) -> (Loaded, Dues) {
    let (loaded, organisation) = test
        .desk
        .store
        .read_blocking(|db| Ok::<_, Refusal>((stream::load(db, id)?, stream::organisation(db)?)))
        .unwrap();
    let assessment = assess(&test.desk.library, &loaded.incident, &organisation, loaded.incident.updated_at);
    let dues = moves::dues(&assessment);
    (loaded, dues)
}

/// Every clock that is due at another moment than before has entries that lead from the old to the new; one that is gone has
/// an entry too, or the record itself shows why.
fn nothing_moved_silently(step: &Step, before: &Dues, after: &Dues, new: &[Event]) -> usize {
    let mut told: BTreeMap<_, Vec<(DueMoments, Option<DueMoments>)>> = BTreeMap::new();
    for event in new {
        if let Event::DueMoved { duty, instance, old, new, .. } = event {
            told.entry((duty.clone(), instance.clone())).or_default().push((*old, *new));
        }
    }
    let mut moves = 0;
    for (clock, old) in before {
        let now = after.get(clock).map(|clock| clock.due);
        if now == Some(old.due) {
            continue;
        }
        let chain = told.get(clock);
        if now.is_none() && chain.is_none() {
            assert!(
                !old.applies || moves::cause_of(new).is_some(),
                "{step:?}: {clock:?} ended without a word: {new:?}"
            );
            continue;
        }
        let chain = chain.unwrap_or_else(|| panic!("{step:?}: {clock:?} moved to {now:?} without a word: {new:?}"));
        assert_eq!(chain.first().map(|(from, _)| *from), Some(old.due), "{step:?} {clock:?}");
        assert_eq!(chain.last().and_then(|(_, to)| *to), now, "{step:?} {clock:?}");
        moves += 1;
    }
    for (clock, chain) in &told {
        let true_to = |(from, to): &(DueMoments, Option<DueMoments>)| Some(*from) != *to;
        assert!(chain.iter().all(true_to), "{step:?}: {clock:?} did not move: {chain:?}");
    }
    moves
}

async fn take(test: &mut TestDesk, id: &str, step: &Step) {
    match step {
        Step::Deed(deed) => perform(test, id, deed).await,
        // The first to write under other law says what it moved, whatever is written.
        Step::Law(period) => {
            test.desk = under(test, law_of(period));
            perform(test, id, &Deed::Note).await;
        }
        Step::Profile(zone, controller) => {
            let facts = [
                ("org-information-service-provider".to_owned(), FactInput::one("yes")),
                ("org-data-controller".to_owned(), FactInput::one(controller)),
            ];
            let profile = DescribeOrganisation {
                lines: [("name".to_owned(), "Retailer".to_owned())].into(),
                zone: (*zone).to_owned(),
                facts: facts.into(),
                ..Default::default()
            };
            let administrator = test.actor(Role::Administrator).clone();
            test.desk.describe_organisation(&administrator, Ticket::default(), profile).await.unwrap();
        }
    }
}

#[test]
fn whatever_happens_every_move_of_a_due_moment_has_its_entry() {
    let moves = AtomicUsize::new(0);
    let config = Config { cases: 20, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&steps(), |steps| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let mut test = TestDesk::open("2026-11-17 18:00").await;
                test.desk = under(&test, law_of("{ hours = 24 }"));
                let id = test.incident("2026-11-17 16:00").await;
                let (mut known, mut before) = derived(&test, &id);
                for step in &steps {
                    take(&mut test, &id, step).await;
                    let (loaded, after) = derived(&test, &id);
                    let new: Vec<Event> =
                        loaded.entries.iter().skip(known.entries.len()).map(|entry| entry.event.clone()).collect();
                    // A closed incident is told by whoever writes to it next.
                    if new.is_empty() && loaded.incident.closed.is_some() {
                        continue;
                    }
                    moves.fetch_add(nothing_moved_silently(step, &before, &after, &new), Ordering::Relaxed);
                    (known, before) = (loaded, after);
                }
            });
            Ok(())
        })
        .unwrap();
    assert!(moves.load(Ordering::Relaxed) > 20, "hardly anything moved: {moves:?}");
}

/// Facts that were all learnt at one moment, typed one after another.
async fn typed(order: &[(&'static str, &'static str)]) -> Vec<String> {
    let test = TestDesk::open("2026-11-17 18:00").await;
    let id = test.incident("2026-11-17 16:00").await;
    for (key, value) in order {
        let facts = [((*key).to_owned(), FactInput::one(value))].into();
        let record = RecordFacts { facts, since: seoul("2026-11-17 17:00"), ..RecordFacts::default() };
        test.desk.act(test.actor(Role::Officer), &id, Ticket::default(), record).await.unwrap();
    }
    let (loaded, organisation) = test
        .desk
        .store
        .read_blocking(|db| Ok::<_, Refusal>((stream::load(db, &id)?, stream::organisation(db)?)))
        .unwrap();
    let verdicts = assess(&test.desk.library, &loaded.incident, &organisation, test.desk.now()).verdicts;
    // The name of the first candidate is drawn by lot.
    let name = loaded.incident.candidates[0].candidate.id.to_string();
    verdicts.iter().map(|verdict| format!("{verdict:?}").replace(&name, "first")).collect()
}

#[tokio::test]
async fn the_order_in_which_facts_were_typed_changes_no_answer() {
    let facts = [
        ("persons-affected", "33673817"),
        ("people-countries", "kr"),
        ("leak-possible", "no"),
        ("sensitive-data", "yes"),
        ("data-unintelligible", "no"),
        ("risk-to-people", "high"),
    ];
    let first = typed(&facts).await;
    assert!(first.iter().filter(|verdict| verdict.contains("clock: Some")).count() > 3, "the premise");
    let mut reversed = facts;
    reversed.reverse();
    assert_eq!(first, typed(&reversed).await);
    for turn in [1, 3] {
        let mut turned = facts;
        turned.rotate_left(turn);
        turned.swap(0, 4);
        assert_eq!(first, typed(&turned).await, "turned by {turn}");
    }
}
