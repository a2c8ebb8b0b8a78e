//! The fonts of the PDF, in the binary, and the question which characters they can show.
//!
//! Versions, sources and licences are in `fonts/VENDORED.md`. No font of the machine is ever looked at.

use std::sync::LazyLock;
use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

/// The font files, in the order of their index in the font book.
static FILES: [&[u8]; 3] = [
    include_bytes!("fonts/Pretendard-Regular.otf"),
    include_bytes!("fonts/Pretendard-Bold.otf"),
    include_bytes!("fonts/NotoSansKR-Regular.ttf"),
];

/// The parsed fonts.
pub(super) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.into_iter().filter_map(|file| Font::new(Bytes::new(file), 0)).collect());

/// What the typesetter may choose from.
pub(super) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether a character can be shown in both weights: by Pretendard, or by Noto Sans KR behind it.
pub(super) fn covers(character: char) -> bool {
    let has = |font: &Font| font.info().coverage.contains(u32::from(character));
    match FONTS.as_slice() {
        [regular, bold, hanja] => has(hanja) || (has(regular) && has(bold)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{FONTS, covers};

    #[test]
    fn the_three_fonts_are_read() {
        let names: Vec<_> = FONTS.iter().map(|font| font.info().family.as_str()).collect();
        assert_eq!(names, ["Pretendard", "Pretendard", "Noto Sans KR"]);
    }

    #[test]
    fn every_hangul_syllable_and_the_letters_of_the_three_languages_can_be_shown() {
        assert!(('가'..='힣').all(covers));
        assert!((' '..='~').all(covers));
        assert!("「」『』·…–—“”‘’₩■□▲→№①②③㈜℃㎡漢字資料保全ㄱㅎàéñ".chars().all(covers));
    }

    #[test]
    fn an_emoji_and_thai_cannot_be_shown() {
        assert!(!covers('🔥') && !covers('ก') && !covers('☑'));
    }
}
