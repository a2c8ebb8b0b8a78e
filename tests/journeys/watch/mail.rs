//! The escalation ladder as people receive it: through a real mail server with encryption and a password, and through
//! servers that refuse, hang up and are down. Nothing is lost, and nothing comes twice that need not.

use std::collections::BTreeSet;

use dutyclock::app::desk::actor::{Actor, Role};
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::desk::{Desk, Ticket};
use dutyclock::app::filing::steps::RecordFiled;
use dutyclock::app::incident::manage::SwitchWarnings;
use dutyclock::app::incident::open::OpenIncident;
use dutyclock::app::office::organisation::DescribeOrganisation;
use dutyclock::app::office::people::NewPerson;
use dutyclock::law::base::moment::Moment;
use dutyclock::mail::{Security, Sender, SmtpSettings, Transport};
use dutyclock::tasks::{deliver, escalate};
use secrecy::SecretString;

use crate::support::app::{PASSWORD, Storage, TestApp};
use crate::support::desk::{password, seoul};
use crate::support::letter::Letter;
use crate::support::postfix::{self, postfix};
use crate::support::smtp_fake::{Mishap, SmtpFake, Step};

const REPORT: &str = "kr.network-act/report";
const AWARE: &str = "2025-11-17T16:00:00+09:00";
const HOUR: i64 = 3_600;

/// A 24-hour duty, an English-speaking officer and a Korean-speaking approver to be warned about it.
struct Watch {
    app: TestApp,
    aware: Moment,
}

impl Watch {
    async fn open(storage: Storage, name: &str) -> Self {
        let app = TestApp::start_on(storage, AWARE).await;
        for (role, lang) in [(Role::Administrator, "en"), (Role::Officer, "en"), (Role::Approver, "ko")] {
            let person = NewPerson {
                name: format!("{name} {}", role.name()),
                email: format!("{name}-{}@duty.test", role.name()),
                role: role.name().to_owned(),
                lang: lang.to_owned(),
                warned: role != Role::Administrator,
            };
            app.web.desk.add_account(person, password(PASSWORD)).await.unwrap();
        }
        let aware = app.clock.now();
        let watch = Self { app, aware };
        let profile = DescribeOrganisation {
            lines: [("name".to_owned(), "Hanbit Mall".to_owned())].into(),
            zone: "Asia/Seoul".to_owned(),
            facts: [
                ("org-information-service-provider".to_owned(), FactInput::one("yes")),
                ("org-data-controller".to_owned(), FactInput::one("no")),
            ]
            .into(),
            ..Default::default()
        };
        let administrator = watch.actor(Role::Administrator);
        watch.desk().describe_organisation(&administrator, Ticket::default(), profile).await.unwrap();
        watch
    }

    fn desk(&self) -> &Desk {
        &self.app.web.desk
    }

    fn actor(&self, role: Role) -> Actor {
        let people = self.desk().store.read_blocking(dutyclock::db::account::list).unwrap();
        let account = people.into_iter().find(|person| person.role == role.name()).expect("a person of each role");
        Actor { account: account.id, id: account.id.to_string(), name: account.name, role, link: None }
    }

    async fn incident(&self) -> String {
        let input = OpenIncident {
            title: "고객 서버 침입 · Intrusion".to_owned(),
            aware: seoul("2025-11-17 16:00"),
            basis: "confirmed".to_owned(),
            facts: [("intrusion".to_owned(), FactInput::one("yes"))].into(),
            ..OpenIncident::default()
        };
        self.desk().open_incident(&self.actor(Role::Officer), Ticket::default(), input).await.unwrap().id
    }

    /// One round of the watch, so long after awareness; answers how many messages are new.
    async fn round(&self, after: i64) -> usize {
        self.app.clock.set(self.aware.plus_seconds(after));
        escalate::round(self.desk()).await.unwrap()
    }

    /// Delivers until nothing more is due; answers how many were sent and how many attempts failed.
    async fn deliver(&self, transport: &Transport) -> (usize, usize) {
        let (mut sent, mut failed) = (0, 0);
        loop {
            let one = deliver::deliver_once(self.desk(), transport, "one").await.unwrap();
            if !one.any() {
                return (sent, failed);
            }
            (sent, failed) = (sent + one.sent, failed + one.failed);
        }
    }
}

fn plain(port: u16) -> Transport {
    Transport::smtp(&SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::None,
        username: None,
        password: None,
        from: Sender::parse("Dutyclock <watch@duty.test>").unwrap(),
        helo: None,
        root_certificate: None,
    })
    .unwrap()
}

