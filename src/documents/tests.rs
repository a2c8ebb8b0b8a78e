//! What every paper must hold, whatever a person typed into it.

use super::{
    error::PaperError,
    html,
    paper::{Block, Field, Layout, Paper, Section, Table},
    renderer::Renderer,
    sample, uncovered,
};
use crate::law::base::words::Lang;
use std::{fs, path::Path, sync::LazyLock};

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

fn paragraph(text: String) -> Paper {
    let section = Section { heading: "긴 글".into(), second_heading: None, blocks: vec![Block::Paragraph(text)] };
    Paper { sections: vec![section], ..sample::kisa() }
}

/// The typesetter is slow in a debug build: the sizes here show that the time grows with the text, not with its square.
#[test]
fn a_long_text_is_set_with_and_without_spaces() {
    for text in ["가나다라마바사 ".repeat(3_000), "x".repeat(60_000), "침해사고".repeat(5_000), "\n".repeat(9_000)]
    {
        assert!(pdf(&paragraph(text)).starts_with(b"%PDF"));
    }
}

#[test]
fn more_text_than_a_document_may_carry_is_refused_with_its_size() {
    let error = RENDERER.pdf_blocking(paragraph("x".repeat(5_000_000))).unwrap_err();
    assert!(matches!(error, PaperError::TooLarge { bytes, limit } if bytes > limit), "{error}");
}

#[test]
fn hostile_text_stays_text() {
    let hostile = [
        "#import \"/data.json\": *",
        "#read(\"/etc/passwd\") #panic()",
        "*b* _i_ $x$ `c` @label <b> = h",
        "<script>alert(1)</script>",
        "]]></style>\"'&{{ paper }}",
        "\\u{41} \\ // /* -->",
    ];
    for text in hostile {
        let everywhere = replaced(sample::report(Lang::En), text);
        for paper in [with_text(text), everywhere, replaced(sample::kisa(), text)] {
            assert!(pdf(&paper).starts_with(b"%PDF"), "{text}");
            let page = html(&paper).unwrap();
            assert!(!page.contains("<script") && !page.contains("]]></style>"), "{page}");
            assert_eq!(page.matches("</style>").count(), 1);
        }
    }
}

/// Every text of the paper replaced by one.
fn replaced(mut paper: Paper, text: &str) -> Paper {
    paper.texts(&mut |_, old| text.clone_into(old));
    paper
}

#[test]
fn hostile_text_is_printed_as_it_was_typed() {
    let page = scraper::Html::parse_document(&html(&with_text("<b>&amp;</b> {{ x }}")).unwrap());
    let text: String = page.root_element().text().collect();
    assert!(text.contains("<b>&amp;</b> {{ x }}"), "{text}");
}

#[test]
fn characters_without_a_glyph_are_named_and_do_not_stop_the_paper() {
    let paper = with_text("불 🔥 ไทย \u{202e}abc\u{0}\u{7} \u{e000}");
    let found = uncovered(&paper);
    for character in ['🔥', 'ไ', '\u{202e}', '\u{e000}'] {
        assert!(found.iter().any(|item| item.character == character && item.place == "라벨"), "{found:?}");
    }
    assert!(found.iter().all(|item| !item.character.is_control()));
    assert!(pdf(&paper).starts_with(b"%PDF"));
}

#[test]
fn no_copy_of_a_paper_turns_the_reading_direction_round() {
    let page = html(&with_text("\u{202e}EVIL\u{202c} \u{2067}1\u{2069}")).unwrap();
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!page.contains(turns) && page.contains("[U+202E]EVIL[U+202C]"), "{page}");
}

#[test]
fn a_paper_that_the_fonts_can_show_names_no_character() {
    for (name, paper) in samples() {
        assert_eq!(uncovered(&paper), Vec::new(), "{name}");
    }
}

#[test]
fn an_empty_paper_and_a_ragged_table_are_set() {
    let table = Table {
        head: vec!["a".into(), "b".into()],
        rows: vec![vec!["1".into()], vec!["1".into(); 3]],
        ..Table::default()
    };
    let blocks = vec![
        Block::Table(table),
        Block::Table(Table::default()),
        Block::Timeline(Vec::new()),
        Block::Checks(Vec::new()),
        Block::Fields(Vec::new()),
    ];
    for layout in [Layout::Form, Layout::Report] {
        let sections = vec![Section { heading: "x".into(), second_heading: None, blocks: blocks.clone() }];
        let paper = Paper { layout, sections, closing: None, receipt: Vec::new(), second: None, ..sample::pipc() };
        assert!(pdf(&paper).starts_with(b"%PDF"));
        assert!(html(&paper).unwrap().contains("<td></td>"));
        assert!(pdf(&replaced(paper, " ")).starts_with(b"%PDF"));
    }
}

#[test]
fn one_changed_letter_changes_the_digest_and_the_printed_digest_does_not() {
    let paper = sample::kisa();
    let printed = Paper { fingerprint: None, ..paper.clone() };
    let changed = Paper { reference: "2025-0001-F2".into(), ..paper.clone() };
    assert_eq!(paper.digest().unwrap(), printed.digest().unwrap());
    assert_ne!(paper.digest().unwrap(), changed.digest().unwrap());
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    for (name, paper) in samples() {
        let page = html(&paper).unwrap().replace("url(data:font/woff2;base64,", "");
        for forbidden in ["<script", "http:", "https:", "src=", "url(", "@import", "<link"] {
            assert!(!page.contains(forbidden), "{name} holds {forbidden}");
        }
        assert!(page.contains(&format!("<html lang=\"{}\">", paper.lang.tag())), "{name}");
    }
}
