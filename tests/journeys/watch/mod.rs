//! What happens by itself.

mod instances;
mod mail;
mod statements;
