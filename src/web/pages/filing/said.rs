//! What something handed in said: asked where it was made outside Dutyclock, and compared with what is known today where an
//! approved form is about to be recorded.

use crate::app::incident::view::IncidentView;
use crate::incident::changes;
use crate::incident::filing::FilingId;
use crate::law::questions::reported::PERSONS;
use crate::law::situation::DutyId;
use crate::law::situation::fact::FactKey;
use crate::web::forms::fact_field::{self, FactField};
use crate::web::forms::refused::FormErrors;
use crate::web::http::form::FormData;
use crate::web::http::visit::Visit;
use crate::web::views::wording::{Wording, short};

/// The number of persons that a filing made outside told, where its act has such an item.
pub(super) fn asked(visit: &Visit, duty: &DutyId, sent: Option<&FormData>, trouble: &FormErrors) -> Vec<FactField> {
    let (library, persons) = (&visit.web.desk.library, FactKey::new(PERSONS));
    if !library.reported(duty, None).contains(&persons) {
        return Vec::new();
    }
    let fact = library.vocabulary().fact(&persons);
    fact.map(|fact| fact_field::field(visit.t, fact, None, sent, trouble)).into_iter().collect()
}

/// What an approved form says and is known otherwise today, a line each.
pub(super) fn outdated(visit: &Visit, view: &IncidentView, filing: &str) -> Vec<String> {
    let teller = Wording::of(visit, view);
    let Some(filing) = view.incident.filings.get(&FilingId(filing.to_owned())) else { return Vec::new() };
    let line = |difference: crate::incident::difference::FactDifference| {
        let value = |value: Option<&_>| short(&teller.value(&difference.key, value));
        let (before, after) = (value(difference.before.as_ref()), value(difference.after.as_ref()));
        visit.t.filing_outdated_line(teller.fact(&difference.key), before, after)
    };
    changes::outdated(teller.library, &view.incident, filing).into_iter().map(line).collect()
}
