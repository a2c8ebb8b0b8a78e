//! The settings: from a TOML file, the environment and the command line, each overriding the one before. Nothing is
//! guessed: an unknown key is an error that names its place. Secrets are never shown.

mod layers;
mod proxies;

pub use self::layers::{Given, Layers};
pub use self::proxies::TrustedProxies;

use crate::db::DatabaseUrl;
use crate::mail::{Security, Sender, SmtpSettings};
use secrecy::SecretString;
use std::fmt::Display;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use thiserror::Error;

/// The settings file that is read when none is named and this one is there.
pub const FILE: &str = "dutyclock.toml";

/// Every setting, by its name in the file; a dot stands for a table.
pub const KEYS: [&str; 16] = [
    "listen",
    "base_url",
    "trusted_proxies",
    "data_dir",
    "database",
    "rulebooks_dir",
    "smtp.host",
    "smtp.port",
    "smtp.security",
    "smtp.username",
    "smtp.password",
    "smtp.from",
    "smtp.helo",
    "smtp.root_certificate",
    "log.format",
    "log.level",
];

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object per line.
    Json,
}

/// Everything that can be set.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Where people reach the pages from outside, without a slash at the end.
    pub base_url: String,
    /// The proxies whose word is taken for where a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// The folder for the database and for mail in files.
    pub data_dir: PathBuf,
    /// The database.
    pub database: DatabaseUrl,
    /// A folder of own rulebooks, over those that came with the program.
    pub rulebooks_dir: Option<PathBuf>,
    /// The mail server; without it messages are written into files.
    pub smtp: Option<SmtpSettings>,
    /// How log lines look.
    pub log_format: LogFormat,
    /// What is logged: `info`, or a filter such as `warn,dutyclock=debug`.
    pub log_level: String,
    given: Given,
}

/// What is wrong with the settings, and what to do.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the settings file {path} cannot be read ({cause}); check the path and who may read it")]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// A file that was named for a secret cannot be read.
    #[error("{origin} names {path} for a secret, which cannot be read ({cause}); check the path and who may read it")]
    SecretFile {
        /// Where it was named.
        origin: String,
        /// The file.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// The file is not as it must be.
    #[error("{path}, line {line}: {problem}")]
    Content {
        /// The file.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong, with what is expected.
        problem: String,
    },
    /// An environment variable of ours that sets nothing.
    #[error("{name} sets nothing; did you mean {meant}? `dutyclock config` lists all settings")]
    UnknownVariable {
        /// The variable.
        name: String,
        /// The one most like it.
        meant: String,
    },
    /// A value that cannot be used.
    #[error("{key} (from {origin}): {problem}")]
    Value {
        /// The setting.
        key: &'static str,
        /// Where it was set.
        origin: String,
        /// What is wrong, with what is expected.
        problem: String,
    },
}

impl Settings {
    /// Reads the settings from what was given.
    ///
    /// # Errors
    /// [`ConfigError::Value`] names the setting, where it was set and what is expected.
    pub fn read(given: Given) -> Result<Self, ConfigError> {
        let listen: SocketAddr =
            given.parse("listen", "an address and a port, as in 127.0.0.1:8080")?.unwrap_or(LISTEN);
        let base_url = match given.get("base_url") {
            Some(text) => origin_of(text).map_err(|problem| given.wrong("base_url", problem))?,
            None => reached_at(listen),
        };
        let trusted_proxies = given
            .parse("trusted_proxies", "addresses or networks with commas between them, as in 127.0.0.1, 10.0.0.0/8")?
            .unwrap_or_default();
        let data_dir = PathBuf::from(given.get("data_dir").unwrap_or("data"));
        let database = match given.get("database") {
            Some(text) => DatabaseUrl::from_str(text).map_err(|problem| given.wrong("database", problem))?,
            None => DatabaseUrl::sqlite(&data_dir.join("dutyclock.db")),
        };
        let rulebooks_dir = given.get("rulebooks_dir").map(PathBuf::from);
        let log_format = match given.get("log.format") {
            None | Some("text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            Some(_) => return Err(given.wrong("log.format", "either text or json")),
        };
        let log_level = given.get("log.level").unwrap_or("info").to_owned();
        tracing_subscriber::EnvFilter::try_new(&log_level)
            .map_err(|_| given.wrong("log.level", "error, warn, info, debug, trace, or a filter of these by module"))?;
        let smtp = smtp(&given)?;
        Ok(Self {
            listen,
            base_url,
            trusted_proxies,
            data_dir,
            database,
            rulebooks_dir,
            smtp,
            log_format,
            log_level,
            given,
        })
    }

    /// Port 0 stands for any that is free: takes one, so that links in mail can name it.
    ///
    /// # Errors
    /// When the address cannot be had.
    pub fn settle_port(&mut self) -> std::io::Result<()> {
        if self.listen.port() == 0 {
            self.listen = std::net::TcpListener::bind(self.listen)?.local_addr()?;
            if self.given.get("base_url").is_none() {
                self.base_url = reached_at(self.listen);
            }
        }
        Ok(())
    }

    /// Whether cookies may be sent over HTTPS only.
    #[must_use]
    pub fn secure_cookies(&self) -> bool {
        self.base_url.starts_with("https:")
    }

    /// The folder into which messages are written when there is no mail server.
    #[must_use]
    pub fn mail_folder(&self) -> PathBuf {
        self.data_dir.join("mail")
    }

    /// Every setting in force with where it comes from, secrets blacked out, as a settings file would say it.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut lines = Vec::new();
        let mut table = "";
        for key in KEYS {
            let (head, name) = key.split_once('.').unwrap_or(("", key));
            if head != table {
                table = head;
                lines.push(format!("\n[{head}]"));
            }
            lines.push(match (self.value(key), self.given.origin(key)) {
                (Some(value), origin) => format!("{name} = {}  # {}", quoted(&value), origin.unwrap_or("default")),
                (None, _) => format!("# {name} is not set"),
            });
        }
        lines.join("\n")
    }

