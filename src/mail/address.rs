//! An e-mail address that can be used, and nothing else: whatever holds an [`Address`] need not check it again.
//!
//! Refuses what mail servers of every kind do not all accept (quoted names, addresses in other scripts), and thereby
//! everything that could smuggle a line break into a header.

use super::line::one_line;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A checked e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

/// Why a text is not an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Not of the form name@domain.
    #[error("this is not an e-mail address: write it as name@example.org")]
    Shape,
    /// Has characters outside ASCII.
    #[error("the address has characters that not every mail server accepts: use its ASCII form")]
    Script,
    /// Longer than the 254 characters that mail servers accept.
    #[error("the address is longer than 254 characters: check for text pasted by mistake")]
    Length,
}

impl Address {
    /// Reads an address; spaces around it are dropped, the case of the domain is folded.
    ///
    /// # Errors
    /// [`AddressError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        if text.len() > 254 {
            return Err(AddressError::Length);
        }
        if !text.is_ascii() {
            return Err(AddressError::Script);
        }
        let (name, domain) = text.rsplit_once('@').ok_or(AddressError::Shape)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        if !name.chars().all(plain) || lettre::Address::new(name, domain).is_err() || domain.starts_with('[') {
            return Err(AddressError::Shape);
        }
        Ok(Self(format!("{name}@{}", domain.to_ascii_lowercase())))
    }

    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Address {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0
    }
}

/// Who a message says it is from: `Dutyclock <dutyclock@example.org>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The name shown; may be empty.
    pub name: String,
    /// The address.
    pub address: Address,
}

impl Sender {
    /// Reads `name <address>` or a bare address, which gets the product's name.
    ///
    /// # Errors
    /// [`AddressError`] when the part that should be an address is not one.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        match text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            Some((name, address)) => {
                Ok(Self { name: one_line(name.trim().trim_matches('"')), address: Address::parse(address)? })
            }
            None => Ok(Self { name: "Dutyclock".to_owned(), address: Address::parse(text)? }),
        }
    }
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn usual_addresses_are_addresses() {
        for text in ["a@b.kr", " kim.minsu+duty@Example.CO.KR ", "o'neil@example.org", "x@xn--9t4b11yi5a.kr"] {
            assert!(Address::parse(text).is_ok(), "{text}");
        }
        assert_eq!(Address::parse("Kim@Example.ORG").unwrap().as_str(), "Kim@example.org");
    }

    #[test]
    fn what_could_forge_a_header_is_no_address() {
        let long = format!("a@{}.kr", "b".repeat(260));
        for text in [
            "",
            "a",
            "@b.kr",
            "a@",
            "a b@c.kr",
            "a@b c.kr",
            "a@b.kr\r\nBcc: x@y.z",
            "\"a\r\n\"@b.kr",
            "\"a b\"@c.kr",
            "a@b.kr, c@d.kr",
            "<a@b.kr>",
            "김@example.org",
            "a@[127.0.0.1]",
            "a..b@c.kr",
            ".a@c.kr",
            &long,
        ] {
            assert!(Address::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_sender_has_a_name_and_an_address() {
        let sender = Sender::parse("\"Duty\nClock\" <d@example.org>").unwrap();
        assert_eq!((sender.name.as_str(), sender.address.as_str()), ("Duty Clock", "d@example.org"));
        assert_eq!(Sender::parse("d@example.org").unwrap().name, "Dutyclock");
        assert!(Sender::parse("Duty <nobody>").is_err());
    }
}
