### Hasil pemeriksaan di terminal.

assess-case = Kasus: { $name }
assess-at = Ditanyakan untuk { $moment } ({ $zone })
assess-as-of = Hanya menghitung yang telah terjadi sampai { $moment }
assess-on = Seolah-olah dimulai pada { $date }: semua tanggal digeser sebanyak itu
assess-overdue = Lewat tenggat: { $duty } ({ $act }): { $standing }; tenggat { $due }
assess-no-overdue = Lewat tenggat: tidak ada di antara kewajiban yang diketahui berlaku
assess-late = Disampaikan terlambat: { $duty } ({ $act }): { $standing }; tenggat { $due }
assess-next = Tenggat berikutnya: { $duty } ({ $act }): { $due }; { $standing }
assess-no-next = Tenggat berikutnya: tidak ada di antara kewajiban yang diketahui berlaku
assess-more = dan { $count } lagi di bawah
assess-unstarted = { $count ->
    [one] Belum berjalan: { $duty } berlaku dan menunggu: { $what }
   *[other] Belum berjalan: { $duty } dan lainnya ({ $count } kewajiban) berlaku dan menunggu: { $what }
}
assess-question = Perlu dijawab: { $fact }. { $bears }
assess-question-due = Perlu dijawab: { $fact }. { $bears } Jika berlaku, tenggat terdekat { $due }.
assess-no-question = Perlu dijawab: tidak ada yang akan mengubah apa yang berlaku
assess-act = { $act } ({ $id }). { $confidence }; diperiksa pada { $date }
assess-answer = Jawaban
assess-settle = yang menentukan: { $facts }
assess-settle-by = , paling lambat { $moment }
assess-in-force-from = { $answer } sampai { $date }
assess-instance = Untuk
assess-to = Kepada
assess-provisional = { $start }, sementara. { $why }
assess-stands = Keadaan
assess-besides = Selain itu
assess-waits = Menunggu
assess-otherwise = Jika tidak
assess-from = dari { $start }: { $standing }
assess-cost = Sanksi
assess-consequence = Akibat
assess-pending = Akan datang
assess-because = Karena
assess-unless = kecuali: { $words }
assess-open = { $count } peraturan mungkin menyangkut kasus ini, bergantung pada { $facts }: { $acts }
assess-open-otherwise = { $count } peraturan mungkin menyangkut kasus ini: { $acts }
assess-aside = { $count } peraturan tidak menyangkut kasus ini, berdasarkan { $facts }: { $acts }
assess-aside-otherwise = { $count } peraturan tidak menyangkut kasus ini: { $acts }
assess-gaps = Tidak ada di pustaka ini: { $places }
assess-gaps-known = Diketahui ada di sana: { $acts }
assess-gap-open = Belum jelas: { $place }: { $what }
assess-gap-part = Hanya sebagian ada di pustaka ini: { $place }: { $what }
assess-gap-asks = Yang harus dijawab: { $fact }.
assess-gaps-open = Ini hanya mengenai undang-undang di pustaka ini; yang tidak ada di dalamnya tercantum di atas dan mungkin menuntut lebih banyak.
