//! What people do with an incident.

mod changed_after_filing;
mod corrected;
mod counsel_asked;
mod desk;
mod many_acts;
mod moved;
mod not_in_library;
mod out_of_order;
mod pages;
mod places_typed;
mod public_case;
mod unrecorded_start;
