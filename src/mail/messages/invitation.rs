//! Gives a new person the link with which to set a password. Carries no password and no sign of who else has access.

use crate::law::base::moment::Moment;
use crate::locales::Text;
use crate::mail::line::short_line;
use crate::mail::message::{Head, Mail, MailError, Sheet, Tone, parts};

/// Invites a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// To whom, when, in what language. `head.link` sets the password and works once.
    pub head: Head,
    /// Who gave the access.
    pub by: String,
    /// The role, in the recipient's language.
    pub role: String,
    /// Until when the link works.
    pub expires: Moment,
}

struct View {
    sheet: Sheet,
    organisation: String,
}

parts!("mail/invitation/subject.txt", "mail/invitation/body.txt", "mail/invitation/body.html");

impl Invitation {
    /// Writes the message.
    ///
    /// # Errors
    /// [`MailError::Render`] should a template fail.
    pub fn render(&self) -> Result<Mail, MailError> {
        written(&self.head, &self.view(), None)
    }

    fn view(&self) -> View {
        let (head, t) = (&self.head, Text::new(self.head.lang));
        let organisation = short_line(&head.organisation, 120);
        let lead = t.mail_invitation_lead(short_line(&self.by, 80), &organisation);
        let mut sheet = Sheet::new(head, Tone::Calm, t.mail_invitation_big(), lead, t.mail_invitation_action());
        sheet.row(t.mail_label_organisation(), &organisation);
        sheet.row(t.mail_label_role(), &self.role);
        sheet.row(t.mail_label_expires(), &t.moment_both(self.expires, head.zone));
        View { sheet, organisation }
    }
}
