### Pengguna instalasi.

people-title = Pengguna
people-caption = Semua orang yang memiliki akun
people-state = Akun
people-state-active = Aktif
people-state-invited = Diundang, belum ada kata sandi
people-state-off = Dinonaktifkan
people-add = Tambah pengguna
people-add-text = Orang itu menerima tautan lewat surel untuk memilih kata sandi. Tautan juga ditampilkan kepada Anda, satu kali.
people-add-do = Tambah dan undang
people-change = Peran dan peringatan
people-changed = Data { $name } telah diubah.
people-invite = Tautan baru
people-invite-text = Mengirim tautan agar orang ini dapat memilih kata sandi. Tautan sebelumnya tidak berlaku lagi. Orang yang sudah memiliki kata sandi menerimanya hanya lewat surel, dan administrator lain diberi tahu.
people-invite-do = Kirim tautan baru
invited-title = Undangan sedang dikirim
invited-text = Tautan sudah masuk antrean surel untuk orang ini. Bila surel tidak sampai, sampaikan dengan cara lain:
invited-once = Tautan hanya ditampilkan sekarang. Tautan berlaku satu kali, selama tujuh hari.
invited-before = Orang ini baru saja diundang dengan formulir yang sama. Tautan hanya ditampilkan saat itu dan tidak disimpan di mana pun; tautan juga dikirim lewat surel.
people-reset = Tautan untuk kata sandi baru dikirim kepada { $name } hanya lewat surel. Administrator lain diberi tahu.
invited-back = Kembali ke daftar pengguna
person-role-hint = Administrator mengelola instalasi, petugas mencatat dan melapor, pemberi persetujuan menyetujui laporan dan boleh menghentikan peringatan, pembaca hanya membaca.
person-warned = Kirim peringatan tenggat kepada orang ini
person-warned-short = Diperingatkan
person-active = Orang ini boleh masuk
person-active-hint = Tanpa centang, sesi yang berjalan langsung berakhir. Akunnya tetap ada, karena namanya tercantum dalam catatan.
