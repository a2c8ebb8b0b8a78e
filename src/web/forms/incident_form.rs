//! What every form about one incident shares: which incident, what stands in the way of taking it, and the way back.

use super::refused::FormErrors;
use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::desk::refusal::Refusal;
use crate::app::incident::view::IncidentView;
use crate::incident::relevance;
use crate::incident::relevance::Worth;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::wording::Wording;

/// A form about one incident.
#[derive(Debug, Clone)]
pub struct FormHeader {
    /// The incident's page.
    pub path: String,
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub incident: String,
    /// What stands in the way.
    pub trouble: FormErrors,
}

/// A form as it is about to be shown: fresh, or come back with what was typed.
pub struct FormState {
    /// The frame.
    pub page: Page,
    /// The incident.
    pub view: IncidentView,
    /// What was typed; `None` for a fresh form.
    pub typed: Option<FormData>,
    refusal: Option<Refusal>,
}

impl FormState {
    /// A fresh form.
    ///
    /// # Errors
    /// When the role does not include acting on it, when there is no such incident, or when the store fails.
    pub async fn fresh(visit: &Visit, id: &str, needs: Permission) -> Result<Self, Failure> {
        visit.actor().need(needs)?;
        Self::load(visit, id, None, None).await
    }

    /// A form that came back.
    ///
    /// # Errors
    /// When there is no such incident, or when the store fails.
    pub async fn back(visit: &Visit, id: &str, typed: FormData, refusal: Refusal) -> Result<Self, Failure> {
        if matches!(refusal, Refusal::NotAllowed | Refusal::NotFound) {
            return Err(refusal.into());
        }
        Self::load(visit, id, Some(typed), Some(refusal)).await
    }

    async fn load(visit: &Visit, id: &str, typed: Option<FormData>, refusal: Option<Refusal>) -> Result<Self, Failure> {
        let view = visit.web.desk.incident(visit.actor(), id, None).await?;
        Ok(Self { page: Page::of(visit, "incidents"), view, typed, refusal })
    }

    /// What is worth asking about the incident.
    #[must_use]
    pub fn worth(&self, visit: &Visit) -> Worth {
        let view = &self.view;
        relevance::worth(&visit.web.desk.library, &view.incident, &view.organisation, view.now)
    }

    /// What the form says of the incident and of itself. A form that came back keeps the position it was made from,
    /// unless others changed the incident: then sending again saves over what they recorded, knowingly.
    ///
    /// # Errors
    /// When the refusal is none that a form can mend.
    pub fn header(&mut self, visit: &Visit) -> Result<FormHeader, Failure> {
        let seen = self.typed.as_ref().and_then(|typed| typed.ticket().seen);
        let refusal = self.refusal.take();
        let teller = Wording::of(visit, &self.view);
        let trouble = FormErrors::of(&teller, seen.unwrap_or(self.view.incident.position), refusal)?;
        let trouble = self.typed.iter().fold(trouble, |trouble, typed| trouble.keeping(typed));
        Ok(FormHeader {
            path: incident_path(&self.view.incident.id),
            reference: self.view.incident.reference.clone(),
            incident: self.view.incident.title.clone(),
            trouble,
        })
    }
}
