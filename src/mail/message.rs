//! What a finished message is, and what all messages share: the head, the labelled rows, the calm frame around them.

use super::address::Address;
use super::line::{one_line, short_line};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::law::verdict::Course;
use crate::locales::Text;
use askama::Template;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// The most characters of a title that are shown.
const TITLE: usize = 160;

/// A finished message for one recipient, ready to be stored and sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// The recipient.
    pub to: Address,
    /// The language it is written in.
    pub lang: Lang,
    /// When it was written; becomes its `Date`.
    pub at: Moment,
    /// One line.
    pub subject: String,
    /// Complete in itself.
    pub text: String,
    /// The same for those who see HTML.
    pub html: String,
    /// A calendar file, where the message has a deadline.
    pub ics: Option<String>,
    /// The left part of its Message-ID: the same natural key and recipient always give the same, so that a message sent
    /// twice is recognised as one. What stands before its dot is shared by all messages about one thing, by which mail
    /// programs keep them together. The transport adds the sender's domain.
    pub message_id: String,
}

/// Why a message could not be written.
#[derive(Debug, Error)]
pub enum MailError {
    /// A warning was asked for about a duty that has no end and so no deadline.
    #[error("a continuing duty has no deadline to warn about: check which duties are watched")]
    NoDeadline,
    /// A template failed.
    #[error("the message could not be rendered")]
    Render(#[from] askama::Error),
}

/// What every message needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The recipient.
    pub to: Address,
    /// The recipient's language.
    pub lang: Lang,
    /// The organisation's zone, in which moments are shown beside UTC.
    pub zone: Tz,
    /// The moment at which the message is written.
    pub at: Moment,
    /// The natural key: for a warning clock and rung. Not shown to anybody.
    pub key: String,
    /// What the message belongs to (the clock, the filing, the account), for threads in mail programs.
    pub thread: String,
    /// The organisation's name.
    pub organisation: String,
    /// Whether it is about a drill: subject and body then say so.
    pub drill: bool,
    /// The page that the message points to. Opening it must change nothing.
    pub link: String,
}

/// The incident a message is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// Its reference, as on the pages.
    pub reference: String,
    /// Its title. In the body only: subjects appear on locked screens.
    pub title: String,
}

impl Incident {
    pub(crate) fn reference(&self) -> String {
        short_line(&self.reference, 60)
    }

    pub(crate) fn full(&self) -> String {
        one_line(&format!("{} {}", self.reference(), short_line(&self.title, TITLE)))
    }
}

/// How a message feels at first sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Calm,
    Soon,
    Late,
    Done,
}

impl Tone {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Soon => "soon",
            Self::Late => "late",
            Self::Done => "done",
        }
    }
}

/// A label and what stands beside it; either may be a person's text and is escaped where it is shown.
pub(crate) struct Row {
    pub label: String,
    pub value: String,
}

/// The frame that every message fills.
pub(crate) struct Sheet {
    pub t: Text,
    pub tone: Tone,
    pub drill: bool,
    pub big: String,
    pub lead: String,
    pub rows: Vec<Row>,
    pub action: String,
    pub link: String,
    pub footer: String,
}

impl Sheet {
    pub(crate) fn new(head: &Head, tone: Tone, big: String, lead: String, action: String) -> Self {
        let t = Text::new(head.lang);
        let footer = t.mail_footer(short_line(&head.organisation, TITLE), t.moment(head.at, head.zone));
        Self { t, tone, drill: head.drill, big, lead, rows: Vec::new(), action, link: one_line(&head.link), footer }
    }

    pub(crate) fn row(&mut self, label: String, value: &str) {
        if !value.is_empty() {
            self.rows.push(Row { label, value: one_line(value) });
        }
    }
}

/// To the moment to keep, in words: how long is left, or how late it is.
pub(crate) fn left(t: Text, course: &Course, due: Moment, at: Moment) -> String {
    let course = Course { end: at.into(), ..*course };
    if at <= due { t.length(course.left()) } else { t.mail_warning_big_late(t.length(course.late())) }
}

/// Makes the three parts of a message from the templates in which `v` is its `View`, and `written`, which puts them
/// together.
macro_rules! parts {
    ($subject:tt, $body:tt, $html:tt) => {
        #[derive(askama::Template)]
        #[template(path = $subject)]
        struct Subject<'a> {
            v: &'a View,
        }

        #[derive(askama::Template)]
        #[template(path = $body)]
        struct Body<'a> {
            v: &'a View,
        }

        #[derive(askama::Template)]
        #[template(path = $html)]
        struct Html<'a> {
            v: &'a View,
        }

        fn written(head: &Head, v: &View, ics: Option<String>) -> Result<Mail, MailError> {
            $crate::mail::message::assemble(head, &Subject { v }, &Body { v }, &Html { v }, ics)
        }
    };
}
pub(crate) use parts;

/// Renders the three parts and puts the message together.
pub(crate) fn assemble(
    head: &Head,
    subject: &impl Template,
    text: &impl Template,
    html: &impl Template,
    ics: Option<String>,
) -> Result<Mail, MailError> {
    let subject = one_line(&subject.render()?);
    let t = Text::new(head.lang);
    Ok(Mail {
        to: head.to.clone(),
        lang: head.lang,
        at: head.at,
        subject: if head.drill { t.mail_drill_subject(subject) } else { subject },
        text: tidy(&text.render()?),
        html: html.render()?,
        ics,
        message_id: format!(
            "{}.{}",
            fingerprint(&[&head.thread, head.to.as_str()]),
            fingerprint(&[&head.key, head.to.as_str()])
        ),
    })
}

/// A stable name without anything readable in it.
pub(crate) fn fingerprint(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex::encode(hash.finalize()).chars().take(32).collect()
}

/// No more than one empty line at a time, none at the ends.
fn tidy(text: &str) -> String {
    let mut tidy = String::new();
    for line in text.trim().lines() {
        let line = line.trim_end();
        if !(line.is_empty() && tidy.ends_with("\n\n")) {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    tidy
}
