//! Whatever is wrong in a case is told at the line and the column where it stands, as TOML and as JSON: each construct is
//! broken once.

use super::read;
use crate::library::Library;
use crate::library::slip::{Slip, told};

const CASE: &str = r#"zone = "Europe/Berlin"
currency = "EUR"

[always]
org-countries = ["de"]

[[case]]
name = "Everything that a case can say"
now = 2026-11-22T00:00:00Z
unknown = ["org-countries"]
occurred = "2026-11-01T10"
house_target_hours = 24
turnover = { 2025 = "EUR 400000000", 2024 = 5 }

[case.facts]
intrusion = true
persons-affected = { at-least = 1000 }
persons-by-us-state = { ca = 5 }
leak-kind = ["leak"]
direct-loss = "EUR 5"

[[case.candidate]]
of = ["aware-leak", "aware-incident"]
basis = "told"
at = "2026-11-10"

[[case.candidate]]
id = "second"
of = ["aware-leak"]
basis = "confirmed"
at = "2026-11-11T16:00"

[[case.occurrence]]
id = "o1"
trigger = "classified-major"
at = "2026-11-12"

[[case.occurrence]]
id = "o2"
trigger = "classified-major"
at = "2026-11-13"

[[case.filing]]
duty = "eu.gdpr/authority"
at = "2026-11-14T10:00:00"
received = "2026-11-14"

[[case.filing]]
duty = "eu.gdpr/authority"
at = "2026-11-15"

[[case.then]]
duty = "eu.gdpr/authority"
answer = "applies"
"#;

/// What stands in the case, what takes its place with the wrong part marked, and what is said. Where a text stands several
/// times, the last is meant.
const SLIPS: &[Slip<'_>] = &[
    ("zone = \"Europe/Berlin\"", "zone = «\"Europe/Berlni\"»", "no time zone"),
    ("zone = \"Europe/Berlin\"", "zone = «5»", "expected a time zone"),
    ("zone = \"Europe/Berlin\"", "«zon» = \"Europe/Berlin\"", "unknown key"),
    ("currency = \"EUR\"", "currency = «\"EURO\"»", "not a currency"),
    ("org-countries = [\"de\"]", "org-countries = [«\"deutschland\"»]", "not among the choices"),
    ("name = \"Everything", "name = «5» # \"Everything", "expected a text"),
    ("now = 2026-11-22T00:00:00Z", "now = «2026-11-22»", "expected a moment"),
    ("[[case]]\nname = \"Everything that a case can say\"\n", "«[[case]]»\n", "`name` is missing"),
    ("unknown = [\"org-countries\"]", "unknown = [\"org-countries\", «\"org-country\"»]", "no fact"),
    ("unknown = [\"org-countries\"]", "unknown = «\"org-countries\"»", "expected a list"),
    ("occurred = \"2026-11-01T10\"", "occurred = «\"yesterday\"»", "not a time"),
    ("house_target_hours = 24", "house_target_hours = «0»", "a number of hours"),
    ("2024 = 5", "«1024» = 5", "business year"),
    ("2024 = 5", "2024 = «\"5\"»", "not a sum"),
    ("2024 = 5", "2024 = «true»", "expected a sum"),
    ("intrusion = true", "intrusion = «\"yes\"»", "true or false"),
    ("intrusion = true", "«intrusoin» = true", "no fact"),
    ("intrusion = true", "intrusion = true\n«intrusion» = true", "duplicate key"),
    ("at-least = 1000", "«at-leats» = 1000", "how the number is meant"),
    ("at-least = 1000", "at-least = «-1»", "below zero"),
    ("at-least = 1000", "at-least = «1.5»", "expected a whole number"),
    ("{ at-least = 1000 }", "«{ at-least = 1000, at-most = 2000 }»", "exactly one number"),
    ("{ ca = 5 }", "«{ zz = 5 }»", "not among the choices"),
    ("leak-kind = [\"leak\"]", "leak-kind = [\"leak\", «\"melt\"»]", "not among the choices"),
    ("direct-loss = \"EUR 5\"", "direct-loss = «\"EUR 5.001\"»", "more digits"),
    ("[\"aware-leak\", \"aware-incident\"]", "[\"aware-leak\", «\"aware-incidents\"»]", "no trigger"),
    ("[\"aware-leak\", \"aware-incident\"]", "[\"aware-leak\", «\"classified-major\"»]", "is not something"),
    ("[\"aware-leak\", \"aware-incident\"]", "«[]»", "of nothing"),
    ("basis = \"confirmed\"", "basis = «\"conformed\"»", "no basis"),
    ("id = \"second\"", "id = «\"told\"»", "two candidates"),
    ("at = \"2026-11-11T16:00\"", "at = «\"2026-12-11T16:00\"»", "later than the moment of asking"),
    ("at = \"2026-11-11T16:00\"", "at = «\"2026-11-11T25:00\"»", "not a time"),
    (
        "[[case.candidate]]\nid = \"second\"\nof = [\"aware-leak\"]\n",
        "«[[case.candidate]]»\nid = \"second\"\n",
        "`of` is missing",
    ),
    ("id = \"o2\"", "id = «\"o1\"»", "two occurrences"),
    ("trigger = \"classified-major\"", "trigger = «\"classified-mayor\"»", "no trigger"),
    ("at = \"2026-11-13\"", "«att» = \"2026-11-13\"", "unknown key"),
    (
        "duty = \"eu.gdpr/authority\"\nat = \"2026-11-15\"",
        "duty = «\"eu.gdpr/authorities\"»\nat = \"2026-11-15\"",
        "no duty",
    ),
    ("at = \"2026-11-15\"", "at = «\"2026-11-23\"»", "later than the moment of asking"),
    ("at = \"2026-11-15\"", "at = \"2026-11-15\"\ninstance = «\"o3\"»", "no occurrence"),
    ("received = \"2026-11-14\"", "received = «false»", "expected a time"),
    ("answer = \"applies\"", "answer = «true»", "expected a text"),
    ("answer = \"applies\"", "answer = \"applies\"\n«standings» = \"overdue\"", "unknown key"),
    ("duty = \"eu.gdpr/authority\"\nanswer", "duty = «\"eu.gpdr/authority\"»\nanswer", "no duty"),
    ("[[case.then]]\nduty = \"eu.gdpr/authority\"\n", "«[[case.then]]»\n", "`duty` is missing"),
];

