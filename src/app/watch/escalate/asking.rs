//! The open questions of an incident, asked in one message per person and round.

use crate::app::desk::index;
use crate::app::desk::letters::Sender;
use crate::app::desk::links::incident_path;
use crate::app::desk::refusal::Refusal;
use crate::db::account::Account;
use crate::db::outbox::NewMessage;
use crate::incident::Event;
use crate::incident::due_warnings::Asked;
use crate::incident::open_questions::OpenQuestion;
use crate::law::base::words::Lang;
use crate::law::verdict::Gap;
use crate::locales::Text;
use crate::mail::{Question, Questions};

/// What is noted of a round.
pub(super) fn event(questions: &[OpenQuestion], recipients: &[&Account]) -> Event {
    Event::QuestionsAsked {
        questions: questions.iter().map(OpenQuestion::name).collect(),
        duties: questions.iter().map(|question| question.duties).sum(),
        nearest: questions.iter().filter_map(|question| question.nearest).min(),
        recipients: recipients.iter().map(|person| person.id.to_string()).collect(),
    }
}

impl Sender<'_> {
    /// One message to each of them. `round` is the position in the stream after which it was decided to ask: two that
    /// decide on the same state write the same message.
    pub(super) fn questions(
        &self,
        questions: &[OpenQuestion],
        gaps: &[&Gap],
        round: i64,
        recipients: &[&Account],
    ) -> Result<Vec<NewMessage>, Refusal> {
        let mut messages = Vec::new();
        for person in recipients {
            let key = format!("ask/{}/{round}/{}", index::stream(&self.incident.id), person.id);
            let thread = format!("questions/{}", self.incident.id);
            let Some(head) = self.head(person, key.clone(), thread, &incident_path(&self.incident.id)) else {
                tracing::error!(account = %person.id, "the questions cannot be sent: the address is not one");
                continue;
            };
            let asked = questions.iter().filter_map(|question| self.question(question)).collect();
            let law = self.law(gaps, head.lang);
            let message = Questions { head, incident: self.about(), questions: asked, law };
            messages.push(self.row("questions", key, message.render())?);
        }
        Ok(messages)
    }

    fn question(&self, of: &OpenQuestion) -> Option<Question> {
        let vocabulary = self.library.vocabulary();
        let asked = match &of.asked {
            Asked::Facts(keys) => keys.iter().filter_map(|key| Some(vocabulary.fact(key)?.question.clone())).collect(),
            Asked::Start(awaited) => self.library.start_question(awaited).into_iter().cloned().collect(),
            Asked::Law(_) => return None,
        };
        Some(Question { asked, duties: of.duties, nearest: of.nearest })
    }

    /// The law that is not in the library, in one line; empty where there is none.
    pub(super) fn law(&self, gaps: &[&Gap], lang: Lang) -> String {
        let t = Text::new(lang);
        let places: Vec<String> = gaps.iter().map(|gap| t.gap_named(gap, self.library)).collect();
        t.few_places(&places)
    }
}

#[cfg(test)]
mod tests {
    use crate::app::desk::Ticket;
    use crate::app::desk::actor::Role;
    use crate::app::desk::fact_input::FactInput;
    use crate::app::desk::test_desk::{TestDesk, at, seoul};
    use crate::app::incident::facts::RecordFacts;
    use crate::app::incident::open::OpenIncident;
    use crate::app::watch::escalate::escalate_once;
    use crate::db::outbox::Message;
    use crate::db::{Page, outbox};
    use crate::incident::{Entry, Event};

    async fn nothing_known(test: &TestDesk) -> String {
        let input = OpenIncident {
            title: "Something is wrong".to_owned(),
            aware: seoul("2026-11-17 16:00"),
            basis: "confirmed".to_owned(),
            ..OpenIncident::default()
        };
        test.desk.open_incident(test.actor(Role::Officer), Ticket::default(), input).await.unwrap().id
    }

    async fn mails(test: &TestDesk) -> Vec<Message> {
        let filter = outbox::Filter::default();
        test.desk.store.read(move |db| outbox::list(db, &filter, Page::first(500))).await.unwrap().0
    }

    fn rounds(test: &TestDesk, id: &str) -> Vec<Entry> {
        let load = |db: &mut crate::db::Db| crate::app::desk::stream::load(db, id);
        let entries = test.desk.store.read_blocking(load).unwrap().entries;
        entries.into_iter().filter(|entry| matches!(entry.event, Event::QuestionsAsked { .. })).collect()
    }

    #[tokio::test]
    async fn what_may_apply_is_asked_about_in_one_message_a_round_and_never_called_late() {
        let test = TestDesk::open("2026-11-17 16:00").await;
        let id = nothing_known(&test).await;
        for hours in 0..48 {
            test.clock.set(at("2026-11-17 16:00").plus_seconds(hours * 3_600));
            escalate_once(&test.desk).await.unwrap();
            assert_eq!(escalate_once(&test.desk).await.unwrap(), 0, "nobody is asked the same twice");
        }
        let mails = mails(&test).await;
        assert!(mails.iter().all(|mail| mail.kind == "questions"), "{:?}", mails.first().map(|mail| &mail.subject));
        let rounds = rounds(&test, &id);
        assert_eq!(mails.len(), rounds.len() * 2, "the officer and the approver, once a round");
        assert!((2..=14).contains(&rounds.len()), "{} rounds in two days", rounds.len());
        let text = &mails.last().unwrap().text;
        assert!(text.contains("Decides") && !text.contains("late"), "{text}");
    }

    #[tokio::test]
    async fn an_answer_ends_its_question_and_starts_the_warnings_of_what_applies() {
        let test = TestDesk::open("2026-11-17 16:00").await;
        let id = nothing_known(&test).await;
        escalate_once(&test.desk).await.unwrap();
        let yes = ("intrusion".to_owned(), FactInput::one("yes"));
        let record = RecordFacts { facts: [yes].into(), ..RecordFacts::default() };
        test.desk.act(test.actor(Role::Officer), &id, Ticket::default(), record).await.unwrap();
        escalate_once(&test.desk).await.unwrap();
        let warned = mails(&test).await.into_iter().filter(|mail| mail.kind == "warning").count();
        assert!(warned >= 2, "the report is warned about now");
        test.clock.set(at("2026-11-18 17:00"));
        escalate_once(&test.desk).await.unwrap();
        let Event::QuestionsAsked { questions, .. } = rounds(&test, &id).pop().unwrap().event else { unreachable!() };
        assert!(questions.iter().all(|question| question.0 != "intrusion"), "{questions:?}");
    }
}
