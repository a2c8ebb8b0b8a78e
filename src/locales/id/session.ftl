### Masuk, penyiapan, undangan, akun sendiri, dan isian yang disimpan.

sign-in-title = Masuk
sign-in-do = Masuk
sign-in-wrong = Alamat surel dan kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.
sign-in-wait = Percobaan masuk terlalu sering. Tunggu { $wait }, lalu coba lagi.
sign-in-first = Halaman ini untuk orang yang sudah masuk.
sign-in-ended = Sesi Anda telah berakhir. Isian Anda tidak hilang: masuklah, dan isian itu akan ditampilkan kembali.
sign-in-stale = Halaman ini terlalu lama terbuka. Ketik kata sandi Anda dan masuk lagi.
sign-in-kept = Isian Anda disimpan di halaman ini dan ikut serta ketika Anda masuk.
sign-in-forgotten = Lupa kata sandi? Administrator organisasi Anda dapat mengirim tautan baru.

welcome-back-title = Inilah isian Anda
welcome-back-text = Sesi Anda berakhir sebelum isian tersimpan. Periksa, lalu kirim lagi.
welcome-back-leave = Tinggalkan dan lanjutkan tanpa mengirim

kept-title = Isian Anda
kept-nothing-visible = Tidak ada isian selain klik Anda: Anda dapat mengirimnya lagi.
kept-send = Kirim lagi
kept-next = Tidak ada yang tersimpan. Isian Anda masih ada di sini: kirim lagi dengan tombol di bawah.

set-up-title = Siapkan Dutyclock
set-up-text = Anda yang pertama. Akun Anda mengelola instalasi ini; pengguna lain dapat ditambahkan sesudahnya. Tautan ini hanya berlaku sekali.
set-up-do = Buat akun
invitation-title = Pilih kata sandi Anda
invitation-text = Selamat datang, { $name }. Anda akan masuk sebagai { $email }.
invitation-do = Simpan kata sandi dan masuk

account-title = Akun Anda
account-language-hint = Pilih bahasa di bagian atas setiap halaman. Surel untuk Anda ditulis dalam bahasa yang sama.
account-password = Kata sandi
account-current = Kata sandi saat ini
account-password-do = Ganti kata sandi
account-password-changed = Kata sandi telah diganti. Semua sesi Anda yang lain telah berakhir.

person-name = Nama
person-email = Alamat surel
person-email-hint = Anda masuk dengan alamat ini, dan peringatan dikirim ke sana.
person-password = Kata sandi
person-new-password = Kata sandi baru
person-password-again = Ulangi kata sandi baru
person-password-hint = Sedikitnya 12 karakter. Beberapa kata berurutan mudah diingat dan sulit ditebak.
person-lang = Bahasa
person-role = Peran
