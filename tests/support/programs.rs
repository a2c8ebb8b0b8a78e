//! Where the neighbours' programs are on this machine, and as whom to run them. Found at run time: distributions put
//! servers in different places, and a program that is missing is an error that names it, never a skipped test.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A user of this machine.
#[derive(Clone, Debug)]
pub struct Account {
    /// User number.
    pub uid: u32,
    /// Number of the user's first group.
    pub gid: u32,
}

impl Account {
    /// Looks a user up by name.
    pub fn named(name: &str) -> Self {
        let passwd = std::fs::read_to_string("/etc/passwd").expect("/etc/passwd");
        passwd
            .lines()
            .map(|line| line.split(':').collect::<Vec<_>>())
            .find(|fields| fields.len() > 3 && fields[0] == name)
            .map(|fields| Self { uid: fields[2].parse().unwrap(), gid: fields[3].parse().unwrap() })
            .unwrap_or_else(|| panic!("this machine has no user `{name}`"))
    }

    /// Whom the tests run as.
    pub fn own() -> Self {
        use std::os::unix::fs::MetadataExt;
        let own = std::fs::metadata("/proc/self").expect("/proc/self");
        Self { uid: own.uid(), gid: own.gid() }
    }

    /// Whether the tests run as root.
    pub fn is_root() -> bool {
        Self::own().uid == 0
    }
}

/// Finds a program on `PATH` or where servers are kept.
pub fn find(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/local/sbin", "/usr/sbin", "/sbin"].map(PathBuf::from))
        .map(|folder| folder.join(name))
        .find(|candidate| candidate.is_file())
        .unwrap_or_else(|| panic!("`{name}` is not installed; `bash .ci/packages` installs what the tests need"))
}

/// The folder with PostgreSQL's server programs: Debian keeps them by version, off `PATH`.
pub fn postgres_folder() -> PathBuf {
    let asked = Command::new("pg_config").arg("--bindir").output().ok();
    let told = asked.map(|out| PathBuf::from(String::from_utf8_lossy(&out.stdout).trim().to_owned()));
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    versions.sort();
    told.into_iter()
        .chain(versions.into_iter().rev().map(|(_, folder)| folder))
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .or_else(|| find("initdb").parent().map(Path::to_path_buf))
        .expect("a folder with initdb and postgres")
}

/// A program to be run as root: as it is when the tests are, else through sudo, which must not ask for a password.
pub fn as_root(program: &str) -> Command {
    if Account::is_root() {
        return Command::new(find(program));
    }
    let mut command = Command::new(find("sudo"));
    command.arg("-n").arg(find(program));
    command
}

/// Runs a command to its end; stops the test with all it said if it fails.
pub fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|e| panic!("{command:?} cannot be run: {e}"));
    assert!(
        output.status.success(),
        "{command:?} ended with {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    output
}
