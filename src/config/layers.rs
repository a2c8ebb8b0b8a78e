//! Where settings come from: the file, over it the environment, over it the command line. Keeps the texts as given
//! with their origin; what they mean is read by [`super::Settings`].

use super::{ConfigError, FILE, KEYS};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What all our environment variables begin with.
const PREFIX: &str = "DUTYCLOCK_";
/// What the name of a variable ends with that names a file in which a secret is kept.
const IN_A_FILE: &str = "_FILE";
/// The settings that may stand in files of their own, so that they are in no environment and no settings file.
const SECRETS: [&str; 2] = ["database", "smtp.password"];
/// The environment variable that names the settings file.
const FILE_VARIABLE: &str = "DUTYCLOCK_CONFIG";

/// Settings as texts, each with its origin. Not shown in logs: a password may be among them.
#[derive(Clone, Default)]
pub struct Given(BTreeMap<&'static str, (String, String)>);

impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Given {
    /// A setting's text.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(|(text, _)| text.as_str())
    }

    /// Where a setting comes from; `None` when it was not given.
    #[must_use]
    pub fn origin(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(|(_, origin)| origin.as_str())
    }

    /// Sets a secret to what a file holds, without the line's end.
    fn set_from_file(&mut self, key: &str, path: &str, origin: &str) -> Result<(), ConfigError> {
        if path.trim().is_empty() {
            return Ok(());
        }
        let unreadable = |cause| ConfigError::SecretFile { origin: origin.to_owned(), path: path.to_owned(), cause };
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        self.set(key, text.trim_end_matches(['\r', '\n']), &format!("{path}, named by {origin}"));
        Ok(())
    }

    /// Sets one; an empty text leaves what was there.
    pub fn set(&mut self, key: &str, text: &str, origin: &str) {
        if let Some(key) = KEYS.into_iter().find(|known| *known == key)
            && !text.trim().is_empty()
        {
            self.0.insert(key, (text.to_owned(), origin.to_owned()));
        }
    }
}

/// The three layers.
#[derive(Debug, Clone, Default)]
pub struct Layers {
    /// The settings file named on the command line.
    pub file: Option<PathBuf>,
    /// The environment: name and value.
    pub environment: Vec<(String, String)>,
    /// Overrides of the command line: key and text.
    pub overrides: Vec<(&'static str, String)>,
}

impl Layers {
    /// Puts the layers on top of each other.
    ///
    /// # Errors
    /// When the file named is missing or not well formed, or when a variable of ours sets nothing.
    pub fn merge(&self) -> Result<Given, ConfigError> {
        let mut given = Given::default();
        let variable = self.environment.iter().find(|(name, _)| name == FILE_VARIABLE);
        let named = self.file.clone().or_else(|| variable.map(|(_, path)| PathBuf::from(path)));
        match named {
            Some(path) => read_file(&path, &mut given)?,
            None if Path::new(FILE).is_file() => read_file(Path::new(FILE), &mut given)?,
            None => {}
        }
        for (name, value) in &self.environment {
            if name.starts_with(PREFIX) && name != FILE_VARIABLE {
                let key = |wanted: &str| KEYS.into_iter().find(|key| variable_of(key) == wanted);
                let kept = name.strip_suffix(IN_A_FILE).and_then(key).filter(|key| SECRETS.contains(key));
                match (key(name), kept) {
                    (Some(key), _) => given.set(key, value, name),
                    (None, Some(key)) => given.set_from_file(key, value, name)?,
                    (None, None) => return Err(unknown(name)),
                }
            }
        }
        for (key, text) in &self.overrides {
            given.set(key, text, &format!("--{}", key.replace('_', "-")));
        }
        Ok(given)
    }
}

/// The environment variable of a setting: `smtp.host` is `DUTYCLOCK_SMTP_HOST`.
fn variable_of(key: &str) -> String {
    format!("{PREFIX}{}", key.replace('.', "_").to_uppercase())
}

/// The variable that shares most of its letters, in order, from the beginning and from the end.
fn unknown(name: &str) -> ConfigError {
    let alike = |variable: &String| {
        let begin = variable.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
        let end = variable.chars().rev().zip(name.chars().rev()).take_while(|(a, b)| a == b).count();
        begin + end
    };
    let meant = KEYS.into_iter().map(variable_of).max_by_key(alike).unwrap_or_default();
    ConfigError::UnknownVariable { name: name.to_owned(), meant }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<String>,
    base_url: Option<String>,
    trusted_proxies: Option<String>,
    data_dir: Option<String>,
    database: Option<String>,
    database_file: Option<String>,
    rulebooks_dir: Option<String>,
    #[serde(default)]
    smtp: Smtp,
    #[serde(default)]
    log: Log,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Smtp {
    host: Option<String>,
    port: Option<u16>,
    security: Option<String>,
    username: Option<String>,
    password: Option<String>,
    password_file: Option<String>,
    from: Option<String>,
    helo: Option<String>,
    root_certificate: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    format: Option<String>,
    level: Option<String>,
}

fn read_file(path: &Path, given: &mut Given) -> Result<(), ConfigError> {
    let shown = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|cause| ConfigError::Unreadable { path: shown.clone(), cause })?;
    let file: File = toml::from_str(&text).map_err(|error| {
        // Only message and line: the parser's own display quotes the line, and a password may stand in it.
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count().saturating_add(1);
        ConfigError::Content { path: shown.clone(), line, problem: error.message().to_owned() }
    })?;
    let Smtp { host, port, security, username, password, password_file, from, helo, root_certificate } = file.smtp;
    let texts = [
        ("listen", file.listen),
        ("base_url", file.base_url),
        ("trusted_proxies", file.trusted_proxies),
        ("data_dir", file.data_dir),
        ("database", file.database),
        ("rulebooks_dir", file.rulebooks_dir),
        ("smtp.host", host),
        ("smtp.port", port.map(|port| port.to_string())),
        ("smtp.security", security),
        ("smtp.username", username),
        ("smtp.password", password),
        ("smtp.from", from),
        ("smtp.helo", helo),
        ("smtp.root_certificate", root_certificate),
        ("log.format", file.log.format),
        ("log.level", file.log.level),
    ];
    for (key, text) in texts {
        given.set(key, &text.unwrap_or_default(), &shown);
    }
    for (key, path) in [("database", file.database_file), ("smtp.password", password_file)] {
        given.set_from_file(key, &path.unwrap_or_default(), &shown)?;
    }
    Ok(())
}
