### Surel. Judul insiden tidak ditulis pada subjek karena subjek terlihat di layar terkunci.

mail-drill-subject = [Simulasi] { $subject }
mail-drill-banner = Ini simulasi. Tidak ada yang harus dilaporkan kepada otoritas karena pesan ini.
mail-footer = Ditulis otomatis oleh Dutyclock untuk { $organisation }, menurut keadaan pada { $moment }. Balasan ke alamat ini tidak dibaca.
mail-open-incident = Buka insiden
mail-open-filing = Buka laporan
mail-earlier-counts = Waktu mulai baru diketahui kira-kira. Sampai diketahui dengan pasti, waktu yang lebih awal adalah yang aman.

## Label

mail-label-incident = Insiden
mail-label-duty = Kewajiban
mail-label-recipient = Penerima
mail-label-due = Tenggat
mail-label-left = Sisa waktu
mail-label-late = Terlambat
mail-label-elapsed = Sejak mulai
mail-label-started = Mulai
mail-label-article = Pasal
mail-label-first-limb = Aturan lebih dahulu meminta
mail-label-note = Perlu diketahui
mail-label-counsel = Menurut jawaban dari
mail-label-also-warned = Juga diberi tahu
mail-label-form = Formulir
mail-label-by = Oleh
mail-label-filed = Disampaikan
mail-label-channel = Saluran
mail-label-receipt = Nomor tanda terima
mail-label-result = Hasil
mail-label-reason = Alasan
mail-label-organisation = Organisasi
mail-label-role = Peran
mail-label-expires = Berlaku sampai
mail-label-server = Server surel

## Peringatan

mail-warning-subject-opened = Tenggat mulai berjalan, sisa { $left }: { $duty }, tenggat { $due } ({ $reference })
mail-warning-subject-left = Sisa { $left }: { $duty }, tenggat { $due } ({ $reference })
mail-warning-subject-reached = Tenggat tiba: { $duty } ({ $reference })
mail-warning-subject-perhaps = Mungkin terlambat: { $duty }, tenggat { $due } ({ $reference })
mail-warning-subject-late = Terlambat { $late }: { $duty }, tenggat { $due } ({ $reference })
mail-warning-subject-no-number = { $promptness }: { $duty }, { $elapsed } sejak mulai ({ $reference })
mail-warning-big-left = Sisa { $left }
mail-warning-big-reached = Tenggat tiba
mail-warning-big-perhaps = Mungkin terlambat { $late }
mail-warning-big-late = Terlambat { $late }
mail-warning-big-no-number = { $elapsed } sejak mulai
mail-warning-lead-opened = Tenggat mulai berjalan. { $duty } harus dipenuhi paling lambat { $due }.
mail-warning-lead-left = { $duty } harus dipenuhi paling lambat { $due } dan belum tercatat disampaikan.
mail-warning-lead-reached = { $duty } harus dipenuhi saat ini juga dan belum tercatat disampaikan.
mail-warning-lead-perhaps = { $duty } belum tercatat disampaikan. Menurut waktu mulai yang paling awal, tenggatnya sudah lewat.
mail-warning-lead-late-range = { $duty } seharusnya dipenuhi { $due }, tergantung saat mulainya, dan belum tercatat disampaikan.
mail-warning-lead-late = { $duty } seharusnya dipenuhi paling lambat { $due } dan belum tercatat disampaikan.
mail-warning-lead-no-number = { $duty } belum tercatat dilakukan. Undang-undang tidak menyebut jumlah jam; bunyinya: { $promptness }.
mail-warning-lead-not-read = { $duty } belum tercatat selesai. Waktunya belum dibaca: undang-undang mungkin menetapkannya, dan pesan ini tidak mengetahuinya.
mail-warning-if-missed = Jika tenggat terlewat
mail-warning-now-missed = Akibatnya
mail-warning-stop-may = Peringatan ini berlanjut sampai laporan tercatat disampaikan. Jika ternyata tidak diperlukan, Anda dapat menghentikannya di halaman insiden; alasan wajib diisi dan disimpan dalam catatan.
mail-warning-stop-may-not = Peringatan ini berlanjut sampai laporan tercatat disampaikan. Jika ternyata tidak diperlukan, pemberi persetujuan atau administrator dapat menghentikannya di halaman insiden dan wajib mengisi alasan.

## Persetujuan diminta

mail-approval-subject = Persetujuan Anda diminta: { $form } ({ $reference })
mail-approval-big = Persetujuan Anda diminta
mail-approval-lead = { $person } telah mengisi formulir dan meminta orang kedua membaca dan menyetujuinya.
mail-approval-note = Membuka tautan tidak menyetujui apa pun. Bacalah formulir terlebih dahulu, lalu setujui atau kembalikan dengan alasan.

