//! A finished message as bytes of the mail standards (RFC 5322, MIME). Headers are set through typed values only, so
//! that no text can add one.

use super::address::{Address, Sender};
use super::line::one_line;
use super::message::Mail;
use lettre::Message;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use std::time::{Duration, SystemTime};

/// RFC 3834: written by a machine, so no out-of-office answers please.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The message as bytes, ready for a server or a file.
pub fn compose(mail: &Mail, from: &Sender) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
    let domain = from.address.domain();
    let thread = mail.message_id.split('.').next().unwrap_or_default();
    let builder = Message::builder()
        .from(Mailbox::new(Some(one_line(&from.name)).filter(|name| !name.is_empty()), lettre(&from.address)?))
        .to(Mailbox::new(None, lettre(&mail.to)?))
        .subject(one_line(&mail.subject))
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(mail.at.seconds())?))
        .message_id(Some(format!("<{}@{domain}>", mail.message_id)))
        .references(format!("<{thread}@{domain}>"))
        .header(AutoSubmitted)
        .header(MIME_VERSION_1_0);
    let both = MultiPart::alternative()
        .singlepart(SinglePart::plain(mail.text.clone()))
        .singlepart(SinglePart::html(mail.html.clone()));
    let Some(ics) = &mail.ics else {
        return Ok(builder.multipart(both)?);
    };
    let method = if ics.contains("METHOD:CANCEL") { "CANCEL" } else { "PUBLISH" };
    let kind = ContentType::parse(&format!("text/calendar; charset=utf-8; method={method}"))?;
    let both = both.singlepart(SinglePart::builder().content_type(kind.clone()).body(ics.clone()));
    let file = Attachment::new("deadline.ics".to_owned()).body(ics.clone(), kind);
    Ok(builder.multipart(MultiPart::mixed().multipart(both).singlepart(file))?)
}

fn lettre(address: &Address) -> Result<lettre::Address, lettre::address::AddressError> {
    address.as_str().parse()
}
