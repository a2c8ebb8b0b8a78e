//! An act that uses the whole language, each construct in each place where it can stand: not law, and with names of nothing.
//! A name begins with what it is of and ends with where it stands, so that a test sees what was passed by.

/// Every condition.
const CONDITION: &str = r#"{ all = [
    { any = [{ is = "fact-is-@" }, { is-not = "fact-is-not-@" }] },
    { not = { at-least = { key = "fact-at-least-@", number = 1 } } },
    { more-than = { key = "fact-more-than-@", number = 1, of = "choice-@" } },
    { any-at-least = { key = "fact-any-at-least-@", number = 1 } },
    { any-more-than = { key = "fact-any-more-than-@", number = 1 } },
    { some = { at-least = 1, of = [{ is = "fact-some-@" }] } },
    { one-of = { key = "fact-one-of-@", choices = ["@group-@"] } },
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

/// Every deadline, every start and every period.
const DEADLINE: &str = r#"{ earliest = [
    { latest = [
        { after = { start = "own", within = { hours = 1 } } },
        { after = { start = "incident", within = { days = 1 } } },
        { after = { start = { awareness = "trigger-aware-@" }, within = { weeks = 1 } } },
        { after = { start = { first = "trigger-first-@" }, within = { months = 1 } } },
        { after = { start = { latest = "trigger-latest-@" }, within = { working-day-hours = 1 } } },
        { after = { start = { filing = "xx.whole/after-filing-@" }, within = { working-days = 1 } } },
        { after = { start = { latest-filing = "xx.whole/latest-filing-@" }, within = { days-after-year-end = 1 } } },
        { after = { start = { due = "xx.whole/after-due-@" }, within = { on-next = { month = 2, day = 1 } } } },
    ] },
    { between = [
        { after = { start = "own", within = { promptly = "promptly" } } },
        { after = { start = "own", within = { until = "trigger-until-@" } } },
    ] },
    { switch = {
        if = CONDITION,
        then = { after = { start = "own", within = { at-least-days = 1 } } },
        otherwise = { after = { start = { first = "trigger-otherwise-@" }, within = { at-least-months = 1 } } },
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
const COUNTING: &str = r#"{ calendar = "calendar-@", roll_when = "term-roll-@", source = SOURCE }"#;

/// The act, with what stands in several places left open.
const ACT: &str = r#"
title = WORDS
short = WORDS
country = "XX"
currency = "EUR"
covers_from = 2020-01-01
source = SOURCE
scope = ["term-scope"]
counting = { calendar = { by = "fact-country" }, source = SOURCE }
awareness = [{ basis = "told", tier = 1, provisional = true, governs = WORDS, aside = WORDS, source = SOURCE }]
unit = [{ id = "points", value = [{ from = 2020-01-01, sum = 1, source = SOURCE }] }]

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
longest = { until = "trigger-hold-longest" }
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
within = { until = "trigger-within" }
deadline = DEADLINE(version)
counting = COUNTING(version)
conditions = ["term-condition"]
grounds = ["term-ground"]
exceptions = ["term-exception"]
late = { words = WORDS, at_most = { until = "trigger-late" }, cite = "s. 9" }
not_before = { start = { latest = "trigger-not-before" }, within = { until = "trigger-not-before-within" }, why = WORDS }
source = SOURCE

[duty.version.guideline]
within = { until = "trigger-guideline" }
deadline = DEADLINE(guideline)
words = WORDS
source = SOURCE

[[duty.version]]
from = 2021-01-01
within = { until = "trigger-second-version" }
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

[[duty]]
id = "xx.whole/each"
starts = { each = { trigger = "trigger-each", why = WORDS, after = { duty = "xx.whole/each-after", otherwise = WORDS } } }
DUTY

[[duty]]
id = "xx.whole/filing"
starts = { filing = { duty = "xx.whole/starts-filing", why = WORDS } }
DUTY

[[duty]]
id = "xx.whole/due"
starts = { due = { duty = "xx.whole/starts-due", why = WORDS } }
DUTY

[[duty]]
id = "xx.whole/incident"
starts = { incident = { why = WORDS } }
DUTY
"#;

const DUTY: &str = r#"title = WORDS
recipient = WORDS
to = "authority"
consequence = WORDS
governed_by = "start"
watched = true"#;

/// The act.
pub(super) fn act() -> String {
    let mut act = ACT.replace("DUTY", DUTY);
    for place in ["term", "version", "guideline", "fine", "most", "least"] {
        let condition = CONDITION.replace("-@\"", &format!("-{place}\""));
        let fill = |text: &str| text.replace("-@\"", &format!("-{place}\"")).replace("CONDITION", &condition);
        for (name, text) in
            [("CONDITION", CONDITION), ("DEADLINE", DEADLINE), ("AMOUNT", AMOUNT), ("COUNTING", COUNTING)]
        {
            act = act.replace(&format!("{name}({place})"), &fill(text));
        }
    }
    act.replace("WORDS", super::specimen::WORDS).replace("SOURCE", super::specimen::SOURCE)
}
