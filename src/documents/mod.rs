//! Papers: filled forms and reports as PDF and as one self-contained HTML file.
//!
//! The callers describe a document as a [`Paper`]: plain data, already worded in its language. This room only sets it.
//! It decides nothing about the law, asks no clock, opens no file and no connection, and never reads what a person
//! typed as markup. The same paper gives the same bytes.
//!
//! What it claims of a PDF is what the typesetter enforces while writing it (PDF/A-3a and PDF/UA-1), nothing more.

mod clean;
mod error;
mod fonts;
pub mod form;
mod html;
mod labels;
#[cfg(test)]
mod on_record;
pub mod paper;
mod pdf;
pub mod provision;
mod renderer;
pub mod report;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
pub mod told;
#[cfg(test)]
mod trial;
pub mod values;
mod world;

pub use self::clean::{Uncovered, uncovered};
pub use self::error::PaperError;
pub use self::html::html;
pub use self::paper::Paper;
pub use self::renderer::Renderer;
