//! The body of a request, read as it was sent and within bounds: so many bytes, so many fields, so fast. Nothing is
//! unpacked, and what is beyond a bound is read past and thrown away, so that the refusal still reaches the sender.

use super::access::{self, Access};
use super::failure::Failure;
use actix_web::HttpRequest;
use actix_web::body::{BodyStream, MessageBody};
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_LENGTH;
use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The largest form read, in bytes. A text of a million characters still arrives, so that its own page can say at its
/// own field that it is too long, and keep it.
pub const LARGEST_FORM: usize = 4 << 20;
/// The largest form read from whoever is not signed in, in bytes.
pub const LARGEST_PUBLIC_FORM: usize = 64 << 10;
/// The most fields read: twice as many as the largest form of the program has. A test renders every form and counts.
pub const MOST_FIELDS: usize = 2_000;

/// How long a body may take to begin.
const PATIENCE: Duration = Duration::from_secs(5);
/// What then must arrive in each second, on the average, in bytes: a poor mobile line.
const PER_SECOND: u64 = 8 << 10;
/// How long a whole body may take, however steadily it comes.
const LONGEST: Duration = Duration::from_secs(120);

/// The most bytes that the page of a request reads. Signing in carries the form that met an ended session.
fn largest(request: &HttpRequest) -> usize {
    let carries = request.path() == "/sign-in";
    match access::access(request) {
        Some(Access::Public) if !carries => LARGEST_PUBLIC_FORM,
        _ => LARGEST_FORM,
    }
}

/// Reads the body of a request.
///
/// # Errors
/// [`Failure::TooLarge`], [`Failure::TooManyFields`], [`Failure::TooSlow`].
pub async fn read(request: &HttpRequest, payload: Payload) -> Result<Vec<u8>, Failure> {
    let most = largest(request);
    let announced = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    let beyond = |bytes: u64| usize::try_from(bytes).map_or(true, |bytes| bytes > LARGEST_FORM);
    if announced.is_some_and(beyond) {
        return Err(Failure::TooLarge);
    }
    let mut stream = pin!(BodyStream::new(payload));
    let (began, mut bytes, mut fields) = (Instant::now(), Vec::new(), 1_usize);
    let (mut arrived, mut refused) = (0_u64, None);
    loop {
        let next = timeout_at(deadline(began, arrived), poll_fn(|context| stream.as_mut().poll_next(context)));
        let Ok(next) = next.await else { return Err(Failure::TooSlow) };
        let Some(chunk) = next else { break };
        // What breaks off in the middle has nobody left to be answered.
        let chunk = chunk.map_err(|_| Failure::TooLarge)?;
        arrived = arrived.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        if beyond(arrived) {
            return Err(Failure::TooLarge);
        }
        if refused.is_some() {
            continue;
        }
        let room = MOST_FIELDS.saturating_sub(fields).saturating_add(1);
        fields = fields.saturating_add(chunk.iter().filter(|byte| **byte == b'&').take(room).count());
        if fields > MOST_FIELDS {
            refused = Some(Failure::TooManyFields);
        } else if bytes.len().saturating_add(chunk.len()) > most {
            refused = Some(Failure::TooLarge);
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    refused.map_or(Ok(bytes), Err)
}

/// By when more must have arrived.
fn deadline(began: Instant, arrived: u64) -> Instant {
    let earned = Duration::from_secs(arrived.checked_div(PER_SECOND).unwrap_or(0));
    began.checked_add(PATIENCE.saturating_add(earned).min(LONGEST)).unwrap_or(began)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_sends_steadily_is_given_time_and_who_trickles_is_not() {
        let began = Instant::now();
        assert_eq!(deadline(began, 0).duration_since(began), PATIENCE);
        assert_eq!(deadline(began, 100).duration_since(began), PATIENCE, "a byte now and then earns nothing");
        assert_eq!(deadline(began, 80 << 10).duration_since(began), PATIENCE + Duration::from_secs(10));
        assert_eq!(deadline(began, u64::MAX).duration_since(began), LONGEST);
    }
}
