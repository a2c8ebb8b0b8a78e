//! The files of law that are compiled into the program, one line each; a test finds a file that is missing here.

/// A list of files with their texts, by path below the folder.
macro_rules! files {
    ($folder:literal: $($path:literal)*) => {
        &[$(($path, include_str!(concat!($folder, "/", $path)))),*]
    };
}

/// Facts and triggers. The order is that of pages, within each group of facts.
pub(super) const VOCABULARY: &[(&str, &str)] = files!("vocabulary":
    "core.toml"
    "eu.toml"
    "kr.toml"
);

/// Rulebooks, in the order in which pages show them.
pub(super) const RULEBOOKS: &[(&str, &str)] = files!("rulebooks":
    "eu/cra.toml"
    "eu/dora.toml"
    "eu/eprivacy.toml"
    "eu/gdpr.toml"
    "eu/nis2.toml"
    "kr/network-act.toml"
    "kr/pipa.toml"
);

/// The cases beside the rulebooks.
pub(super) const CASES: &[(&str, &str)] = files!("rulebooks":
    "eu/cra.cases.toml"
    "eu/dora.cases.toml"
    "eu/eprivacy.cases.toml"
    "eu/gdpr.cases.toml"
    "eu/nis2.cases.toml"
    "kr/network-act.cases.toml"
    "kr/pipa.cases.toml"
);

/// Forms.
pub(super) const FORMS: &[(&str, &str)] = files!("forms":
    "kr/kisa-incident-report.toml"
    "kr/pipc-leak-report.toml"
);
