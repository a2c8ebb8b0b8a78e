//! Gaps by example, and over random places: whoever is somewhere meets a loaded act or a gap.

use super::gaps::only_places;
use super::presence::Places;
use crate::assess::answered::Answers;
use crate::assess::duty;
use crate::assess::specimen::nothing;
use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::library::Library;
use crate::situation::Situation;
use crate::situation::fact::{Count, Quality, Value};
use crate::verdict::{Because, Extent, Gap, Silence};
use crate::vocabulary::complete::Inferred;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

fn exact(number: u64) -> Count {
    Count { number, quality: Quality::Exact }
}

fn split(of: &[(&str, u64)]) -> Value {
    Value::CountBy(of.iter().map(|(id, number)| ((*id).to_owned(), exact(*number))).collect())
}

fn choices(of: &[&str]) -> Value {
    Value::choices(of.iter().copied())
}

fn with(facts: &[(&str, Value)]) -> Situation {
    let mut situation = nothing();
    facts.iter().for_each(|(key, value)| situation.facts.set(key, value.clone()));
    situation
}

fn gaps(facts: &[(&str, Value)]) -> Vec<Gap> {
    LIBRARY.gaps(&with(facts))
}

fn names(gaps: &[Gap], extent: Extent) -> Vec<(&str, Option<u64>)> {
    let of = gaps.iter().filter(|gap| gap.extent == extent);
    of.map(|gap| (gap.id.as_str(), gap.persons.map(|count| count.number))).collect()
}

fn american(states: Value) -> Vec<(&'static str, Value)> {
    vec![
        ("org-countries", choices(&["us"])),
        ("people-countries", choices(&["us"])),
        ("org-private-sector", Value::YesNo(true)),
        ("persons-by-us-state", states),
    ]
}

#[test]
fn states_whose_law_is_not_loaded_are_named_with_their_numbers() {
    let of = [("ma", 300_000), ("nj", 100_000), ("il", 100_000), ("ct", 50_000), ("oh", 50_000), ("tx", 9), ("de", 0)];
    let found = gaps(&american(split(&of)));
    let wanted = [
        ("us-ma", Some(300_000)),
        ("us-il", Some(100_000)),
        ("us-nj", Some(100_000)),
        ("us-ct", Some(50_000)),
        ("us-oh", Some(50_000)),
    ];
    assert_eq!(
        names(&found, Extent::NotLookedAt),
        wanted,
        "neither Texas, which is loaded, nor Delaware, where nobody is"
    );
    let illinois = found.iter().find(|gap| gap.id.as_str() == "us-il").unwrap();
    assert_eq!(illinois.acts[0].cite.as_deref(), Some("815 ILCS 530"));
    assert!(illinois.since.is_some() && illinois.because == [Because::Persons].into());
    assert_eq!(Silence::of(&found), Silence::GapsOpen);
}

#[test]
fn persons_in_nobody_knows_which_state_are_an_open_question() {
    let mut facts = american(split(&[]));
    let found = gaps(&facts);
    assert_eq!(names(&found, Extent::SplitUnknown), [("us/parts", None)], "an empty list beside persons there");
    facts.pop();
    let found = gaps(&facts);
    let gap = found.iter().find(|gap| gap.extent == Extent::SplitUnknown).unwrap();
    assert_eq!(gap.asks.as_ref().map(|key| key.as_str()), Some("persons-by-us-state"));
    assert_eq!(Silence::of(&found), Silence::GapsOpen);
    let found = gaps(&american(split(&[("tx", 5)])));
    assert_eq!(
        (names(&found, Extent::SplitUnknown), Silence::of(&found)),
        (vec![], Silence::NothingOwedOfWhatIsLoaded)
    );
}

#[test]
fn a_bank_that_is_critical_infrastructure_meets_the_acts_that_are_not_loaded() {
    let of = choices(&["jp", "my", "tw", "vn", "au"]);
    let found = gaps(&[
        ("org-countries", of.clone()),
        ("people-countries", of.clone()),
        ("org-critical-infrastructure-in", of),
        ("org-sectors", choices(&["bank"])),
        ("org-au-soci-entity", Value::YesNo(false)),
    ]);
    let named: Vec<&str> = names(&found, Extent::NotLookedAt).into_iter().map(|(id, _)| id).collect();
    for wanted in [
        "critical-infrastructure@jp",
        "critical-infrastructure@my",
        "critical-infrastructure@tw",
        "critical-infrastructure@vn",
        "bank@au",
    ] {
        assert!(named.contains(&&*format!("sector/{wanted}")), "{wanted}: {named:?}");
    }
    let malaysia = found.iter().find(|gap| gap.id.as_str() == "sector/critical-infrastructure@my").unwrap();
    assert_eq!(malaysia.acts[0].cite.as_deref(), Some("Act 854, s. 23"));
    assert!(malaysia.because.contains(&Because::CriticalInfrastructure));
}

