//! A real mail server: Debian's Postfix with configuration, queue and mailboxes of its own in a temporary folder, on a
//! loopback port. It insists on STARTTLS and a password, and delivers to anybody at `duty.test`.
//! Nothing of the machine's own mail configuration is read or written.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::certificates::certify;
use super::letter::Letter;
use super::programs::{self, Account};
use super::service::{Plan, Service, free_port};

/// The name in the server's certificate: connect to it by this name.
pub const HOST: &str = "localhost";
/// Who may send through it.
pub const USER: &str = "dutyclock";
/// That user's password.
pub const PASSWORD: &str = "k7 Ünlock%@:/";

/// Ends it with all its helpers, and takes away what only root can.
const ENDING: &str = r#"
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
root=; [ "$(id -u)" = 0 ] || root="sudo -n"
$root "$(command -v postfix)" -c "$folder/config" abort
$root rm -rf "$folder/queue" "$folder/data" "$folder/config"
"#;

/// The running server.
pub struct Postfix {
    /// Where it listens, on [`HOST`].
    pub port: u16,
    /// The authority that signed its certificate, as PEM.
    pub authority: PathBuf,
    mailboxes: PathBuf,
    _service: Service,
}

/// The server of this test process; the first call starts it (about two seconds).
pub fn postfix() -> &'static Postfix {
    static POSTFIX: OnceLock<Postfix> = OnceLock::new();
    POSTFIX.get_or_init(Postfix::start)
}

impl Postfix {
    /// Everything delivered to this person so far, oldest first.
    pub fn mailbox(&self, person: &str) -> Vec<Letter> {
        let folder = self.mailboxes.join("all/new");
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        files.sort();
        let letters = files.iter().map(|file| Letter::new(std::fs::read(file).expect("a delivered mail")));
        letters.filter(|letter| letter.header("Delivered-To") == format!("{person}@duty.test")).collect()
    }

    /// Waits until this many mails have been delivered to the person; stops the test after 20 seconds.
    pub fn wait_for(&self, person: &str, count: usize) -> Vec<Letter> {
        let give_up = Instant::now() + Duration::from_secs(20);
        loop {
            let letters = self.mailbox(person);
            if letters.len() >= count {
                return letters;
            }
            assert!(Instant::now() < give_up, "{} of {count} mails for {person}\n{}", letters.len(), self.log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("dutyclock-postfix-").tempdir().unwrap().keep();
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
        for name in ["config", "config/sasl", "queue", "data", "mailboxes", "certificates"] {
            std::fs::create_dir(folder.join(name)).unwrap();
        }
        // Postfix delivers as an ordinary user only, so not as root.
        let keeper = if Account::is_root() { Account::named("nobody") } else { Account::own() };
        give(&folder.join("mailboxes"), &keeper);
        give(&folder.join("data"), &Account::named("postfix"));

        let port = free_port();
        certify(&folder.join("certificates"));
        admit(&folder.join("config/sasl"));
        let config = folder.join("config");
        std::fs::write(config.join("main.cf"), main_cf(&folder, &keeper)).unwrap();
        std::fs::write(config.join("master.cf"), master_cf(port)).unwrap();

        let start = programs::as_root("postfix");
        let words = start.get_args().chain(["-c".as_ref(), config.as_os_str(), "start-fg".as_ref()]);
        let words: Vec<&str> = words.map(|word| word.to_str().unwrap()).collect();
        let plan = Plan { name: "Postfix", ending: ENDING, folder: &folder, account: None };
        let service = Service::start(&plan, start.get_program().as_ref(), &words);
        service.wait_for_port(port);
        Self {
            port,
            authority: folder.join("certificates/authority.pem"),
            mailboxes: folder.join("mailboxes"),
            _service: service,
        }
    }

    /// What the server has logged, for a test that fails.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.mailboxes.with_file_name("mail.log")).unwrap_or_default()
    }
}

/// Makes the account the owner of a file or folder.
fn give(path: &Path, account: &Account) {
    programs::run(programs::as_root("chown").arg(format!("{}:{}", account.uid, account.gid)).arg(path));
}

fn main_cf(folder: &Path, keeper: &Account) -> String {
    let folder = folder.display();
    format!(
        "compatibility_level = 3.6\n\
         queue_directory = {folder}/queue\ndata_directory = {folder}/data\n\
         maillog_file = {folder}/mail.log\nmaillog_file_prefixes = {folder}\n\
         myhostname = {HOST}\nmydestination =\ninet_interfaces = loopback-only\ninet_protocols = ipv4\n\
         default_transport = error:this server delivers to duty.test only\n\
         alias_maps =\nalias_database =\nlocal_recipient_maps =\n\
         virtual_mailbox_domains = duty.test\nvirtual_mailbox_base = {folder}/mailboxes\n\
         virtual_mailbox_maps = static:all/\n\
         virtual_uid_maps = static:{uid}\nvirtual_gid_maps = static:{gid}\n\
         smtpd_tls_security_level = encrypt\nsmtpd_tls_auth_only = yes\n\
         smtpd_tls_cert_file = {folder}/certificates/server.pem\n\
         smtpd_tls_key_file = {folder}/certificates/server.key\n\
         smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = cyrus\n\
         smtpd_sasl_path = smtpd\ncyrus_sasl_config_path = {folder}/config/sasl\nsmtpd_sasl_local_domain = duty.test\n\
         smtpd_relay_restrictions = permit_sasl_authenticated, reject\nmynetworks =\n\
         smtpd_client_restrictions = permit_sasl_authenticated, reject\n",
        uid = keeper.uid,
        gid = keeper.gid,
    )
}

/// Only what taking in and delivering needs, nothing in a chroot, so that no system files need copying.
fn master_cf(port: u16) -> String {
    let services = [
        ("cleanup", "unix", "n", "0", "cleanup"),
        ("qmgr", "unix", "n", "1", "qmgr"),
        ("rewrite", "unix", "-", "-", "trivial-rewrite"),
        ("bounce", "unix", "-", "0", "bounce"),
        ("defer", "unix", "-", "0", "bounce"),
        ("trace", "unix", "-", "0", "bounce"),
        ("error", "unix", "-", "-", "error"),
        ("retry", "unix", "-", "-", "error"),
        ("virtual", "unix", "-", "-", "virtual"),
        ("anvil", "unix", "-", "1", "anvil"),
        ("tlsmgr", "unix", "-", "1", "tlsmgr"),
        ("postlog", "unix-dgram", "n", "1", "postlogd"),
    ];
    let smtpd = format!("127.0.0.1:{port} inet n - n - - smtpd\n");
    services.iter().fold(smtpd, |file, (name, kind, private, most, program)| {
        // virtual(8) becomes the mailbox's owner, so it starts with privileges.
        let unprivileged = if *name == "virtual" { "n" } else { "-" };
        format!("{file}{name} {kind} {private} {unprivileged} n - {most} {program}\n")
    })
}

/// Writes the password file of the server's one user.
fn admit(folder: &Path) {
    let database = folder.join("users");
    let settings = format!(
        "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: PLAIN LOGIN\nsasldb_path: {}\n",
        database.display()
    );
    std::fs::write(folder.join("smtpd.conf"), settings).unwrap();
    let mut command = Command::new(programs::find("saslpasswd2"));
    command.args(["-c", "-p", "-u", "duty.test", "-f"]).arg(&database).arg(USER);
    let mut child = command.stdin(Stdio::piped()).spawn().expect("saslpasswd2");
    std::io::Write::write_all(child.stdin.as_mut().unwrap(), PASSWORD.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success(), "saslpasswd2 failed");
    give(&database, &Account::named("postfix"));
}

#[cfg(test)]
mod tests {
    use lettre::message::MultiPart;
    use lettre::transport::smtp::authentication::Credentials;
    use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
    use lettre::{Message, SmtpTransport, Transport};

