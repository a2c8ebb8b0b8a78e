//! Who reports, what happened, what is known from whom, what is not known yet, and which record it rests on.

use super::{Report, field, notice, section, wide};
use crate::documents::paper::{Block, Section, Table};
use crate::law::rulebook::form::Fills;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::Answer;
use std::collections::BTreeSet;

impl Report<'_> {
    pub(super) fn organisation(&self) -> Section {
        let (t, of) = (self.t, self.of.organisation);
        let contact = |contact: &crate::incident::organisation::Contact| {
            let parts = [&contact.name, &contact.department, &contact.position, &contact.phone, &contact.email];
            let parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            parts.join(" · ")
        };
        let fields = vec![
            field(t.report_organisation_name(), &of.name),
            field(t.report_registration(), &of.registration),
            wide(t.report_address(), &of.address),
            field(t.report_sector(), &of.sector),
            field(t.report_size(), &of.size),
            wide(t.report_reporter(), &contact(&of.reporter)),
            wide(t.report_ciso(), &contact(&of.ciso)),
            wide(t.report_cpo(), &contact(&of.cpo)),
        ];
        section(t.report_organisation(), vec![Block::Fields(fields)])
    }

    pub(super) fn incident(&self) -> Section {
        let (t, incident) = (self.t, self.of.incident);
        let occurred = incident.occurred_latest();
        let timing = |timing: Option<crate::law::base::moment::Timing>| {
            timing.map(|timing| t.timing(timing)).unwrap_or_default()
        };
        let state = if incident.closed.is_some() { t.report_state_closed() } else { t.report_state_open() };
        let fields = vec![
            wide(t.report_incident_title(), &incident.title),
            field(t.report_reference(), &incident.reference),
            field(t.report_state(), &state),
            field(t.report_began(), &timing(occurred.and_then(|occurred| occurred.began))),
            field(t.report_ended(), &timing(occurred.and_then(|occurred| occurred.ended))),
            wide(t.report_opened(), &self.recorded(&incident.opened.1, incident.opened.0)),
        ];
        let mut blocks = vec![Block::Fields(fields)];
        if incident.drill {
            blocks.push(notice(t.report_drill_note()));
        }
        section(t.report_incident(), blocks)
    }

    pub(super) fn facts(&self) -> Section {
        let (t, facts) = (self.t, &self.of.incident.facts);
        let vocabulary = self.of.library.vocabulary();
        let row = |definition: &crate::law::vocabulary::FactDefinition| {
            let statement = facts.latest(&definition.key)?;
            let value = t.value(statement.value.as_ref()?, Some(definition));
            let latest = || t.report_since_latest(self.moment(statement.recorded_at));
            let since = statement.since.map_or_else(latest, |since| t.timing(since));
            let source = [statement.source.clone(), self.recorded(&statement.recorded_by, statement.recorded_at)];
            let source: Vec<String> = source.into_iter().filter(|part| !part.is_empty()).collect();
            Some(vec![definition.title.get(t.lang()).to_owned(), value, since, source.join("\n")])
        };
        let table = Table {
            caption: t.report_facts_caption(self.moment(self.of.as_of)),
            head: vec![t.report_fact(), t.report_value(), t.report_since(), t.report_source()],
            rows: vocabulary.facts().iter().filter_map(row).collect(),
            widths: vec![24, 32, 18, 26],
        };
        section(t.report_facts(), vec![self.table_or(table, t.report_facts_none())])
    }

    /// Facts that a verdict waits for, that a form of a running duty asks for, or that were looked into in vain.
    pub(super) fn unknown(&self) -> Section {
        let (t, incident) = (self.t, self.of.incident);
        let known = crate::incident::situation::known(incident, self.of.organisation);
        let mut keys: BTreeSet<&FactKey> = incident.facts.keys().collect();
        for verdict in &self.of.assessment.verdicts {
            match &verdict.answer {
                Answer::Undetermined { missing, .. } => keys.extend(missing),
                Answer::Applies | Answer::Conflict { .. } => {}
                _ => continue,
            }
            let form = verdict.outline.form.as_ref().and_then(|form| self.of.library.form(form));
            for definition in form.into_iter().flat_map(|form| form.fields()) {
                if let Fills::Fact(key) = &definition.fills {
                    keys.insert(key);
                }
            }
        }
        let vocabulary = self.of.library.vocabulary().facts().iter();
        let open = vocabulary.filter(|fact| keys.contains(&fact.key) && known.get(&fact.key).is_none());
        let mut lines: Vec<String> = open.map(|fact| fact.question.get(t.lang()).to_owned()).collect();
        if incident.occurred_latest().is_none_or(|occurred| occurred.began.is_none()) {
            lines.insert(0, t.report_unknown_began());
        }
        let text = if lines.is_empty() {
            t.report_unknown_none()
        } else {
            lines.into_iter().map(|line| format!("– {line}")).collect::<Vec<_>>().join("\n")
        };
        section(t.report_unknown(), vec![Block::Paragraph(text)])
    }

    pub(super) fn record(&self) -> Section {
        let (t, (number, hash)) = (self.t, self.of.entry);
        let fields = vec![
            field(t.report_record_entry(), &t.number(number)),
            field(t.report_record_position(), &t.number(self.of.incident.position)),
            wide(t.report_record_hash(), hash),
        ];
        section(t.report_record(), vec![Block::Fields(fields), Block::Paragraph(t.report_record_note())])
    }
}
