//! Papers to look at and to save: the form of a filing and the report of an incident, as PDF and as HTML, and the very
//! file that was handed in. Made off the threads that answer requests; nothing is stored by looking.

use crate::app::filing::papers::{FilingView, ReportView};
use crate::documents::{self, Paper, PaperError};
use crate::law::base::words::Lang;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::guards::DOCUMENT_POLICY;
use crate::web::http::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How a paper is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The language; the form's own, or the reader's for a report, when absent.
    lang: Option<String>,
    /// The language beside it; `none` for none.
    beside: Option<String>,
    /// To be saved instead of shown.
    save: Option<String>,
    /// The report as of this position of the incident's stream.
    as_of: Option<i64>,
}

/// The languages of a form: one, or one with another beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongues {
    /// The first.
    pub lang: Lang,
    /// The one beside it.
    pub beside: Option<Lang>,
}

impl Tongues {
    /// As a form is handed in and its reader understands it: the form's own language with the reader's beside it, or
    /// English beside it for readers of the form's own.
    #[must_use]
    pub fn usual(form: Lang, reader: Lang) -> Self {
        let beside = if reader == form { Lang::En } else { reader };
        Self { lang: form, beside: Some(beside).filter(|beside| *beside != form) }
    }

    fn wanted(wanted: &Wanted, form: Lang, reader: Lang) -> Self {
        let known = |tag: &Option<String>| tag.as_deref().and_then(Lang::from_tag);
        match (known(&wanted.lang), &wanted.beside) {
            (None, None) => Self::usual(form, reader),
            (lang, _) => {
                let lang = lang.unwrap_or(form);
                Self { lang, beside: known(&wanted.beside).filter(|beside| *beside != lang) }
            }
        }
    }

    /// The query that asks for them.
    #[must_use]
    pub fn query(self) -> String {
        format!("lang={}&beside={}", self.lang.tag(), self.beside.map_or("none", Lang::tag))
    }
}

/// The language a form is handed in.
#[must_use]
pub fn form_language(visit: &Visit, filing: &FilingView) -> Lang {
    visit.web.desk.library.form(&filing.content.form).map_or(Lang::Ko, |form| form.language)
}

async fn form(visit: &Visit, id: (String, String), wanted: &Wanted) -> Result<(Paper, String), Failure> {
    let filing = visit.web.desk.filing(visit.actor(), &id.0, &id.1).await?;
    let tongues = Tongues::wanted(wanted, form_language(visit, &filing), visit.t.lang());
    let paper = filing.paper(&visit.web.desk.library, tongues.lang, tongues.beside);
    let form = filing.content.form.as_str().rsplit('.').next().unwrap_or_default();
    Ok((paper, file_name(&[&filing.view.incident.reference, form])))
}

async fn report(visit: &Visit, id: &str, wanted: &Wanted) -> Result<(Paper, String), Failure> {
    let report: ReportView = visit.web.desk.report(visit.actor(), id, wanted.as_of).await?;
    let lang = wanted.lang.as_deref().and_then(Lang::from_tag).unwrap_or(visit.t.lang());
    let name = file_name(&[&report.view.incident.reference, "incident-report"]);
    Ok((report.paper(&visit.web.desk.library, lang), name))
}

/// `dutyclock-2025-001-kisa-incident-report`: ASCII only, whatever the parts are.
fn file_name(parts: &[&str]) -> String {
    let plain = |part: &&str| -> String {
        part.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect()
    };
    let parts: Vec<String> = parts.iter().map(plain).collect();
    format!("dutyclock-{}", parts.join("-"))
}

