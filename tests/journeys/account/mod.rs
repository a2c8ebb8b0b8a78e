//! How people come in.

mod guessing;
mod sessions;
