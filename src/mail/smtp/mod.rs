//! A mail server: its settings, the connections to it, and its answers in words.
//!
//! Encryption is never optional once asked for, and a password is never sent without it, except to this machine.

#[cfg(test)]
mod tests;

use super::address::Sender;
use super::line::short_line;
use super::send_error::SendError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, Error, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;
use thiserror::Error;
use tokio::runtime::Handle;

/// A server that is silent for so long is taken for dead.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Plain at first, encrypted before anything is said (usually port 587). Refused when the server does not offer it.
    Starttls,
    /// Encrypted from the first byte (usually port 465).
    Tls,
    /// Not encrypted: only for a server on this machine or in a trusted network (usually port 25).
    None,
}

impl Security {
    /// The port that servers use for it.
    #[must_use]
    pub const fn port(self) -> u16 {
        match self {
            Self::Starttls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

/// A mail server and how to use it.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// Its name, as in its certificate.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// The name to sign in with, where the server wants one.
    pub username: Option<String>,
    /// The password; shown nowhere.
    pub password: Option<SecretString>,
    /// Who the messages say they are from.
    pub from: Sender,
    /// The name under which this machine introduces itself; its own name when absent.
    pub helo: Option<String>,
    /// A PEM file with a further root certificate, for a server with a private authority.
    pub root_certificate: Option<PathBuf>,
}

/// Which setting cannot work, and what to do.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// A name without a password, or a password without a name.
    #[error("mail: `username` and `password` belong together: set both or none")]
    HalfSignIn,
    /// A password over an open line.
    #[error("mail: `security = \"none\"` would send the password readable over the network: use starttls or tls")]
    OpenPassword,
    /// The certificate file cannot be read.
    #[error("mail: `root_certificate` {path} cannot be read: check the path and the file's permissions")]
    CertificateFile {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The certificate is none, or encryption cannot be set up.
    #[error("mail: encryption cannot be set up: `root_certificate` must hold PEM certificates, `host` a host name")]
    Encryption(#[source] Error),
}

type Pool = AsyncSmtpTransport<Tokio1Executor>;

/// A mail server and the connections that are open to it.
///
/// The library starts a task when its pool is made and another when it is dropped, and panics where no runtime is at
/// hand. So the pool is made at the first message, and dropped inside the runtime that made it.
#[derive(Debug)]
pub struct Server {
    builder: AsyncSmtpTransportBuilder,
    pool: OnceLock<(Handle, Pool)>,
}

impl Server {
    /// Sends one message, once.
    pub async fn send(&self, message: Message) -> Result<(), SendError> {
        let (_, pool) = self.pool.get_or_init(|| (Handle::current(), self.builder.clone().build()));
        pool.send(message).await.map(|_| ()).map_err(|cause| explain(&cause))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some((runtime, pool)) = self.pool.take() {
            let _inside = runtime.enter();
            drop(pool);
        }
    }
}

/// Prepares connections; makes none yet.
pub fn connect(settings: &SmtpSettings) -> Result<Server, SettingsError> {
    let mut builder = Pool::builder_dangerous(&settings.host)
        .port(settings.port)
        .tls(tls(settings)?)
        .timeout(Some(PATIENCE))
        .pool_config(PoolConfig::new().max_size(8).idle_timeout(Duration::from_secs(30)));
    if let Some(helo) = &settings.helo {
        builder = builder.hello_name(ClientId::Domain(helo.clone()));
    }
    match (&settings.username, &settings.password) {
        (None, None) => {}
        (Some(_), Some(_)) if settings.security == Security::None && !is_this_machine(&settings.host) => {
            return Err(SettingsError::OpenPassword);
        }
        (Some(name), Some(password)) => {
            builder = builder.credentials(Credentials::new(name.clone(), password.expose_secret().to_owned()));
        }
        _ => return Err(SettingsError::HalfSignIn),
    }
    Ok(Server { builder, pool: OnceLock::new() })
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

fn tls(settings: &SmtpSettings) -> Result<Tls, SettingsError> {
    let mut parameters = TlsParameters::builder(settings.host.clone());
    if let Some(path) = &settings.root_certificate {
        let pem =
            std::fs::read(path).map_err(|source| SettingsError::CertificateFile { path: path.clone(), source })?;
        parameters = parameters.add_root_certificate(Certificate::from_pem(&pem).map_err(SettingsError::Encryption)?);
    }
    match settings.security {
        Security::None => Ok(Tls::None),
        Security::Starttls => parameters.build().map(Tls::Required).map_err(SettingsError::Encryption),
        Security::Tls => parameters.build().map(Tls::Wrapper).map_err(SettingsError::Encryption),
    }
}

/// A failure in words. Whatever is not a clear "never" of the server may be tried again.
fn explain(cause: &Error) -> SendError {
    let mut text = cause.to_string();
    let mut deeper = std::error::Error::source(cause);
    while let Some(error) = deeper {
        text.push_str(": ");
        text.push_str(&error.to_string());
        deeper = error.source();
    }
    SendError { permanent: cause.is_permanent(), text: short_line(&text, 300) }
}
