//! A PostgreSQL of the tests' own, as strict as a real one: passwords (SCRAM) over TCP, an ordinary role that owns its
//! database and nothing more, and a session zone that is not UTC, so that whatever trusts the zone is found out.

use std::os::unix::fs::{PermissionsExt, chown};
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use super::certificates::certify;
use super::programs::{self, Account};
use super::service::{Plan, Service, free_port};

/// The zone of a session that asks for none.
pub const SESSION_ZONE: &str = "America/New_York";
const ADMINISTRATOR: &str = "warden";
const ROLE: &str = "dutyclock";

struct Cluster {
    port: u16,
    password: String,
    folder: PathBuf,
    _service: Service,
}

impl Cluster {
    fn url(&self, role: &str, password: &str, database: &str) -> String {
        format!("postgres://{role}:{password}@127.0.0.1:{}/{database}", self.port)
    }

    fn administer(&self, sql: &str) {
        let url = self.url(ADMINISTRATOR, &self.password, "postgres");
        let mut connection = PgConnection::establish(&url).expect("the administrator's connection");
        connection.batch_execute(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    }

    fn start() -> Self {
        let bin = programs::postgres_folder();
        let folder = tempfile::Builder::new().prefix("dutyclock-postgres-").tempdir().unwrap().keep();
        // PostgreSQL refuses to run as root; its package brings a user for it.
        let account = Account::is_root().then(|| Account::named("postgres"));
        let password = format!("{:032x}", rand::random::<u128>());
        let data = folder.join("data");
        let secret = folder.join("password");
        std::fs::write(&secret, &password).unwrap();

        let mut initdb = Command::new(bin.join("initdb"));
        initdb.args(["--auth=scram-sha-256", "--no-sync", "--locale=C.UTF-8", "--encoding=UTF8"]);
        initdb.arg(format!("--username={ADMINISTRATOR}")).arg(format!("--pwfile={}", secret.display()));
        initdb.arg("-D").arg(&data).current_dir(&folder);
        if let Some(account) = &account {
            use std::os::unix::process::CommandExt;
            chown(&folder, Some(account.uid), Some(account.gid)).unwrap();
            chown(&secret, Some(account.uid), Some(account.gid)).unwrap();
            initdb.uid(account.uid).gid(account.gid);
        }
        programs::run(&mut initdb);

        certify(&folder);
        let key = folder.join("server.key");
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
        if let Some(account) = &account {
            chown(&key, Some(account.uid), Some(account.gid)).unwrap();
        }
        let at = |name: &str| folder.join(name).display().to_string();
        let port = free_port();
        let settings = format!(
            "ssl = on\nssl_cert_file = '{}'\nssl_key_file = '{}'\n\
             listen_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = ''\n\
             timezone = '{SESSION_ZONE}'\nlog_timezone = '{SESSION_ZONE}'\n\
             fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n\
             shared_buffers = 32MB\nmax_connections = 200\n",
            at("server.pem"),
            at("server.key"),
        );
        std::fs::write(data.join("postgresql.auto.conf"), settings).unwrap();

        let plan = Plan { name: "PostgreSQL", ending: "kill -s INT $neighbour", folder: &folder, account };
        let service = Service::start(&plan, &bin.join("postgres"), &["-D", data.to_str().unwrap()]);
        let cluster = Self { port, password, folder: folder.clone(), _service: service };
        let url = cluster.url(ADMINISTRATOR, &cluster.password, "postgres");
        cluster._service.wait_until(std::time::Duration::from_secs(60), || PgConnection::establish(&url).ok());
        cluster.administer(&format!("CREATE ROLE {ROLE} LOGIN PASSWORD '{}'", cluster.password));
        cluster
    }
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(Cluster::start)
}

/// An empty database of one test's own; dropped with it, and with whatever is still connected.
pub struct Database {
    name: String,
}

/// Creates a database; the first call of the process starts the server (about a second).
pub fn create_database() -> Database {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    cluster().administer(&format!("CREATE DATABASE {name} OWNER {ROLE}"));
    Database { name }
}

impl Database {
    /// `postgres://user:password@127.0.0.1:port/name`, of a role that owns this database and no other.
    pub fn url(&self) -> String {
        self.url_with_password(&cluster().password)
    }

    /// The same place over an encrypted connection to whoever has a certificate of the tests' authority, or of nobody.
    pub fn url_encrypted(&self, trusted: bool) -> String {
        let file = cluster().folder.join(if trusted { "authority.pem" } else { "names" });
        let url = self.url().replace("@127.0.0.1:", "@localhost:");
        format!("{url}?sslmode=verify-full&sslrootcert={}", file.display())
    }

    /// The same place with another password.
    pub fn url_with_password(&self, password: &str) -> String {
        cluster().url(ROLE, password, &self.name)
    }

    /// Takes the database away from under the program: every connection ends, no new one is let in.
    pub fn go_away(&self) {
        cluster().administer(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS false", self.name));
        cluster().administer(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'",
            self.name
        ));
    }

    /// Lets connections in again.
    pub fn come_back(&self) {
        cluster().administer(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", self.name));
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        cluster().administer(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

/// Asks one question with PostgreSQL's own client, which leaves the session as the server makes it.
#[cfg(test)]
fn ask(url: &str, sql: &str) -> String {
    let mut psql = Command::new(programs::find("psql"));
    let output = programs::run(psql.args(["-X", "-tA", "-c", sql]).arg(url).env_remove("PGTZ"));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn a_wrong_password_is_refused_and_the_right_one_let_in() {
    let database = create_database();
    PgConnection::establish(&database.url()).expect("the right password");
    let refusal = PgConnection::establish(&database.url_with_password("guess")).err().expect("a refusal");
    assert!(refusal.to_string().contains("password authentication failed"), "{refusal}");
    assert!(ask(&database.url(), "SHOW password_encryption").starts_with("scram"));
}

#[test]
fn a_session_that_asks_for_no_zone_is_not_in_utc() {
    let database = create_database();
    assert_eq!(ask(&database.url(), "SHOW timezone"), SESSION_ZONE);
}

#[test]
fn a_database_that_went_away_refuses_until_it_is_back() {
    let database = create_database();
    let mut open = PgConnection::establish(&database.url()).unwrap();
    database.go_away();
    open.batch_execute("SELECT 1").expect_err("the connection has ended");
    assert!(PgConnection::establish(&database.url()).is_err());
    database.come_back();
    PgConnection::establish(&database.url()).expect("back again");
}

#[test]
fn the_programs_role_cannot_create_databases() {
    let database = create_database();
    let mut connection = PgConnection::establish(&database.url()).unwrap();
    connection.batch_execute("CREATE TABLE own (id BIGINT PRIMARY KEY)").expect("its own tables");
    connection.batch_execute("CREATE DATABASE more").expect_err("not the role's to do");
}
