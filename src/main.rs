//! The program. Everything is in the library; see [`dutyclock::commands`].

use std::process::ExitCode;

fn main() -> ExitCode {
    dutyclock::commands::run()
}
