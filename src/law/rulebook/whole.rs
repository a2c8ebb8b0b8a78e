//! An act that uses the whole language, each construct in each place where it can stand. It is no law: its names are made
//! up, begin with what they are of and end with where they stand, so that a test sees what was passed by.

use super::Rulebook;
use super::visit::{LooksAt, Takes, UsedAs, Visit};
use super::walk;
use crate::assess::specimen::{SOURCE, WORDS};
use crate::library::{Library, Sources};
use crate::situation::fact::FactKey;
use crate::situation::{DutyId, Trigger};
use crate::vocabulary::TriggerKind;
use std::fmt::Write as _;
use std::sync::Arc;

/// Every condition.
const CONDITION: &str = r#"{ all = [
    { any = [{ is = "fact-is-@" }, { is-not = "fact-is-not-@" }] },
    { not = { at-least = { key = "fact-at-least-@", number = 1 } } },
    { more-than = { key = "fact-more-than-@", number = 1, of = "choice-@" } },
    { any-at-least = { key = "fact-any-at-least-@", number = 1 } },
    { any-more-than = { key = "fact-any-more-than-@", number = 1 } },
    { some = { at-least = 1, of = [{ is = "fact-some-@" }] } },
    { one-of = { key = "fact-one-of-@", choices = ["@group-@"], from = 2020-01-01, until = 2020-12-31 } },
    { share-above = { part = "fact-part-@", whole = "fact-whole-@", per-ten-thousand = 1 } },
    { share-at-least = { part = "fact-least-part-@", whole = "fact-least-whole-@", per-ten-thousand = 1 } },
    { money-above = { key = "fact-money-@", sum = 1 } },
    { money-above-turnover = { key = "fact-loss-@", per-ten-thousand = 1 } },
    { turnover-above = { sum = 1 } },
    { happened = "trigger-happened-@" },
    { filed = "xx.whole/filed-@" },
    { met = "xx.whole/met-@" },
    { applies = "xx.whole/applies-@" },
    { notice-to = "persons" },
    { later = { start = { due = "xx.whole/due-@" }, hours = 1, after = { filing = "xx.whole/filing-@" } } },
] }"#;

/// Every deadline, every start and every period that gives a moment.
const DEADLINE: &str = r#"{ earliest = [
    { latest = [
        { after = { start = "own", within = { hours = 1 } } },
        { after = { start = "incident", within = { days = 1 } } },
        { after = { start = { awareness = "trigger-aware-@" }, within = { weeks = 1 } } },
        { after = { start = { first = "trigger-first-@" }, within = { months = 1 } } },
        { after = { start = { latest = "trigger-latest-@" }, within = { working-day-hours = 1 } } },
        { after = { start = { filing = "xx.whole/after-filing-@" }, within = { working-days = 1 } } },
        { after = { start = { latest-filing = "xx.whole/latest-filing-@" }, within = { days-after-year-end = 1 } } },
        { after = { start = "own", within = { on-next-year = { month = 4, day = 15 } } } },
        { after = { start = { due = "xx.whole/after-due-@" }, within = { on-next = { month = 2, day = 1 } } } },
    ] },
    { between = [
        { after = { start = "own", within = { hours = 2 } } },
        { after = { start = "own", within = { hours = 3 } } },
    ] },
    { switch = {
        if = CONDITION,
        then = { after = { start = "own", within = { hours = 4 } } },
        otherwise = { after = { start = { first = "trigger-otherwise-@" }, within = { hours = 5 } } },
    } },
] }"#;

/// Every amount.
const AMOUNT: &str = r#"{ higher-of = [
    { lower-of = [{ sum = 1 }, { share = { per-ten-thousand = 1, base = "prior-year" } }] },
    { share-or-sum = { share = { per-ten-thousand = 1, base = { fact = "fact-base-@" } }, sum = 1 } },
    { plus = [{ times = { factor = 1, of = { sum = 1 } } }, { per = { each = "fact-each-@", of = { sum = 1 } } }] },
    { if = { when = CONDITION, then = { sum = 1 }, otherwise = { per = { each = "fact-otherwise-@", of = { sum = 1 } } } } },
    { per-day = { of = { per = { each = "fact-per-day-@", of = { sum = 1 } } }, at-most-days = 1 } },
    { units = { number = 1, unit = "unit-@" } },
    { stairs = [{ every-days = 1, for-days = 1, add = 1 }] },
    { daily-share = { per-ten-thousand = 1, base = "larger-of-prior-year-and-three-year-average", fallback = 1, at-most-days = 1 } },
    { times = { factor = 1, of = { per = { each = "fact-times-@", of = { sum = 1 } } } } },
] }"#;

/// How it counts.
const COUNTING: &str = r#"{ calendar = "calendar-@", until_hour = { at = "17:30", zone = "UTC", source = SOURCE }, roll_when = "term-roll-@", source = SOURCE }"#;