#[test]
fn a_country_that_nobody_looked_at_is_one_gap_with_its_acts() {
    let of = [
        ("org-countries", choices(&["cl", "kr"])),
        ("people-countries", choices(&["cl"])),
        ("persons-affected", Value::Count(exact(700))),
        ("org-sectors", choices(&["bank"])),
    ];
    let found = gaps(&of);
    assert_eq!(names(&found, Extent::NotLookedAt), [("cl", Some(700))], "and not its banks once more");
    assert_eq!(found[0].acts.len(), 2);
    assert_eq!(found[0].title.ko, "칠레");
}

#[test]
fn a_californian_clinic_hears_of_the_law_on_health_facilities() {
    let mut facts = american(split(&[("ca", 600)]));
    facts.push(("org-sectors", choices(&["health"])));
    assert_eq!(names(&gaps(&facts), Extent::NotLookedAt), [("sector/health@us-ca", None)]);
    facts.push(("org-us-states", choices(&["tx"])));
    assert_eq!(names(&gaps(&facts), Extent::NotLookedAt), [], "at home in Texas alone");
}

#[test]
fn a_designation_that_nobody_stated_is_asked_about_where_an_act_is_known() {
    let mut facts = vec![("org-countries", choices(&["jp"]))];
    let found = gaps(&facts);
    let gap = found.iter().find(|gap| gap.id.as_str() == "sector/critical-infrastructure@jp").unwrap();
    assert_eq!(
        (gap.extent, gap.asks.as_ref().map(|key| key.as_str())),
        (Extent::Part, Some("org-critical-infrastructure-in"))
    );
    facts.push(("org-critical-infrastructure", Value::YesNo(false)));
    assert_eq!(gaps(&facts), []);
}

#[test]
fn persons_abroad_whom_the_loaded_act_does_not_look_at_are_told() {
    let found = gaps(&[("org-countries", choices(&["kr"])), ("persons-by-country", split(&[("au", 12), ("kr", 5)]))]);
    assert_eq!(names(&found, Extent::Part), [("au", Some(12))]);
}

#[test]
fn a_territory_with_a_code_of_its_own_is_not_forgotten() {
    let found = gaps(&[("org-countries", choices(&["us"])), ("persons-by-country", split(&[("gu", 40)]))]);
    assert_eq!(names(&found, Extent::SplitUnknown), [("us/parts", None)], "its State is asked");
    assert!(names(&found, Extent::Part).contains(&("gu", Some(40))));
}

#[test]
fn nothing_known_names_no_gap() {
    assert_eq!(gaps(&[]), []);
}

fn ids(fact: &str) -> Vec<String> {
    crate::coverage::read::ids(LIBRARY.vocabulary(), fact)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn wherever_persons_are_there_is_a_loaded_act_or_a_gap(
        by_country in prop::option::of(prop::collection::btree_map(prop::sample::select(ids("org-countries")), 0_u64..3, 0..5)),
        people in prop::option::of(prop::collection::btree_set(prop::sample::select(ids("org-countries")), 0..4)),
        seats in prop::option::of(prop::collection::btree_set(prop::sample::select(ids("org-countries")), 0..4)),
        states in prop::option::of(prop::collection::btree_map(prop::sample::select(ids("org-us-states")), 0_u64..3, 0..5)),
        provinces in prop::option::of(prop::collection::btree_map(prop::sample::select(ids("org-ca-provinces")), 0_u64..3, 0..3)),
    ) {
        let counted = |split: BTreeMap<String, u64>| {
            Value::CountBy(split.into_iter().map(|(id, number)| (id, exact(number))).collect())
        };
        let mut situation = nothing();
        let stated = [
            ("persons-by-country", by_country.map(counted)),
            ("people-countries", people.map(Value::choices)),
            ("org-countries", seats.map(Value::choices)),
            ("persons-by-us-state", states.map(counted)),
            ("persons-by-ca-province", provinces.map(counted)),
        ];
        for (key, value) in stated {
            if let Some(value) = value {
                situation.facts.set(key, value);
            }
        }
        let gaps = LIBRARY.gaps(&situation);
        let (settled, _) = LIBRARY.vocabulary().settle(&situation);
        let placed = Situation { facts: only_places(&settled.facts), ..nothing() };
        let looks = |id: &str| {
            let book = LIBRARY.rulebook(id).unwrap();
            let scope = duty::scope(book, &placed, &Inferred::new(), &Answers::default(), Moment::from_seconds(0));
            scope.truth != Truth::No
        };
        for (place, presence) in &Places::of(&settled.facts).at {
            let acts = LIBRARY.coverage().place(place).rulebooks;
            let gap = gaps.iter().any(|gap| gap.id.as_str() == place);
            prop_assert!(gap || acts.iter().any(|id| looks(id)), "{place}: {presence:?}");
        }
        let ids: std::collections::BTreeSet<&str> = gaps.iter().map(|gap| gap.id.as_str()).collect();
        prop_assert_eq!(ids.len(), gaps.len(), "each once");
    }
}
