### Jawaban hukum dalam kata-kata: keadaan, alasan, perhitungan, risiko sanksi, dan yang tercatat.

law-left = sisa { $left }
law-late = terlambat { $late }
law-late-range = terlambat antara { $least } dan { $most }
law-perhaps-overdue = mungkin terlambat: { $since } lewat dari tenggat paling awal, { $left } sebelum tenggat paling akhir
law-overdue = belum disampaikan, terlambat { $late }
law-overdue-range = belum disampaikan, terlambat antara { $least } dan { $most }
law-in-time = tepat waktu, tersisa { $spare }
law-undecided = tidak dapat dipastikan: antara tersisa { $spare } dan terlambat { $late }
law-waiting = belum dilakukan, { $elapsed } sejak mulai
law-done = dilakukan { $elapsed } setelah mulai
law-in-force = berlaku selama { $elapsed }
law-governs = Yang berlaku
law-handed-in = disampaikan
law-handed-in-label = Disampaikan
law-now = sekarang
law-none-of-them = Tidak satu pun
law-count-at-least = sedikitnya { $amount }
law-count-at-most = paling banyak { $amount }
law-count-estimate = sekitar { $amount } (perkiraan)
law-count-estimate-open = { $known }; perkiraan berarti antara setengah dan dua kali angkanya, sehingga hal ini masih terbuka
law-duty-instance = { $duty }: { $what }
law-candidate = { $basis } · { $who }
law-between = antara { $from } dan { $to }
law-by-latest = paling lambat { $moment }; seberapa lebih awal tidak diketahui
law-by-earliest = paling awal { $moment }; seberapa lebih lambat tidak diketahui
law-until-lifted = sampai dicabut
law-at-least-until = sekurang-kurangnya sampai { $moment }
law-in-force-from = undang-undang yang berlaku sejak { $date }
law-clause-always = Tanpa syarat
law-clause-all = Semua ini
law-clause-any = Sedikitnya satu dari ini
law-clause-not = Bukan yang berikut
law-clause-exception = Pengecualian: { $title }
law-clause-is = { $fact }: harus “{ $expected }”; diketahui: { $found }
law-clause-at-least = { $fact }: { $threshold } atau lebih; diketahui: { $found }
law-clause-one-of = { $fact }: salah satu dari { $wanted }; diketahui: { $found }
law-clause-happened = Tercatat: { $trigger }
law-step-starts = Waktu mulai: { $moment }.
law-step-hours = Ditambah { $count } jam, termasuk malam, akhir pekan dan hari libur: { $moment }.
law-step-days = Ditambah { $count } hari penuh setelah hari pertama: { $moment }.
law-step-met = Disampaikan: { $moment }.

duty-cite = { $recipient } · { $cite }
duty-undetermined = Belum dapat dikatakan apakah ini berlaku.
duty-no-start = Tidak ada tenggat yang berjalan untuk ini.
duty-missing = Fakta berikut akan memastikannya:
duty-grounds = { $count ->
    [1] Wajib atas satu dasar: { $grounds }.
    [2] Wajib atas dua dasar: { $grounds }.
    [3] Wajib atas tiga dasar: { $grounds }.
   *[other] Wajib atas { $count } dasar: { $grounds }.
}
duty-question-hour = Pada jam berapa tanggal { $date } hal itu diketahui? Jawabannya menentukan.
duty-question-minute = Pada menit berapa hal itu diketahui ({ $moment })? Jawabannya dapat menentukan.
duty-question-filed = Pada jam berapa disampaikan ({ $moment })? Jawabannya menentukan.
duty-starts = Mulai
duty-start-from = { $moment } · { $origin }
duty-elapsed-awareness = Sejak diketahui
duty-elapsed-start = Sejak mulai
duty-lateness = Terlambat dari tenggat
duty-spare = Sisa sebelum tenggat
duty-scenarios = Menurut setiap saat diketahui
duty-why = Mengapa, dan bagaimana dihitung
duty-arithmetic = Perhitungan
duty-written = Di mana tertulis
duty-version = Dalam versi { $date }; { $checked }.
duty-rulebook = Buka buku aturan
duty-warnings-sent = { $count ->
    [0] Belum ada peringatan terkirim.
   *[other] { $count } peringatan terkirim.
}
duty-warnings-next = Peringatan berikutnya: { $moment } ({ $rung }).
duty-warnings-due = Peringatan harus dikirim sekarang ({ $rung }).
duty-warnings-stopped = Peringatan dihentikan oleh { $who }, { $moment }: { $reason }

