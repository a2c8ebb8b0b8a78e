//! Every test that runs the program or its neighbours, in one binary, because linking is the slow part: journeys of
//! people through the pages, and guards over the project itself. What they stand on is in `support`.
//! Refuses to skip: a neighbour that is not installed fails its tests (`.ci/run` installs them all).

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod house;
mod journeys;
mod licences;
mod store;
mod support;
mod texts;
mod wording;
