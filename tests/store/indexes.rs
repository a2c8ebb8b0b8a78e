//! The two indexes: replaced whole, in the order people need, searched alike on both databases.

use super::{at, on_both};
use dutyclock::db::index::{self, ClockRow, Filter, IncidentRow, Missing};
use dutyclock::db::{Page, Store, StoreError};
use dutyclock::law::situation::fact::FactKey;

on_both!(
    replacing_an_index_leaves_no_old_clock,
    two_incidents_never_share_a_reference,
    the_board_shows_what_is_owed_nearest_first_in_one_statement,
    rungs_are_due_at_their_second_in_any_session_zone,
    search_finds_letters_of_either_case_and_half_typed_syllables,
    the_list_is_filtered_and_paged,
    the_newest_reference_of_a_year_is_the_largest_number,
    streams_of_one_state_are_found,
    clearing_empties_both,
);

fn incident(n: i64, title: &str) -> IncidentRow {
    IncidentRow {
        stream: format!("incident:{n}"),
        reference: format!("INC-{n:03}"),
        title: title.into(),
        state: "open".into(),
        drill: false,
        position: n,
        opened_at: at(n),
        occurred_at: None,
        updated_at: at(n + 1),
        running_count: 1,
        next_due_at: Some(at(86_400)),
    }
}

fn clock(n: i64, duty: &str, due: Option<i64>) -> ClockRow {
    ClockRow {
        stream: format!("incident:{n}"),
        duty: duty.into(),
        instance: String::new(),
        due_at: due.map(at),
        due_latest: due.map(at),
        starts_at: at(n),
        standing: "running".into(),
        held_since: due.is_none().then(|| at(n + 5)),
        missing: Missing::Facts(if due.is_none() { vec![FactKey::new("a"), FactKey::new("b")] } else { Vec::new() }),
        watched: true,
        stopped: false,
        provisional: false,
        next_rung: Some("12h".into()),
        safe_at: None,
        days_in: due.is_none().then(|| "Asia/Seoul".to_owned()),
        next_rung_at: due.map(|due| at(due - 43_200)),
    }
}

fn put(store: &Store, incident: &IncidentRow, clocks: &[ClockRow]) -> Result<(), StoreError> {
    store.write_blocking(|db| index::replace_index(db, incident, clocks))
}

fn replacing_an_index_leaves_no_old_clock(store: &Store) {
    put(store, &incident(1, "a"), &[clock(1, "x", Some(10)), clock(1, "y", None)]).unwrap();
    put(store, &incident(2, "b"), &[clock(2, "x", Some(20))]).unwrap();
    let changed = IncidentRow { occurred_at: Some(at(-5)), drill: true, ..incident(1, "changed") };
    let kept = [clock(1, "x", Some(11)), ClockRow { instance: "2".into(), ..clock(1, "x", None) }];
    put(store, &changed, &kept).unwrap();
    let (incidents, clocks) = store.read_blocking(index::dump_indexes).unwrap();
    assert_eq!(incidents, [changed.clone(), incident(2, "b")]);
    assert_eq!(clocks, [kept[0].clone(), kept[1].clone(), clock(2, "x", Some(20))]);
    assert_eq!(store.read_blocking(|db| index::clocks(db, "incident:1")).unwrap(), kept);
    assert_eq!(store.read_blocking(|db| index::incident(db, "incident:1")).unwrap(), Some(changed));
    assert_eq!(store.read_blocking(|db| index::incident(db, "incident:9")).unwrap(), None);
}

fn two_incidents_never_share_a_reference(store: &Store) {
    put(store, &incident(1, "a"), &[]).unwrap();
    let twin = IncidentRow { stream: "incident:2".into(), ..incident(1, "b") };
    assert!(matches!(put(store, &twin, &[]), Err(StoreError::Conflict(_))));
    let found = store.read_blocking(|db| index::incident_by_reference(db, "INC-001")).unwrap();
    assert_eq!(found.unwrap().title, "a");
}

fn the_board_shows_what_is_owed_nearest_first_in_one_statement(store: &Store) {
    put(store, &incident(1, "a"), &[clock(1, "late", Some(-500)), clock(1, "soon", Some(60))]).unwrap();
    put(store, &incident(2, "b"), &[clock(2, "prompt", None), clock(2, "next", Some(30))]).unwrap();
    let rows = store.read_blocking(|db| index::board(db, "another", Page::first(10))).unwrap();
    let order: Vec<_> = rows.iter().map(|r| (r.clock.duty.as_str(), r.incident.title.as_str())).collect();
    assert_eq!(order, [("late", "a"), ("next", "b"), ("soon", "a"), ("prompt", "b")]);
    assert_eq!(store.read_blocking(|db| index::board_count(db, "another")).unwrap(), 4);
    let page = store.read_blocking(|db| index::board(db, "another", Page::numbered(2, 3))).unwrap();
    assert_eq!(page.len(), 1);
    let cost = |limit| {
        let before = store.statements();
        store.read_blocking(|db| index::board(db, "another", Page::first(limit))).unwrap();
        store.statements() - before
    };
    assert_eq!(cost(1), cost(10));
}