exposure-line = { $kind } { $amount }
exposure-threatened = Dapat dikenakan
exposure-perhaps = Mungkin dapat dikenakan
exposure-depends = Bergantung pada apakah kewajiban dipenuhi
exposure-not-yet = Hanya bila terlewat
exposure-either = { $prison }, atau pidana denda { $fine }
exposure-turnover-missing = Omzet tahun sebelumnya belum tercatat, sehingga jumlahnya tidak dapat dihitung.
exposure-caps = Batas sebelum dan sesudahnya
exposure-cap-since = sejak { $from }
exposure-cap-period = { $from } sampai { $until }
exposure-cap-governs = Berlaku di sini
exposure-practice = Terlihat dalam praktik (bukan batas, bukan ramalan)

event-somebody = Seseorang
event-opened = Insiden { $reference } dicatat
event-opened-drill = Simulasi { $reference } dicatat
event-retitled = Judul diubah
event-note = Catatan
event-closed = Insiden ditutup
event-reopened = Insiden dibuka lagi
event-erased = Entri yang isinya telah dihapus ({ $kind })
event-unknown = Entri dari jenis yang lebih baru ({ $kind })
event-fact = { $fact }: { $value }
event-fact-changed = { $fact }: { $value } (sebelumnya: { $before })
event-source = Sumber: { $source }
event-occurred = Waktu kejadian
event-began = mulai { $moment }
event-ended = berakhir { $moment }
event-candidate = Saat diketahui: { $moment }
event-candidate-withdrawn = Waktu mengetahui ditarik kembali: { $moment }
event-who-knew = Yang mengetahui: { $who }
event-evidence = Bukti: { $evidence }
event-occurrence = { $trigger }: { $moment }
event-occurrence-withdrawn = Ditarik: { $what }
event-gap-answered = Jawaban tentang { $place }: { $who }, { $moment }
event-gap-dismissed = Dinilai tidak berkaitan: hukum { $place }
event-gap-withdrawn = Ditarik: yang dikatakan tentang { $place }
event-drafted = Formulir ditulis: { $form }
event-submitted = Diajukan untuk disetujui: { $form }
event-returned = Dikembalikan untuk diperbaiki: { $form }
event-approved = Disetujui: { $form }
event-filed = Disampaikan: { $duty }, { $moment }
event-filed-withdrawn = Catatan penyampaian ditarik: { $duty }
event-receipt = Nomor tanda terima: { $receipt }
event-warned = Peringatan dikirim: { $duty } ({ $rung })
event-questions-asked = Pertanyaan terbuka diajukan: { $questions }, menentukan { $duties } kewajiban
event-warned-to = Kepada { $names }
event-warnings-stopped = Peringatan dihentikan: { $duty }
event-warnings-resumed = Peringatan dilanjutkan: { $duty }
event-reassessed = Buku aturan yang lebih baru menggeser tenggat: { $duty }
event-reassessed-moved = dari { $old } ke { $new }
event-rung-opened = tenggat mulai berjalan
event-rung-due = tenggat tiba
event-rung-waiting = menunggu { $count } hari

event-due-moved = Tenggat bergeser: { $duty }
event-due-ended = Tidak berjalan lagi: { $duty }
event-due-was = Sebelumnya jatuh tempo { $due }
event-due-between = antara { $from } dan { $to }
event-due-safe = { $due }, amannya sebelum { $safe }
event-moved-by-facts = karena: { $facts }
event-moved-by-moments = karena suatu waktu dicatat atau dicabut
event-moved-by-filing = karena catatan tentang yang diserahkan
event-moved-by-answer = karena ada jawaban atas fakta yang berubah
event-moved-by-organisation = karena profil organisasi berubah: { $what }
event-moved-by-law = karena buku aturan atau kalender yang lebih baru
event-reopened-lifted = Peringatan berjalan lagi: { $duties }
event-change-answered = Dijawab, yang berubah setelah diserahkan: { $what }
