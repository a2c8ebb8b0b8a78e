//! Accessibility as a machine can judge it: axe-core (`tests/vendor`), with the rules of WCAG 2.0 to 2.2, levels A and
//! AA, and the project's best practices. A clean result is necessary, not sufficient.

use serde::Deserialize;

use super::browser::Browser;

const AXE: &str = include_str!("../vendor/axe.min.js");
const RUN: &str = "const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, {runOnly: tags, resultTypes: ['violations']})
        .then(result => done({violations: result.violations}), reason => done({failure: String(reason)}));";

#[derive(Deserialize)]
struct Outcome {
    violations: Option<Vec<Violation>>,
    failure: Option<String>,
}

/// A rule that the page breaks.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// The rule's id, such as `color-contrast`.
    pub id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    html: String,
    #[serde(default)]
    failure_summary: String,
}

/// Everything that axe finds wrong with the page in this window.
pub async fn violations(browser: &Browser) -> Vec<Violation> {
    browser.driver.execute(format!("{AXE}; return typeof axe"), Vec::new()).await.expect("axe in the page");
    let answer = browser.driver.execute_async(RUN, Vec::new()).await.expect("axe's answer");
    let outcome: Outcome = answer.convert().expect("axe's result");
    outcome.violations.unwrap_or_else(|| panic!("axe gave up: {}", outcome.failure.unwrap_or_default()))
}

/// Stops the test, listing what is wrong, unless the page in this window has no violation.
pub async fn assert_accessible(browser: &Browser, page: &str) {
    let found = violations(browser).await;
    assert!(found.is_empty(), "{page}: {} violations\n{}", found.len(), in_words(&found));
}

fn in_words(violations: &[Violation]) -> String {
    let node = |node: &Node| format!("    {}\n      {}\n", node.html, node.failure_summary.replace('\n', "\n      "));
    violations
        .iter()
        .map(|v| format!("  {}: {}\n{}", v.id, v.help, v.nodes.iter().map(node).collect::<String>()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{assert_accessible, in_words, violations};
    use crate::support::browser::{Browser, Look, data_url};

    const GOOD: &str = "<!doctype html><html lang=en><title>Board</title><main><h1>Board</h1><p>Due</p></main></html>";
    const BAD: &str = "<!doctype html><html lang=en><title>Board</title><main><h1>Board</h1>
        <p style='color:#bbb;background:#fff'>Due</p><img src='data:,'></main></html>";

    #[tokio::test]
    async fn a_clean_page_passes_and_a_faulty_one_does_not() {
        let browser = Browser::open(Look::DESKTOP).await;
        browser.go(&data_url(GOOD)).await;
        assert_accessible(&browser, "the good page").await;
        browser.go(&data_url(BAD)).await;
        let found = violations(&browser).await;
        let ids: Vec<_> = found.iter().map(|violation| violation.id.as_str()).collect();
        assert_eq!(ids, ["color-contrast", "image-alt"], "{}", in_words(&found));
        assert!(in_words(&found).contains("contrast of 1.9"), "{}", in_words(&found));
    }

    #[tokio::test]
    async fn a_page_that_forbids_foreign_scripts_can_still_be_judged() {
        let browser = Browser::open(Look::DESKTOP).await;
        let strict =
            GOOD.replace("<title>", "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><title>");
        browser.go(&data_url(&strict)).await;
        assert_accessible(&browser, "the strict page").await;
    }
}
