//! What was typed into a form, field by field, in order; several values may stand under one name. Kept as it is, so that
//! a form that cannot be taken is shown again with everything in it.

use super::failure::Failure;
use crate::app::desk::Ticket;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::input::MomentInput;
use crate::app::desk::order::OrderAnswer;
use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

/// Names of fields that belong to the frame and not to the person.
pub const FRAME_FIELDS: [&str; 4] = ["csrf", "once", "position", "back"];

/// A form as sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormData(pub Vec<(String, String)>);

impl FormData {
    /// Reads `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn parse(body: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// What was typed into the form of this request; nothing where none was read. Left with the request before anything
    /// can fail, so that nothing typed is lost with a failure.
    #[must_use]
    pub fn left_with(request: &HttpRequest) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }

    /// The first value under a name; empty when there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The first value under a name, owned.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// Whether a check box was ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Every value under a name.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect()
    }

    /// A moment: its text under the name, how exactly it is known and its zone under `{name}_precision` and
    /// `{name}_zone`.
    #[must_use]
    pub fn moment(&self, name: &str) -> MomentInput {
        MomentInput {
            text: self.text(name),
            precision: self.text(&format!("{name}_precision")),
            zone: self.text(&format!("{name}_zone")),
        }
    }

    /// Every fact: fields named `fact-{key}`, with `fact-{key}_quality` (or `_currency`) beside counts and sums.
    #[must_use]
    pub fn facts(&self) -> BTreeMap<String, FactInput> {
        let mut facts: BTreeMap<String, FactInput> = BTreeMap::new();
        for (name, value) in &self.0 {
            let Some(key) = name.strip_prefix("fact-") else { continue };
            if let Some((key, choice)) = key.split_once("_of_") {
                facts.entry(key.to_owned()).or_default().counts.push((choice.to_owned(), value.clone()));
                continue;
            }
            let qualifier = key.strip_suffix("_quality").or_else(|| key.strip_suffix("_currency"));
            match qualifier {
                Some(key) => facts.entry(key.to_owned()).or_default().qualifier.clone_from(value),
                None => facts.entry(key.to_owned()).or_default().values.push(value.clone()),
            }
        }
        facts
    }

    /// Fields whose name begins with a prefix, by the rest of the name.
    #[must_use]
    pub fn under(&self, prefix: &str) -> BTreeMap<String, String> {
        let rest = |(name, value): &(String, String)| Some((name.strip_prefix(prefix)?.to_owned(), value.clone()));
        self.0.iter().filter_map(rest).collect()
    }

    /// What was answered about moments out of order.
    #[must_use]
    pub fn order(&self) -> OrderAnswer {
        OrderAnswer {
            asked: self.text("order_asked"),
            confirmed: self.ticked("order_confirmed"),
            reason: self.text("order_reason"),
        }
    }

    /// What came with the form besides what was typed: the position seen, the idempotency key, and what was answered about
    /// moments out of order.
    #[must_use]
    pub fn ticket(&self) -> Ticket {
        let once = Some(self.text("once")).filter(|key| !key.is_empty() && key.len() <= 64);
        Ticket { seen: self.get("position").parse().ok(), once, order: self.order() }
    }
}

/// The largest form read, in bytes. A text of a million characters still arrives, so that its own page can say at its
/// own field that it is too long, and keep it.
pub const LARGEST_FORM: usize = 4 << 20;

impl FromRequest for FormData {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = Bytes::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let typed = Self::parse(&body.await.map_err(|_| Failure::TooLarge)?);
            request.extensions_mut().insert(typed.clone());
            Ok(typed)
        })
    }
}
