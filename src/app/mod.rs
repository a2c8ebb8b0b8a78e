//! What people do, one file per kind of action. An action is a decision; [`desk::Desk`] carries it out in one
//! transaction. Authorisation is checked here, for every action.

pub mod account;
pub mod desk;
pub mod filing;
pub mod incident;
pub mod office;
pub mod rules;
pub mod watch;
