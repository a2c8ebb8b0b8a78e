//! How large forms are: every form of the furnished demonstration is rendered and its fields counted, and the bound on
//! what is read stands at twice the largest.

use std::collections::{BTreeMap, BTreeSet};

use dutyclock::web::http::access::Method;
use dutyclock::web::http::body::MOST_FIELDS;
use dutyclock::web::routes::addresses;
use scraper::{ElementRef, Selector};

use super::pictures::{administrator, follow_links, furnished};
use crate::support::app::PASSWORD;

/// The demonstration's officer.
const OFFICER: (&str, &str) = ("junho.lee@hangang.example", "quiet-lantern-river-47");

/// The most pairs that a browser can send from a form: each box ticked, one of each set of radios, every option of a list
/// that takes several.
fn most_pairs(form: ElementRef<'_>) -> usize {
    let fields = Selector::parse("input[name], select[name], textarea[name], button[name]").unwrap();
    let options = Selector::parse("option").unwrap();
    let mut radios = BTreeSet::new();
    let count = |field: ElementRef<'_>| match (field.value().name(), field.attr("type").unwrap_or_default()) {
        ("select", _) if field.attr("multiple").is_some() => field.select(&options).count(),
        (_, "radio") => usize::from(radios.insert(field.attr("name").unwrap().to_owned())),
        _ => 1,
    };
    form.select(&fields).map(count).sum()
}

fn fits(pattern: &str, path: &str) -> bool {
    let (left, right): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    left.len() == right.len() && left.iter().zip(&right).all(|(a, b)| a.starts_with('{') || a == b)
}

#[tokio::test(flavor = "multi_thread")]
async fn as_many_fields_are_read_as_twice_the_largest_form_has() {
    let app = furnished().await;
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    for (email, password) in [(administrator("en"), PASSWORD), (OFFICER.0.to_owned(), OFFICER.1)] {
        let visitor = app.visitor();
        visitor.submit("/sign-in", "/sign-in", &[("email", &email), ("password", password)]).await.location();
        for place in follow_links(&visitor).await {
            let page = visitor.get(&place.address).await.page();
            for form in page.all("form") {
                let action = form.attr("action").unwrap_or_default().split('?').next().unwrap().to_owned();
                let pairs = most_pairs(form);
                forms.entry(action).and_modify(|most| *most = pairs.max(*most)).or_insert(pairs);
            }
        }
    }
    let (action, most) = forms.iter().max_by_key(|(_, pairs)| **pairs).unwrap();
    println!("the largest form: {most} fields, sent to {action}");
    let addresses = addresses();
    let never = addresses.iter().filter(|address| address.method == Method::Post).map(|address| address.pattern);
    let never: Vec<_> = never.filter(|pattern| !forms.keys().any(|action| fits(pattern, action))).collect();
    // What only guests see, and buttons that stand only on pages in another state: a few fields each.
    let steps = ["/incidents/{id}/filings", "/incidents/{id}/filings/{filing}/submit"];
    let few = [steps.as_slice(), &["/sign-in", "/set-up/{token}", "/invitation/{token}"]].concat();
    assert!(never.iter().all(|pattern| few.contains(pattern)), "no page shows a form for {never:?}");
    assert!(2 * most <= MOST_FIELDS, "{action} has {most} fields, and only {MOST_FIELDS} are read");
    assert!(MOST_FIELDS <= 3 * most, "the largest form, {action}, has {most} fields: {MOST_FIELDS} are too many");
}
