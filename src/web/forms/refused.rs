//! A form on an incident that could not be taken as sent: what to say at the top and at each field, what others recorded
//! meanwhile, and under which position sending again will save. Everything typed stays in the form; nothing is written.

use super::problems::{self, Errors};
use crate::app::desk::refusal::{Problem, Refusal};
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::locales::Text;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::views::timeline::{TimelineEntry, tell_all};
use crate::web::views::wording::Wording;
use actix_web::http::StatusCode;
use chrono_tz::Tz;

/// Everything that stands in the way of a form; empty for a fresh one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormErrors {
    /// The status of the answer.
    pub status: StatusCode,
    /// What is wrong, in the order of the form.
    pub errors: Errors,
    /// What other people recorded since the form was shown.
    pub since: Vec<TimelineEntry>,
    /// The position under which sending again will save, as the form carries it.
    pub position: String,
    /// What is asked about a moment out of order, where something is.
    pub order: Option<OrderQuestion>,
}

/// The box that confirms a moment out of order, beside the field of that moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderQuestion {
    /// Beside which field.
    pub field: String,
    /// The question's name.
    pub name: String,
    /// Whether it is ticked.
    pub confirmed: bool,
    /// The reason typed.
    pub reason: String,
}

impl FormErrors {
    /// A fresh form made from a position.
    #[must_use]
    pub fn none(position: i64) -> Self {
        Self { position: position.to_string(), ..Self::default() }
    }

    /// From a refusal; what no form can mend falls through as a failure.
    ///
    /// # Errors
    /// Everything but wrong fields, changes by others and what cannot be done now.
    pub fn of(teller: &Wording<'_>, position: i64, refusal: Option<Refusal>) -> Result<Self, Failure> {
        match refusal {
            None => Ok(Self::none(position)),
            Some(Refusal::Changed { since, position, .. }) => Ok(Self {
                status: StatusCode::CONFLICT,
                since: tell_all(teller, &since),
                position: position.to_string(),
                errors: Errors::default(),
                order: None,
            }),
            Some(refusal) => Self::fields(teller.t, teller.zone, teller.library, position, refusal),
        }
    }

    /// From a refusal of a form that stands on no incident yet.
    ///
    /// # Errors
    /// Everything but wrong fields and what cannot be done now.
    pub fn fields(t: Text, zone: Tz, library: &Library, position: i64, refusal: Refusal) -> Result<Self, Failure> {
        let order = asked(&refusal);
        let (status, errors) = match refusal {
            Refusal::Invalid(errors) => (StatusCode::UNPROCESSABLE_ENTITY, Errors::new(t, zone, library, &errors)),
            Refusal::NotNow(problem) => (StatusCode::CONFLICT, Errors::one("", problems::text(t, &problem, zone))),
            other => return Err(other.into()),
        };
        Ok(Self { status, errors, since: Vec::new(), position: position.to_string(), order })
    }

    /// The same with what was typed beside a question about a moment out of order: a tick that answers another question than
    /// the one asked now is not kept, the reason is.
    #[must_use]
    pub fn keeping(mut self, typed: &FormData) -> Self {
        let answer = typed.order();
        if answer.asked.is_empty() {
            return self;
        }
        let before =
            OrderQuestion { field: typed.text("order_field"), name: answer.asked.clone(), ..Default::default() };
        let order = self.order.get_or_insert(before);
        order.confirmed = answer.confirmed && order.name == answer.asked;
        order.reason = answer.reason;
        self
    }

    /// What is asked beside a field about a moment out of order.
    #[must_use]
    pub fn order(&self, field: &str) -> Option<&OrderQuestion> {
        self.order.as_ref().filter(|order| order.field == field)
    }

    /// What is wrong with one field; empty when nothing is.
    #[must_use]
    pub fn at(&self, field: &str) -> &str {
        self.errors.of(field)
    }
}

/// The question about a moment out of order that a refusal asks.
fn asked(refusal: &Refusal) -> Option<OrderQuestion> {
    let Refusal::Invalid(errors) = refusal else { return None };
    errors.iter().find_map(|error| match &error.problem {
        Problem::OutOfOrder { name, .. } => {
            Some(OrderQuestion { field: error.field.clone(), name: name.clone(), ..OrderQuestion::default() })
        }
        _ => None,
    })
}

/// A moment that a fresh form may offer: now, on the organisation's clock, as it would be typed.
#[must_use]
pub fn typed_now(now: Moment, zone: Tz) -> String {
    now.in_zone(zone).format("%Y-%m-%d %H:%M").to_string()
}
