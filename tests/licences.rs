//! What the program is built from may be given away with it: every dependency's licence is on the list in `deny.toml`,
//! which cargo-deny reads as well, and weaker terms (MPL) are let in only where nothing is shipped.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::support::programs;

/// May be used to test it, besides.
const TESTS_ONLY: [&str; 1] = ["MPL-2.0"];

/// What this build was made with.
const FEATURES: &str = if cfg!(feature = "postgres-tls") { "full" } else { "default" };

/// The part of `deny.toml` that is read here.
#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    /// May be part of the program.
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
    root: String,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

/// The whole dependency tree for this machine's kind, development dependencies included.
fn metadata() -> Metadata {
    let cargo = env!("CARGO");
    let about = programs::run(Command::new(cargo).args(["--version", "--verbose"]));
    let about = String::from_utf8(about.stdout).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).expect("the host's name");
    let arguments = ["metadata", "--offline", "--locked", "--format-version", "1", "--features", FEATURES];
    let arguments = arguments.into_iter().chain(["--filter-platform", host]);
    let output = programs::run(Command::new(cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")));
    serde_json::from_slice(&output.stdout).expect("cargo's metadata")
}

/// The ids of all that the program is built from, itself included: everything but what only tests reach.
fn shipped(resolve: &Resolve) -> HashSet<&str> {
    let nodes: HashMap<&str, &Node> = resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let mut reached = HashSet::new();
    let mut next = vec![resolve.root.as_str()];
    while let Some(id) = next.pop() {
        if reached.insert(id) {
            let built = |edge: &&Edge| edge.dep_kinds.iter().any(|kind| kind.kind.as_deref() != Some("dev"));
            next.extend(nodes[id].deps.iter().filter(built).map(|edge| edge.pkg.as_str()));
        }
    }
    reached
}

/// Whether a licence expression can be satisfied by licences of the list: any side of an `OR`, both of an `AND`.
fn permitted(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    either(&mut words, allowed) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(words: &mut Words<'_>, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut answer = both(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        answer |= both(words, allowed);
    }
    answer
}

fn both(words: &mut Words<'_>, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut answer = single(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        answer &= single(words, allowed);
    }
    answer
}

fn single(words: &mut Words<'_>, allowed: &dyn Fn(&str) -> bool) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let answer = either(words, allowed);
        return answer && words.next() == Some(")");
    }
    let answer = words.next().is_some_and(allowed);
    // An exception only ever adds permission.
    if words.next_if_eq(&"WITH").is_some() {
        words.next();
    }
    answer
}

fn rules() -> Rules {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    toml::from_str(&std::fs::read_to_string(file).unwrap()).expect("a list of licences")
}

#[test]
fn every_dependency_may_be_given_away_with_the_program() {
    let (metadata, rules) = (metadata(), rules());
    let shipped = shipped(&metadata.resolve);
    let used: HashSet<&str> = metadata.resolve.nodes.iter().map(|node| node.id.as_str()).collect();
    assert!(used.len() > shipped.len() && shipped.len() > 100, "{} of {}", shipped.len(), used.len());

    let refused: Vec<String> = metadata
        .packages
        .iter()
        .filter(|package| used.contains(package.id.as_str()))
        .filter(|package| {
            let ships = shipped.contains(package.id.as_str());
            let allowed =
                |id: &str| rules.licenses.allow.iter().any(|known| known == id) || (!ships && TESTS_ONLY.contains(&id));
            !permitted(package.license.as_deref().unwrap_or_default(), &allowed)
        })
        .map(|package| {
            format!("{} {}: {}", package.name, package.version, package.license.as_deref().unwrap_or("none"))
        })
        .collect();
    assert_eq!(refused, Vec::<String>::new());
}

#[test]
fn a_licence_expression_is_read_by_its_logic() {
    let mit = |id: &str| id == "MIT";
    for good in ["MIT", "GPL-3.0 OR MIT", "MIT/Apache-2.0", "(MIT OR GPL-3.0) AND MIT", "MIT WITH exception"] {
        assert!(permitted(good, &mit), "{good}");
    }
    for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR ISC) AND GPL-3.0", "MIT MIT", "(MIT"] {
        assert!(!permitted(bad, &mit), "{bad}");
    }
}

#[test]
fn the_list_of_what_a_release_is_built_from_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sbom.json");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/sbom");
    programs::run(Command::new("bash").arg(script).arg(&file).arg(FEATURES).env("CARGO_NET_OFFLINE", "true"));
    let list: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let named = |entry: &serde_json::Value| {
        assert!(entry["licenses"][0]["expression"].is_string() && entry["purl"].is_string(), "{entry}");
        format!("{} {}", entry["name"].as_str().unwrap(), entry["version"].as_str().unwrap())
    };
    let listed: HashSet<String> = list["components"].as_array().unwrap().iter().map(named).collect();

    let metadata = metadata();
    let shipped = shipped(&metadata.resolve);
    let expected = metadata.packages.iter().filter(|one| shipped.contains(one.id.as_str()));
    let expected = expected.filter(|one| one.id != metadata.resolve.root);
    let expected: HashSet<String> = expected.map(|one| format!("{} {}", one.name, one.version)).collect();
    assert_eq!(listed, expected);
}
