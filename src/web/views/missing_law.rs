//! Law that is not in the library, as the board shows it: one line for each incident, and what to do about it. Reads the
//! row of the index and no stream.

use super::clock::ClockView;
use super::link::Link;
use crate::app::desk::incident_path;
use crate::db::index::{BoardRow, Missing};
use crate::law::library::Library;
use crate::locales::Text;
use url::form_urlencoded::byte_serialize;

/// One incident with law about which counsel must be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingLaw {
    /// The places, with the number of persons in each.
    pub places: String,
    /// The incident.
    pub incident: Link,
    /// Where an answer is recorded, or the places are listed.
    pub answer: String,
}

impl MissingLaw {
    /// From a row of the index; nothing where the row is about something else.
    #[must_use]
    pub fn of(t: Text, library: &Library, row: &BoardRow, incident: String) -> Option<Self> {
        let Missing::Law(law) = &row.clock.missing else { return None };
        let vocabulary = library.vocabulary();
        let place =
            |law: &crate::db::index::MissingLaw| t.law_of(&vocabulary.gap_title(&law.gap), law.persons, library);
        let places: Vec<String> = law.iter().map(place).collect();
        let path = incident_path(&row.incident.stream);
        let answer = match law.as_slice() {
            [one] => {
                let gap: String = byte_serialize(one.gap.as_str().as_bytes()).collect();
                format!("{path}/counsel?gap={gap}")
            }
            _ => format!("{path}#elsewhere"),
        };
        let incident = Link { href: format!("{path}#elsewhere"), label: incident };
        Some(Self { places: t.few_places(&places), incident, answer })
    }

    /// The same as the biggest thing on the board, where no clock runs.
    #[must_use]
    pub fn face(&self, t: Text, may_record: bool) -> ClockView {
        ClockView {
            standing: "unknown",
            word: t.mail_label_law(),
            title: t.board_ask_counsel(&self.places),
            incident: self.incident.label.clone(),
            incident_href: self.incident.href.clone(),
            cite: t.elsewhere_title(),
            consequence: t.board_law_unknown(),
            href: if may_record { self.answer.clone() } else { String::new() },
            action: t.elsewhere_add(),
            ..ClockView::default()
        }
    }
}
