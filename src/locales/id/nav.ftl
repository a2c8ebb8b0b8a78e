### Bingkai setiap halaman.

nav-label = Menu utama
nav-board = Papan
nav-incidents = Insiden
nav-outbox = Kotak keluar
nav-rules = Peraturan
nav-what-applies = Apa yang berlaku?
nav-organisation = Organisasi
nav-people = Pengguna
frame-skip = Langsung ke isi
frame-language = Bahasa
frame-theme = Ganti antara tampilan terang dan gelap
frame-sign-out = Keluar
frame-notices = Pemberitahuan
frame-clock = Per
