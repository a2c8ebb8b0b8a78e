//! One file per story: what a person, or the program by itself, does from beginning to end.

mod commands;
mod desk;
mod frame;
mod frame_looks;
mod incident_pages;
mod papers;
mod papers_seen;
mod public_case;
mod roles;
mod watch;