    use super::{HOST, PASSWORD, USER, postfix};

    fn sender(password: &str, trusting: bool) -> SmtpTransport {
        let mut tls = TlsParameters::builder(HOST.to_owned());
        if trusting {
            let pem = std::fs::read(&postfix().authority).unwrap();
            tls = tls.add_root_certificate(Certificate::from_pem(&pem).unwrap());
        }
        SmtpTransport::builder_dangerous(HOST)
            .port(postfix().port)
            .tls(Tls::Required(tls.build().unwrap()))
            .credentials(Credentials::new(USER.to_owned(), password.to_owned()))
            .build()
    }

    fn message(person: &str) -> Message {
        Message::builder()
            .from("watch@dutyclock.test".parse().unwrap())
            .to(format!("{person}@duty.test").parse().unwrap())
            .subject("신고 기한 1시간 전")
            .multipart(MultiPart::alternative_plain_html("기한까지 한 시간".to_owned(), "<p>기한</p>".to_owned()))
            .unwrap()
    }

    #[test]
    fn a_mail_sent_with_starttls_and_password_arrives_in_the_mailbox() {
        sender(PASSWORD, true).send(&message("officer")).unwrap_or_else(|e| panic!("{e:?}\n{}", postfix().log()));
        let letters = postfix().wait_for("officer", 1);
        assert_eq!(letters[0].subject(), "신고 기한 1시간 전");
        assert_eq!(letters[0].text().trim_end(), "기한까지 한 시간");
        assert!(letters[0].header("Received").contains("with ESMTPSA"), "{}", letters[0].header("Received"));
    }

    #[test]
    fn a_wrong_password_sends_nothing() {
        let refusal = sender("guess", true).send(&message("nobody")).unwrap_err();
        assert!(refusal.is_permanent(), "{refusal}");
        assert!(postfix().mailbox("nobody").is_empty());
    }

    #[test]
    fn a_certificate_of_an_unknown_authority_is_not_trusted() {
        sender(PASSWORD, false).send(&message("nobody")).unwrap_err();
    }

    #[test]
    fn a_recipient_elsewhere_is_refused() {
        let elsewhere = Message::builder()
            .from("watch@dutyclock.test".parse().unwrap())
            .to("Officer@DUTY.invalid".parse().unwrap())
            .body(String::new())
            .unwrap();
        sender(PASSWORD, true).send(&elsewhere).unwrap_err();
    }
}