fn rungs_are_due_at_their_second_in_any_session_zone(store: &Store) {
    put(store, &incident(1, "a"), &[clock(1, "x", Some(43_200)), clock(1, "y", Some(43_201)), clock(1, "z", None)])
        .unwrap();
    let due = |now, limit| -> Vec<String> {
        let rows = store.read_blocking(|db| index::due_rungs(db, at(now), limit)).unwrap();
        rows.into_iter().map(|row| row.duty).collect()
    };
    assert!(due(-1, 10).is_empty());
    assert_eq!(due(0, 10), ["x"]);
    assert_eq!(due(1, 10), ["x", "y"]);
    assert_eq!(due(1, 1), ["x"]);
}

fn search_finds_letters_of_either_case_and_half_typed_syllables(store: &Store) {
    put(store, &incident(1, "고객정보 유출 ÀÉ Straße"), &[]).unwrap();
    put(store, &incident(2, "Mail server 100%"), &[]).unwrap();
    put(store, &incident(3, "\u{1112}\u{1161}\u{11ab}국 leak"), &[]).unwrap();
    let found = |search: &str| -> Vec<String> {
        let filter = Filter { search: Some(search.into()), ..Filter::default() };
        let found = store.read_blocking(|db| index::incidents(db, &filter, Page::first(9))).unwrap();
        assert_eq!(found.total, i64::try_from(found.rows.len()).unwrap());
        found.rows.into_iter().map(|row| row.reference).collect()
    };
    for (search, expected) in [
        ("유출", vec!["INC-001"]),
        ("àé", vec!["INC-001"]),
        ("SERVER mail", vec!["INC-002"]),
        ("100%", vec!["INC-002"]),
        ("%", vec!["INC-002"]),
        ("_", vec![]),
        ("한국", vec!["INC-003"]),
        ("inc-00", vec!["INC-003", "INC-002", "INC-001"]),
        ("  ", vec!["INC-003", "INC-002", "INC-001"]),
        ("'; DROP TABLE ledger; --", vec![]),
    ] {
        assert_eq!(found(search), expected, "{search}");
    }
}

fn the_list_is_filtered_and_paged(store: &Store) {
    for n in 1..=7 {
        let state = if n % 2 == 0 { "closed" } else { "open" };
        put(store, &IncidentRow { state: state.into(), drill: n > 4, ..incident(n, "t") }, &[]).unwrap();
    }
    let ask = |filter: &Filter, page| store.read_blocking(|db| index::incidents(db, filter, page)).unwrap();
    let open = Filter { state: Some("open".into()), ..Filter::default() };
    assert_eq!(ask(&open, Page::first(2)).total, 4);
    let streams: Vec<_> = ask(&open, Page::numbered(2, 2)).rows.into_iter().map(|row| row.stream).collect();
    assert_eq!(streams, ["incident:3", "incident:1"]);
    let real = Filter { drill: Some(false), ..open };
    assert_eq!(ask(&real, Page::first(9)).total, 2);
}

fn the_newest_reference_of_a_year_is_the_largest_number(store: &Store) {
    let newest = || store.read_blocking(|db| index::newest_reference(db, "2026-")).unwrap();
    assert_eq!(newest(), None);
    for (n, reference) in ["2026-999", "2026-1000", "2026-0042", "2025-99999", "x2026-99999"].iter().enumerate() {
        let row = IncidentRow { reference: (*reference).into(), ..incident(i64::try_from(n).unwrap(), "t") };
        put(store, &row, &[]).unwrap();
    }
    assert_eq!(newest().as_deref(), Some("2026-1000"));
}

fn streams_of_one_state_are_found(store: &Store) {
    put(store, &incident(2, "b"), &[]).unwrap();
    put(store, &incident(1, "a"), &[]).unwrap();
    put(store, &IncidentRow { state: "closed".into(), ..incident(3, "c") }, &[]).unwrap();
    let open = store.read_blocking(|db| index::streams_in_state(db, "open")).unwrap();
    assert_eq!(open, ["incident:1", "incident:2"]);
}

fn clearing_empties_both(store: &Store) {
    put(store, &incident(1, "a"), &[clock(1, "x", Some(10))]).unwrap();
    store.write_blocking(index::clear_indexes).unwrap();
    assert_eq!(store.read_blocking(index::dump_indexes).unwrap(), (vec![], vec![]));
}
