//! The few words the layouts themselves say, in the three languages. A missing word does not compile.

use crate::law::base::words::Lang;
use serde::Serialize;

/// The words of one language.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Labels {
    pub(super) reference: &'static str,
    pub(super) issued: &'static str,
    pub(super) organisation: &'static str,
    pub(super) missing: &'static str,
    pub(super) for_authority: &'static str,
    pub(super) signature: &'static str,
    pub(super) addressee_after: &'static str,
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
    for_authority: "completed by the receiving authority",
    signature: "signature or seal",
    addressee_after: "",
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
    organisation: "기관명",
    missing: "미확인",
    for_authority: "접수기관 기재란",
    signature: "서명 또는 인",
    addressee_after: "귀중",
    fingerprint: "문서 내용 식별값(SHA-256)",
    notice: "참고",
    warning: "중요",
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
    for_authority: "diisi oleh otoritas penerima",
    signature: "tanda tangan atau cap",
    addressee_after: "",
    fingerprint: "Sidik isi dokumen (SHA-256)",
    notice: "Catatan",
    warning: "Penting",
    ticked: "dipilih",
    not_ticked: "tidak dipilih",
    unshown: "Tentang karakter dalam dokumen ini",
    unshown_text: "Beberapa karakter tidak tersedia dalam huruf dokumen ini dan dicetak sebagai kodenya dalam kurung siku:",
};

/// The words of a language.
pub(super) const fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::En => &EN,
        Lang::Ko => &KO,
        Lang::Id => &ID,
    }
}
