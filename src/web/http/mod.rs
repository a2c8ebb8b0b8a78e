//! What every request passes: access, session, form token, headers, cookies, where it comes from; and what a failure is.

pub mod access;
pub mod answer;
pub mod assets;
pub mod body;
pub mod browser;
pub mod cookies;
pub mod failure;
pub mod form;
pub mod guards;
pub mod guest;
pub mod paths;
pub mod seal;
pub mod state;
pub mod visit;