fn real() -> Transport {
    let server = postfix();
    Transport::smtp(&SmtpSettings {
        host: postfix::HOST.to_owned(),
        port: server.port,
        security: Security::Starttls,
        username: Some(postfix::USER.to_owned()),
        password: Some(SecretString::from(postfix::PASSWORD)),
        from: Sender::parse("Dutyclock <watch@duty.test>").unwrap(),
        helo: Some("localhost".to_owned()),
        root_certificate: Some(server.authority.clone()),
    })
    .unwrap()
}

/// Seconds after awareness at which a 24-hour duty warns, up to two hours late.
const RUNGS: [i64; 9] =
    [60, 12 * HOUR, 18 * HOUR, 21 * HOUR, 23 * HOUR, 23 * HOUR + 45 * 60, 24 * HOUR, 25 * HOUR, 26 * HOUR];

/// Every letter is whole: three parts, its own name, sent over an encrypted and authenticated line.
fn assert_whole(letters: &[Letter]) {
    let names: BTreeSet<String> = letters.iter().map(|letter| letter.header("Message-ID")).collect();
    assert_eq!(names.len(), letters.len(), "{names:?}");
    for letter in letters {
        assert!(letter.header("Received").contains("with ESMTPSA"), "{}", letter.header("Received"));
        assert!(letter.text().contains("http://127.0.0.1/incidents/"), "{}", letter.text());
        assert!(letter.part("text/html").unwrap().contains("<html"), "{}", letter.subject());
        let calendar = letter.part("text/calendar").unwrap_or_else(|| panic!("no calendar in {}", letter.subject()));
        assert!(calendar.contains("BEGIN:VEVENT") && calendar.contains("20251118T070000Z"), "{calendar}");
    }
}

