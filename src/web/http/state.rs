//! What every request shares.

use crate::app::desk::Desk;
use crate::app::rules::self_test::SelfTest;
use crate::config::TrustedProxies;
use crate::documents::Renderer;

/// The program's parts that pages use. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Web {
    /// Where actions are carried out and views are read.
    pub desk: Desk,
    /// Makes PDF files.
    pub renderer: Renderer,
    /// Key under which the tokens of forms without a session are made; shared by all instances.
    pub form_key: [u8; 32],
    /// Whether cookies may be sent over HTTPS only: true unless the program is reached over plain HTTP.
    pub secure_cookies: bool,
    /// The proxies whose word is taken for where a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// Where mail goes when no mail server is configured: shown on every page.
    pub mail_folder: Option<String>,
    /// Whether the demo is loaded.
    pub demo: bool,
    /// How the cases beside the rulebooks came out, once they were run.
    pub self_test: SelfTest,
}
