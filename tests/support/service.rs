//! Neighbours as background processes that cannot outlive the tests.
//!
//! A static is never dropped, and a killed process drops nothing. So each neighbour runs under a small shell that reads
//! a pipe held by the test process: when that pipe closes, for whatever reason, the shell ends the neighbour and
//! removes its folder.

use std::net::{Ipv4Addr, SocketAddrV4, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use super::programs::Account;

/// Runs `$4…` until standard input ends, then does `$1`, ends what the neighbour left behind in the process group (a
/// browser whose driver is gone) and removes the folder `$2`; output goes to `$3`.
const LEASH: &str = r#"
ending=$1 folder=$2 log=$3
shift 3
"$@" >"$log" 2>&1 &
neighbour=$!
cat >/dev/null
eval "$ending" >>"$log" 2>&1
wait "$neighbour"
trap '' TERM
kill 0
cd / && rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }
"#;

/// A running neighbour; ends when this is dropped, or with the test process.
pub struct Service {
    name: &'static str,
    log: PathBuf,
    child: Child,
    leash: Option<ChildStdin>,
}

/// How a neighbour is run and ended.
pub struct Plan<'a> {
    /// What to call it when it fails.
    pub name: &'static str,
    /// The shell command that stops it; knows `$neighbour`, its process, and `$folder`.
    pub ending: &'static str,
    /// Its own folder, removed at the end; its working folder and its `TMPDIR` meanwhile.
    pub folder: &'a Path,
    /// Whom to run it as, when not as the tests' own user.
    pub account: Option<Account>,
}

impl Service {
    /// Starts the program; returns at once, before it is ready.
    pub fn start(plan: &Plan<'_>, program: &Path, arguments: &[&str]) -> Self {
        let log = plan.folder.join("output.log");
        let mut command = Command::new("sh");
        command.args(["-c", LEASH, "leash", plan.ending]).arg(plan.folder).arg(&log).arg(program).args(arguments);
        command.current_dir(plan.folder).env("TMPDIR", plan.folder);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        // Its own process group: Ctrl-C on the tests must reach the neighbour through the leash, not past it.
        command.process_group(0);
        if let Some(account) = &plan.account {
            command.uid(account.uid).gid(account.gid);
        }
        let mut child = command.spawn().unwrap_or_else(|e| panic!("{} cannot be started: {e}", plan.name));
        let leash = child.stdin.take();
        Self { name: plan.name, log, child, leash }
    }

    /// What it has printed so far.
    pub fn output(&self) -> String {
        std::fs::read(&self.log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// Asks `ready` until it gives something; stops the test, with the neighbour's output, after `patience`.
    pub fn wait_until<T>(&self, patience: Duration, mut ready: impl FnMut() -> Option<T>) -> T {
        let give_up = Instant::now() + patience;
        loop {
            if let Some(found) = ready() {
                return found;
            }
            assert!(Instant::now() < give_up, "{} is not ready after {patience:?}:\n{}", self.name, self.output());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until something listens on the port.
    pub fn wait_for_port(&self, port: u16) {
        let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, port);
        self.wait_until(Duration::from_secs(30), || TcpStream::connect(address).ok());
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.leash.take());
        // The shell ends when its neighbour has; nothing can be done about a failure here.
        let _ = self.child.wait();
    }
}

/// A port of loopback that nobody listens on: below the range from which the system serves `port 0`, so that no
/// connection made meanwhile can take it.
pub fn free_port() -> u16 {
    const FIRST: u16 = 20_000;
    const COUNT: u16 = 12_000;
    static STEP: AtomicU16 = AtomicU16::new(0);
    let start = u16::try_from(std::process::id() * 37 % u32::from(COUNT)).expect("below the count");
    (0..COUNT)
        .map(|_| FIRST + (start + STEP.fetch_add(1, Ordering::Relaxed)) % COUNT)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .expect("a free port on loopback")
}

#[test]
fn a_neighbour_and_its_folder_are_gone_when_its_leash_is_dropped() {
    let folder = tempfile::tempdir().unwrap().keep();
    let plan = Plan { name: "sleeper", ending: "kill $neighbour", folder: &folder, account: None };
    let service = Service::start(&plan, Path::new("sh"), &["-c", "echo $$; exec sleep 600"]);
    let pid = service.wait_until(Duration::from_secs(5), || service.output().trim().parse::<u32>().ok());
    let process = PathBuf::from(format!("/proc/{pid}"));
    assert!(process.exists());
    drop(service);
    assert!(!process.exists(), "the process still runs");
    assert!(!folder.exists(), "the folder is still there");
}