async fn each_rung_reaches_each_person_once(storage: Storage, name: &str) {
    let (watch, transport) = (Watch::open(storage, name).await, real());
    let id = watch.incident().await;
    let (officer, approver) = (format!("{name}-officer"), format!("{name}-approver"));
    for (index, after) in RUNGS.into_iter().enumerate() {
        if index > 0 {
            assert_eq!(watch.round(after - 1).await, 0, "not a second early: {after}");
        }
        assert_eq!(watch.round(after).await, 2, "{after}");
        assert_eq!(watch.round(after + 1).await, 0, "a second round repeats nothing");
        assert_eq!(watch.deliver(&transport).await, (2, 0));
        postfix().wait_for(&officer, index + 1);
    }
    let letters = [postfix().wait_for(&officer, RUNGS.len()), postfix().wait_for(&approver, RUNGS.len())];
    for letters in &letters {
        assert_eq!(letters.len(), RUNGS.len());
        assert_whole(letters);
    }
    let korean = |text: &str| text.chars().any(|letter| ('가'..='힣').contains(&letter));
    for (english, native) in letters[0].iter().zip(&letters[1]) {
        assert!(!korean(&english.subject()) && korean(&native.subject()), "{}", native.subject());
        assert!(native.text().contains("신고"), "{}", native.text());
        assert!(english.text().contains("Tue 18 Nov 2025, 16:00 KST"), "{}", english.text());
    }
    let subjects: BTreeSet<String> = letters[0].iter().map(Letter::subject).collect();
    assert_eq!(subjects.len(), RUNGS.len(), "each says how much time is left: {subjects:?}");

    let filed = RecordFiled {
        duty: REPORT.to_owned(),
        at: seoul("2025-11-18 17:30"),
        channel: "portal".to_owned(),
        ..RecordFiled::default()
    };
    watch.desk().act(&watch.actor(Role::Officer), &id, Ticket::default(), filed).await.unwrap();
    let (stood_down, _) = watch.deliver(&transport).await;
    assert_eq!(stood_down, 2, "both are told that it is done");
    let all = postfix().wait_for(&officer, RUNGS.len() + 1);
    let cancelled = |letter: &&Letter| letter.part("text/calendar").is_some_and(|ics| ics.contains("CANCELLED"));
    assert_eq!(all.iter().filter(cancelled).count(), 1, "the deadline leaves the calendar");
    for hours in 27..40 {
        assert_eq!(watch.round(hours * HOUR).await, 0, "after filing nobody is warned");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_rung_reaches_each_person_once_and_filing_ends_it_on_sqlite() {
    each_rung_reaches_each_person_once(Storage::Sqlite, "ladder").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_rung_reaches_each_person_once_and_filing_ends_it_on_postgresql() {
    each_rung_reaches_each_person_once(Storage::Postgres, "rungs").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn warnings_end_when_somebody_stops_them_with_a_reason_and_go_on_when_told_to() {
    let watch = Watch::open(Storage::Sqlite, "stop").await;
    let id = watch.incident().await;
    assert_eq!(watch.round(60).await, 2);
    let switch = |stop: bool| SwitchWarnings {
        duty: REPORT.to_owned(),
        instance: String::new(),
        stop,
        reason: "The ministry was told by telephone; the receipt follows.".to_owned(),
    };
    let approver = watch.actor(Role::Approver);
    let silent = SwitchWarnings { reason: String::new(), ..switch(true) };
    watch.desk().act(&approver, &id, Ticket::default(), silent).await.unwrap_err();
    assert_eq!(watch.round(12 * HOUR).await, 2, "without a reason nothing stops");
    watch.desk().act(&approver, &id, Ticket::default(), switch(true)).await.unwrap();
    for after in [18 * HOUR, 24 * HOUR, 26 * HOUR] {
        assert_eq!(watch.round(after).await, 0, "{after}");
    }
    watch.desk().act(&approver, &id, Ticket::default(), switch(false)).await.unwrap();
    assert_eq!(watch.round(27 * HOUR).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_refuses_for_now_and_hangs_up_loses_and_doubles_nothing() {
    let (watch, fake) = (Watch::open(Storage::Sqlite, "refused").await, SmtpFake::start());
    watch.incident().await;
    assert_eq!(watch.round(60).await, 2);
    let transport = plain(fake.address.port());
    fake.next(Mishap::Answer(Step::Body, "451 4.3.0 try again later"));
    fake.next(Mishap::HangUp(Step::Data));
    assert_eq!(watch.deliver(&transport).await, (0, 2));
    assert!(fake.taken().is_empty());
    watch.app.clock.advance(29);
    assert_eq!(watch.deliver(&transport).await, (0, 0), "not at once again");
    watch.app.clock.advance(1);
    fake.next(Mishap::Answer(Step::Sender, "421 4.3.2 shutting down"));
    fake.next(Mishap::Answer(Step::Recipient, "450 4.2.1 greylisted"));
    assert_eq!(watch.deliver(&transport).await, (0, 2));
    watch.app.clock.advance(120);
    assert_eq!(watch.deliver(&transport).await, (2, 0));
    let to: BTreeSet<_> = fake.wait_for(2).into_iter().flat_map(|taken| taken.to).collect();
    assert_eq!(to, ["refused-approver@duty.test", "refused-officer@duty.test"].map(str::to_owned).into());
    watch.app.clock.advance(HOUR);
    assert_eq!(watch.deliver(&transport).await, (0, 0));
    assert_eq!(fake.taken().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_hangs_up_after_taking_leaves_at_most_a_copy_of_the_same_name() {
    let (watch, fake) = (Watch::open(Storage::Sqlite, "doubt").await, SmtpFake::start());
    watch.incident().await;
    watch.round(60).await;
    let transport = plain(fake.address.port());
    fake.next(Mishap::HangUp(Step::Body));
    assert_eq!(watch.deliver(&transport).await, (1, 1));
    watch.app.clock.advance(30);
    assert_eq!(watch.deliver(&transport).await, (1, 0));
    let taken = fake.wait_for(3);
    let names: BTreeSet<String> = taken.iter().map(|taken| taken.letter.header("Message-ID")).collect();
    assert_eq!((taken.len(), names.len()), (3, 2), "mail programs show the copy once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_down_for_hours_gets_every_warning_when_it_is_back() {
    let (watch, fake) = (Watch::open(Storage::Sqlite, "down").await, SmtpFake::start());
    watch.incident().await;
    let nobody = plain(crate::support::service::free_port());
    for after in [60, 12 * HOUR, 18 * HOUR] {
        assert_eq!(watch.round(after).await, 2);
        let (sent, failed) = watch.deliver(&nobody).await;
        assert_eq!(sent, 0);
        assert!(failed >= 2, "{failed}");
    }
    watch.app.clock.advance(HOUR);
    assert_eq!(watch.deliver(&plain(fake.address.port())).await, (6, 0));
    let names: BTreeSet<String> = fake.wait_for(6).iter().map(|taken| taken.letter.header("Message-ID")).collect();
    assert_eq!(names.len(), 6);
}
