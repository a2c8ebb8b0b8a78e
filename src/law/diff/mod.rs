//! What one edition of the law changes against another: acts, duties, versions.

pub mod rulebook;
pub mod version;
