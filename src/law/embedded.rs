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
    "emea.toml"
    "kr.toml"
    "us.toml"
);

/// Rulebooks, in the order in which pages show them.
pub(super) const RULEBOOKS: &[(&str, &str)] = files!("rulebooks":
    "ae/adgm.toml"
    "ae/cbuae.toml"
    "ae/difc.toml"
    "ae/pdpl.toml"
    "ch/fadp.toml"
    "ch/finma.toml"
    "ch/isa.toml"
    "gb/fca-operational-incidents.toml"
    "gb/nis.toml"
    "gb/pecr.toml"
    "gb/uk-gdpr.toml"
    "id/bssn.toml"
    "id/pste.toml"
    "id/uu-pdp.toml"
    "kr/network-act.toml"
    "kr/pipa.toml"
    "sa/pdpl.toml"
    "tr/kvkk.toml"
    "us/arizona.toml"
    "us/bank-36h.toml"
    "us/california.toml"
    "us/circia.toml"
    "us/colorado.toml"
    "us/fcc.toml"
    "us/florida.toml"
    "us/ftc-safeguards.toml"
    "us/hipaa.toml"
    "us/maine.toml"
    "us/maryland.toml"
    "us/ncua.toml"
    "us/new-york.toml"
    "us/nydfs.toml"
    "us/pennsylvania.toml"
    "us/puerto-rico.toml"
    "us/rhode-island.toml"
    "us/sec-8k.toml"
    "us/texas.toml"
    "us/vermont.toml"
    "us/washington.toml"
    "za/cybercrimes.toml"
    "za/financial-joint-notice.toml"
    "za/popia.toml"
);

/// The cases beside the rulebooks.
pub(super) const CASES: &[(&str, &str)] = files!("rulebooks":
    "ae/adgm.cases.toml"
    "ae/cbuae.cases.toml"
    "ae/difc.cases.toml"
    "ae/pdpl.cases.toml"
    "ch/fadp.cases.toml"
    "ch/finma.cases.toml"
    "ch/isa.cases.toml"
    "gb/fca-operational-incidents.cases.toml"
    "gb/nis.cases.toml"
    "gb/pecr.cases.toml"
    "gb/uk-gdpr.cases.toml"
    "id/bssn.cases.toml"
    "id/pste.cases.toml"
    "id/uu-pdp.cases.toml"
    "kr/network-act.cases.toml"
    "kr/pipa.cases.toml"
    "sa/pdpl.cases.toml"
    "tr/kvkk.cases.toml"
    "us/arizona.cases.toml"
    "us/bank-36h.cases.toml"
    "us/california.cases.toml"
    "us/circia.cases.toml"
    "us/colorado.cases.toml"
    "us/fcc.cases.toml"
    "us/florida.cases.toml"
    "us/ftc-safeguards.cases.toml"
    "us/hipaa.cases.toml"
    "us/maine.cases.toml"
    "us/maryland.cases.toml"
    "us/ncua.cases.toml"
    "us/new-york.cases.toml"
    "us/nydfs.cases.toml"
    "us/pennsylvania.cases.toml"
    "us/puerto-rico.cases.toml"
    "us/rhode-island.cases.toml"
    "us/sec-8k.cases.toml"
    "us/texas.cases.toml"
    "us/vermont.cases.toml"
    "us/washington.cases.toml"
    "za/cybercrimes.cases.toml"
    "za/financial-joint-notice.cases.toml"
    "za/popia.cases.toml"
);

/// Forms.
pub(super) const FORMS: &[(&str, &str)] = files!("forms":
    "kr/kisa-incident-report.toml"
    "kr/pipc-leak-report.toml"
);
