//! Stand down: a duty is recorded as handed in, its warnings have stopped, its calendar entry goes.

use crate::law::base::moment::{Moment, Timing};
use crate::law::base::words::Words;
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::law::verdict::{Course, Due, Standing};
use crate::locales::Text;
use crate::mail::calendar::{Entry, entry};
use crate::mail::line::short_line;
use crate::mail::message::{Head, Incident, Mail, MailError, Sheet, Tone, parts};

/// Tells everybody who was warned that a duty is met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// To whom, when, in what language.
    pub head: Head,
    /// The incident.
    pub incident: Incident,
    /// The duty's title.
    pub duty: Words,
    /// Who was told.
    pub recipient: Words,
    /// When it was handed in.
    pub filed: Timing,
    /// When it was due.
    pub due: Due,
    /// The moment that was to be kept, where there was one: that of its calendar entry.
    pub target: Option<Moment>,
    /// How the clock stands now.
    pub standing: Standing,
    /// From when to when it ran.
    pub course: Course,
    /// The rule's words for speed beside its number.
    pub first_limb: Option<FirstLimbSummary>,
    /// How it was handed in, in the recipient's language: portal, e-mail, telephone, letter.
    pub channel: String,
    /// The receipt number; empty when there is none yet.
    pub receipt: String,
    /// Who recorded it.
    pub by: String,
    /// The clock's name, as in its warnings.
    pub clock: String,
    /// Higher than in its last warning.
    pub sequence: u32,
}

struct View {
    sheet: Sheet,
    standing: Standing,
    /// Whether the rule asks for more than its number.
    inside: bool,
    late: String,
    duty: String,
    reference: String,
}

parts!("mail/met/subject.txt", "mail/met/body.txt", "mail/met/body.html");

impl Met {
    /// Writes the message.
    ///
    /// # Errors
    /// [`MailError::Render`] should a template fail.
    pub fn render(&self) -> Result<Mail, MailError> {
        let v = self.view();
        written(&self.head, &v, self.calendar(&v))
    }

    fn view(&self) -> View {
        let (head, t) = (&self.head, Text::new(self.head.lang));
        let duty = short_line(self.duty.get(head.lang), 120);
        let mut sheet = Sheet::new(head, Tone::Done, t.mail_met_big(), t.mail_met_lead(&duty), t.mail_open_incident());
        sheet.row(t.mail_label_incident(), &self.incident.full());
        sheet.row(t.mail_label_duty(), &duty);
        sheet.row(t.mail_label_recipient(), self.recipient.get(head.lang));
        sheet.row(t.mail_label_filed(), &t.timing(self.filed));
        if let Due::By { .. } = self.due {
            sheet.row(t.mail_label_due(), &t.due_both(self.due, head.zone));
        }
        sheet.row(t.mail_label_result(), &self.result(t));
        if let Some(limb) = &self.first_limb {
            sheet.row(t.mail_label_first_limb(), &t.first_limb(limb));
        }
        sheet.row(t.mail_label_channel(), &self.channel);
        sheet.row(t.mail_label_receipt(), &short_line(&self.receipt, 120));
        sheet.row(t.mail_label_by(), &short_line(&self.by, 80));
        let inside = self.first_limb.is_some();
        let late = t.length(self.course.late());
        View { sheet, standing: self.standing, inside, late, duty, reference: self.incident.reference() }
    }

    fn calendar(&self, v: &View) -> Option<String> {
        Some(entry(&Entry {
            clock: &self.clock,
            sequence: self.sequence,
            written: self.head.at,
            due: self.target?,
            summary: &v.sheet.t.mail_calendar_summary(&v.duty, &v.reference),
            description: &v.sheet.lead,
            link: &v.sheet.link,
            lifted: true,
        }))
    }

    /// How it came out, in words; empty while the standing does not say that it is met.
    fn result(&self, t: Text) -> String {
        match self.standing {
            Standing::MetInTime { .. }
            | Standing::MetLate { .. }
            | Standing::CannotBeDecided { .. }
            | Standing::Done { .. } => t.stood(self.standing, &self.course, self.first_limb.as_ref()),
            Standing::Running { .. }
            | Standing::PastSafe { .. }
            | Standing::Held { .. }
            | Standing::PerhapsOverdue { .. }
            | Standing::Overdue { .. }
            | Standing::Waiting { .. }
            | Standing::InForce { .. } => String::new(),
        }
    }
}
