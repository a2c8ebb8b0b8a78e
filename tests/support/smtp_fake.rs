//! An SMTP server that misbehaves on request: refuses for now or for good, hangs up before or after taking a message,
//! answers late. Speaks plain SMTP on loopback; encryption and passwords are tested against the real Postfix.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use super::letter::Letter;

/// Where in a transaction something goes wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// At `MAIL FROM`.
    Sender,
    /// At `RCPT TO`.
    Recipient,
    /// At `DATA`.
    Data,
    /// After the whole message has come in: hanging up here leaves the sender in doubt.
    Body,
}

/// What goes wrong.
#[derive(Clone, Debug)]
pub enum Mishap {
    /// Answers this line, such as `451 4.3.0 try again later` or `550 5.1.1 no such user`.
    Answer(Step, &'static str),
    /// Ends the connection without an answer. At [`Step::Body`] the message has been taken all the same.
    HangUp(Step),
    /// Answers well, but only after this long.
    Wait(Step, Duration),
}

/// One message that the server took.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// The message.
    pub letter: Letter,
}

#[derive(Default)]
struct State {
    taken: Vec<Taken>,
    plan: VecDeque<Mishap>,
    always: Option<Mishap>,
}

/// The running server; it serves until the test process ends.
#[derive(Clone)]
pub struct SmtpFake {
    /// Where it listens.
    pub address: SocketAddr,
    state: Arc<(Mutex<State>, Condvar)>,
}

impl SmtpFake {
    /// Starts a server that takes everything.
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let fake = Self { address: listener.local_addr().unwrap(), state: Arc::default() };
        let server = fake.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = server.clone();
                // A client that goes away in mid-sentence is the client's affair.
                std::thread::spawn(move || drop(server.converse(stream)));
            }
        });
        fake
    }

    /// The next transaction meets this; several calls queue up, one per transaction.
    pub fn next(&self, mishap: Mishap) {
        self.state.0.lock().unwrap().plan.push_back(mishap);
    }

    /// Every transaction without a mishap of its own meets this; `None` makes the server well again.
    pub fn always(&self, mishap: Option<Mishap>) {
        self.state.0.lock().unwrap().always = mishap;
    }

    /// What it has taken so far.
    pub fn taken(&self) -> Vec<Taken> {
        self.state.0.lock().unwrap().taken.clone()
    }

    /// Waits until it has taken this many messages in all; stops the test after ten seconds.
    pub fn wait_for(&self, count: usize) -> Vec<Taken> {
        let (state, news) = &*self.state;
        let few = |state: &mut State| state.taken.len() < count;
        let (state, outcome) = news.wait_timeout_while(state.lock().unwrap(), Duration::from_secs(10), few).unwrap();
        assert!(!outcome.timed_out(), "{} of {count} messages came", state.taken.len());
        state.taken.clone()
    }

    fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?);
        let mut answer = Answerer { stream, mishap: None };
        answer.say("220 fake.test ESMTP")?;
        let (mut from, mut to) = (String::new(), Vec::new());
        let mut line = String::new();
        loop {
            line.clear();
            if lines.read_line(&mut line)? == 0 {
                return Ok(());
            }
            match line.to_ascii_uppercase().split([' ', ':', '\r']).next().unwrap_or_default() {
                "EHLO" => answer.say("250-fake.test\r\n250-8BITMIME\r\n250 SMTPUTF8")?,
                "HELO" | "NOOP" => answer.say("250 fake.test")?,
                "RSET" => answer.say("250 2.0.0 forgotten")?,
                "QUIT" => return answer.say("221 2.0.0 bye"),
                "MAIL" => {
                    answer.mishap = self.mishap();
                    (from, to) = (address_in(&line), Vec::new());
                    answer.at(Step::Sender, "250 2.1.0 sender")?;
                }
                "RCPT" => {
                    if answer.at(Step::Recipient, "250 2.1.5 recipient")? {
                        to.push(address_in(&line));
                    }
                }
                "DATA" => {
                    if answer.at(Step::Data, "354 go on")? {
                        let letter = Letter::new(read_message(&mut lines)?);
                        if !answer.refuses(Step::Body) {
                            self.keep(Taken { from: from.clone(), to: to.clone(), letter });
                        }
                        answer.at(Step::Body, "250 2.0.0 taken")?;
                    }
                }
                _ => answer.say("502 5.5.1 unknown command")?,
            }
        }
    }

    fn mishap(&self) -> Option<Mishap> {
        let mut state = self.state.0.lock().unwrap();
        state.plan.pop_front().or_else(|| state.always.clone())
    }

    fn keep(&self, taken: Taken) {
        self.state.0.lock().unwrap().taken.push(taken);
        self.state.1.notify_all();
    }
}

