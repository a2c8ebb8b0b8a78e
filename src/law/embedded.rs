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
    "asia.toml"
    "kr.toml"
    "kr-sectors.toml"
);

/// Rulebooks, in the order in which pages show them.
pub(super) const RULEBOOKS: &[(&str, &str)] = files!("rulebooks":
    "cn/data-security.toml"
    "cn/incident-measures.toml"
    "cn/network-data.toml"
    "cn/pipl.toml"
    "hk/pcicso.toml"
    "hk/pdpo.toml"
    "in/cert-in.toml"
    "in/dpdp.toml"
    "kr/cloud.toml"
    "kr/credit-information.toml"
    "kr/critical-infrastructure.toml"
    "kr/electronic-finance.toml"
    "kr/medical.toml"
    "kr/network-act.toml"
    "kr/pipa.toml"
    "my/pdpa.toml"
    "ph/dpa.toml"
    "th/pdpa.toml"
    "tw/pdpa.toml"
    "vn/pdpl.toml"
);

/// The cases beside the rulebooks.
pub(super) const CASES: &[(&str, &str)] = files!("rulebooks":
    "cn/data-security.cases.toml"
    "cn/incident-measures.cases.toml"
    "cn/network-data.cases.toml"
    "cn/pipl.cases.toml"
    "hk/pcicso.cases.toml"
    "hk/pdpo.cases.toml"
    "in/cert-in.cases.toml"
    "in/dpdp.cases.toml"
    "kr/cloud.cases.toml"
    "kr/credit-information.cases.toml"
    "kr/critical-infrastructure.cases.toml"
    "kr/electronic-finance.cases.toml"
    "kr/medical.cases.toml"
    "kr/network-act.cases.toml"
    "kr/pipa.cases.toml"
    "my/pdpa.cases.toml"
    "ph/dpa.cases.toml"
    "th/pdpa.cases.toml"
    "tw/pdpa.cases.toml"
    "vn/pdpl.cases.toml"
);

/// Forms.
pub(super) const FORMS: &[(&str, &str)] = files!("forms":
    "kr/kisa-incident-report.toml"
    "kr/pipc-leak-report.toml"
);
