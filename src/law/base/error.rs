//! What can be wrong with a file of law: where, what was expected there, and what to do about it.
//!
//! The files of law that come with the program are proven by its tests; such an error is met by whoever writes a rulebook
//! or a case of their own.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, normalize_untrusted_str};
use std::ops::Range;

/// A file of law that cannot be used. Shown in one line; [`Self::rendered`] shows more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {}{problem}. Hint: {hint}", named(.key))]
pub struct LawError {
    /// The file: relative to its folder of law, or as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The letter in the line at which it begins, from 1.
    pub column: usize,
    /// The key or the name at fault; empty where the whole file is.
    pub key: String,
    /// What is wrong and what was expected.
    pub problem: String,
    /// What to do.
    pub hint: String,
    /// The line itself.
    pub excerpt: Box<Excerpt>,
}

/// A line of a file, and how much of it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line.
    pub text: String,
    /// What is meant, in bytes of the line; what goes on in further lines ends with this one.
    pub marked: Range<usize>,
}

fn named(key: &str) -> String {
    if key.is_empty() { String::new() } else { format!("`{key}`: ") }
}

impl LawError {
    /// An error about a place in a file, which is given in bytes of its text. What is missing at the end is missing on the
    /// last line that has something.
    pub fn at(
        (file, text): (&str, &str),
        span: Range<usize>,
        key: impl Into<String>,
        problem: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        let begin = text.floor_char_boundary(span.start.min(text.trim_end().len()));
        let line_begin = text.get(..begin).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let line = text.get(line_begin..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        // The end of a line may be two letters (CR LF): what is meant there is meant at the end of what one sees.
        let begin = begin.min(line_begin + line.len());
        let before = text.get(..begin).unwrap_or_default();
        let marked = begin - line_begin..line.floor_char_boundary(span.end.max(begin) - line_begin);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_begin..).map_or(0, |part| part.chars().count()) + 1,
            key: key.into(),
            problem: problem.into(),
            hint: hint.into(),
            excerpt: Box::new(Excerpt { text: line.to_owned(), marked }),
        }
    }

    /// The error as a compiler shows one: the place, the line, what is meant in it, and what to do. Plain letters without
    /// colour, several lines, no line break at the end.
    #[must_use]
    pub fn rendered(&self) -> String {
        let Excerpt { text, marked } = &*self.excerpt;
        // A hint may name what an operator wrote; no control letter of it reaches a terminal.
        let hint = normalize_untrusted_str(&self.hint);
        let meant = AnnotationKind::Primary.span(marked.clone());
        let line = Snippet::source(text).line_start(self.line).path(&self.file).annotation(meant);
        let title = Level::ERROR.primary_title(&self.problem).element(line);
        let report = [title.element(Level::HELP.with_name("hint").message(hint))];
        Renderer::plain().decor_style(DecorStyle::Ascii).render(&report)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "title = \"가나\"\r\nwhen = { is = \"intrusoin\" }\nopen = {\n\n";

    fn at(meant: &str, more: usize) -> LawError {
        let begin = TEXT.find(meant).unwrap();
        LawError::at(("x.toml", TEXT), begin..begin + meant.len() + more, "intrusoin", "there is no such fact", "look")
    }

    #[test]
    fn an_error_is_shown_in_one_line_and_as_a_compiler_shows_it() {
        let error = at("\"intrusoin\"", 0);
        assert_eq!(error.to_string(), "x.toml:2:15: `intrusoin`: there is no such fact. Hint: look");
        let shown = [
            "error: there is no such fact",
            " --> x.toml:2:15",
            "  |",
            "2 | when = { is = \"intrusoin\" }",
            "  |               ^^^^^^^^^^^",
            "  |",
            "  = hint: look",
        ];
        assert_eq!(error.rendered(), shown.join("\n"));
    }

    #[test]
    fn columns_count_letters_and_what_goes_on_ends_with_its_line() {
        let korean = at("나", 0);
        assert_eq!((korean.line, korean.column, korean.excerpt.text.as_str()), (1, 11, "title = \"가나\""));
        let long = at("{ is", 60);
        assert_eq!(
            (long.line, long.column, long.excerpt.text.get(long.excerpt.marked.clone()).unwrap()),
            (2, 8, "{ is = \"intrusoin\" }")
        );
    }

    #[test]
    fn at_the_end_of_a_line_of_either_kind_the_column_is_behind_its_last_letter() {
        let (unix, windows) = ("cite = \"Art\nnext = 1", "cite = \"Art\r\nnext = 1");
        for (text, byte, place) in
            [(unix, 11, (1, 12)), (unix, 12, (2, 1)), (windows, 11, (1, 12)), (windows, 12, (1, 12))]
        {
            let error = LawError::at(("x.toml", text), byte..byte, "cite", "not closed", "close it");
            assert_eq!((error.line, error.column), place, "{text:?} at {byte}");
            assert!(error.excerpt.text.get(error.excerpt.marked.clone()).is_some(), "{text:?} at {byte}");
        }
    }

    #[test]
    fn a_hint_brings_no_control_letters_to_a_terminal() {
        let error = LawError::at(("x.toml", "a = 1"), 0..1, "a", "wrong", "did you mean `a\u{1b}[31m`?");
        assert!(!error.rendered().contains('\u{1b}'));
    }

    #[test]
    fn what_is_missing_at_the_end_is_missing_on_the_last_line_that_has_something() {
        let end = LawError::at(("x.toml", TEXT), TEXT.len()..TEXT.len(), "", "unclosed", "close it");
        assert_eq!((end.line, end.column), (3, 9));
        assert_eq!(end.to_string(), "x.toml:3:9: unclosed. Hint: close it");
        assert!(end.rendered().contains("--> x.toml:3:9"), "{}", end.rendered());
        assert_eq!(LawError::at(("x.toml", ""), 0..0, "", "empty", "write").line, 1);
    }
}
