//! From when on what was handed in can meet a duty. What certainly lies before everything that can have started it is a
//! slip until a person confirms it: a wrong year never ends a clock. Whether it was in time is not asked here.

use crate::assess::context::Context;
use crate::assess::stand_in;
use crate::assess::start::Start;
use crate::base::moment::Timing;
use crate::rulebook::duty::Duty;
use crate::rulebook::starts::Starts;
use crate::situation::{Filed, Trigger};
use crate::verdict::clock::ClockOrigin;
use crate::vocabulary::Vocabulary;

/// The earliest that can have started a duty, and the earliest at which anything of the incident was learnt.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct CountsFrom {
    start: Option<Timing>,
    learnt: Option<Timing>,
}

impl CountsFrom {
    /// Of a duty with its governing start and those beside it. A due moment, and whatever may lie ahead, is no floor: what
    /// is owed by then is handed in before. Nor is since when a fact has been known, which only stands for a start.
    pub(crate) fn of(
        duty: &Duty,
        start: Option<&Start>,
        others: &[Start],
        context: Context<'_>,
        vocabulary: &Vocabulary,
    ) -> Self {
        let Some(start) = start else { return Self::default() };
        let learnt = stand_in::earliest(context.situation).map(|(_, at)| at);
        let ahead = |trigger: &Trigger| vocabulary.trigger(trigger).is_some_and(|definition| definition.may_lie_ahead);
        let floor = match (&start.origin, &duty.starts) {
            // Which of two goes first is the act's own business: it may be told before, though too early.
            (ClockOrigin::StandIn(_), _) | (_, Starts::Filing(_)) => learnt,
            (ClockOrigin::Known(_), _) | (_, Starts::Due(_)) => None,
            (_, Starts::Awareness(_)) => {
                let all = others.iter().chain([start]).map(|start| start.at);
                all.min_by_key(|at| (at.earliest(), at.latest()))
            }
            (_, Starts::Each(each)) => Some(start.at).filter(|_| !ahead(&each.trigger)),
            (_, Starts::Occurrence(on)) => {
                let first = context.occurrences(&on.trigger).next().map(|occurrence| occurrence.at);
                first.filter(|_| !ahead(&on.trigger))
            }
            (_, Starts::Incident(_)) => context.situation.occurred,
        };
        Self { start: floor, learnt }
    }

    /// What a filing certainly lies before, though it can only come after it; `None` where it is in order or confirmed. What
    /// was handed in for another duty and meets this one too is held only against the incident's first moment of learning.
    pub(crate) fn broken_by(self, filing: &Filed, duty: &Duty) -> Option<Timing> {
        let floor = if filing.duty == duty.id {
            self.start
        } else {
            self.learnt.zip(self.start).map(
                |(learnt, start)| {
                    if learnt.earliest() < start.earliest() { learnt } else { start }
                },
            )
        };
        floor.filter(|floor| !filing.confirmed_early && filing.at.latest() < floor.earliest())
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::specimen::{SOURCE, WORDS, at, nothing, occurrence};
    use crate::base::moment::{Precision, Timing};
    use crate::library::Library;
    use crate::situation::{Basis, Candidate, CandidateId, DutyId, Filed, Knower, Situation, Trigger};
    use crate::verdict::clock::{Clock, Standing, Step};
    use chrono_tz::Asia::Seoul;
    use std::sync::LazyLock;

    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());
    const REPORT: &str = "kr.network-act/report";

    fn exact(text: &str) -> Timing {
        Timing::exact(at(text), Seoul)
    }

    fn learnt(basis: Basis, moment: &str) -> Candidate {
        Candidate {
            id: CandidateId::new(moment),
            of: [Trigger::new("aware-incident")].into(),
            basis,
            at: exact(moment),
            ruled_out: std::collections::BTreeSet::new(),
            knower: Knower::Own,
        }
    }

    /// An intrusion learnt of at these moments, reported at another.
    fn reported(candidates: Vec<Candidate>, filed: Timing, confirmed_early: bool) -> Clock {
        let mut situation = Situation::empty(Seoul);
        for key in ["intrusion", "org-information-service-provider"] {
            situation.facts.set(key, crate::situation::fact::Value::YesNo(true));
        }
        situation.candidates = candidates;
        let duty = DutyId::new(REPORT);
        situation.filings =
            vec![Filed { duty, instance: None, at: filed, received: None, flaw: None, confirmed_early }];
        clock(&LIBRARY, &situation, REPORT)
    }

