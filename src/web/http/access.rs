//! Who may call what, as data. The table of addresses stands in `routes`, which leaves it in the app's data; whoever
//! asks about an address reads it there. What is not in the table is refused, whoever calls.

use super::failure::Failure;
use crate::app::desk::actor::{Permission, Role};
use actix_web::HttpRequest;
use actix_web::dev::ResourceDef;
use actix_web::http::Method as HttpMethod;
use actix_web::web::Data;

/// How a page is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reading; changes nothing. HEAD is answered as well.
    Get,
    /// Acting.
    Post,
}

/// Who may call a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever's role includes this.
    Needs(Permission),
}

/// One address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// How it is called.
    pub method: Method,
    /// Its path, with names in braces for what varies.
    pub pattern: &'static str,
    /// Who may.
    pub access: Access,
}

/// Every address of the program.
#[derive(Debug, Clone)]
pub struct Addresses(Vec<(Address, ResourceDef)>);

impl Addresses {
    /// These and no others.
    #[must_use]
    pub fn new(addresses: impl IntoIterator<Item = Address>) -> Self {
        Self(addresses.into_iter().map(|address| (address, ResourceDef::new(address.pattern))).collect())
    }

    /// Each, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Address> {
        self.0.iter().map(|(address, _)| address)
    }

    /// Whether a path, without its query, leads to a page that is called like this.
    #[must_use]
    pub fn reach(&self, method: Method, path: &str) -> bool {
        self.0.iter().any(|(address, pattern)| address.method == method && pattern.is_match(path))
    }

    fn at(&self, pattern: &str) -> impl Iterator<Item = &Address> {
        self.iter().filter(move |address| address.pattern == pattern)
    }
}

/// The addresses that stand under the pattern of a request: one for each method.
fn asked(request: &HttpRequest) -> Vec<Address> {
    let table = request.app_data::<Data<Addresses>>();
    let found = table.zip(request.match_pattern()).map(|(table, pattern)| table.at(&pattern).copied().collect());
    found.unwrap_or_default()
}

/// Who may call the page of a request; nothing where the table does not have it.
#[must_use]
pub fn access(request: &HttpRequest) -> Option<Access> {
    let method = match *request.method() {
        HttpMethod::GET | HttpMethod::HEAD => Method::Get,
        HttpMethod::POST => Method::Post,
        _ => return None,
    };
    asked(request).into_iter().find(|address| address.method == method).map(|address| address.access)
}

/// Refuses a request whose page needs more than a role includes, or is not in the table.
///
/// # Errors
/// [`Failure::NotAllowed`].
pub fn permit(request: &HttpRequest, role: Role) -> Result<(), Failure> {
    match access(request) {
        Some(Access::Public | Access::SignedIn) => Ok(()),
        Some(Access::Needs(permission)) if role.may(permission) => Ok(()),
        Some(Access::Needs(_)) | None => Err(Failure::NotAllowed),
    }
}

/// Whether the page of a request stands beside the table: registered, with nobody having said who may call it.
#[must_use]
pub fn is_unlisted(request: &HttpRequest) -> bool {
    request.match_pattern().is_some() && asked(request).is_empty()
}

/// The methods with which the page of a request may be called, as the `Allow` header lists them.
#[must_use]
pub fn allowed(request: &HttpRequest) -> String {
    let methods = asked(request).into_iter().map(|address| match address.method {
        Method::Get => "GET, HEAD",
        Method::Post => "POST",
    });
    methods.collect::<Vec<_>>().join(", ")
}
