//! Tells the author of a form that it came back, and why.

use crate::law::base::moment::Moment;
use crate::law::base::words::Words;
use crate::law::verdict::Course;
use crate::locales::Text;
use crate::mail::line::{lines, short_line};
use crate::mail::message::{Head, Incident, Mail, MailError, Sheet, Tone, left, parts};

/// Tells that a filing was returned for changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingReturned {
    /// To whom, when, in what language.
    pub head: Head,
    /// The incident.
    pub incident: Incident,
    /// The form's title.
    pub form: Words,
    /// Who returned it.
    pub by: String,
    /// Why; may have several lines.
    pub reason: String,
    /// When the duty that it meets is due, where there is a moment; the earliest one.
    pub due: Option<(Moment, Course)>,
}

struct View {
    sheet: Sheet,
    form: String,
    reference: String,
    reason: String,
}

parts!("mail/filing_returned/subject.txt", "mail/filing_returned/body.txt", "mail/filing_returned/body.html");

impl FilingReturned {
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
        let lead = t.mail_returned_lead(&by);
        let mut sheet = Sheet::new(head, Tone::Soon, t.mail_returned_big(), lead, t.mail_open_filing());
        sheet.row(t.mail_label_form(), &form);
        sheet.row(t.mail_label_incident(), &self.incident.full());
        if let Some((due, course)) = self.due {
            sheet.row(t.mail_label_due(), &t.moment_both(due, head.zone));
            sheet.row(t.mail_label_left(), &left(t, &course, due, head.at));
        }
        View { sheet, form, reference: self.incident.reference(), reason: lines(&self.reason, 4_000) }
    }
}