    fn clock(library: &Library, situation: &Situation, duty: &str) -> Clock {
        let verdicts = library.assess(situation, at("2026-11-21T00:00:00+09:00")).verdicts;
        let verdict = verdicts.into_iter().find(|verdict| verdict.outline.duty.as_str() == duty).unwrap();
        *verdict.clock.unwrap_or_else(|| panic!("no clock: {:?}", verdict.answer))
    }

    fn early(clock: &Clock) -> bool {
        clock.steps.iter().any(|step| matches!(step, Step::BeforeStart { .. }))
    }

    #[test]
    fn a_report_dated_a_year_before_learning_leaves_the_clock_running_until_it_is_confirmed() {
        let aware = || vec![learnt(Basis::Confirmed, "2026-11-20T21:00:00+09:00")];
        let wrong_year = exact("2025-11-20T21:30:00+09:00");
        let open = reported(aware(), wrong_year, false);
        assert_eq!((open.standing, early(&open)), (Standing::Running { left: 21 * 3_600 }, true));
        let confirmed = reported(aware(), wrong_year, true);
        assert!(matches!(confirmed.standing, Standing::MetInTime { .. }) && !early(&confirmed));
    }

    #[test]
    fn a_report_after_suspicion_counts_though_it_lies_before_what_governs() {
        let both = vec![
            learnt(Basis::Suspected, "2026-11-20T09:00:00+09:00"),
            learnt(Basis::Confirmed, "2026-11-20T21:00:00+09:00"),
        ];
        let filed = reported(both, exact("2026-11-20T12:00:00+09:00"), false);
        assert!(matches!(filed.standing, Standing::MetInTime { .. }), "{:?}", filed.standing);
    }

    #[test]
    fn a_report_that_may_lie_after_the_start_is_not_asked_about() {
        let day = Timing { at: at("2026-11-20T00:00:00+09:00"), precision: Precision::Day, zone: Seoul };
        let filed = reported(vec![learnt(Basis::Confirmed, "2026-11-20T21:00:00+09:00")], day, false);
        assert!(!early(&filed) && matches!(filed.standing, Standing::MetInTime { .. }));
    }

    #[test]
    fn a_report_of_today_was_handed_in_by_now_though_the_day_ends_after_the_deadline() {
        let today = Timing { at: at("2026-11-21T00:00:00+09:00"), precision: Precision::Day, zone: Seoul };
        let filed = reported(vec![learnt(Basis::Confirmed, "2026-11-20T09:00:00+09:00")], today, false);
        assert!(matches!(filed.standing, Standing::MetInTime { spare: 32_400, .. }), "{:?}", filed.standing);
    }

    #[test]
    fn what_is_owed_by_a_limit_that_lies_ahead_is_handed_in_before_it() {
        let act = |trigger: &str| {
            let text = format!(
                "title = WORDS\nshort = WORDS\ncountry = \"XX\"\ncurrency = \"EUR\"\nzone = \"Asia/Seoul\"\n\
                 covers_from = 2020-01-01\nsource = SOURCE\n[[duty]]\nid = \"xx.port/report\"\ntitle = WORDS\n\
                 recipient = WORDS\nto = \"authority\"\nconsequence = WORDS\n\
                 starts = {{ occurrence = {{ trigger = \"{trigger}\", why = WORDS }} }}\ngoverned_by = \"start\"\n\
                 watched = true\nversion = [{{ from = 2020-01-01, within = {{ hours = 0 }}, source = SOURCE }}]\n"
            );
            let text = text.replace("WORDS", WORDS).replace("SOURCE", SOURCE);
            Library::of(&[("xx/port.toml", &text)], &[]).unwrap_or_else(|error| panic!("{error}"))
        };
        let ask = |trigger: &str| {
            let mut situation = nothing();
            situation.occurrences.push(occurrence(trigger, "2026-11-20T12:00:00Z"));
            situation.filings.push(crate::assess::specimen::filing("xx.port/report", "2026-11-19T12:00:00Z"));
            clock(&act(trigger), &situation, "xx.port/report")
        };
        assert!(!early(&ask("requested-report-limit")));
        assert!(early(&ask("authority-asked")));
    }
}
