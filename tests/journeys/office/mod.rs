//! The organisation, its people, its mail.

mod organisation;
