//! What was typed into a form, field by field, in order; several values may stand under one name. Kept as it is, so that
//! a form that cannot be taken is shown again with everything in it.

use super::body;
use super::failure::Failure;
use super::paths::path_of;
use crate::app::desk::Ticket;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::input::MomentInput;
use crate::app::desk::order::OrderAnswer;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::pin::Pin;

/// Names of fields that belong to the frame and not to the person.
pub const FRAME_FIELDS: [&str; 4] = ["csrf", "once", "position", "back"];

/// The longest idempotency key taken, in bytes.
const LONGEST_KEY: usize = 64;

/// A form as sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormData {
    fields: Vec<(String, String)>,
    /// Where the values of each name stand: a look at a field is one step, however many there are.
    places: HashMap<String, Vec<usize>>,
    /// The path and query to which it was sent; empty for what was not sent.
    path: String,
}

impl FormData {
    /// A form of these fields.
    #[must_use]
    pub fn new(fields: Vec<(String, String)>) -> Self {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, (name, _)) in fields.iter().enumerate() {
            places.entry(name.clone()).or_default().push(place);
        }
        Self { fields, places, path: String::new() }
    }

    /// Reads `application/x-www-form-urlencoded`; of an address no more fields than any form has.
    #[must_use]
    pub fn parse(body: &[u8]) -> Self {
        let fields = url::form_urlencoded::parse(body).take(body::MOST_FIELDS);
        Self::new(fields.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// Each field, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn under_name(&self, name: &str) -> impl Iterator<Item = &str> {
        let places = self.places.get(name).into_iter().flatten();
        places.filter_map(|place| self.fields.get(*place)).map(|(_, value)| value.as_str())
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
        self.under_name(name).next().unwrap_or_default()
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
        self.under_name(name).map(str::to_owned).collect()
    }

    /// A moment: its text under the name; its second end, how exactly it is known and its zone under `{name}_until`,
    /// `{name}_precision` and `{name}_zone`.
    #[must_use]
    pub fn moment(&self, name: &str) -> MomentInput {
        MomentInput {
            text: self.text(name),
            until: self.text(&format!("{name}_until")),
            precision: self.text(&format!("{name}_precision")),
            zone: self.text(&format!("{name}_zone")),
        }
    }

    /// Every fact: fields named `fact-{key}`, with `fact-{key}_quality` (or `_currency`) beside counts and sums.
    #[must_use]
    pub fn facts(&self) -> BTreeMap<String, FactInput> {
        let mut facts: BTreeMap<String, FactInput> = BTreeMap::new();
        for (name, value) in &self.fields {
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
        self.fields.iter().filter_map(rest).collect()
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

    /// What came with the form besides what was typed: the position seen, the idempotency key, and what it stands over, and
    /// what was answered about moments out of order.
    #[must_use]
    pub fn ticket(&self) -> Ticket {
        let plain =
            |key: &String| !key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(|b| b.is_ascii_graphic());
        Ticket {
            seen: self.get("position").parse().ok(),
            once: Some(self.text("once")).filter(plain),
            content: self.fingerprint(),
            order: self.order(),
        }
    }

    /// The hash of where the form was sent and of everything typed into it.
    fn fingerprint(&self) -> String {
        let typed =
            self.iter().filter(|(name, _)| !FRAME_FIELDS.contains(name)).flat_map(|(name, value)| [name, value]);
        let mut hash = Sha256::new();
        for text in std::iter::once(self.path.as_str()).chain(typed) {
            hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(text.as_bytes());
        }
        hex::encode(hash.finalize())
    }
}

impl FromRequest for FormData {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let body = body::read(&request, payload).await?;
            let typed = Self { path: path_of(&request), ..Self::parse(&body) };
            request.extensions_mut().insert(typed.clone());
            Ok(typed)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent_to(path: &str, body: &str) -> FormData {
        FormData { path: path.to_owned(), ..FormData::parse(body.as_bytes()) }
    }

    #[test]
    fn several_values_stand_under_one_name_in_order() {
        let typed = FormData::parse(b"a=1&b=2&a=3");
        assert_eq!((typed.get("a"), typed.all("a"), typed.get("c")), ("1", vec!["1".to_owned(), "3".to_owned()], ""));
    }

    #[test]
    fn a_form_is_the_same_again_only_with_the_same_content_at_the_same_address() {
        let content = |path, body| sent_to(path, body).ticket().content;
        let first = content("/notes", "csrf=1&once=k&position=3&text=a");
        assert_eq!(first, content("/notes", "csrf=2&once=k&position=4&text=a"));
        for (path, body) in [("/notes", "once=k&text=b"), ("/title", "once=k&text=a"), ("/notes", "once=k&text=a&x=")] {
            assert_ne!(first, content(path, body), "{path} {body}");
        }
        assert_ne!(content("/", "ab=c"), content("/", "a=bc"));
    }

    #[test]
    fn a_key_that_no_page_of_ours_made_is_no_key() {
        for key in ["", "a%00b", "a+b", &"k".repeat(LONGEST_KEY + 1)] {
            assert_eq!(sent_to("/", &format!("once={key}")).ticket().once, None, "{key}");
        }
    }
}
