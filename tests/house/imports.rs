//! Which file of the program imports which, read from the sources: `use` trees and paths in code, re-exports followed to
//! where the name is at home, tests left out. Reads text, no types: a call of a method is no import.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A module by its path below `src`, as `law::base::moment`; the law's package is read as the room `law`.
pub type Module = String;

/// All modules, and who imports whom.
#[derive(Default)]
pub struct Imports {
    sources: BTreeMap<Module, Source>,
    /// Importer and imported, of different files.
    pub arrows: BTreeSet<(Module, Module)>,
}

#[derive(Default)]
struct Source {
    /// Every path that the code names, as written; public re-exports apart.
    named: Vec<Vec<String>>,
    /// Names that are handed on, and where they come from as written.
    handed_on: BTreeMap<String, Vec<String>>,
}

impl Imports {
    /// Of these files: each its path below `src`, and its text.
    pub fn of<'a>(files: impl Iterator<Item = (&'a Path, &'a str)>) -> Self {
        let mut imports = Self::default();
        let mut tests = BTreeSet::new();
        for (path, text) in files {
            let Some(module) = module(path) else { continue };
            tests.extend(test_modules(text).map(|name| join(&module, &name)));
            imports.sources.insert(module, read(&tokens(code(text))));
        }
        let in_tests = |module: &Module| tests.iter().any(|test| module == test || below(module, test));
        imports.sources.retain(|module, _| !in_tests(module));
        let modules: Vec<Module> = imports.sources.keys().cloned().collect();
        for module in &modules {
            for path in &imports.sources[module].named {
                let Some(to) = imports.home(module, path, 0) else { continue };
                if to != *module && !to.is_empty() && to != "law" {
                    imports.arrows.insert((module.clone(), to));
                }
            }
        }
        imports
    }

    /// Every module there is, without the two roots.
    pub fn modules(&self) -> impl Iterator<Item = &Module> {
        self.sources.keys().filter(|module| !module.is_empty() && *module != "law")
    }

    /// The module in which what this path names is at home; none outside the house.
    fn home(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let absolute = self.absolute(from, path)?;
        let known = |length: &usize| self.sources.contains_key(&absolute[..*length].join("::"));
        let length = (0..=absolute.len()).rev().find(known)?;
        let module = absolute[..length].join("::");
        let next = absolute.get(length).and_then(|name| self.sources[&module].handed_on.get(name));
        match next {
            Some(path) if depth < 8 => self.home(&module, path, depth + 1).or(Some(module)),
            _ => Some(module),
        }
    }

    /// The path from `src`, if it begins in the house.
    fn absolute(&self, from: &Module, path: &[String]) -> Option<Vec<String>> {
        let mut here: Vec<String> = from.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let (first, mut rest) = path.split_first()?;
        match first.as_str() {
            "crate" => here.truncate(usize::from(from == "law" || below(from, "law"))),
            "self" => {}
            "super" => {
                here.pop()?;
                while let Some(("super", after)) = rest.split_first().map(|(name, after)| (name.as_str(), after)) {
                    here.pop()?;
                    rest = after;
                }
            }
            name if self.sources.contains_key(&join(from, name)) => here.push(name.to_owned()),
            _ => return None,
        }
        here.extend(rest.iter().cloned());
        Some(here)
    }
}

/// Whether a module lies in a folder of this name.
pub fn below(module: &str, folder: &str) -> bool {
    module.strip_prefix(folder).is_some_and(|rest| rest.starts_with("::"))
}

