//! Proves that mail leaves the house and arrives.

use crate::locales::Text;
use crate::mail::line::short_line;
use crate::mail::message::{Head, Mail, MailError, Sheet, Tone, parts};

/// A test message that an administrator asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestMail {
    /// To whom, when, in what language.
    pub head: Head,
    /// Who asked for it.
    pub by: String,
    /// The mail server in words, without secrets: `mail.example.org:587`.
    pub server: String,
}

struct View {
    sheet: Sheet,
}

parts!("mail/test_mail/subject.txt", "mail/test_mail/body.txt", "mail/test_mail/body.html");

impl TestMail {
    /// Writes the message.
    ///
    /// # Errors
    /// [`MailError::Render`] should a template fail.
    pub fn render(&self) -> Result<Mail, MailError> {
        written(&self.head, &self.view(), None)
    }

    fn view(&self) -> View {
        let (head, t) = (&self.head, Text::new(self.head.lang));
        let lead = t.mail_test_lead(short_line(&self.by, 80));
        let mut sheet = Sheet::new(head, Tone::Done, t.mail_test_big(), lead, t.mail_test_action());
        sheet.row(t.mail_label_organisation(), &short_line(&head.organisation, 120));
        sheet.row(t.mail_label_server(), &self.server);
        View { sheet }
    }
}
