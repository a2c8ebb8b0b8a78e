//! Build script: checks the interface's texts and turns each into a method of `Text`.
//!
//! The build fails, naming file, key and remedy, when a key is missing in a language, exists twice, uses other
//! variables than the English text, or is written in a way Fluent cannot read. A template that asks for a text that
//! does not exist therefore does not compile. It knows nothing of what the texts mean.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FOLDER: &str = "src/locales";
/// English first: it is the measure for the others.
const LANGUAGES: [&str; 3] = ["en", "ko", "id"];
/// Words that Rust keeps for itself.
const KEYWORDS: &str = "abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static struct super trait true try type typeof unsafe unsized use virtual where while yield";

fn main() -> io::Result<()> {
    let mut problems = Vec::new();
    let mut languages = Vec::new();
    for tag in LANGUAGES {
        languages.push(Language::read(tag, &mut problems)?);
    }
    if let [english, others @ ..] = languages.as_slice() {
        for other in others {
            compare(english, other, &mut problems);
        }
        let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
        fs::write(out.join("texts.rs"), generate(english, &languages))?;
    }
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    Ok(())
}

/// One message of one language.
struct Text {
    file: String,
    source: String,
    /// Variables in the order in which they first appear.
    variables: Vec<String>,
}

/// All messages of one language.
struct Language {
    tag: &'static str,
    files: Vec<PathBuf>,
    texts: BTreeMap<String, Text>,
    order: Vec<String>,
}

impl Language {
    fn read(tag: &'static str, problems: &mut Vec<String>) -> io::Result<Self> {
        let folder = Path::new(FOLDER).join(tag);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<PathBuf> =
            fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        files.retain(|file| file.extension().is_some_and(|extension| extension == "ftl"));
        files.sort();
        let mut language = Self { tag, files, texts: BTreeMap::new(), order: Vec::new() };
        for file in language.files.clone() {
            let source = fs::read_to_string(&file)?;
            language.read_file(&file.display().to_string(), &source, problems);
        }
        Ok(language)
    }

    fn read_file(&mut self, file: &str, source: &str, problems: &mut Vec<String>) {
        let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(rest, errors)| {
            for error in errors {
                let line = source.get(..error.pos.start).map_or(0, |before| before.lines().count().max(1));
                problems
                    .push(format!("{file}:{line}: {}: write `key = text`, continuation lines indented", error.kind));
            }
            rest
        });
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => self.take(file, message, problems),
                Entry::Term(term) => problems.push(format!(
                    "{file}: `-{}` is a term: write the words out, so that each language can inflect them",
                    term.id.name
                )),
                _ => {}
            }
        }
    }

    fn take(&mut self, file: &str, message: &Message<&str>, problems: &mut Vec<String>) {
        let key = message.id.name;
        let mut complain = |what: &str| problems.push(format!("{file}: `{key}` {what}"));
        if !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            complain("is not kebab-case: use small letters, digits and hyphens");
        }
        if KEYWORDS.split(' ').any(|word| word == key) {
            complain("is a word of the Rust language: put the name of its area in front");
        }
        if !message.attributes.is_empty() {
            complain("has attributes: make each a message of its own");
        }
        let Some(value) = &message.value else {
            complain("has no text: write something after `=`");
            return;
        };
        let mut text = Text { file: file.to_owned(), source: String::new(), variables: Vec::new() };
        if let Err(what) = walk(value, &mut text) {
            complain(&what);
        }
        if let Some(earlier) = self.texts.get(key) {
            complain(&format!("exists already in {}: remove or rename one of the two", earlier.file));
        } else {
            self.order.push(key.to_owned());
            self.texts.insert(key.to_owned(), text);
        }
    }
}

fn walk(pattern: &Pattern<&str>, text: &mut Text) -> Result<(), String> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.source.push_str(value),
            PatternElement::Placeable { expression } => walk_expression(expression, text)?,
        }
    }
    Ok(())
}

