# Yang dikatakan perintah di terminal.

command-set-up = Belum ada yang memiliki akun. Buka tautan ini untuk menyiapkan instalasi; berlaku sekali, dalam 24 jam:
command-listening = Tekan Ctrl-C untuk berhenti. Dutyclock dapat dibuka di { $address }
command-mail-folder = Server surel belum diatur: surel ditulis sebagai berkas ke { $folder }.
command-stopping = Berhenti setelah yang sedang berjalan selesai. Tekan Ctrl-C sekali lagi untuk berhenti seketika.
command-stopped = Berhenti.
command-demo-loaded = Data demonstrasi telah dimuat dan disimpan di { $folder }; hapus folder itu untuk memulai dari awal.
command-demo-sign-in = Masuk dengan salah satu alamat berikut; kata sandinya sama untuk semua:
command-demo-person = { $email }  { $role }, { $language }
command-demo-password = Kata sandi: { $password }
command-verified = Buku besar utuh: { $count } entri.
command-erased = Isi { $count } entri telah dihapus; rantainya tetap utuh.
command-head = Hash terakhirnya, untuk dibandingkan dengan yang pernah dicatat: { $head }
command-all-fits = Basis data, berkas, indeks, akun, dan peringatan sesuai dengan catatan.
command-pages-unchecked = Halaman basis data hanya dibaca sejauh dipakai dan tidak diperiksa selebihnya: PostgreSQL di sini tidak menyimpan checksum.
command-reindexed = Indeks disusun ulang untuk { $count } insiden.
command-account-added = { $name } ({ $role }) dapat masuk dengan { $email }.
command-password = Kata sandi (paling sedikit { $count } karakter; tidak ditampilkan):
command-password-again = Kata sandi yang sama sekali lagi:
command-backup-done = Salinan yang telah diperiksa, hanya dapat dibaca oleh Anda, ada di { $path }.
