### Dokumen: formulir dan laporan insiden, sebagai PDF dan HTML.

## Nilai

paper-met = { $duty }: { $moment }

## Sanksi

paper-prison-years = penjara paling lama { $count } tahun
paper-prison-months = penjara paling lama { $count } bulan

## Formulir

paper-banner-drill = SIMULASI
paper-banner-draft = KONSEP
paper-banner-submitted = MENUNGGU PERSETUJUAN
paper-receipt-number = No. tanda terima
paper-receipt-moment = Diterima pada
paper-form-footer = { $title } · { $reference } · fakta sampai catatan { $number } pada insiden ini
paper-approval = Persetujuan
paper-submitted = Diajukan oleh
paper-approved = Disetujui oleh
paper-by-at = { $person }, { $moment }
paper-note-draft = Ini konsep. Belum disetujui dan tidak boleh disampaikan.
paper-note-submitted = Diajukan untuk disetujui oleh { $person } pada { $moment }. Belum disetujui dan tidak boleh disampaikan.
paper-follows = Laporan pertama
paper-first-handed-in = Disampaikan
paper-first-receipt = Nomor penerimaan
paper-changes = Berubah sejak versi terakhir yang disampaikan
paper-changes-unknown = Versi terakhir yang disampaikan tidak dibuat dengan formulir ini di sini, jadi perubahannya tidak dapat didaftar.
paper-changes-none = Tidak ada isian yang berbeda dari versi terakhir yang disampaikan.
paper-changed-field = Isian
paper-changed-before = Seperti disampaikan
paper-changed-now = Sekarang
paper-handed-in = Disampaikan
paper-handed-in-by = { $moment } · { $channel }
paper-statement = Dengan ini hal di atas dilaporkan berdasarkan { $cite }.
paper-statement-bare = Dengan ini hal di atas dilaporkan.

## Laporan insiden

report-title = Laporan keadaan insiden
report-footer = { $reference } · keadaan per { $moment }
report-recorded = dicatat oleh { $person }, { $moment }
report-recorded-by = dicatat oleh { $person }
report-organisation = Organisasi
report-organisation-name = Nama
report-registration = No. registrasi usaha
report-address = Alamat
report-sector = Bidang usaha
report-size = Kelas ukuran
report-reporter = Pelapor
report-ciso = Pejabat utama keamanan informasi (CISO)
report-cpo = Pejabat utama pelindungan data pribadi (CPO)
report-incident = Insiden
report-incident-title = Apa yang terjadi
report-reference = Nomor insiden
report-state = Status
report-state-open = Terbuka
report-state-closed = Ditutup
report-began = Mulai terjadi
report-ended = Berakhir
report-opened = Pertama dicatat
report-drill-note = Ini simulasi. Tidak ada yang benar-benar terjadi, dan tidak ada yang wajib dilaporkan karenanya.
report-facts = Yang diketahui
report-facts-caption = Fakta yang tercatat per { $moment }
report-facts-none = Belum ada fakta yang dicatat.
report-fact = Fakta
report-value = Yang diketahui
report-since = Diketahui sejak
report-since-latest = paling lambat { $moment }
report-source = Sumber
report-awareness = Waktu mengetahui
report-awareness-none = Belum ada saat diketahui yang dicatat.
report-moment = Waktu
report-basis = Dasar
report-aware-of = Mengetahui tentang
report-who-knew = Siapa yang tahu, bukti
report-weight = Bobot
report-governs = menentukan
report-aside = tercatat, tidak menentukan
report-withdrawn = ditarik: { $reason }
report-clocks = Kewajiban dan tenggatnya
report-clocks-caption = Kewajiban yang timbul dari fakta, menurut saat yang menentukan
report-clocks-none = Menurut peraturan dalam pustaka ini tidak ada kewajiban yang berjalan.
report-duty = Kewajiban
report-article = Pasal
report-filed = Disampaikan
report-standing = Status
report-not-filed = tidak ada catatan
report-in-force = masih berlaku (kewajiban berkelanjutan)
report-undetermined = Belum dapat ditentukan: fakta belum menunjukkan apakah kewajiban ini berlaku.
report-open-duties = Belum dapat dikatakan apakah kewajiban berikut berlaku:
    { $duties }
report-scenarios = Tenggat yang sama menurut saat lain
report-scenarios-caption = Status setiap kewajiban seandainya saat lain yang tercatat menentukan
report-why = Mengapa tidak menentukan
report-filings = Yang telah disampaikan
report-filings-none = Belum ada yang disampaikan.
report-channel = Saluran
report-receipt = Nomor tanda terima
report-no-receipt = tidak dicatat
report-remark = Keterangan
report-ceilings = Sanksi bila dilanggar
report-ceilings-caption = Batas atas menurut hukum yang berlaku pada hari yang menentukan
report-ceilings-none = Tidak ada sanksi yang terkait dengan kewajiban ini.
report-ceilings-note = Batas atas adalah yang paling tinggi menurut undang-undang, bukan perkiraan sanksi yang akan dikenakan.
report-sanction = Sanksi
report-ceiling = Batas atas
report-threatened = Dapat dikenakan sekarang
report-unknown = Yang belum diketahui
report-unknown-began = Kapan insiden mulai terjadi?
report-unknown-none = Tidak ada pertanyaan terbuka yang menentukan kewajiban atau formulirnya.
report-record = Catatan di balik laporan ini
report-record-entry = Entri buku besar
report-record-position = Entri insiden ini
report-record-hash = SHA-256 entri buku besar itu
report-record-note = Semua di atas bertumpu pada buku besar sampai entri ini. Setiap entri memuat hash entri sebelumnya, sehingga perubahan kemudian akan terlihat.

## Kronologi

story-title = Kronologi
story-left-out = Catatan internal, konsep, konsep yang dikembalikan, serta peringatan dan pertanyaan yang dikirim tidak termasuk dalam laporan ini.
story-erased = { $count } entri dihapus setelah masa simpan; isinya tidak diceritakan di sini.
story-began = Insiden mulai terjadi, menurut keterangan.
story-ended = Insiden berakhir, menurut keterangan.
story-opened = Insiden dicatat: { $title }
story-retitled = Judul diubah: { $title }
story-fact = { $fact }: { $value }
story-fact-revised = { $fact }: { $value } (sebelumnya: { $before })
story-aware = Saat diketahui. Dasar: { $basis }
story-candidate-withdrawn = Waktu mengetahui ditarik kembali: { $reason }
story-occurrence-withdrawn = Kejadian ditarik: { $reason }
story-submitted = Diajukan untuk disetujui: { $form }
story-approved = Disetujui: { $form }
story-filed = Disampaikan: { $duty }
story-filed-withdrawn = Catatan penyampaian ditarik: { $reason }
story-reassessed = { $duty }: tenggat bergeser dari { $old } ke { $new } menurut buku aturan yang lebih baru
story-closed = Insiden ditutup: { $reason }
story-reopened = Insiden dibuka kembali: { $reason }
story-unknown = { $count } entri dari jenis yang tidak dikenal versi program ini; isinya tidak diceritakan di sini.
story-occurred-before = Waktu kejadian semula dinyatakan sebagai: { $said }
story-reasoned = { $what }: { $why }
story-due-moved = Tenggat bergeser: { $duty }, dari { $old } ke { $new }
story-due-ended = Tidak lagi jatuh tempo: { $duty }, sebelumnya { $old }
