//! Runs the program: pages, watch and mail in one process, from the first request to the last.

use super::failure::Failure;
use super::logging;
use super::resources::{library, runtime};
use super::say::Terminal;
use crate::app::desk::Desk;
use crate::app::desk::fresh;
use crate::app::rules::self_test::SelfTest;
use crate::config::{Settings, make_data_dir};
use crate::db::{Store, StoreError, secret};
use crate::documents::Renderer;
use crate::mail::{Sender, Transport};
use crate::now::Clock;
use crate::tasks::watch::Tasks;
use crate::web::http::state::Web;
use crate::web::server::Server;
use sha2::{Digest, Sha256};

/// The name under which the key of guests' forms is kept.
const FORM_KEY: &str = "form-key";
/// Who messages in files say they are from.
const FROM_HERE: &str = "Dutyclock <dutyclock@localhost.localdomain>";

/// Runs until somebody stops it.
pub(super) fn run(mut settings: Settings, terminal: &Terminal) -> Result<(), Failure> {
    logging::start(&settings);
    let listen = settings.listen;
    settings.settle_port().map_err(|source| Failure::Listen { listen, source })?;
    let settings = &settings;
    let desk = open(settings)?;
    runtime()?.block_on(async {
        let server = bind(settings, &desk, false)?;
        let link = desk.set_up_token().await.map_err(|refusal| Failure::refused(refusal, terminal.t))?;
        if let Some(token) = link {
            terminal.say(terminal.t.command_set_up());
            terminal.say(format!("  {}/set-up/{token}", settings.base_url));
        }
        answer(settings, &desk, server, terminal).await
    })
}

/// Makes the data folder, opens the store and reads the law.
pub(super) fn open(settings: &Settings) -> Result<Desk, Failure> {
    let folder = settings.data_dir.display().to_string();
    make_data_dir(&settings.data_dir).map_err(|source| Failure::Folder { folder, source })?;
    let store = Store::open(&settings.database)?;
    Ok(Desk::new(store, library(settings)?, Clock::system(), &settings.base_url))
}

/// Takes the address. Call it inside the runtime.
pub(super) fn bind(settings: &Settings, desk: &Desk, demo: bool) -> Result<Server, Failure> {
    let here = settings.smtp.is_none();
    let web = Web {
        desk: desk.clone(),
        renderer: Renderer::start()?,
        form_key: form_key(&desk.store)?,
        secure_cookies: settings.secure_cookies(),
        trusted_proxies: settings.trusted_proxies.clone(),
        mail_folder: here.then(|| settings.mail_folder().display().to_string()),
        demo,
        self_test: SelfTest::default(),
    };
    let listen = settings.listen;
    Server::bind(web, listen).map_err(|source| Failure::Listen { listen, source })
}

/// Answers requests and lets the tasks run until somebody stops it; then finishes what is under way.
pub(super) async fn answer(
    settings: &Settings,
    desk: &Desk,
    server: Server,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let transport = transport(settings)?;
    if transport.stays_here() {
        terminal.say(terminal.t.command_mail_folder(settings.mail_folder().display()));
    }
    terminal.say(terminal.t.command_listening(&settings.base_url));
    tracing::info!(listen = %server.addr(), database = %settings.database, "started");
    let tasks = Tasks::start(desk, &transport);
    let ended = server.run(stopped(*terminal)).await;
    tokio::select! {
        () = tasks.finish() => {}
        () = signal() => tracing::warn!("stopped at once: a message under way may be sent again"),
    }
    tracing::info!("stopped");
    terminal.say(terminal.t.command_stopped());
    Ok(ended?)
}

fn transport(settings: &Settings) -> Result<Transport, Failure> {
    let Some(smtp) = &settings.smtp else {
        let from = Sender::parse(FROM_HERE).map_err(|cause| Failure::Unexpected(cause.to_string()))?;
        return Ok(Transport::files(settings.mail_folder(), from));
    };
    Ok(Transport::smtp(smtp)?)
}

/// The same key for all instances and all restarts: forms that guests opened before stay good.
fn form_key(store: &Store) -> Result<[u8; 32], StoreError> {
    let kept = store.write_blocking(|db| secret::get_or_insert(db, FORM_KEY, &fresh::secret()))?;
    Ok(Sha256::digest(kept.as_bytes()).into())
}

async fn stopped(terminal: Terminal) {
    signal().await;
    terminal.say(terminal.t.command_stopping());
}

/// Waits for Ctrl-C or, where there is one, SIGTERM.
async fn signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Without a way to listen for it, only the machine can end the program.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
