//! What every paper must hold, whatever a person typed into it.

use super::{
    html,
    paper::{Block, Field, Paper, Section},
    renderer::Renderer,
    sample, uncovered,
};
use crate::law::words::Lang;
use std::{fs, path::Path, sync::LazyLock, time::Instant};

static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::start().unwrap());

fn pdf(paper: &Paper) -> Vec<u8> {
    RENDERER.pdf_blocking(paper.clone()).unwrap()
}

fn holds(bytes: &[u8], needle: &str) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
}

fn samples() -> Vec<(String, Paper)> {
    let mut all = vec![("kisa".to_owned(), sample::kisa()), ("pipc".to_owned(), sample::pipc())];
    all.extend(Lang::ALL.map(|lang| (format!("report-{}", lang.tag()), sample::report(lang))));
    all
}

/// Leaves the samples where a person can look at them.
#[test]
fn every_sample_becomes_an_archival_tagged_pdf_and_a_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/artefacts/papers");
    fs::create_dir_all(&folder).unwrap();
    for (name, paper) in samples() {
        let bytes = pdf(&paper);
        assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
        for mark in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "/StructTreeRoot", "/FontFile"] {
            assert!(holds(&bytes, mark), "{name} lacks {mark}");
        }
        assert!(holds(&bytes, &format!("/Lang({})", paper.lang.tag())), "{name} names its language");
        assert!(holds(&bytes, "+Pretendard"), "{name} embeds a subset");
        fs::write(folder.join(format!("{name}.pdf")), bytes).unwrap();
        fs::write(folder.join(format!("{name}.html")), html(&paper).unwrap()).unwrap();
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    for (name, paper) in samples() {
        assert!(pdf(&paper) == pdf(&paper), "{name}");
        assert_eq!(html(&paper).unwrap(), html(&paper).unwrap(), "{name}");
    }
}

fn with_text(text: &str) -> Paper {
    let field = Field { label: "라벨".into(), value: text.into(), wide: true, ..Field::default() };
    let blocks = vec![Block::Fields(vec![field]), Block::Paragraph(text.into())];
    Paper { sections: vec![Section { heading: text.into(), second_heading: None, blocks }], ..sample::kisa() }
}

#[test]
fn a_megabyte_of_text_is_set() {
    for text in ["가나다라마바사 ".repeat(45_000), "x".repeat(1_000_000), "침해사고".repeat(80_000)] {
        let before = Instant::now();
        let mut paper = with_text("");
        paper.sections[0].heading = "긴 글".into();
        paper.sections[0].blocks = vec![Block::Paragraph(text)];
        let bytes = pdf(&paper);
        println!("{} bytes of PDF in {:?}", bytes.len(), before.elapsed());
    }
}

#[test]
fn hostile_text_stays_text() {
    for text in [
        "#import \"/data.json\": *",
        "#read(\"/etc/passwd\")",
        "*b* _i_ $x$ `c` @label <b>",
        "<script>alert(1)</script>",
        "]]></style>\"'&",
    ] {
        let paper = with_text(text);
        assert!(pdf(&paper).starts_with(b"%PDF"));
        let page = html(&paper).unwrap();
        assert!(!page.contains("<script"), "{page}");
    }
}

#[test]
fn characters_without_a_glyph_are_named_and_do_not_stop_the_paper() {
    let paper = with_text("불 🔥 ไทย \u{202e}abc\u{0}\u{7}");
    let found = uncovered(&paper);
    assert!(found.iter().any(|item| item.character == '🔥' && item.place == "라벨"), "{found:?}");
    assert!(found.iter().all(|item| !item.character.is_control()));
    assert!(pdf(&paper).starts_with(b"%PDF"));
}
