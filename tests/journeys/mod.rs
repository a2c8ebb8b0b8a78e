//! One file per story: what a person, or the program by itself, does from beginning to end. The folders are the nouns of
//! the pages; what is about all of them stands here.

mod account;
mod bad_input;
mod cli;
mod filing;
mod form_bodies;
mod frame;
mod frame_looks;
mod health;
mod incident;
mod largest_form;
mod office;
mod pictures;
mod roles;
mod rules;
mod sent_before;
mod unprintable;
mod watch;
mod what_applies;
mod whole_story;
