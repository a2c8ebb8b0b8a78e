//! The escalation message: a duty is not met yet, and this is how much time is left, or how late it is.
//!
//! It says what is true at the moment of writing, not what its rung had in mind: a rung that comes late, because the
//! program was not running, must not promise time that has gone.

use crate::law::base::moment::{Moment, Timing};
use crate::law::base::money::{Currency, Money};
use crate::law::base::words::Words;
use crate::law::rulebook::fine::Sanction;
use crate::law::rulebook::period::Promptness;
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::law::verdict::{Course, Due};
use crate::locales::Text;
use crate::mail::calendar::{Entry, entry};
use crate::mail::line::short_line;
use crate::mail::message::{Head, Incident, Mail, MailError, Sheet, Tone, parts};

/// Below this many seconds left the message looks urgent.
const SOON: i64 = 3 * 3_600;

/// A warning about one clock, for one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// To whom, when, in what language. `head.key` names clock and rung, `head.thread` the clock.
    pub head: Head,
    /// The incident.
    pub incident: Incident,
    /// Whether this is the first message about the clock.
    pub opened: bool,
    /// The duty's title.
    pub duty: Words,
    /// Who must be told.
    pub recipient: Words,
    /// What happens when it passes unmet, in one sentence.
    pub consequence: Words,
    /// The provision, or who named what is due.
    pub cite: Words,
    /// Whether counsel named it, and no rulebook.
    pub counsel: bool,
    /// The facts that would settle whether the duty applies at all, by title; empty when it applies.
    pub undecided: Vec<Words>,
    /// Whether the start rests on a suspicion or a tip only.
    pub provisional: bool,
    /// The question for its start, where that is not recorded and another moment stands for it: then nothing is certainly
    /// late.
    pub unrecorded: Option<Words>,
    /// From when the clock runs.
    pub started: Timing,
    /// When it is due by law.
    pub due: Due,
    /// The safe internal deadline, where one comes before it.
    pub safe: Option<Moment>,
    /// From when it runs, and in what it is told how long that is; where it ends is the moment of writing.
    pub course: Course,
    /// The rule's words for speed beside its number.
    pub first_limb: Option<FirstLimbSummary>,
    /// What a reader must know besides, from the rulebook.
    pub note: Option<Words>,
    /// Law that is not in the library and may ask for more, in the recipient's language; empty where there is none.
    pub law: String,
    /// What missing it may cost, by kind, with the ceiling.
    pub fines: Vec<(Sanction, Money)>,
    /// The names of the others who get this warning.
    pub others: Vec<String>,
    /// Whether this recipient has the right to stop the warnings.
    pub may_stop: bool,
    /// The clock's name, unique in this installation: keeps its calendar entry the same when the deadline moves.
    pub clock: String,
    /// How often the deadline has moved; a calendar replaces an entry by one with a higher number.
    pub sequence: u32,
}

/// How the duty stands at the moment of writing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Left {
        soon: bool,
    },
    /// The safe deadline has passed, the law's own has not.
    PastSafe,
    Reached,
    Perhaps,
    Late,
    NoNumber {
        promptness: Promptness,
    },
}

impl Stand {
    fn of(due: Due, safe: Option<Moment>, certain: bool, at: Moment) -> Result<Self, MailError> {
        match due {
            Due::By { earliest, .. } if !certain && at >= earliest => Ok(Self::Perhaps),
            Due::By { earliest, .. } if at < safe.unwrap_or(earliest) => {
                Ok(Self::Left { soon: safe.unwrap_or(earliest).since(at) <= SOON })
            }
            Due::By { earliest, .. } if at < earliest => Ok(Self::PastSafe),
            Due::By { earliest, latest } if earliest == latest && at.since(latest) < 60 => Ok(Self::Reached),
            Due::By { latest, .. } if at <= latest => Ok(Self::Perhaps),
            Due::By { .. } => Ok(Self::Late),
            Due::NoNumber { promptness } => Ok(Self::NoNumber { promptness }),
            Due::Until | Due::AtLeastUntil { .. } => Err(MailError::NoDeadline),
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Left { soon: false } => Tone::Calm,
            Self::Left { soon: true } | Self::PastSafe | Self::NoNumber { .. } => Tone::Soon,
            Self::Reached | Self::Perhaps | Self::Late => Tone::Late,
        }
    }

