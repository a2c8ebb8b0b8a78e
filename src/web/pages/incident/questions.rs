//! The open questions on the incident's page: what must be answered before it is known whether duties apply, or from when
//! they run, each with how much hangs on it. Decides nothing.

use crate::incident::due_warnings::Asked;
use crate::incident::open_questions::{self, OpenQuestion};
use crate::law::situation::fact::FactKey;
use crate::law::verdict::Assessment;
use crate::web::views::link::Link;
use crate::web::views::wording::Wording;
use crate::web::views::{next_action, remarks};

/// One question with what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked, and where each part is answered.
    pub asked: Vec<Link>,
    /// How many duties it decides, and when the nearest would be due.
    pub hangs: String,
}

/// The open questions of an incident, the most pressing first.
#[must_use]
pub fn of(teller: &Wording<'_>, assessment: &Assessment) -> Vec<Question> {
    let word = |of: &OpenQuestion| Question { asked: asked(teller, &of.asked), hangs: hangs(teller, of) };
    // What counsel is asked has a place of its own on the page.
    let known = |of: &&OpenQuestion| !matches!(of.asked, Asked::Law(_));
    open_questions::questions(teller.incident, assessment).iter().filter(known).map(word).collect()
}

fn asked(teller: &Wording<'_>, asked: &Asked) -> Vec<Link> {
    let fact = |key: &FactKey| {
        let known = teller.library.vocabulary().fact(key);
        let label = known.map_or_else(|| key.to_string(), |fact| teller.words(&fact.question));
        Link { href: next_action::fact_href(teller, key), label }
    };
    match asked {
        Asked::Facts(keys) => keys.iter().map(fact).collect(),
        Asked::Start(awaited) => {
            vec![Link { href: remarks::awaited_href(teller, awaited), label: teller.question(awaited) }]
        }
        Asked::Law(_) => Vec::new(),
    }
}

fn hangs(teller: &Wording<'_>, question: &OpenQuestion) -> String {
    match question.nearest {
        Some(at) => teller.t.mail_questions_nearest(question.duties, teller.moment(at)),
        None => teller.t.mail_questions_decides(question.duties),
    }
}
