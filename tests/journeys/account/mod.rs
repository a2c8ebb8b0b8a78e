//! How people come in.

mod sessions;
