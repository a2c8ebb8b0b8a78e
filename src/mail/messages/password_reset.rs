//! Tells the other administrators that one of them had a new password link made for somebody: with such a link one could
//! take that person's place.

use crate::law::base::moment::Moment;
use crate::locales::Text;
use crate::mail::line::short_line;
use crate::mail::message::{Head, Mail, MailError, Sheet, Tone, parts};

/// Tells of a new password link for an account that has a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordReset {
    /// To whom, when, in what language. `head.link` is the person's page.
    pub head: Head,
    /// Who had the link made.
    pub by: String,
    /// For whom.
    pub person: String,
    /// Until when the link works.
    pub expires: Moment,
}

struct View {
    sheet: Sheet,
    person: String,
}

parts!("mail/password_reset/subject.txt", "mail/password_reset/body.txt", "mail/password_reset/body.html");

impl PasswordReset {
    /// Writes the message.
    ///
    /// # Errors
    /// [`MailError::Render`] should a template fail.
    pub fn render(&self) -> Result<Mail, MailError> {
        written(&self.head, &self.view(), None)
    }

    fn view(&self) -> View {
        let (head, t) = (&self.head, Text::new(self.head.lang));
        let (by, person) = (short_line(&self.by, 80), short_line(&self.person, 80));
        let lead = t.mail_reset_lead(by, &person);
        let mut sheet = Sheet::new(head, Tone::Calm, t.mail_reset_big(&person), lead, t.mail_reset_action());
        sheet.row(t.mail_label_organisation(), &short_line(&head.organisation, 120));
        sheet.row(t.mail_label_expires(), &t.moment_both(self.expires, head.zone));
        View { sheet, person }
    }
}
