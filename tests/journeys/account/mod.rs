//! How people come in.

mod guessing;
mod links;
mod passwords;
mod sessions;
