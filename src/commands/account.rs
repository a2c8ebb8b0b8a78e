//! Adds an account from the command line: for the first one, and for the day on which nobody can sign in any more.

use super::arguments::NewAccount;
use super::failure::Failure;
use super::resources::{library, runtime};
use super::say::Terminal;
use crate::app::account::strength::LEAST;
use crate::app::desk::Desk;
use crate::app::office::people::{NewPassword, NewPerson};
use crate::config::{Settings, make_data_dir};
use crate::db::Store;
use crate::now::Clock;
use secrecy::SecretString;
use std::io::BufRead;

/// Asks for a password and adds the account.
pub(super) fn run(settings: &Settings, new: NewAccount, terminal: &Terminal) -> Result<(), Failure> {
    if settings.database.is_sqlite() {
        let folder = settings.data_dir.display().to_string();
        make_data_dir(&settings.data_dir).map_err(|source| Failure::Folder { folder, source })?;
    }
    let store = Store::open(&settings.database)?;
    let desk = Desk::new(store, library(settings)?, Clock::system(), &settings.base_url);
    let chosen = password(new.password_stdin, terminal)?;
    let NewAccount { name, email, role, language, warned, .. } = new;
    let person = NewPerson { name: name.clone(), email: email.clone(), role: role.clone(), lang: language, warned };
    runtime()?.block_on(desk.add_account(person, chosen)).map_err(|refusal| Failure::refused(refusal, terminal.t))?;
    terminal.say(terminal.t.command_account_added(name, role_in_words(&role, terminal), email));
    Ok(())
}

fn password(from_stdin: bool, terminal: &Terminal) -> Result<NewPassword, Failure> {
    if from_stdin {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        let password = SecretString::from(line.trim_end_matches(['\r', '\n']));
        return Ok(NewPassword { password: password.clone(), again: password });
    }
    let least = i64::try_from(LEAST).unwrap_or(0);
    let ask = |question: String| rpassword::prompt_password(format!("{question} ")).map(SecretString::from);
    Ok(NewPassword {
        password: ask(terminal.t.command_password(least))?,
        again: ask(terminal.t.command_password_again())?,
    })
}

/// A role as people call it.
pub(super) fn role_in_words(role: &str, terminal: &Terminal) -> String {
    match role {
        "administrator" => terminal.t.role_administrator(),
        "officer" => terminal.t.role_officer(),
        "approver" => terminal.t.role_approver(),
        _ => terminal.t.role_reader(),
    }
}