/// A form as PDF.
///
/// # Errors
/// When there is no such filing, or the paper cannot be set.
pub async fn form_pdf(
    visit: Visit,
    id: Path<(String, String)>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Failure> {
    let (paper, name) = form(&visit, id.into_inner(), &wanted).await?;
    as_pdf(&visit, paper, &name, &wanted).await
}

/// A form as one self-contained HTML file.
///
/// # Errors
/// When there is no such filing, or the paper cannot be set.
pub async fn form_html(
    visit: Visit,
    id: Path<(String, String)>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Failure> {
    let (paper, name) = form(&visit, id.into_inner(), &wanted).await?;
    as_html(&paper, &name, &wanted)
}

/// The report of an incident as PDF.
///
/// # Errors
/// When there is no such incident, or the paper cannot be set.
pub async fn report_pdf(visit: Visit, id: Path<String>, wanted: Query<Wanted>) -> Result<HttpResponse, Failure> {
    let (paper, name) = report(&visit, &id, &wanted).await?;
    as_pdf(&visit, paper, &name, &wanted).await
}

/// The report of an incident as one self-contained HTML file.
///
/// # Errors
/// When there is no such incident, or the paper cannot be set.
pub async fn report_html(visit: Visit, id: Path<String>, wanted: Query<Wanted>) -> Result<HttpResponse, Failure> {
    let (paper, name) = report(&visit, &id, &wanted).await?;
    as_html(&paper, &name, &wanted)
}

/// The very file that was handed in, by its SHA-256.
///
/// # Errors
/// When the incident names no such file.
pub async fn kept(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (id, sha256) = path.into_inner();
    let (media_type, bytes) = visit.web.desk.paper(visit.actor(), &id, &sha256).await?;
    let start: String = sha256.chars().take(12).collect();
    Ok(answer::file(&media_type, &format!("{}.pdf", file_name(&["handed-in", &start])), true, bytes))
}

async fn as_pdf(visit: &Visit, paper: Paper, name: &str, wanted: &Wanted) -> Result<HttpResponse, Failure> {
    let bytes = visit.web.renderer.pdf(paper).await.map_err(failure)?;
    Ok(answer::file("application/pdf", &format!("{name}.pdf"), wanted.save.is_none(), bytes))
}

fn as_html(paper: &Paper, name: &str, wanted: &Wanted) -> Result<HttpResponse, Failure> {
    let text = documents::html(paper).map_err(failure)?;
    let inline = wanted.save.is_none();
    let mut answer = answer::file("text/html; charset=utf-8", &format!("{name}.html"), inline, text.into_bytes());
    answer.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(DOCUMENT_POLICY));
    Ok(answer)
}

/// Seconds after which a full queue is worth another try.
const PAUSE: u64 = 5;

/// A paper that could not be set, as a failure.
#[must_use]
pub fn failure(error: PaperError) -> Failure {
    match error {
        PaperError::Busy => Failure::TooMany { wait: PAUSE },
        PaperError::TooLarge { .. } => Failure::TooLarge,
        // The typesetter's reasons may quote the document: they stay out of the log.
        PaperError::Refused { .. } | PaperError::Crashed | PaperError::Stopped => Failure::Fault(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_set_in_its_own_language_with_the_readers_beside_it() {
        let usual = |reader| Tongues::usual(Lang::Ko, reader);
        assert_eq!(usual(Lang::Ko), Tongues { lang: Lang::Ko, beside: Some(Lang::En) });
        assert_eq!(usual(Lang::Id), Tongues { lang: Lang::Ko, beside: Some(Lang::Id) });
        let wanted = |lang: Option<&str>, beside: Option<&str>| {
            let asked = Wanted { lang: lang.map(Into::into), beside: beside.map(Into::into), ..Wanted::default() };
            Tongues::wanted(&asked, Lang::Ko, Lang::En)
        };
        assert_eq!(wanted(Some("ko"), Some("none")), Tongues { lang: Lang::Ko, beside: None });
        assert_eq!(wanted(Some("id"), None), Tongues { lang: Lang::Id, beside: None });
        assert_eq!(wanted(Some("xx"), Some("ko")), Tongues { lang: Lang::Ko, beside: None });
    }

    #[test]
    fn file_names_are_ascii_whatever_the_parts_are() {
        assert_eq!(file_name(&["2025-001", "kisa-incident-report"]), "dutyclock-2025-001-kisa-incident-report");
        assert_eq!(file_name(&["사고\"\r\n", "a/b"]), "dutyclock-------a-b");
    }
}