    fn big(self, t: Text, time: &str) -> String {
        match self {
            Self::Left { .. } => t.mail_warning_big_left(time),
            Self::PastSafe => t.mail_warning_big_past_safe(time),
            Self::Reached => t.mail_warning_big_reached(),
            Self::Perhaps => t.mail_warning_big_perhaps(time),
            Self::Late => t.mail_warning_big_late(time),
            Self::NoNumber { .. } => t.mail_warning_big_no_number(time),
        }
    }

    fn lead(self, t: Text, duty: &str, (due, rough): (&str, bool), opened: bool) -> String {
        match self {
            Self::Left { .. } if opened => t.mail_warning_lead_opened(duty, due),
            Self::Left { .. } => t.mail_warning_lead_left(duty, due),
            Self::PastSafe => t.mail_warning_lead_past_safe(duty, due),
            Self::Reached => t.mail_warning_lead_reached(duty),
            Self::Perhaps => t.mail_warning_lead_perhaps(duty),
            Self::Late if rough => t.mail_warning_lead_late_range(duty, due),
            Self::Late => t.mail_warning_lead_late(duty, due),
            Self::NoNumber { promptness: Promptness::NotRead } => t.mail_warning_lead_not_read(duty),
            Self::NoNumber { promptness } => t.mail_warning_lead_no_number(duty, t.promptness(promptness)),
        }
    }

    /// The length of time that the message is about.
    fn time(self, t: Text, course: &Course) -> String {
        match self {
            Self::Left { .. } => t.length(course.left()),
            Self::PastSafe => t.length(course.left_by_law()),
            Self::Perhaps => t.length(course.late_at_most().at_most()),
            Self::Late => t.length(course.late()),
            Self::NoNumber { .. } => t.length(course.elapsed()),
            Self::Reached => String::new(),
        }
    }

    const fn passed(self) -> bool {
        matches!(self, Self::Late)
    }
}

struct View {
    sheet: Sheet,
    stand: Stand,
    time: String,
    opened: bool,
    duty: String,
    due: String,
    reference: String,
    consequence: String,
    rough: bool,
    may_stop: bool,
}

parts!("mail/warning/subject.txt", "mail/warning/body.txt", "mail/warning/body.html");

impl Warning {
    /// Writes the message.
    ///
    /// # Errors
    /// [`MailError::NoDeadline`] for a continuing duty; [`MailError::Render`] should a template fail.
    pub fn render(&self) -> Result<Mail, MailError> {
        let v = self.view()?;
        written(&self.head, &v, self.calendar(&v))
    }

    fn view(&self) -> Result<View, MailError> {
        let (head, t) = (&self.head, Text::new(self.head.lang));
        let stand = Stand::of(self.due, self.safe, self.unrecorded.is_none(), head.at)?;
        let time = stand.time(t, &self.course());
        let duty = short_line(self.duty.get(head.lang), 120);
        let rough = matches!(self.due, Due::By { earliest, latest } if earliest != latest);
        let due = match stand {
            Stand::Late | Stand::Perhaps if self.unrecorded.is_none() => t.due(self.due, head.zone),
            Stand::Left { .. } => self.deadline().map_or_else(String::new, |due| t.moment(due, head.zone)),
            _ => self.legal().map_or_else(String::new, |due| t.moment(due, head.zone)),
        };
        let lead = stand.lead(t, &duty, (&due, rough), self.opened);
        let mut sheet = Sheet::new(head, stand.tone(), stand.big(t, &time), lead, t.mail_open_incident());
        self.rows(&mut sheet, stand, &time);
        Ok(View {
            sheet,
            time,
            stand,
            opened: self.opened,
            duty,
            due,
            reference: self.incident.reference(),
            consequence: self.consequence.get(head.lang).to_owned(),
            rough,
            may_stop: self.may_stop,
        })
    }

