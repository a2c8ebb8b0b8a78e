//! The program itself, as a shell runs it: in a folder of its own, with an environment that holds nothing of this machine.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::programs;

/// How long the program may take for one line.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program, to be run in this folder.
pub fn dutyclock(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dutyclock"));
    command.args(arguments).current_dir(folder).env_clear().env("LANG", "C.UTF-8").stdin(Stdio::null());
    command
}

/// Runs it to its end, well or not.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    dutyclock(folder, arguments).output().expect("the program runs")
}

/// What it wrote to the standard output.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What it wrote to the standard error.
pub fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The program while it serves; ended when dropped.
pub struct Running {
    child: Child,
    lines: Receiver<String>,
    heard: Vec<String>,
}

impl Running {
    /// Starts it.
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = dutyclock(folder, arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
        let output = child.stdout.take().expect("its output");
        let (tell, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines, heard: Vec::new() }
    }

    /// Everything said up to the line that names the address, and the address.
    pub fn wait_for_address(&mut self) -> SocketAddr {
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no address: {:?}", self.heard));
            self.heard.push(line.clone());
            if let Some((_, rest)) = line.split_once("answers at http://") {
                let address = rest.split_whitespace().next().expect("an address").trim_end_matches('.');
                return address.parse().unwrap_or_else(|e| panic!("{line}: {e}"));
            }
        }
    }

    /// What it has said so far.
    pub fn heard(&self) -> String {
        self.heard.join("\n")
    }

    /// Asks it to end, as a service manager does, and waits; answers its exit code.
    pub fn stop(mut self) -> Option<i32> {
        programs::run(Command::new(programs::find("kill")).arg(self.child.id().to_string()));
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
