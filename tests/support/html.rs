//! Pages as a person without JavaScript meets them: what they say, and their forms, filled and sent as a browser would.

use scraper::{ElementRef, Html, Selector};

/// A parsed page.
pub struct Page {
    html: Html,
}

impl Page {
    /// Parses a whole page.
    pub fn parse(source: &str) -> Self {
        Self { html: Html::parse_document(source) }
    }

    /// All elements that match.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).unwrap_or_else(|e| panic!("`{selector}`: {e}"));
        // The selector ends with this function, the elements do not.
        self.html.select(&selector).collect()
    }

    /// The one element that matches; stops the test when there is none, or more.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "elements that match `{selector}` in:\n{}", self.html.html());
        found[0]
    }

    /// Whether anything matches.
    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// The words of the one element that matches, spaces evened out.
    pub fn text(&self, selector: &str) -> String {
        words(self.one(selector))
    }

    /// The words of each element that matches.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(words).collect()
    }

    /// The one form with this `action`, with all that a browser would send if nobody touched it. Submit buttons are not
    /// among it: a person presses one, with [`Form::press`].
    pub fn form(&self, action: &str) -> Form {
        let mut forms = self.forms(action);
        assert_eq!(forms.len(), 1, "forms that lead to `{action}` in:\n{}", self.html.html());
        forms.remove(0)
    }

    /// Every form with this `action`, where a page has one button for each of several things.
    pub fn forms(&self, action: &str) -> Vec<Form> {
        self.all(&format!("form[action=\"{action}\"]")).into_iter().map(|form| Self::read(form, action)).collect()
    }

    fn read(form: ElementRef<'_>, action: &str) -> Form {
        let fields = Selector::parse("input[name], select[name], textarea[name]").unwrap();
        let mut known = Vec::new();
        let mut sent = Vec::new();
        for field in form.select(&fields).filter(|field| field.attr("disabled").is_none()) {
            let name = field.attr("name").unwrap_or_default().to_owned();
            sent.extend(value_of(field).map(|value| (name.clone(), value)));
            known.push(name);
        }
        Form { action: action.to_owned(), known, sent }
    }
}

/// A form, ready to be filled.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    known: Vec<String>,
    sent: Vec<(String, String)>,
}

impl Form {
    /// Types into a field, or chooses an option; stops the test when the form has no such field.
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        assert!(self.known.iter().any(|known| known == name), "no field `{name}`, only {:?}", self.known);
        self.sent.retain(|(sent, _)| sent != name);
        self.sent.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Presses the button with this name and value.
    pub fn press(mut self, name: &str, value: &str) -> Self {
        self.sent.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What the form now holds for a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.sent.iter().find(|(sent, _)| sent == name).map(|(_, value)| value.as_str())
    }

    /// All pairs, as a browser would send them.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.sent
    }
}

fn value_of(field: ElementRef<'_>) -> Option<String> {
    let written = || field.attr("value").map(str::to_owned);
    match (field.value().name(), field.attr("type").unwrap_or("text")) {
        ("textarea", _) => Some(field.text().collect::<String>()),
        ("select", _) => chosen(field),
        (_, "submit" | "button" | "image" | "reset" | "file") => None,
        (_, "checkbox" | "radio") => field.attr("checked").map(|_| written().unwrap_or_else(|| "on".to_owned())),
        _ => Some(written().unwrap_or_default()),
    }
}

fn chosen(select: ElementRef<'_>) -> Option<String> {
    let options = Selector::parse("option").unwrap();
    let marked = select.select(&options).find(|option| option.attr("selected").is_some());
    let option = marked.or_else(|| select.select(&options).next())?;
    Some(option.attr("value").map_or_else(|| words(option), str::to_owned))
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Page;

    const PAGE: &str = r#"<main><h1>Two  <b>clocks</b></h1><form action="/incidents" method="post">
        <input type="hidden" name="csrf" value="t0ken"><input name="title">
        <input type="checkbox" name="drill" value="yes"><input type="checkbox" name="urgent" checked>
        <select name="zone"><option>Asia/Seoul</option><option value="UTC" selected>UTC</option></select>
        <textarea name="story">so
far</textarea><button name="do" value="open">Open</button></form></main>"#;

    #[test]
    fn words_of_an_element_are_read_as_a_person_reads_them() {
        let page = Page::parse(PAGE);
        assert_eq!(page.text("h1"), "Two clocks");
        assert_eq!(page.texts("option"), ["Asia/Seoul", "UTC"]);
        assert!(page.has("form") && !page.has("table"));
    }

    #[test]
    fn an_untouched_form_sends_what_a_browser_would() {
        let form = Page::parse(PAGE).form("/incidents");
        let pairs: Vec<_> = form.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let expected = [("csrf", "t0ken"), ("title", ""), ("urgent", "on"), ("zone", "UTC"), ("story", "so\nfar")];
        assert_eq!(pairs, expected);
    }

    #[test]
    fn filling_replaces_and_pressing_adds() {
        let form = Page::parse(PAGE).form("/incidents").fill("title", "Leak").fill("drill", "yes").press("do", "open");
        assert_eq!(
            (form.value("title"), form.value("drill"), form.value("do")),
            (Some("Leak"), Some("yes"), Some("open"))
        );
    }

    #[test]
    #[should_panic(expected = "no field `titel`")]
    fn filling_a_field_that_is_not_there_stops_the_test() {
        let _ = Page::parse(PAGE).form("/incidents").fill("titel", "Leak");
    }
}
