//! Moments of awareness, the clocks that follow, the same clocks under other moments, and what lateness may cost.

use super::{Report, notice, section};
use crate::documents::paper::{Block, Section, Table};
use crate::incident::moments::CandidateRecord;
use crate::law::situation::CandidateId;
use crate::law::verdict::{Answer, Clock, ClockOrigin, Exposure, Standing, Verdict};
use crate::locales::Penalty;

impl Report<'_> {
    pub(super) fn awareness(&self) -> Section {
        let t = self.t;
        let table = Table {
            caption: String::new(),
            head: vec![
                t.report_moment(),
                t.report_basis(),
                t.report_aware_of(),
                t.report_who_knew(),
                t.report_weight(),
            ],
            rows: self.of.incident.candidates.iter().map(|record| self.candidate(record)).collect(),
            widths: vec![21, 17, 18, 26, 18],
        };
        section(t.report_awareness(), vec![self.table_or(table, t.report_awareness_none())])
    }

    fn candidate(&self, record: &CandidateRecord) -> Vec<String> {
        let (t, candidate) = (self.t, &record.candidate);
        let vocabulary = self.of.library.vocabulary();
        let title = |trigger| vocabulary.trigger(trigger).map(|found| found.title.get(t.lang()).to_owned());
        let of: Vec<String> = candidate.of.iter().filter_map(title).collect();
        let known = [record.who_knew.as_str(), record.evidence.as_str()];
        let known: Vec<&str> = known.into_iter().filter(|part| !part.is_empty()).collect();
        let weight = match &record.withdrawn {
            Some(why) => t.report_withdrawn(why.words(|| t.candidate_replaced_reason())),
            None if self.governs(&candidate.id) => t.report_governs(),
            None => t.report_aside(),
        };
        vec![t.timing(candidate.at), t.awareness(candidate), of.join("\n"), known.join("\n"), weight]
    }

    fn governs(&self, id: &CandidateId) -> bool {
        let clocks = self.of.assessment.verdicts.iter().filter_map(|verdict| verdict.clock.as_deref());
        clocks.into_iter().any(|clock| clock.origin == ClockOrigin::Candidate(id.clone()))
    }

    /// Verdicts that a reader of the report must see: those that run, those that may.
    fn relevant(&self) -> impl Iterator<Item = (&Verdict, &Clock)> {
        let asks = |verdict: &&Verdict| {
            matches!(verdict.answer, Answer::Applies | Answer::Undetermined { .. } | Answer::Conflict { .. })
        };
        let verdicts = self.of.assessment.verdicts.iter().filter(asks);
        verdicts.filter_map(|verdict| Some((verdict, verdict.clock.as_deref()?)))
    }

    /// What a verdict is about, with the occurrence that started it where there may be several, and whether it is
    /// certain.
    fn matter(&self, verdict: &Verdict) -> String {
        let lang = self.t.lang();
        let mut lines = vec![format!("{} ({})", verdict.outline.title.get(lang), verdict.outline.recipient.get(lang))];
        let instance = verdict.instance.as_ref().and_then(|id| self.of.incident.occurrence(id));
        lines.extend(instance.map(|record| record.what.clone()).filter(|what| !what.is_empty()));
        match &verdict.answer {
            Answer::Undetermined { .. } => lines.push(self.t.report_undetermined()),
            Answer::Conflict { .. } => lines.push(self.t.answer(&verdict.answer)),
            _ => {}
        }
        lines.join("\n")
    }

    fn filed(&self, verdict: &Verdict, clock: &Clock) -> String {
        // What goes on is not handed in: that nothing was says nothing.
        if matches!(clock.standing, Standing::InForce { .. }) {
            return self.t.report_in_force();
        }
        let live = self.of.incident.filed.iter().filter(|record| record.withdrawn.is_none());
        let ours = live.filter(|record| record.duty == verdict.outline.duty && record.instance == verdict.instance);
        let (whole, flawed): (Vec<_>, Vec<_>) = ours.partition(|record| record.flaw.is_none());
        let first = whole.into_iter().min_by_key(|record| record.at.earliest());
        let met = first.map_or_else(
            || self.t.report_not_filed(),
            |record| {
                let at = self.t.timing(record.at);
                if record.is_unproven() { format!("{at}\n{}", self.t.filing_unproven()) } else { at }
            },
        );
        let flawed = flawed.into_iter().filter_map(|record| {
            let flaw = self.t.filing_flaw_told(self.t.flaw(record.flaw?));
            Some(format!("{}: {flaw}", self.t.timing(record.at)))
        });
        [met].into_iter().chain(flawed).collect::<Vec<_>>().join("\n")
    }

    /// When it is due by law, with the safe deadline and a guideline's number where there are such.
    fn due(&self, clock: &Clock) -> String {
        let t = self.t;
        let mut lines = vec![t.due(clock.due, self.zone)];
        lines.extend(clock.safe.map(|safe| t.report_safe(self.moment(safe))));
        lines.extend(clock.guideline.as_ref().map(|guideline| t.report_guideline(guideline.words.get(t.lang()))));
        let held = matches!(clock.standing, Standing::Held { .. });
        let why = clock.not_before.as_ref().filter(|_| held).map(|earliest| earliest.why.get(t.lang()));
        lines.extend(why.map(|why| t.report_held(why)));
        lines.join("\n")
    }

    /// How it stands, from the deadline and, where it is late, from the start.
    fn stands(&self, verdict: &Verdict, clock: &Clock) -> String {
        let t = self.t;
        let late = matches!(clock.standing, Standing::Overdue { .. } | Standing::MetLate { .. });
        let elapsed = t.elapsed(clock).filter(|_| late).map(|(label, length)| format!("{label}: {length}"));
        let stands = t.stands(clock, verdict.outline.first_limb.as_ref());
        [Some(stands), elapsed].into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    pub(super) fn clocks(&self) -> Section {
        let t = self.t;
        let row = |(verdict, clock): (&Verdict, &Clock)| {
            vec![
                self.matter(verdict),
                verdict.outline.source.cite.get(t.lang()).to_owned(),
                t.timing(clock.start),
                self.due(clock),
                self.filed(verdict, clock),
                self.stands(verdict, clock),
            ]
        };
        let table = Table {
            caption: t.report_clocks_caption(),
            head: vec![
                t.report_duty(),
                t.report_article(),
                t.clock_start(),
                t.clock_due(),
                t.report_filed(),
                t.report_standing(),
            ],
            rows: self.relevant().map(row).collect(),
            widths: vec![20, 17, 16, 16, 16, 15],
        };
        let mut blocks = vec![self.table_or(table, t.report_clocks_none())];
        let open = self.of.assessment.verdicts.iter().filter(|verdict| verdict.clock.is_none());
        let open = open.filter(|verdict| matches!(verdict.answer, Answer::Undetermined { .. }));
        let open: Vec<String> = open.map(|verdict| format!("– {}", self.matter(verdict))).collect();
        if !open.is_empty() {
            blocks.push(notice(t.report_open_duties(open.join("\n"))));
        }
        section(t.report_clocks(), blocks)
    }

    /// The same clocks under the moments that do not govern; nothing when every clock has one start.
    pub(super) fn scenarios(&self) -> Option<Section> {
        let t = self.t;
        let rows: Vec<Vec<String>> = self
            .relevant()
            .flat_map(|(verdict, _)| verdict.scenarios.iter().map(move |clock| (verdict, clock)))
            .map(|(verdict, clock)| {
                let basis = match &clock.origin {
                    ClockOrigin::Candidate(id) => {
                        self.of.incident.candidate(id).map(|record| t.awareness(&record.candidate))
                    }
                    _ => None,
                };
                let start = [Some(t.timing(clock.start)), basis].into_iter().flatten().collect::<Vec<_>>().join("\n");
                vec![
                    verdict.outline.title.get(t.lang()).to_owned(),
                    start,
                    t.due(clock.due, self.zone),
                    t.stands(clock, verdict.outline.first_limb.as_ref()),
                    clock.why.get(t.lang()).to_owned(),
                ]
            })
            .collect();
        let table = Table {
            caption: t.report_scenarios_caption(),
            head: vec![t.report_duty(), t.clock_start(), t.clock_due(), t.report_standing(), t.report_why()],
            rows,
            widths: vec![18, 20, 18, 18, 26],
        };
        (!table.rows.is_empty()).then(|| section(t.report_scenarios(), vec![Block::Table(table)]))
    }

    /// The ceiling, and line by line how it comes about.
    fn ceiling(&self, exposure: &Exposure) -> String {
        let penalty = Penalty { t: self.t, library: self.of.library };
        let mut lines = vec![penalty.threatened(exposure)];
        lines.extend(exposure.most.iter().flat_map(|most| penalty.lines(most)));
        lines.dedup();
        lines.join("\n")
    }

    pub(super) fn ceilings(&self) -> Section {
        let t = self.t;
        let rows = self.relevant().flat_map(|(verdict, _)| {
            verdict.exposures.iter().map(|exposure| {
                vec![
                    verdict.outline.title.get(t.lang()).to_owned(),
                    format!(
                        "{}\n{}",
                        t.sanction(exposure.kind, exposure.rule.is_korean()),
                        exposure.title.get(t.lang())
                    ),
                    self.ceiling(exposure),
                    exposure.source.cite.get(t.lang()).to_owned(),
                    t.threat(exposure),
                ]
            })
        });
        let table = Table {
            caption: t.report_ceilings_caption(),
            head: vec![
                t.report_duty(),
                t.report_sanction(),
                t.report_ceiling(),
                t.report_article(),
                t.report_threatened(),
            ],
            rows: rows.collect(),
            widths: vec![18, 24, 24, 18, 16],
        };
        let blocks = vec![self.table_or(table, t.report_ceilings_none()), Block::Paragraph(t.report_ceilings_note())];
        section(t.report_ceilings(), blocks)
    }
}
