//! What can befall an incident, and what is known of it at any moment: the events of the ledger and the fold over them.
//!
//! Pure like `law`: no I/O, no machine clock. It decides nothing about who may do what (that is `app`) and nothing
//! about what the law says (that is `law`).

pub mod answers;
pub mod body;
pub mod changes;
pub mod counsel;
pub mod difference;
pub mod due_moments;
pub mod due_warnings;
pub mod entry;
pub mod event;
pub mod filing;
pub mod fill_form;
pub mod form_content;
pub mod gap_record;
pub mod ladder;
pub mod moments;
pub mod moves;
pub mod open_questions;
pub mod order;
pub mod organisation;
pub mod relevance;
pub mod sent_warnings;
pub mod situation;
pub mod state;
pub mod statements;

pub use self::entry::Entry;
pub use self::event::Event;
pub use self::organisation::Organisation;
pub use self::state::Incident;