/// The act, with what stands in several places left open.
const ACT: &str = r#"
title = WORDS
short = WORDS
country = "XX"
currency = "EUR"
covers_from = 2020-01-01
source = SOURCE
scope = ["term-scope"]
zone_by = { fact = "fact-zone", source = SOURCE }
counting = { calendar = { by = "fact-country" }, source = SOURCE }
awareness = [
    { basis = "established", tier = 1, provisional = false, governs = WORDS, aside = WORDS, source = SOURCE },
    { basis = "briefed", tier = 1, provisional = false, governs = WORDS, aside = WORDS, source = SOURCE },
    { basis = "confirmed", tier = 1, provisional = false, governs = WORDS, aside = WORDS, source = SOURCE },
    { basis = "declared", tier = 1, provisional = false, governs = WORDS, aside = WORDS, source = SOURCE },
    { basis = "told", tier = 2, provisional = true, governs = WORDS, aside = WORDS, source = SOURCE },
    { basis = "suspected", tier = 3, provisional = true, governs = WORDS, aside = WORDS, source = SOURCE },
]

[[unit]]
id = "points"
value = [{ from = 2020-01-01, sum = 1, source = SOURCE }]

[[term]]
id = "asked"
title = WORDS
cite = "s. 1"
when = CONDITION(term)

[[term]]
id = "exempt"
title = WORDS
cite = "s. 2"
when = { is = "fact-exempt" }
then = "exempt"
overrides = ["term-overridden"]

[[term]]
id = "required"
title = WORDS
cite = "s. 3"
when = { is = "fact-required" }
then = "required"
overrides = ["term-defeated"]

[[term]]
id = "replaced"
title = WORDS
cite = "s. 4"
when = { is = "fact-replaced" }
then = { replaced = WORDS }

[[term]]
id = "instead"
title = WORDS
cite = "s. 5"
when = { is = "fact-instead" }
then = { instead = { until = "trigger-instead" } }

[[term]]
id = "excused"
title = WORDS
cite = "s. 6"
when = { is = "fact-excused" }
then = { excused = { within = { until = "trigger-excused" }, ends = "trigger-excuse-ends", why = WORDS } }

[[term]]
id = "extended"
title = WORDS
cite = "s. 7"
when = { is = "fact-extended" }
then = { extended = "trigger-extended" }

[[term]]
id = "held"
title = WORDS
cite = "s. 8"
when = { is = "fact-held" }
[term.then.held]
begins = "trigger-hold-begins"
ends = "trigger-hold-ends"
longest = { days = 30 }
then = "at-end"
why = WORDS

[[duty]]
id = "xx.whole/aware"
starts = { awareness = ["trigger-aware", "trigger-aware-too"] }
form = "form-aware"
met_by = { filings = ["xx.whole/met-by"], occurrence = "trigger-met-by" }
DUTY
pending = [{ status = "draft", title = WORDS, source = SOURCE }]

[[duty.version]]
from = 2020-01-01
deadline = DEADLINE(version)
first_limb = { promptly = "without-undue-delay", number = "where-feasible" }
counting = COUNTING(version)
conditions = ["term-condition"]
grounds = ["term-ground"]
exceptions = ["term-exception"]
late = { words = WORDS, at_most = { months = 2 }, cite = "s. 9" }
not_before = { start = { latest = "trigger-not-before" }, within = { hours = 1 }, why = WORDS }
source = SOURCE

[duty.version.guideline]
deadline = DEADLINE(guideline)
words = WORDS
source = SOURCE

[[duty.version]]
from = 2021-01-01
within = { until = "trigger-within" }
guideline = { within = { until = "trigger-guided" }, words = WORDS, source = SOURCE }
source = SOURCE

[[duty.version]]
from = 2022-01-01
within = { promptly = "promptly" }
source = SOURCE

[[duty.version]]
from = 2023-01-01
within = { at-least-days = 1 }
source = SOURCE

[[duty.version]]
from = 2024-01-01
within = { at-least-months = 1 }
source = SOURCE

[[duty.fine]]
id = "fine"
kind = "crime"
title = WORDS
when = CONDITION(fine)
unless = { is = "fact-unless" }

[[duty.fine.version]]
from = 2020-01-01
most = AMOUNT(most)
least = AMOUNT(least)
source = SOURCE

[[duty]]
id = "xx.whole/occurrence"
starts = { occurrence = { trigger = "trigger-occurrence", why = WORDS } }
DUTY
VERSION

[[duty]]
id = "xx.whole/each"
starts = { each = { trigger = "trigger-each", why = WORDS, after = { duty = "xx.whole/each-after", otherwise = WORDS } } }
DUTY
VERSION

[[duty]]
id = "xx.whole/filing"
starts = { filing = { duty = "xx.whole/starts-filing", why = WORDS } }
DUTY
VERSION

[[duty]]
id = "xx.whole/due"
starts = { due = { duty = "xx.whole/starts-due", why = WORDS } }
DUTY
VERSION

[[duty]]
id = "xx.whole/incident"
starts = { incident = { why = WORDS } }
DUTY
VERSION
"#;

const DUTY: &str = r#"title = WORDS
recipient = WORDS
to = "authority"
consequence = WORDS
governed_by = "start"
watched = true"#;
const VERSION: &str = "version = [{ from = 2020-01-01, within = { hours = 1 }, source = SOURCE }]";

