//! What each clause and each step has to say in each language; a new one does not compile until it has words here.

use crate::law::counting::{Closed, CountStep};
use crate::law::verdict::{Clause, Step};

/// The row of a table for this clause; a new one does not compile until it has words here.
pub(super) const fn expected(clause: &Clause) -> [&'static str; 3] {
    match clause {
        Clause::Always => ["No condition", "별도의 요건 없음", "Tanpa syarat"],
        Clause::All => ["All of these", "다음 모두", "Semua ini"],
        Clause::Any => ["At least one of these", "다음 중 하나 이상", "Sedikitnya satu dari ini"],
        Clause::Not => ["Not the following", "다음에 해당하지 않을 것", "Bukan yang berikut"],
        Clause::Some { .. } => ["At least 2 of these", "다음 중 2개 이상", "Sedikitnya 2 dari ini"],
        Clause::Is { .. } => {
            ["k: must be “Yes”; known: No", "k: 요건 ‘예’, 현재 ‘아니요’", "k: harus “Ya”; diketahui: Tidak"]
        }
        Clause::AtLeast { .. } => [
            "k: 1,000 or more; known: Not known yet",
            "k: 1,000 이상, 현재 ‘아직 알 수 없음’",
            "k: 1.000 atau lebih; diketahui: Belum diketahui",
        ],
        Clause::MoreThan { .. } => {
            ["k: more than 1,000; known: 5", "k: 1,000 초과, 현재 ‘5’", "k: lebih dari 1.000; diketahui: 5"]
        }
        Clause::OneOf { .. } => [
            "k: any of a and b; known: Not known yet",
            "k: a 및 b 중 하나, 현재 ‘아직 알 수 없음’",
            "k: salah satu dari a dan b; diketahui: Belum diketahui",
        ],
        Clause::CountBy { of: Some(_), .. } => [
            "k, in p: more than 1,000; known: 5",
            "p의 k: 1,000 초과, 현재 ‘5’",
            "k, di p: lebih dari 1.000; diketahui: 5",
        ],
        Clause::CountBy { of: None, .. } => [
            "k, in any one of them: 1,000 or more; known: 5",
            "어느 한 곳의 k: 1,000 이상, 현재 ‘5’",
            "k, di salah satu darinya: 1.000 atau lebih; diketahui: 5",
        ],
        Clause::Share { above: true, .. } => [
            "k: more than 10% of w; known: 5 of 5",
            "k: w의 10% 초과, 현재 ‘5 중 5’",
            "k: lebih dari 10% dari w; diketahui: 5 dari 5",
        ],
        Clause::Share { above: false, .. } => [
            "k: 10% of w or more; known: 5 of 5",
            "k: w의 10% 이상, 현재 ‘5 중 5’",
            "k: 10% dari w atau lebih; diketahui: 5 dari 5",
        ],
        Clause::MoneyAbove { limit: Some(_), .. } => [
            "k: more than KRW 7; known: Not known yet",
            "k: 7원 초과, 현재 ‘아직 알 수 없음’",
            "k: lebih dari KRW 7; diketahui: Belum diketahui",
        ],
        Clause::MoneyAbove { of_turnover: Some(_), .. } => [
            "Turnover of the year before: more than 2% of the turnover of the year before; known: Not known yet",
            "직전 사업연도 매출액: 직전 사업연도 매출액의 2% 초과, 현재 ‘아직 알 수 없음’",
            "Omzet tahun sebelumnya: lebih dari 2% dari omzet tahun sebelumnya; diketahui: Belum diketahui",
        ],
        Clause::MoneyAbove { .. } => [
            "Turnover of the year before: more than Not known yet; known: Not known yet",
            "직전 사업연도 매출액: 아직 알 수 없음 초과, 현재 ‘아직 알 수 없음’",
            "Omzet tahun sebelumnya: lebih dari Belum diketahui; diketahui: Belum diketahui",
        ],
        Clause::Filed { .. } => ["Handed in: d", "이행 여부: d", "Telah disampaikan: d"],
        Clause::Met { .. } => ["Met in time: d", "기한 내 이행 여부: d", "Dipenuhi tepat waktu: d"],
        Clause::Applies { .. } => ["Applies: d", "적용 여부: d", "Berlaku: d"],
        Clause::NoticeTo { .. } => [
            "Another act asks for notice to: Persons concerned",
            "다른 법령에 따른 통지·신고 의무(상대방: 정보주체)",
            "Undang-undang lain meminta pemberitahuan kepada: Subjek data",
        ],
        Clause::Later { .. } => [
            "now is more than 24 h after Not known yet",
            "아직 알 수 없음부터 24시간을 넘은 뒤인지 여부: now",
            "now lebih dari 24 jam setelah Belum diketahui",
        ],
        Clause::Happened { .. } => ["Recorded: t", "기록 여부: t", "Tercatat: t"],
    }
}

