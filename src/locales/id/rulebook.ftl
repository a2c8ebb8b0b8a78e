### Pustaka aturan.

rulebook-title = Peraturan
rulebook-intro = Hukum yang dikenal program ini, per undang-undang, dengan setiap versi sejak hari berlakunya. Pilih sebuah hari untuk melihat apa yang pernah, sedang atau akan berlaku.
rulebook-on = Tampilkan hukum yang berlaku pada
rulebook-on-hint = Tanggal, YYYY-MM-DD
rulebook-show = Tampilkan tanggal ini
rulebook-day-wrong = Ini bukan tanggal. Tulislah seperti 2026-10-01. Yang tampil di bawah adalah hari ini, { $date }.
rulebook-where = Posisi Anda
rulebook-duties = Kewajiban
rulebook-duties-on = { $act }: kewajiban per { $date }
rulebook-duty = Kewajiban
rulebook-recipient = Kepada siapa, atau apa yang harus dilakukan
rulebook-deadline = Tenggat
rulebook-article = Pasal
rulebook-watched = Dipantau: peringatan sampai dipenuhi
rulebook-coming = Yang berubah setelah { $date }
rulebook-coming-none = Tidak ada perubahan berikutnya yang dikenal program ini.
rulebook-doubts-intro = Pernyataan ini bersandar pada sumber lain, tafsiran kami sendiri, atau ingatan. Periksalah sebelum mengandalkannya.
rulebook-marks = Arti tanda
rulebook-mark-verified = Pasalnya dibaca dalam teks undang-undang.
rulebook-mark-secondary = Diambil dari buletin, pers, atau pengumuman otoritas.
rulebook-mark-analysis = Perhitungan atau tafsiran kami sendiri atas teks yang dibaca.
rulebook-mark-recalled = Ditulis dari ingatan dan tidak diperiksa.
rulebook-read = Dibaca dalam
rulebook-from = Mencakup hukum sejak
rulebook-zone = Harinya adalah hari di
rulebook-hash = SHA-256 buku aturan ini
rulebook-changes = Hari-hari perubahan
rulebook-changes-intro = Pilih salah satu untuk melihat kewajiban sejak hari itu.
rulebook-published = diterbitkan { $published }, { $checked }
rulebook-checked = terakhir diperiksa { $checked }
rulebook-looked-at = diambil dari sumber sekunder, terakhir dilihat { $checked }
rulebook-recalled = dari ingatan, tidak dibaca
rulebook-awareness = Pernyataan siapa yang menentukan saat diketahui
rulebook-awareness-intro = Bila beberapa saat tercatat, peringkat terendah yang menentukan dan, di dalamnya, saat yang paling awal. Tenggat menurut saat lain juga ditampilkan.
rulebook-awareness-caption = Dasar saat diketahui menurut peringkat
rulebook-basis = Dasar
rulebook-tier = Peringkat
rulebook-why = Mengapa menentukan
rulebook-provisional = Sementara

## Jangka waktu

rulebook-no-period = tanpa tenggat: catatan
rulebook-at-once = seketika
rulebook-hours = dalam { $count } jam
rulebook-no-number = { $word } (undang-undang tidak menyebut angka)
rulebook-until = berlanjut, sampai: { $event }
rulebook-at-least-days = sekurang-kurangnya { $count } hari
rulebook-at-least-months = sekurang-kurangnya { $count } bulan

## Satu kewajiban

rulebook-starts-awareness = Saat diketahui: { $event }
rulebook-starts-each = Setiap kali: { $event }
rulebook-starts-filing = Penyampaian pertama: { $duty }
rulebook-governs = Hari yang menentukan versi
rulebook-governed-by-start = Hari saat tenggat mulai berjalan
rulebook-governed-by-occurred = Hari saat insiden terjadi
rulebook-missed = Bila terlewat
rulebook-form = Formulir yang memenuhinya
rulebook-is-in-force = Berlaku pada { $date }.
rulebook-is-not-in-force = Tidak berlaku pada { $date }.
rulebook-changes-next = Versi baru mulai pada { $date }.
rulebook-no-change-known = Tidak ada perubahan berikutnya yang dikenal program ini.
rulebook-versions = Versi, terbaru lebih dulu
rulebook-span = { $from } sampai { $to }
rulebook-span-open = sejak { $from }
rulebook-applies-on-day = berlaku pada hari yang ditampilkan
rulebook-repealed = Sejak tanggal ini tidak berlaku lagi.
rulebook-conditions = Berlaku bila semua terpenuhi
rulebook-grounds = dan salah satu dari ini terpenuhi
rulebook-exceptions = Pengecualian
rulebook-exempt = Maka kewajiban tidak berlaku.
rulebook-replaced = Tempatnya diambil oleh { $by }.
rulebook-instead = Sebagai gantinya: { $period }.
rulebook-excused = Melewati tenggat dimaafkan. Setelah berakhir ({ $event }): { $period }.
rulebook-fines = Akibat bila terlewat
rulebook-fines-none = Tidak ada sanksi untuk kewajiban ini yang tercatat di sini.
rulebook-practice = Terlihat dalam praktik
rulebook-practice-note = Jumlah yang pernah dikenakan kepada pihak lain. Ini bukan tarif dan tidak memastikan apa pun tentang perkara lain.
