//! What can befall an incident, and what is known of it at any moment: the events of the ledger and the fold over them.
//!
//! Pure like `law`: no I/O, no machine clock. It decides nothing about who may do what (that is `app`) and nothing
//! about what the law says (that is `law`).

pub mod body;
pub mod concern;
pub mod difference;
pub mod entry;
pub mod event;
pub mod facts;
pub mod filing;
pub mod filled;
pub mod filling;
pub mod fold;
pub mod ladder;
pub mod moments;
pub mod organisation;
pub mod situation;
pub mod warnings;
pub mod watch;

pub use entry::Entry;
pub use event::Event;
pub use fold::Incident;
pub use organisation::Organisation;