/// The same, in a case that is one JSON object.
const JSON: &str = r#"{
  "now": "2026-11-22T00:00:00Z",
  "facts": { "intrusion": true, "persons-affected": 5 },
  "filing": [
    { "duty": "eu.gdpr/authority", "at": "2026-11-14" },
    { "duty": "eu.gdpr/authority", "at": "2026-11-15" }
  ]
}
"#;

const JSON_SLIPS: &[Slip<'_>] = &[
    ("\"intrusion\"", "«\"intrusoin\"»", "no fact"),
    ("\"persons-affected\": 5", "\"persons-affected\": «null»", "expected a whole number"),
    ("\"persons-affected\": 5", "«\"intrusion\"»: false", "stands twice"),
    ("\"duty\": \"eu.gdpr/authority\"", "\"duty\": «\"eu.gdpr/\"»", "no duty"),
    ("\"at\": \"2026-11-15\"", "\"at\": «\"2026-11-25\"»", "later than the moment of asking"),
    (", \"at\": \"2026-11-15\"", ", «\"att\"»: \"2026-11-15\"", "unknown key"),
    (
        "{ \"duty\": \"eu.gdpr/authority\", \"at\": \"2026-11-15\" }",
        "«{ \"duty\": \"eu.gdpr/authority\" }»",
        "`at` is missing",
    ),
    ("true,", "true «?»,", "expected"),
];

#[test]
fn whatever_is_wrong_in_a_case_is_told_where_it_stands() {
    let library = Library::embedded().unwrap();
    for (file, text, slips) in [("x.toml", CASE, SLIPS), ("x.json", JSON, JSON_SLIPS)] {
        let read = |text: &str| read(&library, file, text).err();
        assert_eq!(read(text), None);
        slips.iter().for_each(|slip| told(text, slip, ToOwned::to_owned, read));
    }
}
