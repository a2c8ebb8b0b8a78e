//! Any text as a rulebook of one's own: it is refused, with a line that exists, or it answers every situation.

#![no_main]

use dutyclock_fuzz::seeded::{Dice, moment, situation};
use dutyclock_fuzz::{LIBRARY, ask, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate::mutate(data, size, max_size, seed).unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

/// Where the act would stand: duties begin with the name of their rulebook.
fn path(text: &str) -> String {
    let ids = text.lines().filter_map(|line| line.strip_prefix("id = \"")?.split_once('/'));
    ids.map(|(rulebook, _)| rulebook.replace('.', "/") + ".toml").next().unwrap_or_else(|| "own/act.toml".to_owned())
}

fuzz_target!(|text: &str| {
    let library = match LIBRARY.drafts(&[(&path(text), text)]) {
        Ok(library) => library,
        Err(error) => {
            assert!(error.line <= text.lines().count().max(1), "no such line: {error}");
            return;
        }
    };
    let mut dice = Dice::of(text.as_bytes());
    let mut nothing = situation(&library, &mut dice);
    nothing.facts.0.clear();
    nothing.candidates.clear();
    nothing.occurrences.clear();
    nothing.filings.clear();
    nothing.turnover.clear();
    nothing.occurred = None;
    ask(&library, &nothing, moment(&mut dice));
    for _ in 0..3 {
        let full = situation(&library, &mut dice);
        ask(&library, &full, moment(&mut dice));
    }
});
