//! How quick the law is: one incident against every rulebook, everything read and checked, and a hundred thousand
//! incidents once more. Measures only; the goals stand in `src/README.md`.

#![expect(clippy::unwrap_used, reason = "a measurement stops at the first surprise")]

use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};
use dutyclock::law::base::moment::Moment;
use dutyclock::law::case;
use dutyclock::law::library::Library;
use dutyclock::law::situation::Situation;
use std::hint::black_box;
use std::time::Duration;

/// 22 November 2026, 00:00 UTC, in seconds.
const NOW: i64 = 1_795_305_600;

/// A retailer in Korea only, with what is known on the second day.
const KOREAN: &str = r#"
zone = "Asia/Seoul"
occurred = "2026-11-18T16"
facts = { org-countries = ["kr"], org-information-service-provider = true, org-data-controller = true, intrusion = true, personal-data-leaked = true, persons-affected = 4536, outside-access = true }
turnover = { 2023 = "KRW 30000000000", 2024 = "KRW 40000000000", 2025 = "KRW 50000000000" }
candidate = [
    { of = ["aware-incident", "aware-leak"], basis = "told", at = "2026-11-19T22:12:00" },
    { of = ["aware-incident", "aware-leak"], basis = "briefed", at = "2026-11-20T16:00:00" },
]
filing = [{ duty = "kr.network-act/report", at = "2026-11-21T08:00:00" }]
"#;

/// A bank with customers everywhere.
const WORLDWIDE: &str = r#"
zone = "Europe/Berlin"
occurred = "2026-11-17"
facts = { org-countries = ["de", "kr", "us", "gb", "jp", "sg", "au", "br", "in", "id"], org-member-state = "de", people-countries = ["de", "kr", "us", "gb", "jp", "sg", "au", "br", "in", "id"], org-sectors = ["bank"], org-size = "large", org-private-sector = true, org-data-controller = true, personal-data-breach = true, personal-data-leaked = true, intrusion = true, cyber-incident = true, risk-to-people = "high", persons-affected = 1200000, persons-by-us-state = { ca = 40000, ny = 22000, tx = 900 }, acquired-by-unauthorised = true, ransomware-deployed = true, direct-loss = "EUR 600000" }
turnover = { 2024 = "EUR 4000000000", 2025 = "EUR 4400000000" }
candidate = [
    { of = ["aware-incident", "aware-leak"], basis = "suspected", at = "2026-11-18T09:10:00" },
    { of = ["aware-incident", "aware-leak"], basis = "confirmed", at = "2026-11-18T16:20:00" },
]
occurrence = [
    { id = "major", trigger = "classified-major", at = "2026-11-18T19:00:00" },
    { id = "material", trigger = "materiality-determined", at = "2026-11-19T10:00:00" },
    { id = "paid", trigger = "ransom-paid", at = "2026-11-20T10:00:00" },
]
filing = [{ duty = "eu.gdpr/authority", at = "2026-11-20T18:00:00" }, { duty = "eu.dora/initial", at = "2026-11-18T21:30:00" }]
"#;

fn situation(library: &Library, text: &str) -> Situation {
    let file = case::read(library, "bench.toml", text).unwrap();
    file.cases.into_iter().next().unwrap().situation
}

fn one_incident(criterion: &mut Criterion) {
    let (library, now) = (Library::embedded().unwrap(), Moment::from_seconds(NOW));
    for (name, text) in [("korean", KOREAN), ("worldwide", WORLDWIDE), ("everything unknown", "facts = {}")] {
        let situation = situation(&library, text);
        criterion.bench_function(&format!("one incident, every rulebook: {name}"), |bencher| {
            bencher.iter(|| library.assess(black_box(&situation), now));
        });
    }
}

fn everything_read(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read and check");
    group.sample_size(20);
    group.bench_function("every rulebook", |bencher| bencher.iter(|| Library::embedded().unwrap()));
    group.finish();
}

/// Half of them Korean, half worldwide, on two threads; the time shown is that of all.
fn a_hundred_thousand(criterion: &mut Criterion) {
    let (library, now) = (Library::embedded().unwrap(), Moment::from_seconds(NOW));
    let incidents = [situation(&library, KOREAN), situation(&library, WORLDWIDE)];
    let half = || {
        for _ in 0..25_000 {
            for incident in &incidents {
                black_box(library.assess(black_box(incident), now));
            }
        }
    };
    let mut group = criterion.benchmark_group("re-assess");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).warm_up_time(Duration::from_secs(1));
    group.bench_function("100,000 incidents on two threads", |bencher| {
        bencher.iter(|| {
            std::thread::scope(|scope| [scope.spawn(half), scope.spawn(half)].map(|thread| thread.join().unwrap()))
        });
    });
    group.finish();
}

criterion_group!(benches, one_incident, everything_read, a_hundred_thousand);
criterion_main!(benches);