    fn value(&self, key: &str) -> Option<String> {
        let smtp = self.smtp.as_ref();
        match key {
            "listen" => Some(self.listen.to_string()),
            "base_url" => Some(self.base_url.clone()),
            "data_dir" => Some(self.data_dir.display().to_string()),
            "database" => Some(self.database.to_string()),
            "smtp.port" => smtp.map(|smtp| smtp.port.to_string()),
            "smtp.security" => smtp.map(|smtp| format!("{:?}", smtp.security).to_lowercase()),
            "smtp.password" => smtp.and_then(|smtp| smtp.password.as_ref()).map(|_| "***".to_owned()),
            "log.format" => Some(format!("{:?}", self.log_format).to_lowercase()),
            "log.level" => Some(self.log_level.clone()),
            _ => self.given.get(key).map(ToOwned::to_owned),
        }
    }
}

/// Where the program listens unless told otherwise: this machine only.
pub const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

/// How a browser on this machine reaches an address that the program listens on.
#[must_use]
pub fn reached_at(listen: SocketAddr) -> String {
    if listen.ip().is_unspecified() {
        format!("http://localhost:{}", listen.port())
    } else {
        format!("http://{listen}")
    }
}

fn origin_of(text: &str) -> Result<String, &'static str> {
    const EXPECTED: &str = "where people reach the pages, without a path, as in https://dutyclock.example.org";
    let url = url::Url::parse(text).map_err(|_| EXPECTED)?;
    let plain = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if plain && web { Ok(url.origin().ascii_serialization()) } else { Err(EXPECTED) }
}

fn smtp(given: &Given) -> Result<Option<SmtpSettings>, ConfigError> {
    let Some(host) = given.get("smtp.host") else {
        let lonely = KEYS.into_iter().find(|key| key.starts_with("smtp.") && given.get(key).is_some());
        return lonely.map_or(Ok(None), |key| Err(given.wrong(key, "of no use without smtp.host; set both or none")));
    };
    let security = match given.get("smtp.security") {
        None | Some("starttls") => Security::Starttls,
        Some("tls") => Security::Tls,
        Some("none") => Security::None,
        Some(_) => return Err(given.wrong("smtp.security", "starttls, tls or none")),
    };
    let from = given.get("smtp.from").ok_or_else(|| {
        given
            .wrong("smtp.host", "set smtp.from too: who messages say they are from, as in Dutyclock <duty@example.org>")
    })?;
    Ok(Some(SmtpSettings {
        host: host.to_owned(),
        port: given.parse("smtp.port", "a port between 1 and 65535")?.unwrap_or_else(|| security.port()),
        security,
        username: given.get("smtp.username").map(ToOwned::to_owned),
        password: given.get("smtp.password").map(SecretString::from),
        from: Sender::parse(from).map_err(|problem| given.wrong("smtp.from", problem))?,
        helo: given.get("smtp.helo").map(ToOwned::to_owned),
        root_certificate: given.get("smtp.root_certificate").map(PathBuf::from),
    }))
}

impl Given {
    fn parse<T: FromStr>(&self, key: &'static str, expected: &str) -> Result<Option<T>, ConfigError> {
        self.get(key).map(|text| text.trim().parse().map_err(|_| self.wrong(key, expected))).transpose()
    }

    fn wrong(&self, key: &'static str, problem: impl Display) -> ConfigError {
        let origin = self.origin(key).unwrap_or("default").to_owned();
        ConfigError::Value { key, origin, problem: format!("{problem}") }
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Makes the data folder, for its owner only. One that others may read is left as it is, with a warning.
///
/// # Errors
/// When it cannot be made.
pub fn make_data_dir(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(folder)?.permissions());
        if mode & 0o077 != 0 {
            tracing::warn!(folder = %folder.display(), "others on this machine may look into the data folder: chmod 700");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