/// The same for a step.
pub(super) const fn expected_step(step: &Step) -> [&'static str; 3] {
    match step {
        Step::Starts { .. } => ["The clock starts: now.", "기산점: now.", "Waktu mulai: now."],
        Step::AddHours { .. } => [
            "Plus 24 h, nights, weekends and holidays included: now.",
            "24시간을 더함(야간·주말·공휴일 포함): now.",
            "Ditambah 24 jam, termasuk malam, akhir pekan dan hari libur: now.",
        ],
        Step::AddDays { .. } => [
            "Plus 3 full days after the first: now.",
            "첫날 다음 날부터 만 3일을 더함: now.",
            "Ditambah 3 hari penuh setelah hari pertama: now.",
        ],
        Step::Add { .. } => ["Plus one month: now.", "더하는 기간 1개월: now.", "Ditambah satu bulan: now."],
        Step::Limb { governs: true, .. } => [
            "Counted from its own start, now: Not known yet.",
            "기산점(now)부터 계산: 아직 알 수 없음.",
            "Dihitung dari saat mulainya sendiri, now: Belum diketahui.",
        ],
        Step::Limb { governs: false, .. } => [
            "Counted from its own start, now: Not known yet; another limit decides.",
            "기산점(now)부터 계산: 아직 알 수 없음. 다른 기한이 적용됨.",
            "Dihitung dari saat mulainya sendiri, now: Belum diketahui; batas lain yang menentukan.",
        ],
        Step::LimbAwaits { .. } => [
            "Not there yet, so it does not count yet: the begin of the incident.",
            "아직 발생하지 않아 산입하지 않음: 사고 발생 시점.",
            "Belum ada, sehingga belum dihitung: mulainya insiden.",
        ],
        Step::Moved { .. } => ["why New limit: now.", "why 새 기한: now.", "why Batas baru: now."],
        Step::ClockOfPlace { .. } => [
            "Days end on the clock of Europe/Berlin, where it is filed: a reading of w. Where the organisation's own clock ends earlier, that is the safe deadline.",
            "신고지 Europe/Berlin 시각으로 날이 끝남. 근거 w에 대한 해석이며, 조직의 시각이 먼저 끝나면 그때를 안전 기한으로 함.",
            "Hari berakhir menurut jam Europe/Berlin, tempat penyampaian: tafsiran atas w. Bila jam organisasi sendiri berakhir lebih awal, itulah batas aman.",
        ],
        Step::ClockUnknown { .. } => [
            "k is not known: days end on the organisation's own clock (Asia/Seoul), and the safe deadline is the earliest of all clocks that may count.",
            "확인되지 않은 사항 k: 조직의 시각(Asia/Seoul)으로 날이 끝나는 것으로 보고, 적용될 수 있는 시각 중 가장 이른 때를 안전 기한으로 함.",
            "k tidak diketahui: hari berakhir menurut jam organisasi sendiri (Asia/Seoul), dan batas aman adalah yang paling awal dari semua jam yang mungkin berlaku.",
        ],
        Step::PlaceUnknown { .. } => [
            "k is not known, so no public holiday was taken into account.",
            "확인되지 않은 사항 k: 공휴일을 반영하지 않음.",
            "k tidak diketahui, jadi hari libur tidak diperhitungkan.",
        ],
        Step::Flawed { .. } => [
            "Handed in now, but to a body to which it is not owed: this does not meet the duty.",
            "now 제출, 다만 제출 대상이 아닌 기관에 제출함: 의무를 이행한 것으로 보지 않습니다.",
            "Disampaikan now, tetapi kepada badan yang bukan tujuannya: ini tidak memenuhi kewajiban.",
        ],
        Step::BeforeStart { .. } => [
            "Handed in now, before the duty began (now): not counted until somebody confirms that it was so.",
            "now 제출, 의무가 시작된 때(now)보다 앞섬: 사실임을 확인하기 전에는 이행으로 보지 않습니다.",
            "Disampaikan now, sebelum kewajiban mulai (now): tidak dihitung sampai ada yang menegaskan bahwa memang demikian.",
        ],
        Step::MetByOccurrence { .. } => ["Met by: o, now.", "이행: o, now.", "Dipenuhi oleh: o, now."],
        Step::Met { .. } => ["Handed in: now.", "이행: now.", "Disampaikan: now."],
        Step::Counted { of } => expected_count(of),
    }
}

