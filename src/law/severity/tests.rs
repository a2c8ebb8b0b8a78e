//! The examples of the method, its borders and its range.

use super::*;

fn breach(scores: &[(Category, Score)], identification: Identification) -> Breach {
    let data = scores.iter().map(|(category, score)| Data { category: *category, score: *score }).collect();
    Breach { data, identification: vec![identification], individuals: Some(1), ..Breach::default() }
}

#[test]
fn bank_credentials_sent_to_unknown_attackers_are_very_severe() {
    let stolen = Breach {
        confidentiality: Some(Confidentiality::UnknownRecipients),
        malicious: true,
        individuals: Some(101),
        ..breach(&[(Category::Financial, Score::Four)], Identification::Maximum)
    };
    let severity = Severity::of(&stolen).unwrap();
    assert_eq!((severity.score.to_string().as_str(), severity.band), ("5.0", Band::VeryHigh));
    assert_eq!(severity.flags, [Flag::ManyIndividuals]);
    assert_eq!(
        severity.steps,
        [
            SeverityStep::Data { category: Category::Financial, base: Score::Three, score: Score::Four },
            SeverityStep::Context(Score::Four),
            SeverityStep::Identification(Identification::Maximum, Quarters(4)),
            SeverityStep::Adds(Circumstance::Confidentiality(Confidentiality::UnknownRecipients), Quarters(2)),
            SeverityStep::Adds(Circumstance::Malicious, Quarters(2)),
            SeverityStep::Sum {
                context: Score::Four,
                identification: Quarters(4),
                circumstances: Quarters(4),
                gives: Quarters(20),
            },
        ]
    );
}

#[test]
fn the_highest_category_and_the_easiest_identification_count() {
    let mut mixed =
        breach(&[(Category::Simple, Score::One), (Category::Behavioural, Score::Three)], Identification::Limited);
    mixed.identification.push(Identification::Significant);
    assert_eq!(Severity::of(&mixed).unwrap().score.to_string(), "2.25");
}

#[test]
fn a_band_begins_exactly_at_its_number() {
    let bands = [(7, Band::Low), (8, Band::Medium), (11, Band::Medium), (12, Band::High), (15, Band::High)];
    for (quarters, band) in bands.into_iter().chain([(16, Band::VeryHigh), (24, Band::VeryHigh)]) {
        assert_eq!(Band::of(Quarters(quarters)), band, "{}", Quarters(quarters));
    }
}

#[test]
fn the_range_is_a_quarter_to_six() {
    let least = breach(&[(Category::Simple, Score::One)], Identification::Negligible);
    assert_eq!(Severity::of(&least).unwrap().score.to_string(), "0.25");
    let most = Breach {
        confidentiality: Some(Confidentiality::UnknownRecipients),
        integrity: Some(Integrity::NotRecoverable),
        availability: Some(Availability::Full),
        malicious: true,
        ..breach(&[(Category::Sensitive, Score::Four)], Identification::Maximum)
    };
    assert_eq!(Severity::of(&most).unwrap().score.to_string(), "6.0");
}

#[test]
fn every_circumstance_adds_what_its_table_says() {
    let known = [
        Circumstance::Confidentiality(Confidentiality::KnownRecipients),
        Circumstance::Integrity(Integrity::Recoverable),
        Circumstance::Availability(Availability::Temporary),
    ];
    assert!(known.into_iter().all(|element| element.adds() == Quarters(1)));
    let harmless = [
        Circumstance::Confidentiality(Confidentiality::Exposed),
        Circumstance::Integrity(Integrity::Altered),
        Circumstance::Availability(Availability::Recovered),
    ];
    assert!(harmless.into_iter().all(|element| element.adds() == Quarters(0)));
}

#[test]
fn one_hundred_individuals_are_not_more_than_one_hundred_and_an_unknown_number_is_said() {
    let flags = |individuals| {
        let base = breach(&[(Category::Simple, Score::One)], Identification::Limited);
        Severity::of(&Breach { individuals, unintelligible: true, ..base }).unwrap().flags
    };
    assert_eq!(flags(Some(100)), [Flag::Unintelligible]);
    assert_eq!(flags(Some(101)), [Flag::ManyIndividuals, Flag::Unintelligible]);
    assert_eq!(flags(None), [Flag::IndividualsUnknown, Flag::Unintelligible]);
}

#[test]
fn nothing_is_scored_that_was_not_answered() {
    assert_eq!(Severity::of(&Breach::default()), Err(NotScored::NoData));
    let unidentified =
        Breach { identification: Vec::new(), ..breach(&[(Category::Simple, Score::One)], Identification::Limited) };
    assert_eq!(Severity::of(&unidentified), Err(NotScored::NoIdentification));
}

#[test]
fn a_breach_is_written_in_plain_keys() {
    let text = r#"
        data = [{ category = "sensitive", score = "three" }]
        identification = ["significant"]
        availability = "temporary"
    "#;
    let breach: Breach = toml::from_str(text).unwrap();
    assert_eq!(Severity::of(&breach).unwrap().score.to_string(), "2.5");
    assert!(toml::from_str::<Breach>("malice = true").is_err());
}
