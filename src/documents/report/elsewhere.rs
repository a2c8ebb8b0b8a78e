//! Law that is not in the library: what was said about it, by whom and when. The report claims nothing about that law.

use super::{Report, section};
use crate::documents::paper::{Block, Section, Table};
use crate::incident::counsel;
use crate::incident::gap_record::{GapRecord, Said};
use crate::law::verdict::Gap;

impl Report<'_> {
    /// What counsel answered, and what was judged not to matter; nothing where nothing was said.
    pub(super) fn elsewhere(&self) -> Option<Section> {
        let t = self.t;
        let standing = self.of.incident.gaps.iter().filter(|record| record.withdrawn.is_none());
        let table = Table {
            caption: String::new(),
            head: vec![t.elsewhere_place(), t.elsewhere_who(), t.elsewhere_said()],
            rows: standing.map(|record| self.spoken(record)).collect(),
            widths: vec![22, 30, 48],
        };
        let lead = Block::Paragraph(t.report_elsewhere_lead());
        let open = counsel::open(self.of.incident, &self.of.assessment.gaps);
        let open: Vec<String> = open.into_iter().map(|gap| self.gap(gap)).collect();
        let mut blocks = Vec::new();
        if !open.is_empty() {
            blocks.push(Block::Paragraph(t.report_gaps_lead()));
            blocks.extend(open.into_iter().map(Block::Paragraph));
        }
        if !table.rows.is_empty() {
            blocks.extend([lead, Block::Table(table)]);
        }
        (!blocks.is_empty()).then(|| section(t.elsewhere_title(), blocks))
    }

    /// One gap about which nobody has said anything, in a line.
    fn gap(&self, gap: &Gap) -> String {
        let t = self.t;
        let missing = t.gap_missing(gap);
        let named = t.gap_named(gap, self.of.library);
        let extent = t.gap_extent(gap.extent);
        if missing.is_empty() { t.report_gap(named, extent) } else { t.report_gap_known(named, extent, missing) }
    }

    fn spoken(&self, record: &GapRecord) -> Vec<String> {
        let t = self.t;
        let (who, said) = match &record.said {
            Said::Answered { who, at, said, .. } => (t.elsewhere_answered(who, t.timing(*at)), said.clone()),
            Said::NotRelevant { reason } => (t.elsewhere_dismissed(), reason.clone()),
        };
        let due = record.task().map(|task| t.elsewhere_task(&task.what, self.moment(task.limit())));
        let said = [Some(said), due].into_iter().flatten().collect::<Vec<_>>().join("\n");
        vec![record.title.get(t.lang()).to_owned(), who, said]
    }
}