/// The same for a step of counting.
pub(super) const fn expected_count(step: &CountStep) -> [&'static str; 3] {
    match step {
        CountStep::Starts { .. } => ["The clock starts: now.", "기산점: now.", "Waktu mulai: now."],
        CountStep::HourExcluded { .. } => [
            "The hour of the event does not count; counting begins at now.",
            "사건이 발생한 시간은 산입하지 않음. 기산: now.",
            "Jam kejadian tidak dihitung; penghitungan mulai now.",
        ],
        CountStep::HoursAdded { .. } => [
            "Plus 24 h, nights, weekends and holidays included: now.",
            "24시간을 더함(야간·주말·공휴일 포함): now.",
            "Ditambah 24 jam, termasuk malam, akhir pekan dan hari libur: now.",
        ],
        CountStep::DayOne { .. } => ["Day 1 is the 18th.", "제1일: the 18th.", "Hari ke-1 adalah the 18th."],
        CountStep::Skipped { why: Closed::Weekend, .. } => {
            ["the 18th does not count (weekend).", "the 18th 불산입(주말).", "the 18th tidak dihitung (akhir pekan)."]
        }
        CountStep::Skipped { why: Closed::Holiday { .. }, .. } => {
            ["the 18th does not count (H).", "the 18th 불산입(H).", "the 18th tidak dihitung (H)."]
        }
        CountStep::FurtherSkipped { .. } => [
            "Further closed days that do not count: 9.",
            "그 밖에 산입하지 않은 휴무일: 9일.",
            "Hari tutup lain yang tidak dihitung: 9.",
        ],
        CountStep::Clamped { .. } => [
            "The month has no day 31: its last day, the 18th, stands for it.",
            "해당 월에 31일이 없으므로 그 달의 말일에 만료: the 18th.",
            "Bulan itu tidak memiliki tanggal 31: hari terakhirnya, the 18th, menggantikannya.",
        ],
        CountStep::YearEnds { .. } => [
            "The calendar year ends on the 18th.",
            "해당 연도의 말일: the 18th.",
            "Tahun kalender berakhir pada the 18th.",
        ],
        CountStep::LastDay { .. } => [
            "The last day is the 18th; it ends at now.",
            "말일: the 18th, 만료: now.",
            "Hari terakhir the 18th; berakhir now.",
        ],
        CountStep::Closes { .. } => [
            "The recipient's day ends at 17:30 (America/New York): now.",
            "상대방의 접수일은 17:30(America/New York)에 마감: now.",
            "Hari penerima berakhir pukul 17:30 (America/New York): now.",
        ],
        CountStep::TwoWorkingDays { .. } => [
            "Lengthened to hold two working days: it ends at now.",
            "2영업일이 포함되도록 연장: 만료 now.",
            "Diperpanjang agar memuat dua hari kerja: berakhir now.",
        ],
        CountStep::Rolled { .. } => [
            "the 18th is closed (H, announced year by year): it ends at now.",
            "휴무일 the 18th(H(매년 공고)): 만료 now.",
            "the 18th tutup (H, diumumkan setiap tahun): berakhir now.",
        ],
        CountStep::NotAnnounced { .. } => [
            "The holidays on and after the 18th were not announced yet when the calendar c was written: those counted from here on are expected only.",
            "달력 c 작성 당시 the 18th 이후의 공휴일이 공고되지 않아 이후는 예상 공휴일만 반영함.",
            "Hari libur mulai the 18th belum diumumkan saat kalender c ditulis: yang dihitung sejak itu baru perkiraan.",
        ],
        CountStep::CalendarEnds { .. } => [
            "The calendar c does not cover the 18th: from there on only weekends were skipped.",
            "달력 c에 the 18th 이후가 없어 그때부터 주말만 제외함.",
            "Kalender c tidak mencakup the 18th: sejak itu hanya akhir pekan yang dilewati.",
        ],
    }
}
