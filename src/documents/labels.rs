//! The few words the layouts themselves say, in the three languages. A missing word does not compile.

use super::paper::Gap;
use crate::law::base::words::Lang;
use serde::Serialize;
use std::borrow::Borrow;

/// The words of one language.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Labels {
    pub(super) reference: &'static str,
    pub(super) issued: &'static str,
    pub(super) organisation: &'static str,
    pub(super) missing: &'static str,
    pub(super) unstated: &'static str,
    pub(super) unrecorded: &'static str,
    pub(super) for_authority: &'static str,
    pub(super) signature: &'static str,
    pub(super) fingerprint: &'static str,
    pub(super) notice: &'static str,
    pub(super) warning: &'static str,
    pub(super) ticked: &'static str,
    pub(super) not_ticked: &'static str,
    pub(super) unshown: &'static str,
    pub(super) unshown_text: &'static str,
}

const EN: Labels = Labels {
    reference: "Document no.",
    issued: "Issued",
    organisation: "Organisation",
    missing: "not known yet",
    unstated: "not stated",
    unrecorded: "no record",
    for_authority: "completed by the receiving authority",
    signature: "signature or seal",
    fingerprint: "Fingerprint of the content (SHA-256)",
    notice: "Note",
    warning: "Important",
    ticked: "selected",
    not_ticked: "not selected",
    unshown: "About characters in this document",
    unshown_text: "The fonts of this document lack some characters. Each is printed as its code in square brackets:",
};

const KO: Labels = Labels {
    reference: "문서번호",
    issued: "작성일시",
    organisation: "기업(기관)명",
    missing: "확인 중",
    unstated: "기재하지 않음",
    unrecorded: "기록 없음",
    for_authority: "접수기관 기재란",
    signature: "서명 또는 인",
    fingerprint: "문서 내용 식별값(SHA-256)",
    notice: "참고",
    warning: "주의",
    ticked: "선택",
    not_ticked: "선택 안 함",
    unshown: "이 문서의 문자 표시에 관하여",
    unshown_text: "이 문서의 글꼴로 표시할 수 없는 문자는 대괄호 안의 문자 코드로 나타내었습니다.",
};

const ID: Labels = Labels {
    reference: "No. dokumen",
    issued: "Diterbitkan",
    organisation: "Organisasi",
    missing: "belum diketahui",
    unstated: "tidak diisi",
    unrecorded: "tidak ada catatan",
    for_authority: "diisi oleh otoritas penerima",
    signature: "tanda tangan atau cap",
    fingerprint: "Nilai hash isi dokumen (SHA-256)",
    notice: "Catatan",
    warning: "Penting",
    ticked: "dipilih",
    not_ticked: "tidak dipilih",
    unshown: "Tentang karakter dalam dokumen ini",
    unshown_text: "Beberapa karakter tidak tersedia dalam huruf dokumen ini dan dicetak sebagai kodenya dalam kurung siku:",
};

impl Labels {
    /// What is said of a missing value.
    pub(super) fn gap(&self, gap: impl Borrow<Gap>) -> &'static str {
        match gap.borrow() {
            Gap::Missing => self.missing,
            Gap::Unstated => self.unstated,
            Gap::Unrecorded => self.unrecorded,
        }
    }
}

/// The words of a language.
pub(super) const fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::En => &EN,
        Lang::Ko => &KO,
        Lang::Id => &ID,
    }
}