struct Answerer {
    stream: TcpStream,
    mishap: Option<Mishap>,
}

impl Answerer {
    fn say(&mut self, line: &str) -> std::io::Result<()> {
        self.stream.write_all(format!("{line}\r\n").as_bytes())
    }

    /// Answers as planned for this step, else well; tells whether it answered well.
    fn at(&mut self, step: Step, well: &str) -> std::io::Result<bool> {
        match self.mishap.clone() {
            Some(Mishap::Answer(at, line)) if at == step => self.say(line).map(|()| false),
            Some(Mishap::HangUp(at)) if at == step => Err(std::io::ErrorKind::ConnectionAborted.into()),
            Some(Mishap::Wait(at, pause)) if at == step => {
                std::thread::sleep(pause);
                self.say(well).map(|()| true)
            }
            _ => self.say(well).map(|()| true),
        }
    }

    fn refuses(&self, step: Step) -> bool {
        matches!(self.mishap, Some(Mishap::Answer(at, _)) if at == step)
    }
}

fn address_in(line: &str) -> String {
    let (_, rest) = line.split_once('<').unwrap_or(("", line));
    rest.split_once('>').map_or(rest, |(address, _)| address).to_owned()
}

/// Reads up to the line with the single dot, and takes the sender's extra dots away.
fn read_message(lines: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut message = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == b".\r\n" {
            return Ok(message);
        }
        message.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

#[cfg(test)]
mod tests {
    use lettre::{Message, SmtpTransport, Transport};

    use super::{Mishap, SmtpFake, Step};
    use std::time::Duration;

    fn send(fake: &SmtpFake) -> Result<(), lettre::transport::smtp::Error> {
        let message = Message::builder()
            .from("watch@dutyclock.test".parse().unwrap())
            .to("officer@duty.test".parse().unwrap())
            .subject("due")
            .body(".a line that begins with a dot\r\n".to_owned())
            .unwrap();
        let transport = SmtpTransport::builder_dangerous(fake.address.ip().to_string()).port(fake.address.port());
        transport.timeout(Some(Duration::from_secs(2))).build().send(&message).map(drop)
    }

    #[test]
    fn a_healthy_server_takes_the_message_as_it_was_sent() {
        let fake = SmtpFake::start();
        send(&fake).unwrap();
        let taken = fake.wait_for(1);
        assert_eq!(
            (taken[0].from.as_str(), taken[0].to.as_slice()),
            ("watch@dutyclock.test", &["officer@duty.test".into()][..])
        );
        assert_eq!(taken[0].letter.subject(), "due");
        assert_eq!(taken[0].letter.text().trim_end(), ".a line that begins with a dot");
    }

    #[test]
    fn refusals_come_at_the_step_asked_for_and_only_once() {
        let fake = SmtpFake::start();
        fake.next(Mishap::Answer(Step::Recipient, "550 5.1.1 no such user"));
        fake.next(Mishap::Answer(Step::Body, "451 4.3.0 try again later"));
        assert!(send(&fake).unwrap_err().is_permanent());
        assert!(send(&fake).unwrap_err().is_transient());
        assert!(fake.taken().is_empty());
        send(&fake).unwrap();
        assert_eq!(fake.taken().len(), 1);
    }

    #[test]
    fn a_hang_up_before_the_message_takes_nothing_and_one_after_it_takes_it() {
        let fake = SmtpFake::start();
        fake.next(Mishap::HangUp(Step::Data));
        send(&fake).unwrap_err();
        assert!(fake.taken().is_empty());
        fake.next(Mishap::HangUp(Step::Body));
        send(&fake).unwrap_err();
        assert_eq!(fake.taken().len(), 1);
    }

    #[test]
    fn a_slow_server_outlasts_a_sender_without_patience() {
        let fake = SmtpFake::start();
        fake.always(Some(Mishap::Wait(Step::Sender, Duration::from_secs(4))));
        let failure = send(&fake).unwrap_err();
        assert!(!failure.is_permanent(), "{failure:?}");
        fake.always(None);
        send(&fake).unwrap();
    }
}
