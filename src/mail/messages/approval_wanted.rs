//! Asks a second person to read and approve a form. Opening its link approves nothing.

use crate::law::base::moment::Moment;
use crate::law::base::words::Words;
use crate::law::verdict::Course;
use crate::locales::Text;
use crate::mail::line::short_line;
use crate::mail::message::{Head, Incident, Mail, MailError, Sheet, Tone, left, parts};

/// Asks for an approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalWanted {
    /// To whom, when, in what language.
    pub head: Head,
    /// The incident.
    pub incident: Incident,
    /// The form's title.
    pub form: Words,
    /// Who filled it in and asks.
    pub by: String,
    /// When the duty that it meets is due, where there is a moment; the earliest one.
    pub due: Option<(Moment, Course)>,
}

struct View {
    sheet: Sheet,
    form: String,
    reference: String,
}

parts!("mail/approval_wanted/subject.txt", "mail/approval_wanted/body.txt", "mail/approval_wanted/body.html");

impl ApprovalWanted {
    /// Writes the message.
    ///
    /// # Errors
    /// [`MailError::Render`] should a template fail.
    pub fn render(&self) -> Result<Mail, MailError> {
        written(&self.head, &self.view(), None)
    }

    fn view(&self) -> View {
        let (head, t) = (&self.head, Text::new(self.head.lang));
        let (form, by) = (short_line(self.form.get(head.lang), 120), short_line(&self.by, 80));
        let lead = t.mail_approval_lead(&by);
        let mut sheet = Sheet::new(head, Tone::Calm, t.mail_approval_big(), lead, t.mail_open_filing());
        sheet.row(t.mail_label_form(), &form);
        sheet.row(t.mail_label_incident(), &self.incident.full());
        if let Some((due, course)) = self.due {
            sheet.row(t.mail_label_due(), &t.moment_both(due, head.zone));
            sheet.row(t.mail_label_left(), &left(t, &course, due, head.at));
        }
        View { sheet, form, reference: self.incident.reference() }
    }
}