    /// Up to the moment of writing.
    fn course(&self) -> Course {
        Course { end: self.head.at.into(), ..self.course }
    }

    fn rows(&self, sheet: &mut Sheet, stand: Stand, time: &str) {
        let (t, head) = (sheet.t, &self.head);
        sheet.row(t.mail_label_incident(), &self.incident.full());
        sheet.row(t.mail_label_duty(), self.duty.get(head.lang));
        sheet.row(t.mail_label_recipient(), self.recipient.get(head.lang));
        if !self.undecided.is_empty() {
            let facts: Vec<&str> = self.undecided.iter().map(|fact| fact.get(head.lang)).collect();
            sheet.row(t.mail_label_applies(), &t.mail_undecided(t.list(&facts)));
        }
        self.deadlines(sheet);
        let label = match stand {
            Stand::PastSafe => t.mail_label_left_legal(),
            Stand::Left { .. } => t.mail_label_left(),
            Stand::Late => t.mail_label_late(),
            Stand::NoNumber { .. } => t.mail_label_elapsed(),
            Stand::Reached | Stand::Perhaps => String::new(),
        };
        if !label.is_empty() {
            sheet.row(label, time);
        }
        if stand.passed() {
            sheet.row(t.mail_label_elapsed(), &t.length(self.course().elapsed()));
        }
        sheet.row(t.mail_label_started(), &t.timing(self.started));
        if let Some(question) = &self.unrecorded {
            sheet.row(t.mail_label_start_basis(), &t.mail_start_unrecorded(question.get(head.lang)));
        } else if self.provisional {
            sheet.row(t.mail_label_start_basis(), &t.mail_provisional());
        }
        let said_by = if self.counsel { t.mail_label_counsel() } else { t.mail_label_article() };
        sheet.row(said_by, self.cite.get(head.lang));
        if let Some(limb) = &self.first_limb {
            sheet.row(t.mail_label_first_limb(), &t.first_limb(limb));
        }
        if let Some(note) = &self.note {
            sheet.row(t.mail_label_note(), note.get(head.lang));
        }
        for (kind, ceiling) in &self.fines {
            sheet.row(t.sanction(*kind, ceiling.currency == Currency::Krw), &t.amount_up_to(t.money(ceiling)));
        }
        if !self.law.is_empty() {
            sheet.row(t.mail_label_law(), &t.mail_law(&self.law));
        }
        let others: Vec<String> = self.others.iter().map(|name| short_line(name, 80)).collect();
        sheet.row(t.mail_label_also_warned(), &t.list(&others));
    }

    /// When it is due; both moments where the safe one is another.
    fn deadlines(&self, sheet: &mut Sheet) {
        let (t, zone) = (sheet.t, self.head.zone);
        let Due::By { .. } = self.due else { return };
        if let Some(safe) = self.safe {
            sheet.row(t.mail_label_safe(), &t.moment_both(safe, zone));
        }
        let label = if self.safe.is_some() { t.mail_label_legal() } else { t.mail_label_due() };
        sheet.row(label, &t.due_both(self.due, zone));
    }

    /// The moment to keep: the safe one, or the earliest at which it may be due.
    fn deadline(&self) -> Option<Moment> {
        self.legal().map(|due| self.safe.unwrap_or(due))
    }

    const fn legal(&self) -> Option<Moment> {
        self.due.first()
    }

    fn calendar(&self, v: &View) -> Option<String> {
        let t = v.sheet.t;
        let summary = if self.head.drill {
            t.mail_calendar_summary_drill(&v.duty, &v.reference)
        } else {
            t.mail_calendar_summary(&v.duty, &v.reference)
        };
        Some(entry(&Entry {
            clock: &self.clock,
            sequence: self.sequence,
            written: self.head.at,
            due: self.deadline()?,
            summary: &summary,
            description: &v.consequence,
            link: &v.sheet.link,
            lifted: false,
        }))
    }
}
