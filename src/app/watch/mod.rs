//! What the watch does when it wakes: escalate what is due, and bring up to date what the law has moved. And how one sees
//! from outside whether all is well: health while it runs, `verify` over what is stored.

pub mod escalate;
pub mod health;
pub mod maintenance;
pub mod verify;
