//! From the law's answer to words and pictures: parts of pages, each with its template.

pub mod clock;
pub mod derivation;
pub mod exposure;
pub mod fingerprint;
pub mod frame;
pub mod law;
pub mod link;
pub mod missing_law;
pub mod next_action;
pub mod paging;
pub mod remarks;
pub mod role;
pub mod scenarios;
pub mod standing;
pub mod timeline;
pub mod wording;
