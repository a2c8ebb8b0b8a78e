### Kata-kata yang dipakai di banyak halaman.

yes = Ya
no = Tidak
not-known-yet = Belum diketahui
none = Tidak ada
save = Simpan
cancel = Batal
back = Kembali
edit = Ubah
add = Tambah
remove = Hapus
search = Cari
required = wajib
optional = opsional
drill = Simulasi
since-moment = sejak { $moment }

language-en = English
language-ko = 한국어
language-id = Bahasa Indonesia

## Satuan

unit-hours = { $count } jam
unit-minutes = { $count } menit
unit-seconds = { $count } detik
unit-days = { $count } hari
length-at-least = sedikitnya { $length }
length-at-most = paling lama { $length }
length-range = { $from } sampai { $to }
length-days-range = { $from-count } sampai { $to-count } hari
length-hours-range = { $from-count } sampai { $to-count } jam
length-minutes-range = { $from-count } sampai { $to-count } menit
length-seconds-range = { $from-count } sampai { $to-count } detik
persons = { $count } orang
accounts = { $count } akun
records = { $count } catatan data
views = { $count } kali dilihat

## Waktu yang diketahui kira-kira

moment-with-utc = { $local } ({ $utc })
timing-hour = { $day }, antara pukul { $from } dan { $to } { $zone }
timing-day = { $day }, { $zone } (jam belum diketahui)
timing-month = pada { $month } ({ $zone })
timing-year = pada tahun { $year } ({ $zone })
timing-between = antara { $from } dan { $to }
timing-between-days = antara { $from } dan { $to } ({ $zone })
timing-latest = paling lambat { $moment }
timing-earliest = paling awal { $moment }
time-unknown = waktu yang tidak diketahui

## Peran

role-administrator = Administrator
role-officer = Petugas
role-approver = Pemberi persetujuan
role-reader = Pembaca

## Ketepatan waktu

precision-exact = Sampai menit
precision-hour = Sampai jam
precision-day = Tanggal saja
precision-month = Bulan saja
precision-year = Tahun saja
precision-between = Di antara dua waktu
precision-latest = Paling lambat waktu ini
precision-earliest = Paling awal waktu ini
precision-about = Kira-kira (kedua ujungnya ditanyakan)

## Sifat angka

quality-exact = Tepat
quality-at-least = Sedikitnya
quality-at-most = Paling banyak
quality-estimate = Sekitar (perkiraan)

## Cara penyampaian

channel-portal = Portal
channel-email = Surel
channel-telephone = Telepon
channel-letter = Surat

## Keadaan tenggat

standing-running = Berjalan
standing-overdue = Lewat tenggat
standing-perhaps-overdue = Mungkin lewat tenggat
standing-met-in-time = Dipenuhi tepat waktu
standing-met-inside = Dipenuhi dalam batas angka
standing-met-late = Dipenuhi terlambat
standing-cannot-be-decided = Tidak dapat dipastikan
standing-in-force = Masih berlaku
standing-waiting = Menunggu
standing-done = Selesai

## Berlakunya kewajiban

answer-applies = Berlaku
answer-does-not-apply = Tidak berlaku
answer-undetermined = Belum dapat ditentukan
answer-not-in-force = Belum atau tidak lagi berlaku
answer-superseded = Digantikan kewajiban lain

## Sejauh mana hukum diperiksa

confidence-verified = Naskah dibaca
confidence-secondary = Sumber sekunder
confidence-analysis = Tafsiran kami
confidence-recalled = Belum diverifikasi

## Sanksi

sanction-administrative-fine = Denda administratif
sanction-administrative-fine-abroad = Denda administratif
sanction-surcharge = Denda berbasis omzet (gwajinggeum)
sanction-enforcement-charge = Uang paksa
sanction-crime = Sanksi pidana

## Dasar waktu mengetahui

basis-established = Ditetapkan oleh otoritas
basis-briefed = Pengambil keputusan diberi tahu
basis-confirmed = Dipastikan secara teknis
basis-declared = Dinyatakan oleh organisasi
basis-told = Diberitahukan dari luar
basis-suspected = Diduga
basis-of = { $basis } ({ $whose })
knower-own = Organisasi sendiri
knower-parent = diketahui perusahaan induk
knower-subsidiary = diketahui anak perusahaan
knower-contractor = diketahui prosesor atau kontraktornya
flaw-partial = tidak lengkap: isinya kurang, atau tidak semua orang diberi tahu
flaw-defective = cacat: keliru, tidak ditandatangani, ditolak atau dikembalikan
flaw-wrong-body = tetapi kepada badan yang bukan tujuannya

## Kata undang-undang untuk kecepatan

promptness-immediately = Segera
promptness-without-delay = Tanpa penundaan

## Isian formulir dan tenggat

clock-do-next = Lakukan ini berikutnya
clock-left = tersisa
clock-left-at-most = Paling banyak tersisa
clock-due = Tenggat
clock-start = Mulai
clock-news-hour = Tinggal satu jam:
clock-news-quarter = Tinggal 15 menit:
clock-news-due = Waktunya sudah habis:
answer-yes = Ya
answer-no = Tidak
answer-unknown = Belum diketahui
form-problems = Mohon periksa hal-hal berikut
form-optional = (opsional)
form-moment = Tanggal dan jam, YYYY-MM-DD HH:MM
form-moment-until = Ujung kedua, hanya di antara dua waktu
form-precision = Seberapa tepat diketahui?
form-zone = Zona waktu
form-number = Jumlah
form-quality = Seberapa tepat angkanya?

notice-demo = Ini demonstrasi: datanya disusun dari sebuah kasus publik. Jangan mencatat insiden nyata di sini.
notice-mail-to-files = Server surel belum diatur. Pesan ditulis sebagai berkas di { $folder } dan tidak sampai kepada siapa pun.
