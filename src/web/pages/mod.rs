//! The pages, one file each: what it shows, and what its forms do.

pub mod account;
pub mod board;
pub mod errors;
pub mod filing;
pub mod health;
pub mod incident;
pub mod office;
pub mod rules;
pub mod what_applies;
