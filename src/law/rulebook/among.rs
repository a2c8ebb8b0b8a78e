//! A choice and what it must be among: choices, and groups of them whose members have come and gone on known days. Which
//! of them count on a day is worked out once, when the act is read; asking looks it up. Judges nothing.

use crate::base::days::Days;
use crate::base::parse;
use crate::situation::fact::FactKey;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A choice and what it must be among: `{ key = "org-countries", choices = ["@eea"] }`, or from a day on:
/// `{ key = "org-countries", choices = ["no"], from = 2018-07-20 }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Among {
    /// The choice.
    pub key: FactKey,
    /// The ids it must be among; once groups are written out, every one that counts on any day.
    pub choices: Arc<BTreeSet<String>>,
    /// The first day on which any of them counts.
    pub from: Option<parse::Day>,
    /// The last.
    pub until: Option<parse::Day>,
    /// From each day on the ids that count, where they are not the same on all days.
    #[serde(skip)]
    pub(crate) spans: Arc<[Span]>,
}

/// From a day on, which ids count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The ids.
    pub choices: Arc<BTreeSet<String>>,
}

impl Among {
    /// On all days the same.
    #[must_use]
    pub fn of(key: FactKey, choices: Arc<BTreeSet<String>>) -> Self {
        Self { key, choices, from: None, until: None, spans: Arc::new([]) }
    }

    /// The ids that count on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &Arc<BTreeSet<String>> {
        self.spans.iter().rev().find(|span| span.from <= day).map_or(&self.choices, |span| &span.choices)
    }

    /// The days on which the ids that count change.
    pub(crate) fn changes(&self) -> impl Iterator<Item = NaiveDate> {
        self.spans.iter().skip(1).map(|span| span.from)
    }

    /// The days within which an id counts; the first such stretch where there are several.
    #[must_use]
    pub fn days(&self, choice: &str) -> Days {
        let counts = |span: &&Span| span.choices.contains(choice);
        let mut rest = self.spans.iter().skip_while(|span| !counts(span));
        let from = rest.next().map(|span| span.from).filter(|from| *from != NaiveDate::MIN);
        let until = rest.find(|span| !counts(span)).and_then(|span| span.from.pred_opt());
        Days { from, until }
    }

    /// Puts members in place of what was written, each with the days within which it belongs.
    pub(crate) fn write_out(&mut self, members: &[(String, Days)]) {
        let own = Days { from: self.from.map(|day| day.0), until: self.until.map(|day| day.0) };
        let mut begins: BTreeSet<NaiveDate> = [NaiveDate::MIN].into();
        for days in members.iter().map(|(_, days)| days).chain([&own]) {
            begins.extend(days.from);
            begins.extend(days.until.and_then(|last| last.succ_opt()));
        }
        let on = |day: NaiveDate| {
            let here = members.iter().filter(|(_, days)| days.hold(day) && own.hold(day));
            Arc::new(here.map(|(id, _)| id.clone()).collect::<BTreeSet<_>>())
        };
        let mut spans: Vec<Span> = begins.into_iter().map(|from| Span { from, choices: on(from) }).collect();
        spans.dedup_by(|later, earlier| later.choices == earlier.choices);
        self.choices = Arc::new(members.iter().map(|(id, _)| id.clone()).collect());
        self.spans = if spans.len() > 1 { spans.into() } else { Arc::new([]) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(from: Option<&str>, until: Option<&str>) -> Days {
        Days { from: from.map(day), until: until.map(day) }
    }

    fn among(members: &[(&str, Days)], own: Days) -> Among {
        let mut among = Among::of(FactKey::new("c"), Arc::default());
        (among.from, among.until) = (own.from.map(parse::Day), own.until.map(parse::Day));
        among.write_out(&members.iter().map(|(id, days)| ((*id).to_owned(), *days)).collect::<Vec<_>>());
        among
    }

    #[test]
    fn members_count_from_their_first_day_to_the_end_of_their_last() {
        let always = Days::default();
        let left = days(None, Some("2020-12-31"));
        let came = days(Some("2013-07-01"), None);
        let union = among(&[("de", always), ("gb", left), ("hr", came)], always);
        let on = |text| union.on(day(text)).iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        assert_eq!(on("2013-06-30"), "de gb");
        assert_eq!(on("2013-07-01"), "de gb hr");
        assert_eq!(on("2020-12-31"), "de gb hr");
        assert_eq!(on("2021-01-01"), "de hr");
        assert_eq!(union.changes().collect::<Vec<_>>(), [day("2013-07-01"), day("2021-01-01")]);
        assert_eq!((union.days("gb"), union.days("hr"), union.days("de")), (left, came, always));
    }

    #[test]
    fn what_holds_on_all_days_has_no_changes_and_a_rule_of_its_own_days_binds_all_its_members() {
        let always = Days::default();
        assert_eq!(among(&[("de", always), ("fr", always)], always).changes().count(), 0);
        let later = among(&[("no", always)], days(Some("2018-07-20"), None));
        assert!(later.on(day("2018-07-19")).is_empty());
        assert!(later.on(day("2018-07-20")).contains("no"));
        assert_eq!(later.days("no"), days(Some("2018-07-20"), None));
    }
}
