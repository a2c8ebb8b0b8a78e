//! Any text as a file of cases: it is refused, with a line that exists, or every case of it runs.

#![no_main]

use dutyclock_fuzz::{LIBRARY, ask, mutate};
use dutyclock_law::base::moment::Moment;
use dutyclock_law::case;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate::mutate(data, size, max_size, seed).unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

fuzz_target!(|text: &str| {
    match case::read(&LIBRARY, "own.cases.toml", text) {
        Err(error) => assert!(error.line <= text.lines().count().max(1), "no such line: {error}"),
        Ok(file) => {
            for case in &file.cases {
                if case.expectations.is_empty() {
                    ask(&LIBRARY, &case.situation, case.now.unwrap_or(Moment::from_seconds(1_795_000_000)));
                } else {
                    std::hint::black_box(case::run(&LIBRARY, case));
                }
            }
        }
    }
});
