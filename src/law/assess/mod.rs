//! The whole law asked about one situation: duty by duty, in an order in which whatever a duty looks at has been answered
//! before it. What one duty answers is for `assess`.

pub(crate) mod answered;
pub(crate) mod awareness;
pub mod clock;
pub(crate) mod compare;
pub(crate) mod condition;
pub(crate) mod context;
pub(crate) mod derive;
pub(crate) mod duty;
pub(crate) mod exceptions;
pub(crate) mod exposure;
mod gaps;
#[cfg(test)]
mod gaps_tests;
pub(crate) mod missing;
pub(crate) mod ordered;
mod presence;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod rough_properties;
mod scope_on_day;
#[cfg(test)]
pub(crate) mod specimen;
pub(crate) mod stand_in;
pub(crate) mod start;
#[cfg(test)]
mod start_properties;
mod versions;

use self::answered::{Answered, Answers};
use self::duty::Assessor;
use self::ordered::InOrder;
use self::stand_in::StandIns;
use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::library::Library;
use crate::rulebook::period::day_of;
use crate::situation::Situation;
use crate::verdict::Assessment;
use crate::verdict::reason::Reason;
use std::sync::Arc;

impl Library {
    /// Every verdict about an incident at a moment, rulebook by rulebook.
    ///
    /// ```
    /// use dutyclock_law::situation::fact::{Facts, Value};
    /// use dutyclock_law::library::Library;
    /// use dutyclock_law::situation::*;
    /// use dutyclock_law::verdict::Standing;
    /// use dutyclock_law::base::moment::{Moment, Timing};
    /// let seoul = chrono_tz::Asia::Seoul;
    /// let at = |text| Moment::from_rfc3339(text).map(|at| Timing::exact(at, seoul)).ok_or("not a moment");
    /// let report = DutyId::new("kr.network-act/report");
    /// let mut facts = Facts::default();
    /// facts.set("intrusion", Value::YesNo(true));
    /// facts.set("org-information-service-provider", Value::YesNo(true));
    /// let situation = Situation {
    ///     zone: seoul,
    ///     facts,
    ///     known_since: Default::default(),
    ///     occurred: None,
    ///     candidates: vec![Candidate {
    ///         id: CandidateId::new("ciso"),
    ///         of: [Trigger::new("aware-incident")].into(),
    ///         basis: Basis::Established,
    ///         at: at("2025-11-17T16:00:00+09:00")?,
    ///         ruled_out: Default::default(),
    ///         knower: Default::default(),
    ///     }],
    ///     occurrences: vec![],
    ///     filings: vec![Filed {
    ///         duty: report.clone(),
    ///         instance: None,
    ///         at: at("2025-11-19T21:35:00+09:00")?,
    ///         received: None,
    ///         flaw: None,
    ///         confirmed_early: false,
    ///     }],
    ///     turnover: Default::default(),
    ///     house_target_hours: None,
    /// };
    /// let assessment = Library::embedded()?.assess(&situation, Moment::from_seconds(1_764_000_000));
    /// let verdict = assessment.verdicts.iter().find(|verdict| verdict.outline.duty == report).ok_or("no verdict")?;
    /// let late = (29 * 60 + 35) * 60;
    /// let standing = verdict.clock.as_deref().map(|clock| clock.standing);
    /// assert!(matches!(standing, Some(Standing::MetLate { late: seconds, .. }) if seconds == late));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assess(&self, situation: &Situation, now: Moment) -> Assessment {
        let (situation, inferred) = self.vocabulary.settle(situation);
        let (situation, inferred) = (&*situation, &inferred);
        let mut answers = Answers::default();
        let mut asked = InOrder::of(self.order.len());
        let mut scopes: Vec<Option<Arc<Reason>>> = vec![None; self.rulebooks.len()];
        for (place, summaries) in self.order.iter().zip(&self.summaries) {
            let Some(rulebook) = self.rulebooks.get(place.rulebook) else { continue };
            let Some(duty) = rulebook.duty.get(place.duty) else { continue };
            let Some(scope) = scopes.get_mut(place.rulebook) else { continue };
            let scope =
                scope.get_or_insert_with(|| Arc::new(duty::scope(rulebook, situation, inferred, &answers, now)));
            let (calendars, stand_ins) =
                (&self.calendars, StandIns { vocabulary: &self.vocabulary, words: &self.stand_in });
            let assessor = Assessor {
                rulebook,
                summaries,
                situation,
                inferred,
                answers: &answers,
                calendars,
                stand_ins,
                scope,
                day: day_of(now, rulebook.zone_for(situation)),
                now,
            };
            assessor.duty(duty, &mut asked.verdicts);
            let verdicts = asked.belong_to(*place);
            if place.named || (place.wanted && verdicts.iter().any(|verdict| verdict.scope != Truth::No)) {
                for verdict in verdicts {
                    answers.add(&duty.id, Answered::of(verdict, rulebook, place.after_notice));
                }
            }
        }
        Assessment { at: now, verdicts: asked.into_written(), gaps: self.gaps_of(situation) }
    }
}
