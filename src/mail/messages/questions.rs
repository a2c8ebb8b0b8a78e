//! The open questions of one incident in one message: duties that only may apply, gathered under what would settle them,
//! and the law that is not in the library, of which counsel must be asked.
//! Says of none of them that it applies, or that anything is late.

use crate::law::base::moment::Moment;
use crate::law::base::words::Words;
use crate::locales::Text;
use crate::mail::message::{Head, Incident, Mail, MailError, Sheet, Tone, parts};

/// Asks for answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questions {
    /// To whom, when, in what language.
    pub head: Head,
    /// The incident.
    pub incident: Incident,
    /// The questions, the most pressing first.
    pub questions: Vec<Question>,
    /// Law that is not in the library and about which nobody said anything, in the recipient's language; empty where there is none.
    pub law: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked, one after the other where it takes several answers.
    pub asked: Vec<Words>,
    /// How many duties it decides.
    pub duties: usize,
    /// When the nearest of them would be due, if it applies.
    pub nearest: Option<Moment>,
}

struct View {
    sheet: Sheet,
    questions: usize,
    duties: usize,
    reference: String,
}

parts!("mail/questions/subject.txt", "mail/questions/body.txt", "mail/questions/body.html");

impl Questions {
    /// Writes the message.
    ///
    /// # Errors
    /// [`MailError::Render`] should a template fail.
    pub fn render(&self) -> Result<Mail, MailError> {
        written(&self.head, &self.view(), None)
    }

    fn view(&self) -> View {
        let (head, t) = (&self.head, Text::new(self.head.lang));
        let (questions, duties) = (self.questions.len(), self.questions.iter().map(|question| question.duties).sum());
        let (big, lead) = match questions {
            0 => (t.mail_law_big(), t.mail_law_lead()),
            _ => (t.mail_questions_big(questions), t.mail_questions_lead(duties)),
        };
        let mut sheet = Sheet::new(head, Tone::Soon, big, lead, t.mail_open_incident());
        sheet.row(t.mail_label_incident(), &self.incident.full());
        for question in &self.questions {
            let asked: Vec<&str> = question.asked.iter().map(|words| words.get(head.lang)).collect();
            let hangs = match question.nearest {
                Some(at) => t.mail_questions_nearest(question.duties, t.moment(at, head.zone)),
                None => t.mail_questions_decides(question.duties),
            };
            sheet.row(t.mail_label_question(), &format!("{} {hangs}", asked.join(" ")));
        }
        if !self.law.is_empty() {
            sheet.row(t.mail_label_law(), &t.mail_law(&self.law));
        }
        View { sheet, questions, duties, reference: self.incident.reference() }
    }
}