fn walk_expression(expression: &Expression<&str>, text: &mut Text) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, text),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("selects on something else than a variable: select on `$name`".to_owned());
            };
            text.source.push('{');
            note(id.name, text);
            for variant in variants {
                text.source.push('|');
                walk(&variant.value, text)?;
            }
            text.source.push('}');
            Ok(())
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, text: &mut Text) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            text.source.push_str(value);
            Ok(())
        }
        InlineExpression::VariableReference { id } => {
            let _ = write!(text.source, "{{{}}}", id.name);
            note(id.name, text);
            Ok(())
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, text),
        InlineExpression::FunctionReference { id, .. } => {
            Err(format!("calls {}: format dates and numbers with the methods of `Text` and pass the result", id.name))
        }
        InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
            Err(format!("refers to `{}`: write the words out", id.name))
        }
    }
}

fn note(variable: &str, text: &mut Text) {
    if !text.variables.iter().any(|known| known == variable) {
        text.variables.push(variable.to_owned());
    }
}

fn compare(english: &Language, other: &Language, problems: &mut Vec<String>) {
    for (key, text) in &english.texts {
        let Some(translated) = other.texts.get(key) else {
            let file = text.file.replacen("/en/", &format!("/{}/", other.tag), 1);
            problems.push(format!("{file}: `{key}` is missing: add it (English: {})", text.source.replace('\n', " ")));
            continue;
        };
        let sorted = |text: &Text| {
            let mut names = text.variables.clone();
            names.sort();
            names
        };
        if sorted(text) != sorted(translated) {
            problems.push(format!(
                "{}: `{key}` uses the variables {:?}: use those of the English text, {:?}",
                translated.file, translated.variables, text.variables
            ));
        }
    }
    for (key, text) in &other.texts {
        if !english.texts.contains_key(key) {
            problems.push(format!("{}: `{key}` does not exist in English: add it there or remove it here", text.file));
        }
    }
}

/// Whether a variable is a whole number, on which a text may choose its plural form.
fn is_number(variable: &str) -> bool {
    matches!(variable, "count" | "number") || variable.ends_with("-count")
}

fn generate(english: &Language, languages: &[Language]) -> String {
    let mut code = String::from("impl Text {\n");
    for key in &english.order {
        if let Some(text) = english.texts.get(key) {
            method(&mut code, key, text);
        }
    }
    code.push_str("}\n");
    for language in languages {
        let _ = writeln!(code, "const {}: &[&str] = &[", language.tag.to_uppercase());
        for file in &language.files {
            let path = env::current_dir().unwrap_or_default().join(file);
            let _ = writeln!(code, "    include_str!({:?}),", path.display().to_string());
        }
        code.push_str("];\n");
    }
    let _ = writeln!(code, "#[cfg(test)]\nconst KEYS: &[(&str, &[&str])] = &[");
    for (key, text) in &english.texts {
        let _ = writeln!(code, "    ({key:?}, &{:?}),", text.variables);
    }
    code.push_str("];\n");
    code
}

fn method(code: &mut String, key: &str, text: &Text) {
    let name = key.replace('-', "_");
    let english = text.source.replace('\n', " ").replace('[', "\\[").replace('<', "\\<");
    let _ = writeln!(code, "    /// “{english}”\n    #[must_use]");
    let _ = write!(code, "    pub fn {name}(&self");
    for variable in &text.variables {
        let kind = if is_number(variable) { "impl Given<i64>" } else { "impl std::fmt::Display" };
        let _ = write!(code, ", {}: {kind}", variable.replace('-', "_"));
    }
    if text.variables.is_empty() {
        let _ = writeln!(code, ") -> String {{\n        self.say({key:?}, None)\n    }}");
        return;
    }
    let _ =
        writeln!(code, ") -> String {{\n        let mut given = FluentArgs::with_capacity({});", text.variables.len());
    for variable in &text.variables {
        let value = variable.replace('-', "_");
        let value = if is_number(variable) { format!("{value}.get()") } else { format!("{value}.to_string()") };
        let _ = writeln!(code, "        given.set({variable:?}, {value});");
    }
    let _ = writeln!(code, "        self.say({key:?}, Some(&given))\n    }}");
}