/// The act.
pub(crate) fn act() -> String {
    let mut act = ACT.replace("DUTY", DUTY).replace("VERSION", VERSION);
    for place in ["term", "version", "guideline", "fine", "most", "least"] {
        let here = |text: &str| text.replace("-@\"", &format!("-{place}\""));
        let condition = here(CONDITION);
        for (name, text) in
            [("CONDITION", CONDITION), ("DEADLINE", DEADLINE), ("AMOUNT", AMOUNT), ("COUNTING", COUNTING)]
        {
            let text = here(text).replace("CONDITION", &condition);
            act = act.replace(&format!("{name}({place})"), &text);
        }
    }
    act.replace("WORDS", WORDS).replace("SOURCE", SOURCE)
}

/// The act with all terms, units and duties that it names, but for its form; and the law that knows all other names.
pub(crate) fn defined() -> (String, Library) {
    let mut act = act().replace("form = \"form-aware\"\n", "");
    let book: Rulebook = toml::from_str(&act).unwrap_or_else(|error| panic!("{error}"));
    let mut names = Names::default();
    walk::rulebook(&mut names, &book);
    let Names { mut vocabulary, calendars, head, terms, duties } = names;
    vocabulary.push_str("[[list]]\nid = \"all\"\nchoice = [{ id = \"here\", title = WORDS }");
    for place in ["term", "version", "guideline", "fine", "most", "least"] {
        let _ = write!(vocabulary, ", {{ id = \"choice-{place}\", title = WORDS }}");
    }
    vocabulary.push_str("]\n");
    for place in ["term", "version", "guideline", "fine", "most", "least"] {
        let _ = write!(vocabulary, "[[list.group]]\nid = \"group-{place}\"\nof = [\"here\"]\n");
    }
    let fill = |text: String| text.replace("WORDS", WORDS).replace("SOURCE", SOURCE);
    act.push_str(&fill(head + &terms + &duties));
    let vocabulary = vec![("whole.toml".to_owned(), fill(vocabulary))];
    let calendars = calendars.into_iter().map(|(path, text)| (path, fill(text))).collect();
    let law = Library::with(&Sources { vocabulary, calendars, ..Sources::default() });
    (act, law.unwrap_or_else(|error| panic!("{error}")))
}

/// The names that an act uses, as they would be defined.
#[derive(Default)]
struct Names {
    vocabulary: String,
    calendars: Vec<(String, String)>,
    head: String,
    terms: String,
    duties: String,
}

impl<'a> Visit<'a> for Names {
    fn fact(&mut self, key: &'a FactKey, takes: Takes) {
        let kind = match takes {
            Takes::YesNo => "kind = \"yes-no\"",
            Takes::Count => "kind = \"count\"\nunit = \"persons\"",
            Takes::CountBy => "kind = \"count-by\"\nunit = \"persons\"\nlist = \"all\"",
            Takes::Choice | Takes::Choices => "kind = \"choice\"\nlist = \"all\"",
            Takes::Money => "kind = \"money\"",
        };
        let fact = format!("[[fact]]\nkey = \"{key}\"\n{kind}\ngroup = \"incident\"\n");
        if !self.vocabulary.contains(&fact) {
            self.vocabulary.push_str(&(fact + "title = WORDS\nquestion = WORDS\n"));
        }
    }
    fn trigger(&mut self, trigger: &'a Trigger, kind: TriggerKind) {
        let kind = match kind {
            TriggerKind::Awareness => "awareness",
            TriggerKind::Occurrence => "occurrence",
        };
        let trigger = format!("[[trigger]]\nid = \"{trigger}\"\nkind = \"{kind}\"\n");
        if !self.vocabulary.contains(&trigger) {
            self.vocabulary.push_str(&(trigger + "title = WORDS\nhelp = WORDS\n"));
        }
    }
    fn duty_id(&mut self, id: &'a DutyId, _: LooksAt) {
        let id = format!("[[duty]]\nid = \"{id}\"\n");
        if !self.duties.contains(&id) {
            let _ = write!(self.duties, "\n{id}starts = {{ incident = {{ why = WORDS }} }}\n{DUTY}\n{VERSION}\n");
        }
    }
    fn term_id(&mut self, id: &'a Arc<str>, used: UsedAs) {
        let then = if used == UsedAs::Exception { "then = \"exempt\"\n" } else { "" };
        let _ = write!(self.terms, "\n[[term]]\nid = \"{id}\"\ntitle = WORDS\ncite = \"s. 0\"\n{then}");
        self.terms.push_str("when = { is = \"fact-unless\" }\n");
    }
    fn unit_id(&mut self, id: &'a String) {
        let value = "value = [{ from = 2020-01-01, sum = 1, source = SOURCE }]";
        let _ = write!(self.head, "\n[[unit]]\nid = \"{id}\"\n{value}\n");
    }
    fn calendar_id(&mut self, id: &'a String) {
        let text = "title = WORDS\nfrom = 2020-01-01\nto = 2030-12-31\nweekend = []\nholidays = []\nsource = SOURCE\n";
        self.calendars.push((format!("{id}.toml"), text.to_owned()));
    }
}