/// The nodes that lie on a circle of these arrows, circle by circle.
pub fn circles(arrows: &BTreeSet<(String, String)>) -> Vec<Vec<String>> {
    let reach = |from: &String| {
        let mut seen = BTreeSet::new();
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            for (_, to) in arrows.range((node.clone(), String::new())..).take_while(|(importer, _)| importer == node) {
                if seen.insert(to.clone()) {
                    open.push(to);
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = arrows.iter().map(|(from, _)| (from, reach(from))).collect();
    let on_circle: Vec<&String> =
        reached.iter().filter(|(from, to)| to.contains(**from)).map(|(from, _)| *from).collect();
    let mut found: Vec<Vec<String>> = Vec::new();
    for node in on_circle {
        if !found.iter().any(|circle| circle.contains(node)) {
            let circle =
                reached[node].iter().filter(|other| reached.get(other).is_some_and(|back| back.contains(node)));
            found.push(circle.cloned().collect());
        }
    }
    found
}

fn join(module: &str, name: &str) -> Module {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

fn module(path: &Path) -> Option<Module> {
    let mut parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).collect();
    let file = parts.pop()?.strip_suffix(".rs")?;
    match file {
        "mod" | "lib" => {}
        "main" | "build" => return None,
        name => parts.push(name),
    }
    Some(parts.join("::"))
}

/// The modules in files of their own that are compiled for tests only.
fn test_modules(text: &str) -> impl Iterator<Item = String> {
    let pairs = text.lines().zip(text.lines().skip(1));
    pairs.filter(|(mark, _)| mark.trim() == "#[cfg(test)]").filter_map(|(_, line)| {
        let (_, declared) = line.split_once("mod ")?;
        declared.strip_suffix(';').map(str::to_owned)
    })
}

/// The text without comments, and without the tests at its foot.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let lines = text.get(..end).unwrap_or(text).lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Names, `::` and single signs.
fn tokens(code: String) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
        match letter {
            ':' if letters.next_if_eq(&':').is_some() => found.push("::".to_owned()),
            sign if sign.is_whitespace() => {}
            sign => found.push(sign.to_string()),
        }
    }
    found
}

fn read(tokens: &[String]) -> Source {
    let mut source = Source::default();
    let mut depth = 0;
    // The depths at which modules within the file began.
    let mut within = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let before = at.checked_sub(1).map_or("", |before| tokens[before].as_str());
        let is_visibility = before == "in" && tokens[..at].ends_with(&["pub", "(", "in"].map(str::to_owned));
        if token == "{" {
            depth += 1;
            if at >= 2 && tokens[at - 2] == "mod" {
                within.push(depth);
            }
        } else if token == "}" {
            within.pop_if(|began| *began == depth);
            depth -= 1;
        } else if token == "use" {
            let handed_on = before == ")" || before == "pub";
            let mut leaves = Vec::new();
            at = tree(tokens, at + 1, &[], &mut leaves);
            for (path, name) in leaves {
                let path = from_file(path, within.len());
                if handed_on {
                    source.handed_on.insert(name, path);
                } else {
                    source.named.push(path);
                }
            }
        } else if !is_visibility && before != "::" && tokens.get(at + 1).is_some_and(|next| next == "::") {
            let mut path = vec![token.clone()];
            while tokens.get(at + 1).is_some_and(|next| next == "::")
                && tokens.get(at + 2).is_some_and(|next| is_name(next))
            {
                at += 2;
                path.push(tokens[at].clone());
            }
            source.named.push(from_file(path, within.len()));
        }
        at += 1;
    }
    source
}

/// A path as it would be written outside the modules within the file.
fn from_file(mut path: Vec<String>, modules: usize) -> Vec<String> {
    let up = path.iter().take_while(|name| *name == "super").count().min(modules);
    if up > 0 {
        let stays = usize::from(path.get(up).is_none_or(|next| next != "super"));
        path.splice(..up, std::iter::repeat_n("self".to_owned(), stays));
    }
    path
}

fn is_name(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// Reads a `use` tree from here; answers where it ends. A leaf is its path and the name by which it is known.
fn tree(tokens: &[String], mut at: usize, prefix: &[String], leaves: &mut Vec<(Vec<String>, String)>) -> usize {
    let mut path = prefix.to_vec();
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = tree(tokens, at, &path, leaves);
                    at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
                }
                return at + 1;
            }
            "::" | "*" => {}
            "as" => {
                leaves.push((path, tokens[at + 1].clone()));
                return at + 2;
            }
            "self" if !path.is_empty() => {}
            name if is_name(name) => path.push(name.to_owned()),
            _ => break,
        }
        at += 1;
    }
    let name = path.last().cloned().unwrap_or_default();
    leaves.push((path, name));
    at
}
