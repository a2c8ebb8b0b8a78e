## Batas waktu berdampingan
clock-safe-due = Batas internal yang aman
clock-legal-due = Batas menurut hukum: { $due }
clock-legal-label = Batas menurut hukum
clock-past-safe-by = lewat batas aman
duty-past-safe = Lewat dari batas aman
duty-held-until = Ditangguhkan paling lama sampai

## Yang perlu diketahui tentang suatu kewajiban
duty-conflict = Dua pengecualian saling bertentangan dan undang-undang tidak menentukan mana yang didahulukan: { $grounds }. Seseorang harus memutuskan. Sampai saat itu ditampilkan tafsir yang lebih ketat.
duty-not-started = Belum mulai
duty-limb-awaits = Batas waktu lain dimulai dengan: { $what }.
duty-start-unrecorded = Saat mulainya belum dicatat; berjalan sementara sejak saat paling awal yang mungkin dimaksud, dan belum pasti ada yang terlambat. { $question }
duty-record-awaited = Catat: { $what }
duty-settle-by = Pastikan sebelum { $moment }: jawaban ya sesudah itu tidak lagi tepat waktu.
duty-open-facts = Semua fakta terbuka yang berpengaruh ({ $count })
duty-pending = { $status }, belum berlaku: { $title } ({ $cite })
duty-pending-expected = { $status }, belum berlaku: { $title } ({ $cite }). Diperkirakan pada { $date }.
duty-own-rulebook = Buku aturan sendiri
duty-override-rulebook = Buku aturan sendiri sebagai pengganti bawaan

## Undang-undang yang mungkin menyangkut insiden ini
perhaps-title = Undang-undang lain mungkin menyangkut insiden ini
perhaps-lead = Berlakunya bergantung pada fakta yang belum diketahui. Baris pertama menentukan paling banyak.
perhaps-line = menentukan { $count } undang-undang
perhaps-otherwise = Bukan fakta, melainkan peristiwa atau omzet, yang menentukan ini:
perhaps-acts = { $count } undang-undang yang dimaksud

## Fakta
facts-relevant = Hanya yang ditanyakan oleh undang-undang yang menyangkut insiden ini, atau yang menentukan apakah undang-undang lain juga berlaku. Jawaban dapat memunculkan pertanyaan berikutnya.
facts-own-places = Tempat organisasi Anda dan yang dipilih
facts-other-places = Tempat lain
facts-find-place = Cari tempat menurut nama atau kode
facts-found = Ditemukan:
facts-europe = Negara Uni Eropa
facts-elsewhere = Negara di luar Uni Eropa
facts-count-folded = { $count } tanpa jumlah
facts-count-counted = Dengan jumlah, dan tempat organisasi Anda

## Organisasi
organisation-places = Tempat dan ukuran
organisation-of-country = Hanya untuk { $country }
organisation-of-country-count = { $count } pertanyaan
organisation-europe = Uni Eropa

## Apa lagi yang terjadi
occurrence-more = Yang tidak berpengaruh pada undang-undang yang menyangkut insiden ini tidak ditawarkan.
occurrence-reason = Apa yang diputuskan, oleh siapa, dan mengapa
occurrence-reason-hint = Untuk keputusan organisasi, misalnya penggolongan, alasannya menjadi bagian dari catatan.
occurrence-decision = { $title } (keputusan): { $help }

## Surel
mail-label-safe = Batas internal yang aman
mail-label-legal = Batas menurut hukum
mail-label-left-legal = Sisa sampai batas hukum
mail-warning-big-past-safe = Batas aman lewat; sisa { $left } menurut hukum
mail-warning-lead-past-safe = Batas internal yang aman untuk { $duty } sudah lewat. Menurut cara hitung undang-undang jatuh temponya { $due }, dan belum tercatat sebagai disampaikan.
mail-warning-subject-past-safe = Batas aman lewat, sisa { $left } menurut hukum: { $duty }, jatuh tempo { $due } ({ $reference })

## Laporan
report-safe = Batas internal yang aman: { $moment }
report-guideline = Pedoman, tidak mengikat: { $words }
report-held = Ditangguhkan: belum boleh dilakukan. { $why }
