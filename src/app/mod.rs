//! What people do, one file per kind of action. An action is a decision; [`desk::Desk`] carries it out in one
//! transaction. Authorisation is checked here, for every action.

pub mod actor;
pub mod decide;
pub mod desk;
pub mod escalate;
pub mod fact_input;
pub mod filings;
pub mod fresh;
pub mod heartbeat;
pub mod index;
pub mod input;
mod links;
pub mod maintenance;
pub mod manage_incident;
pub mod notices;
mod once;
pub mod open_incident;
pub mod organisation;
pub mod outbox;
pub mod papers;
pub mod password;
pub mod people;
pub mod record_facts;
pub mod record_moments;
pub mod refusal;
pub mod sign_in;
pub mod stream;
pub mod view;
pub mod what_applies;

#[cfg(test)]
pub(crate) mod test_desk;
