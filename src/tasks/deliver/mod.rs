//! Sends what is in the outbox. Nothing is ever dropped: what fails is tried again, and what a mail server refuses for
//! good is given up after a day and shown. A message may arrive twice when the program dies between sending and noting
//! it; it then carries the same Message-ID.

use crate::app::desk::Desk;
use crate::app::desk::letters::{INVITATION, MADE_WHEN_SENT};
use crate::app::desk::refusal::Refusal;
use crate::db::Db;
use crate::db::outbox::{self, Message};
use crate::law::base::moment::Moment;
use crate::mail::{Address, Mail, SendError, Transport};
use std::time::Duration;
use tokio::task::JoinSet;

/// How long a message belongs to one instance alone, in seconds.
const LEASE: i64 = 120;
/// How long one attempt may take: well within the lease, so that nobody else begins meanwhile.
const PATIENCE: Duration = Duration::from_secs(90);
/// How many messages are sent at the same time: as many as there are connections.
const AT_ONCE: i64 = 8;
/// Seconds until the next attempt, after the first, second … one; the last holds from then on.
const BACKOFF: [i64; 5] = [30, 120, 600, 1_800, HOUR];
const HOUR: i64 = 3_600;
/// A message that a mail server refuses for good is tried for so long, in seconds: somebody may mend the address.
const GIVE_UP_AFTER: i64 = 24 * HOUR;

/// Why an invitation was not sent.
const OBSOLETE: &str = "the invitation was accepted, made anew or has run out: there was no link to send any more";

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Handed to the mail server.
    pub sent: usize,
    /// Failed, to be tried again.
    pub failed: usize,
    /// Given up, to be shown.
    pub given_up: usize,
}

impl Delivered {
    /// Whether there was anything to do.
    #[must_use]
    pub const fn any(&self) -> bool {
        self.sent > 0 || self.failed > 0 || self.given_up > 0
    }

    fn add(&mut self, other: Self) {
        self.sent = self.sent.saturating_add(other.sent);
        self.failed = self.failed.saturating_add(other.failed);
        self.given_up = self.given_up.saturating_add(other.given_up);
    }
}

/// Sends one batch. An empty answer means that nothing is due.
///
/// # Errors
/// When the outbox cannot be read or written; what was leased is free again when its lease has run out.
pub async fn deliver_once(desk: &Desk, transport: &Transport, instance: &str) -> Result<Delivered, Refusal> {
    let (now, by) = (desk.now(), instance.to_owned());
    let lease = move |db: &mut crate::db::Db| outbox::lease(db, &by, now, LEASE, AT_ONCE);
    let batch = desk.store.write(lease).await?;
    let mut sending = JoinSet::new();
    for message in batch {
        let (desk, transport, by) = (desk.clone(), transport.clone(), instance.to_owned());
        sending.spawn(async move { attempt(&desk, &transport, by, message).await });
    }
    let (mut delivered, mut failure) = (Delivered::default(), None);
    while let Some(ended) = sending.join_next().await {
        match ended.unwrap_or_else(|panic| Err(Refusal::Unexpected(panic.into()))) {
            Ok(one) => delivered.add(one),
            Err(refusal) => failure = Some(refusal),
        }
    }
    failure.map_or(Ok(delivered), Err)
}

/// One message, once, and what became of it, noted at once.
async fn attempt(desk: &Desk, transport: &Transport, by: String, message: Message) -> Result<Delivered, Refusal> {
    let id = message.id;
    let Some(message) = with_link(desk, message).await? else {
        let obsolete = move |db: &mut Db| outbox::give_up(db, id, &by, OBSOLETE);
        desk.store.write(obsolete).await?;
        return Ok(Delivered { given_up: 1, ..Delivered::default() });
    };
    let outcome = send(transport, &message).await;
    let now = desk.now();
    let Err(error) = outcome else {
        let personal = message.kind == INVITATION;
        let note = move |db: &mut Db| {
            if personal {
                outbox::blank(db, id)?;
            }
            outbox::sent(db, id, &by, now)
        };
        desk.store.write(note).await?;
        return Ok(Delivered { sent: 1, ..Delivered::default() });
    };
    let next = next_step(&message, &error, now);
    tracing::warn!(message = id, attempt = message.attempts, permanent = error.permanent, "a message was not sent");
    desk.store
        .write(move |db| match next {
            Step::Retry(at) => outbox::failed(db, id, &by, &error.text, at),
            Step::GiveUp => outbox::give_up(db, id, &by, &error.text),
        })
        .await?;
    Ok(match next {
        Step::Retry(_) => Delivered { failed: 1, ..Delivered::default() },
        Step::GiveUp => Delivered { given_up: 1, ..Delivered::default() },
    })
}

/// The message with its personal link, where it is to have one; nothing when what it invites to is over.
async fn with_link(desk: &Desk, mut message: Message) -> Result<Option<Message>, Refusal> {
    if message.kind != INVITATION || !message.text.contains(MADE_WHEN_SENT) {
        return Ok(Some(message));
    }
    let Some(token) = desk.link_for_mail(message.recipient.clone(), message.created_at).await? else { return Ok(None) };
    message.text = message.text.replace(MADE_WHEN_SENT, &token);
    message.html = message.html.replace(MADE_WHEN_SENT, &token);
    Ok(Some(message))
}

async fn send(transport: &Transport, message: &Message) -> Result<(), SendError> {
    let mail = mail(message)?;
    tokio::time::timeout(PATIENCE, transport.send(&mail)).await.unwrap_or_else(|_| {
        let text = format!("the mail server did not answer within {} seconds", PATIENCE.as_secs());
        Err(SendError { permanent: false, text })
    })
}

fn mail(message: &Message) -> Result<Mail, SendError> {
    let to = Address::parse(&message.recipient)
        .map_err(|cause| SendError { permanent: true, text: format!("the address cannot be used: {cause}") })?;
    Ok(Mail {
        to,
        lang: message.lang,
        at: message.created_at,
        subject: message.subject.clone(),
        text: message.text.clone(),
        html: message.html.clone(),
        ics: message.ics.clone(),
        message_id: message.message_id.clone(),
    })
}

/// What to do after a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Retry(Moment),
    GiveUp,
}

fn next_step(message: &Message, error: &SendError, now: Moment) -> Step {
    if error.permanent {
        let old = now.since(message.created_at) >= GIVE_UP_AFTER;
        return if old { Step::GiveUp } else { Step::Retry(now.plus_seconds(HOUR)) };
    }
    let made = usize::try_from(message.attempts.saturating_sub(1)).unwrap_or(0);
    Step::Retry(now.plus_seconds(BACKOFF.get(made).copied().unwrap_or(HOUR)))
}

#[cfg(test)]
mod tests;
