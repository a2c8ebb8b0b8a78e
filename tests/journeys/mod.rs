//! One file per story: what a person, or the program by itself, does from beginning to end.

mod desk;
mod frame;
mod incident_pages;
mod public_case;
mod roles;
