//! What both fuzz targets stand on: the law alone, situations made from a seed, and a mutation that knows lines. Refuses to judge answers: only that there is one, whatever the text.

#![allow(unexpected_cfgs, reason = "the fuzzing engine sets its own")]

pub mod mutate;
pub mod seeded;

use dutyclock_law::base::moment::Moment;
use dutyclock_law::case;
use dutyclock_law::library::Library;
use dutyclock_law::situation::Situation;
use std::sync::LazyLock;

/// The law in the program, read once.
pub static LIBRARY: LazyLock<Library> = LazyLock::new(|| match Library::embedded() {
    Ok(library) => library,
    Err(error) => panic!("the law in the program does not read: {error}"),
});

/// Asks about a situation and says everything that can be said about every answer.
pub fn ask(library: &Library, situation: &Situation, now: Moment) {
    let assessment = library.assess(situation, now);
    for verdict in &assessment.verdicts {
        for aspect in case::Aspect::ALL {
            std::hint::black_box(case::found(aspect, verdict, situation.zone));
        }
    }
    std::hint::black_box(assessment);
}
