//! What the frame of every page shows (`templates/base.html`).

use super::role::role;
use crate::app::desk::actor::Permission;
use crate::locales::Text;
use crate::web::http::assets;
use crate::web::http::guest::Guest;
use crate::web::http::visit::Visit;

/// A page's frame.
#[derive(Debug, Clone)]
pub struct Page {
    /// The reader's language.
    pub t: Text,
    /// The server's clock, seconds since the epoch.
    pub now_epoch: i64,
    /// The server's clock in words, in the organisation's zone.
    pub now_text: String,
    /// The path of this page, for coming back after choosing a language.
    pub path: String,
    /// The token that forms on this page must carry.
    pub csrf: String,
    /// A fresh idempotency key for a form on this page.
    pub once: String,
    /// Light or dark, where the reader chose one; empty otherwise.
    pub theme: &'static str,
    /// Who is signed in.
    pub who: Option<Who>,
    /// What the last action had to say.
    pub flash: Vec<Flash>,
    /// What is true of the whole installation.
    pub notices: Vec<String>,
    /// Which entry of the navigation this page belongs to.
    pub nav: &'static str,
    /// The program's version.
    pub version: &'static str,
    /// What stands behind `?v=` in the addresses of stylesheet and scripts: changes when one of them does.
    pub assets: &'static str,
}

/// The signed-in person, as the frame shows them.
#[derive(Debug, Clone)]
pub struct Who {
    /// Name.
    pub name: String,
    /// Role in the reader's language.
    pub role_text: String,
    /// Whether the people page is theirs.
    pub may_administer: bool,
}

/// Something the last action had to say.
#[derive(Debug, Clone)]
pub struct Flash {
    /// `done`, `warn` or `error`.
    pub kind: &'static str,
    /// The text.
    pub text: String,
}

impl Page {
    /// The frame of a page for a signed-in visitor.
    #[must_use]
    pub fn of(visit: &Visit, nav: &'static str) -> Self {
        let t = visit.t;
        let mut notices = Vec::new();
        if visit.web.demo {
            notices.push(t.notice_demo());
        }
        if let Some(folder) = &visit.web.mail_folder {
            notices.push(t.notice_mail_to_files(folder));
        }
        let flash = visit.signed.flash.iter().map(|text| Flash { kind: "done", text: text.clone() }).collect();
        Self {
            t,
            now_epoch: visit.now.seconds(),
            now_text: t.moment(visit.now, visit.zone),
            path: visit.path.clone(),
            csrf: visit.csrf.clone(),
            once: crate::app::desk::fresh::name(),
            theme: "",
            who: Some(Who {
                name: visit.signed.actor.name.clone(),
                role_text: role(t, visit.signed.actor.role),
                may_administer: visit.may(Permission::ManagePeople),
            }),
            flash,
            notices,
            nav,
            version: env!("CARGO_PKG_VERSION"),
            assets: assets::version(),
        }
    }

    /// The frame of a page for somebody who is not signed in. Says nothing of the installation but that it is the demo.
    #[must_use]
    pub fn guest(guest: &Guest) -> Self {
        let t = guest.t;
        Self {
            t,
            now_epoch: guest.now.seconds(),
            now_text: t.moment_utc(guest.now),
            path: guest.path.clone(),
            csrf: guest.csrf(),
            once: String::new(),
            theme: "",
            who: None,
            flash: Vec::new(),
            notices: if guest.web.demo { vec![t.notice_demo()] } else { Vec::new() },
            nav: "",
            version: env!("CARGO_PKG_VERSION"),
            assets: assets::version(),
        }
    }
}
