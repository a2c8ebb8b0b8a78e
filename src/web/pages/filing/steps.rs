//! What moves a filing on: submitted as it stands, returned with a reason, approved by a second person. Each comes back
//! to the filing's page, with what stands in the way when it was refused.

use super::edit::{filing_path, show};
use crate::app::desk::decide::Decide;
use crate::app::filing::steps::{ApproveFiling, ReturnFiling, SubmitFiling};
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::SubmittedForm;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// Submits a filing for approval, as it stands.
///
/// # Errors
/// When the role does not include it, when there is no such filing, or when the store fails.
pub async fn submit(sent: SubmittedForm, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (id, filing) = path.into_inner();
    let said = sent.visit.t.filing_said_submitted();
    carry_out(sent, &id, &filing, SubmitFiling { filing: filing.clone() }, said).await
}

/// Sends a filing back, or takes it back.
///
/// # Errors
/// When the role does not include it, when there is no such filing, or when the store fails.
pub async fn send_back(sent: SubmittedForm, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (id, filing) = path.into_inner();
    let said = sent.visit.t.filing_said_returned();
    let action = ReturnFiling { filing: filing.clone(), reason: sent.typed.text("reason") };
    carry_out(sent, &id, &filing, action, said).await
}

/// Approves a filing.
///
/// # Errors
/// When the role does not include it, when there is no such filing, or when the store fails.
pub async fn approve(sent: SubmittedForm, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (id, filing) = path.into_inner();
    let said = sent.visit.t.filing_said_approved();
    let action = ApproveFiling { filing: filing.clone(), hash: sent.typed.text("hash") };
    carry_out(sent, &id, &filing, action, said).await
}

async fn carry_out<A: Decide + Clone + Sync>(
    sent: SubmittedForm,
    id: &str,
    filing: &str,
    action: A,
    said: String,
) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    match visit.web.desk.act(visit.actor(), id, typed.ticket(), action).await {
        Ok(_) => {
            visit.say(said).await?;
            Ok(answer::see_other(&filing_path(id, filing)))
        }
        Err(refusal) => show(&visit, id, filing, Some(&typed), Some(refusal)).await,
    }
}
