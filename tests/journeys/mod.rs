//! One file per story: what a person, or the program by itself, does from beginning to end.

mod bad_input;
mod command_line;
mod commands;
mod counting;
mod desk;
mod frame;
mod frame_looks;
mod incident_pages;
mod law_commands;
mod mail;
mod papers;
mod papers_seen;
mod pictures;
mod public_case;
mod roles;
mod rules_pages;
mod watch;
mod what_would_apply;
mod whole_story;