## Laporan dikembalikan

mail-returned-subject = Dikembalikan untuk diperbaiki: { $form } ({ $reference })
mail-returned-big = Dikembalikan untuk diperbaiki
mail-returned-lead = { $person } telah membaca formulir dan meminta perbaikan sebelum disampaikan.

## Undangan

mail-invitation-subject = Akses Anda ke Dutyclock untuk { $organisation }
mail-invitation-big = Tetapkan kata sandi Anda
mail-invitation-lead = { $person } memberi Anda akses ke Dutyclock, tempat { $organisation } mengelola tenggat pelaporan insiden dan kebocorannya.
mail-invitation-action = Tetapkan kata sandi
mail-invitation-note = Tautan hanya berlaku sekali. Jika Anda tidak menantikan pesan ini, abaikan saja: tanpa kata sandi tidak seorang pun dapat masuk.

## Dipenuhi

mail-met-subject-in-time = Dipenuhi tepat waktu, peringatan dihentikan: { $duty } ({ $reference })
mail-met-subject-inside = Disampaikan dalam batas angka, peringatan dihentikan: { $duty } ({ $reference })
mail-met-subject-late = Disampaikan terlambat { $late }, peringatan dihentikan: { $duty } ({ $reference })
mail-met-subject-undecided = Disampaikan, peringatan dihentikan: { $duty } ({ $reference })
mail-met-big = Sudah disampaikan
mail-met-lead = { $duty } tercatat sudah disampaikan. Peringatannya telah berhenti.
mail-met-note = Kewajiban lain pada insiden ini mungkin masih berjalan. Halaman insiden memuat daftarnya.

## Uji

mail-test-subject = Pesan uji dari Dutyclock
mail-test-big = Surel berfungsi
mail-test-lead = { $person } mengirim pesan uji ini. Jika Anda dapat membacanya, peringatan pun akan sampai ke alamat ini.
mail-test-action = Buka Dutyclock
mail-reset-subject = Dutyclock: tautan kata sandi baru untuk { $person }
mail-reset-big = Tautan kata sandi baru untuk { $person }
mail-reset-lead = { $by } meminta tautan agar { $person } memilih kata sandi baru. Jika tidak ada yang memintanya, tanyakan kepada { $by }, dan nonaktifkan akun itu sampai jelas.
mail-reset-action = Buka akun

## Kalender

mail-calendar-summary = Tenggat: { $duty } ({ $reference })
mail-calendar-summary-drill = [Simulasi] Tenggat: { $duty } ({ $reference })

mail-label-applies = Apakah berlaku?
mail-undecided = Mungkin berlaku. Ini akan memastikannya: { $facts }
mail-label-start-basis = Dasar waktu mulai
mail-provisional = baru dugaan atau petunjuk dari luar; bersifat sementara sampai ada yang lebih pasti tercatat
mail-start-unrecorded = belum dicatat; berjalan sementara sejak saat paling awal yang mungkin dimaksud. { $question }
mail-questions-subject = { $questions } pertanyaan terbuka menentukan { $duties } kewajiban yang mungkin berlaku ({ $reference })
mail-questions-big = { $questions } pertanyaan belum dijawab
mail-questions-lead = Jawabannya menentukan apakah { $duties } kewajiban berlaku, atau sejak kapan berjalan. Belum ada yang pasti; jawaban memulai tenggatnya atau mengesampingkannya.
mail-questions-nearest = Menentukan { $duties }; bila berlaku, tenggat terdekat { $due }.
mail-questions-decides = Menentukan { $duties }; belum tercatat saat mulainya.
mail-questions-note = Pesan ini dikirim sekali tiap putaran untuk semua yang hanya mungkin berlaku. Yang pasti berlaku diberitahukan terpisah.
mail-label-question = Pertanyaan
mail-label-law = Tidak ada dalam pustaka ini
mail-law = { $places }. Tanyakan kepada penasihat hukum, lalu catat jawabannya atau mengapa tidak relevan.
mail-law-subject = Hukum yang tidak ada dalam pustaka ini: tanyakan kepada penasihat hukum ({ $reference })
mail-law-big = Penasihat hukum perlu ditanya
mail-law-lead = Ada subjek data atau tempat usaha di wilayah yang hukumnya belum diperiksa. Belum diketahui apakah ada yang harus diberitahukan di sana, dan paling lambat kapan.
mail-law-note = Pesan ini dikirim sekali tiap putaran sampai jawaban, atau alasan mengapa tidak relevan, dicatat untuk setiap tempat.
