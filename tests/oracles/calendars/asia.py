"""Asia, the Middle East and Turkey. Much is announced year by year: `expected` has the years not announced yet."""

from datetime import date

from . import expected
from .expected import CHRISTMAS, LABOUR, NEW_YEAR, later
from .rules import SAT, SUN, Calendar, Day, around_easter, fixed, lunar, moon, shifted

SOURCE = "https://github.com/vacanza/holidays/blob/v0.109/holidays/countries/"
TO_2026 = date(2026, 12, 31)


def listed(table):
    """Days announced, as 'MM-DD name' by year."""
    def year(of):
        return [Day(date.fromisoformat(f"{of}-{row[:5]}"), row[6:], announced=True) for row in table.get(of, [])]
    return year


def run(year, first, last, name):
    """All days of a stretch, as (month, day)."""
    day, end, days = date(year, *first), date(year, *last), []
    while day <= end:
        days.append(Day(day, name, announced=True))
        day = shifted(day, 1)
    return days


def qingming(year):
    """4 or 5 April, by the formula for the twenty-first century."""
    return date(year, 4, int(year % 100 * 0.2422 + 4.81) - year % 100 // 4)


CN_NOTICE = {
    2024: [((1, 1), (1, 1), "New Year's Day"), ((2, 10), (2, 17), "Spring Festival"), ((4, 4), (4, 6), "Tomb-Sweeping Day"),
           ((5, 1), (5, 5), "Labour Day"), ((6, 10), (6, 10), "Dragon Boat Festival"), ((9, 15), (9, 17), "Mid-Autumn Festival"),
           ((10, 1), (10, 7), "National Day")],
    2025: [((1, 1), (1, 1), "New Year's Day"), ((1, 28), (2, 4), "Spring Festival"), ((4, 4), (4, 6), "Tomb-Sweeping Day"),
           ((5, 1), (5, 5), "Labour Day"), ((5, 31), (6, 2), "Dragon Boat Festival"), ((10, 1), (10, 8), "National Day and Mid-Autumn Festival")],
    2026: [((1, 1), (1, 3), "New Year's Day"), ((2, 15), (2, 23), "Spring Festival"), ((4, 4), (4, 6), "Tomb-Sweeping Day"),
           ((5, 1), (5, 5), "Labour Day"), ((6, 19), (6, 21), "Dragon Boat Festival"), ((9, 25), (9, 27), "Mid-Autumn Festival"),
           ((10, 1), (10, 7), "National Day")],
}
CN_WORKING = [date.fromisoformat(day) for day in (
    "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08 2025-04-27 "
    "2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10").split()]


def cn(year):
    """Yearly notices of the State Council; where there is none yet, the statutory days of its Decree 795 of 2024."""
    if year in CN_NOTICE:
        return [day for stretch in CN_NOTICE[year] for day in run(year, *stretch)]
    spring = lunar(year, 1, 1)
    days = [Day(shifted(spring, offset), "Spring Festival") for offset in (-1, 0, 1, 2)]
    days += fixed(year, NEW_YEAR, LABOUR, (5, 2, "Labour Day"), *((10, day, "National Day") for day in (1, 2, 3)))
    days += [Day(qingming(year), "Tomb-Sweeping Day"), Day(lunar(year, 5, 5), "Dragon Boat Festival")]
    days += [Day(lunar(year, 8, 15), "Mid-Autumn Festival")]
    return [Day(day.day, day.name, announced=True) for day in days]


def hk(year):
    """General Holidays Ordinance cap. 149 s. 4, 6: a holiday on a Sunday or on another holiday moves to the next free day."""
    easter = {offset: around_easter(year, (offset, name))[0] for offset, name in
              ((-2, "Good Friday"), (-1, "Day following Good Friday"), (1, "Easter Monday"))}
    new_year = lunar(year, 1, 1)
    names = ("Lunar New Year's Day", "Second day of the Lunar New Year", "Third day of the Lunar New Year")
    days = [Day(shifted(new_year, offset), name) for offset, name in enumerate(names)]
    days += fixed(year, NEW_YEAR, LABOUR, (7, 1, "Establishment Day"), (10, 1, "National Day"), CHRISTMAS)
    days += [Day(qingming(year), "Ching Ming Festival"), Day(lunar(year, 4, 8), "Birthday of the Buddha")]
    days += [Day(lunar(year, 5, 5), "Tuen Ng Festival"), Day(shifted(lunar(year, 8, 15), 1), "Day following the Mid-Autumn Festival")]
    days += [Day(lunar(year, 9, 9), "Chung Yeung Festival"), *easter.values()]
    second = date(year, 12, 26)
    days += [Day(shifted(second, 1) if second.weekday() == SUN else second, "First weekday after Christmas Day")]
    taken = {day.day for day in days}
    out, seen = [], set()
    for day in sorted(days, key=lambda one: (one.day, one not in easter.values())):
        if day.day.weekday() == SUN or day.day in seen:
            when = shifted(day.day, 1)
            while when in taken or when.weekday() == SUN:
                when = shifted(when, 1)
            taken.add(when)
            out.append(Day(when, f"Day following {day.name}", substitute=True))
        out.append(day)
        seen.add(day.day)
    return out


def tw(year):
    """Act on Memorial Days and Festivals of 2025 (before it the Regulation): Saturday to Friday, Sunday to Monday, the
    Lunar New Year always after it; two days moved by the yearly calendar of the Directorate-General of Personnel."""
    new_year = lunar(year, 1, 1)
    feast = [Day(shifted(new_year, offset), "Lunar New Year") for offset in (-1, 0, 1, 2)]
    if year >= 2026:
        feast = [Day(shifted(new_year, -2), "Lunar New Year")] + feast
    dated = fixed(year, NEW_YEAR, (2, 28, "Peace Memorial Day"), (10, 10, "National Day"))
    dated += [Day(lunar(year, 5, 5), "Dragon Boat Festival"), Day(lunar(year, 8, 15), "Mid-Autumn Festival")]
    if year >= 2025:
        dated += fixed(year, (9, 28, "Confucius' Birthday"), (10, 25, "Taiwan Restoration Day"), (12, 25, "Constitution Day"))
    if year >= 2026:
        dated += fixed(year, LABOUR)
    tomb, child = Day(qingming(year), "Tomb-Sweeping Day"), Day(date(year, 4, 4), "Children's Day")
    dated += [tomb] if tomb.day == child.day else [child, tomb]
    taken = {day.day for day in feast + dated}
    moved = []

    def free(day, step):
        when = shifted(day, step)
        while when in taken or when.weekday() in (SAT, SUN):
            when = shifted(when, step)
        taken.add(when)
        return when

    for day in feast:
        if day.day.weekday() in (SAT, SUN):
            moved.append(Day(free(shifted(new_year, 2), 1), "Lunar New Year, substitute", substitute=True))
    for day in sorted(dated, key=lambda one: one.day) + ([Day(date(year + 1, 1, 1), "New Year's Day")]):
        step = {SAT: -1, SUN: 1}.get(day.day.weekday())
        when = free(day.day, step) if step else None
        if when and when.year == year and (day.day.year == year or step == -1):
            moved.append(Day(when, f"{day.name}, substitute", substitute=True))
    if tomb.day == child.day:
        step = 1 if tomb.day.weekday() == 3 else -1
        moved.append(Day(free(tomb.day, step), "Children's Day, substitute", substitute=True))
    adjusted = {2024: (2, 8), 2025: (1, 27)}.get(year)
    return feast + dated + moved + ([Day(date(year, *adjusted), "Lunar New Year, adjusted", announced=True)] if adjusted else [])


TW_WORKING = [date(2024, 2, 17), date(2025, 2, 8)]

SG_MOVING = {
    2024: ("04-10", "06-17", "05-22", "10-31"), 2025: ("03-31", "06-07", "05-12", "10-20"), 2026: ("03-21", "05-27", "05-31", "11-08"),
    **expected.SG_MOVING,
}


def sg(year):
    """Holidays Act 1998, schedule, and the dates that the Ministry of Manpower announces; Sundays move to Monday."""
    days = fixed(year, NEW_YEAR, LABOUR, (8, 9, "National Day"), CHRISTMAS) + around_easter(year, (-2, "Good Friday"))
    days += [Day(shifted(lunar(year, 1, 1), offset), "Chinese New Year") for offset in (0, 1)]
    names = ("Hari Raya Puasa", "Hari Raya Haji", "Vesak Day", "Deepavali")
    days += [Day(date.fromisoformat(f"{year}-{day}"), name, announced=True) for day, name in zip(SG_MOVING[year], names)]
    taken = {day.day for day in days}
    for day in list(days):
        if day.day.weekday() == SUN:
            when = shifted(day.day, 1)
            while when in taken:
                when = shifted(when, 1)
            days.append(Day(when, f"{day.name}, observed", day.announced, True))
    return days + ([Day(date(2025, 5, 3), "Polling Day", announced=True)] if year == 2025 else [])


MY = {
    2024: ["02-10 Chinese New Year", "02-11 Chinese New Year", "02-12 Chinese New Year, observed", "04-10 Hari Raya Puasa",
           "04-11 Hari Raya Puasa", "05-01 Labour Day", "05-22 Wesak Day", "06-03 Birthday of the Yang di-Pertuan Agong",
           "06-17 Hari Raya Haji", "07-07 Awal Muharram", "08-31 National Day", "09-16 Malaysia Day, Maulidur Rasul",
           "12-25 Christmas Day"],
    2025: ["01-29 Chinese New Year", "01-30 Chinese New Year", "03-31 Hari Raya Puasa", "04-01 Hari Raya Puasa", "05-01 Labour Day",
           "05-12 Wesak Day", "06-02 Birthday of the Yang di-Pertuan Agong", "06-07 Hari Raya Haji", "06-27 Awal Muharram",
           "08-31 National Day", "09-01 National Day, observed", "09-05 Maulidur Rasul", "09-15 Additional holiday", "09-16 Malaysia Day",
           "12-25 Christmas Day"],
    2026: ["02-17 Chinese New Year", "02-18 Chinese New Year", "03-21 Hari Raya Puasa", "03-22 Hari Raya Puasa",
           "03-23 Hari Raya Puasa, observed", "05-01 Labour Day", "05-27 Hari Raya Haji", "05-31 Wesak Day",
           "06-01 Birthday of the Yang di-Pertuan Agong", "06-02 Wesak Day, observed", "06-17 Awal Muharram", "08-25 Maulidur Rasul",
           "08-31 National Day", "09-16 Malaysia Day", "12-25 Christmas Day"],
}

ID = {
    2024: ["01-01 New Year's Day", "02-08 Isra Mikraj", "02-10 Chinese New Year", "02-14 General election", "03-11 Nyepi", "03-29 Good Friday",
           "03-31 Easter Sunday", "04-10 Eid al-Fitr", "04-11 Eid al-Fitr", "05-01 Labour Day", "05-09 Ascension Day", "05-23 Vesak Day",
           "06-01 Pancasila Day", "06-17 Eid al-Adha", "07-07 Islamic New Year", "08-17 Independence Day", "09-16 Prophet's Birthday",
           "11-27 Regional elections", "12-25 Christmas Day"],
    2025: ["01-01 New Year's Day", "01-27 Isra Mikraj", "01-29 Chinese New Year", "03-29 Nyepi", "03-31 Eid al-Fitr", "04-01 Eid al-Fitr",
           "04-18 Good Friday", "04-20 Easter Sunday", "05-01 Labour Day", "05-12 Vesak Day", "05-29 Ascension Day", "06-01 Pancasila Day",
           "06-06 Eid al-Adha", "06-27 Islamic New Year", "08-17 Independence Day", "09-05 Prophet's Birthday", "12-25 Christmas Day"],
    2026: ["01-01 New Year's Day", "01-16 Isra Mikraj", "02-17 Chinese New Year", "03-19 Nyepi", "03-21 Eid al-Fitr", "03-22 Eid al-Fitr",
           "04-03 Good Friday", "04-05 Easter Sunday", "05-01 Labour Day", "05-14 Ascension Day", "05-27 Eid al-Adha", "05-31 Vesak Day",
           "06-01 Pancasila Day", "06-16 Islamic New Year", "08-17 Independence Day", "08-25 Prophet's Birthday", "12-25 Christmas Day"],
}

PH = {
    2024: ["01-01 New Year's Day", "02-09 Additional special day", "02-10 Chinese New Year", "03-28 Maundy Thursday", "03-29 Good Friday",
           "03-30 Black Saturday", "04-09 Day of Valour", "04-10 Eid al-Fitr", "05-01 Labour Day", "06-12 Independence Day",
           "06-17 Eid al-Adha", "08-23 Ninoy Aquino Day", "08-26 National Heroes Day", "11-01 All Saints' Day", "11-02 All Souls' Day",
           "11-30 Bonifacio Day", "12-08 Immaculate Conception", "12-24 Christmas Eve", "12-25 Christmas Day", "12-30 Rizal Day",
           "12-31 Last day of the year"],
    2025: ["01-01 New Year's Day", "01-29 Chinese New Year", "04-01 Eid al-Fitr", "04-09 Day of Valour", "04-17 Maundy Thursday",
           "04-18 Good Friday", "04-19 Black Saturday", "05-01 Labour Day", "05-12 Midterm elections", "06-06 Eid al-Adha",
           "06-12 Independence Day", "07-27 Anniversary of the Iglesia ni Cristo", "08-21 Ninoy Aquino Day", "08-25 National Heroes Day",
           "10-31 All Saints' Eve", "11-01 All Saints' Day", "11-30 Bonifacio Day", "12-08 Immaculate Conception", "12-24 Christmas Eve",
           "12-25 Christmas Day", "12-30 Rizal Day", "12-31 Last day of the year"],
    2026: ["01-01 New Year's Day", "02-17 Chinese New Year", "03-20 Eid al-Fitr", "04-02 Maundy Thursday", "04-03 Good Friday",
           "04-04 Black Saturday", "04-09 Day of Valour", "05-01 Labour Day", "05-27 Eid al-Adha", "06-12 Independence Day",
           "08-21 Ninoy Aquino Day", "08-31 National Heroes Day", "11-01 All Saints' Day", "11-02 All Souls' Day", "11-30 Bonifacio Day",
           "12-08 Immaculate Conception", "12-24 Christmas Eve", "12-25 Christmas Day", "12-30 Rizal Day", "12-31 Last day of the year"],
}

TH = {
    2024: ["01-01 New Year's Day", "02-24 Makha Bucha", "02-26 Makha Bucha, observed", "04-06 Chakri Day", "04-08 Chakri Day, observed",
           "04-12 Additional holiday", "04-13 Songkran", "04-14 Songkran", "04-15 Songkran", "04-16 Songkran, observed", "05-01 Labour Day",
           "05-04 Coronation Day", "05-06 Coronation Day, observed", "05-22 Visakha Bucha", "06-03 Queen's Birthday", "07-20 Asarnha Bucha",
           "07-21 Buddhist Lent", "07-22 Asarnha Bucha, observed", "07-28 King's Birthday", "07-29 King's Birthday, observed",
           "08-12 Mother's Day", "10-13 Memorial Day of King Bhumibol", "10-14 Memorial Day of King Bhumibol, observed", "10-23 Chulalongkorn Day",
           "12-05 Father's Day", "12-10 Constitution Day", "12-30 Additional holiday", "12-31 New Year's Eve"],
    2025: ["01-01 New Year's Day", "02-12 Makha Bucha", "04-06 Chakri Day", "04-07 Chakri Day, observed", "04-13 Songkran", "04-14 Songkran",
           "04-15 Songkran", "04-16 Songkran, observed", "05-01 Labour Day", "05-04 Coronation Day", "05-05 Coronation Day, observed",
           "05-11 Visakha Bucha", "05-12 Visakha Bucha, observed", "06-02 Additional holiday", "06-03 Queen's Birthday", "07-10 Asarnha Bucha",
           "07-11 Buddhist Lent", "07-28 King's Birthday", "08-11 Additional holiday", "08-12 Mother's Day",
           "10-13 Memorial Day of King Bhumibol", "10-23 Chulalongkorn Day", "12-05 Father's Day", "12-10 Constitution Day", "12-31 New Year's Eve"],
    2026: ["01-01 New Year's Day", "01-02 Additional holiday", "03-03 Makha Bucha", "04-06 Chakri Day", "04-13 Songkran", "04-14 Songkran",
           "04-15 Songkran", "05-01 Labour Day", "05-04 Coronation Day", "05-31 Visakha Bucha", "06-01 Visakha Bucha, observed",
           "06-03 Queen's Birthday", "07-28 King's Birthday", "07-29 Asarnha Bucha", "07-30 Buddhist Lent", "08-12 Mother's Day",
           "10-13 Memorial Day of King Bhumibol", "10-23 Chulalongkorn Day", "12-05 Father's Day", "12-07 Father's Day, observed",
           "12-10 Constitution Day", "12-31 New Year's Eve"],
}

IN = {
    2024: ["01-26 Republic Day", "03-25 Holi", "03-29 Good Friday", "04-11 Id-ul-Fitr", "04-17 Ram Navami", "04-21 Mahavir Jayanti",
           "05-23 Buddha Purnima", "06-17 Id-ul-Zuha", "07-17 Muharram", "08-15 Independence Day", "08-26 Janmashtami", "09-16 Milad-un-Nabi",
           "10-02 Mahatma Gandhi's Birthday", "10-12 Dussehra", "10-31 Diwali", "11-15 Guru Nanak's Birthday", "12-25 Christmas Day"],
    2025: ["01-26 Republic Day", "02-26 Maha Shivaratri", "03-14 Holi", "03-31 Id-ul-Fitr", "04-10 Mahavir Jayanti", "04-18 Good Friday", "05-12 Buddha Purnima",
           "06-07 Id-ul-Zuha", "07-06 Muharram", "08-15 Independence Day", "08-16 Janmashtami", "09-05 Milad-un-Nabi",
           "10-02 Mahatma Gandhi's Birthday, Dussehra", "10-20 Diwali", "11-05 Guru Nanak's Birthday", "12-25 Christmas Day"],
    2026: ["01-26 Republic Day", "03-04 Holi", "03-21 Id-ul-Fitr", "03-26 Ram Navami", "03-31 Mahavir Jayanti", "04-03 Good Friday", "05-01 Buddha Purnima",
           "05-27 Id-ul-Zuha", "06-26 Muharram", "08-15 Independence Day", "08-26 Milad-un-Nabi", "09-04 Janmashtami",
           "10-02 Mahatma Gandhi's Birthday", "10-20 Dussehra", "11-08 Diwali", "11-24 Guru Nanak's Birthday", "12-25 Christmas Day"],
}

VN = {
    2024: ["01-01 New Year's Day", "02-08 Tet", "02-09 Tet", "02-10 Tet", "02-11 Tet", "02-12 Tet", "02-13 Tet, observed", "02-14 Tet, observed",
           "04-18 Hung Kings' Day", "04-29 Day off for 4 May", "04-30 Liberation Day", "05-01 Labour Day", "09-02 National Day", "09-03 National Day"],
    2025: ["01-01 New Year's Day", "01-27 Tet", "01-28 Tet", "01-29 Tet", "01-30 Tet", "01-31 Tet", "04-07 Hung Kings' Day",
           "04-30 Liberation Day", "05-01 Labour Day", "05-02 Day off for 26 April", "09-01 National Day", "09-02 National Day"],
    2026: ["01-01 New Year's Day", "02-16 Tet", "02-17 Tet", "02-18 Tet", "02-19 Tet", "02-20 Tet",
           "04-26 Hung Kings' Day", "04-27 Hung Kings' Day, observed", "04-30 Liberation Day", "05-01 Labour Day", "08-31 Day off for 22 August",
           "09-01 National Day", "09-02 National Day"],
}
VN_WORKING = [date(2024, 5, 4), date(2025, 4, 26), date(2026, 8, 22)]

TR_FEASTS = {2024: ((4, 10), (6, 16)), 2025: ((3, 30), (6, 6)), 2026: ((3, 20), (5, 27))}


def tr(year):
    """Act 2429 on National and General Holidays art. 1, 2; whole days only."""
    days = fixed(
        year, NEW_YEAR, (4, 23, "National Sovereignty and Children's Day"), (5, 1, "Labour and Solidarity Day"),
        (5, 19, "Commemoration of Atatürk, Youth and Sports Day"), (7, 15, "Democracy and National Unity Day"), (8, 30, "Victory Day"), (10, 29, "Republic Day"),
    )
    if year in TR_FEASTS:
        ramadan, sacrifice = (date(year, *day) for day in TR_FEASTS[year])
        days += [Day(shifted(ramadan, offset), "Ramadan Feast", announced=True) for offset in range(3)]
        days += [Day(shifted(sacrifice, offset), "Feast of Sacrifice", announced=True) for offset in range(4)]
    else:
        days += [day for offset in range(3) for day in moon(year, 10, 1, "Ramadan Feast", after=offset)]
        days += [day for offset in range(4) for day in moon(year, 12, 10, "Feast of Sacrifice", after=offset)]
    return days


AE_MOVED = {date(2025, 6, 26): date(2025, 6, 27), date(2025, 9, 4): date(2025, 9, 5), date(2025, 12, 3): date(2025, 12, 1)}


def ae(year):
    """Cabinet Resolution 27 of 2024 on public holidays, feasts by the Umm al-Qura calendar, as moved in 2025."""
    days = ae_of_resolution(year)
    return [Day(AE_MOVED.get(day.day, day.day), day.name, day.announced or day.day in AE_MOVED) for day in days]


def ae_of_resolution(year):
    days = fixed(year, NEW_YEAR, (12, 2, "National Day"), (12, 3, "National Day"))
    days += [day for offset in range(3) for day in moon(year, 10, 1, "Eid al-Fitr", after=offset)]
    days += moon(year, 12, 9, "Arafat Day") + [day for offset in range(3) for day in moon(year, 12, 10, "Eid al-Adha", after=offset)]
    return days + moon(year, 1, 1, "Islamic New Year") + moon(year, 3, 12, "Prophet's Birthday")


def sa(year):
    """Implementing Regulation of the Labor Law art. 24: four days from the day after 29 Ramadan, four from Arafat Day."""
    days = fixed(year, (2, 22, "Founding Day"), (9, 23, "National Day"))
    days += [day for offset in range(1, 5) for day in moon(year, 9, 29, "Eid al-Fitr", after=offset)]
    return days + [day for offset in range(4) for day in moon(year, 12, 9, "Eid al-Adha", after=offset)]


def of(key, names, law, year, module, note, **more):
    return Calendar(key, names, law, f"{SOURCE}{module}.py", year, note, **more)


CALENDARS = [
    of("cn", ("China", "중국", "Tiongkok"), "State Council Decree 795 (2024) and its yearly notices", cn, "china",
       "2024 to 2026 with the days moved and the weekend days worked by the yearly notice. For 2027 and 2028 only the statutory days: the notices are not out.", announced_to=TO_2026, working=CN_WORKING),
    of("hk", ("Hong Kong", "홍콩", "Hong Kong"), "General Holidays Ordinance, cap. 149", hk, "hong_kong",
       "General holidays; Saturdays are no general holidays and count as open.", weekend=("sun",)),
    of("tw", ("Taiwan", "대만", "Taiwan"), "Act on Memorial Days and Festivals (2025)", tw, "taiwan",
       "Government offices. The yearly calendar of the Directorate-General of Personnel Administration governs.", working=TW_WORKING),
    of("sg", ("Singapore", "싱가포르", "Singapura"), "Holidays Act 1998", sg, "singapore", "2027 and 2028 as expected: Good Friday, Chinese New Year and fixed days are firm.", announced_to=TO_2026),
    of("my", ("Malaysia", "말레이시아", "Malaysia"), "Holidays Act 1951; yearly federal list", later(listed(MY), expected.my), "malaysia",
       "Federal holidays kept in every state, so without Deepavali (not in Sarawak) and days given in lieu. The years not announced yet as expected.", announced_to=TO_2026, confidence="recalled"),
    of("id", ("Indonesia", "인도네시아", "Indonesia"), "Joint decree of three ministers (SKB 3 Menteri), yearly", later(listed(ID), expected.id_), "indonesia",
       "Without joint leave (cuti bersama). The years not announced yet as expected.", announced_to=TO_2026, confidence="recalled"),
    of("ph", ("Philippines", "필리핀", "Filipina"), "Yearly proclamations (368, 727, 1006)", later(listed(PH), expected.ph), "philippines",
       "Regular holidays and special non-working days. The years not proclaimed yet as expected.", announced_to=TO_2026, confidence="recalled"),
    of("th", ("Thailand", "태국", "Thailand"), "Yearly Cabinet resolutions", later(listed(TH), expected.th), "thailand",
       "With Labour Day, on which private employers close. The years not announced yet as expected.", announced_to=TO_2026, confidence="recalled"),
    of("in", ("India, central government", "인도 중앙정부", "India, pemerintah pusat"), "Yearly lists of gazetted holidays (DoPT)", later(listed(IN), expected.in_), "india",
       "Offices of the central government in Delhi; States differ. The years not announced yet as expected.", announced_to=TO_2026, confidence="recalled"),
    of("vn", ("Viet Nam", "베트남", "Vietnam"), "Labour Code 2019 art. 112; yearly arrangements", later(listed(VN), expected.vn), "vietnam",
       "With the days swapped by yearly decision. The years not announced yet as expected.", announced_to=TO_2026, confidence="recalled", working=VN_WORKING),
    of("tr", ("Türkiye", "튀르키예", "Turki"), "Act 2429 art. 1, 2", tr, "turkey", "Whole days only; the eves of the feasts and 28 October are half days.", announced_to=TO_2026),
    of("ae", ("United Arab Emirates", "아랍에미리트", "Uni Emirat Arab"), "Cabinet Resolution 27 of 2024", ae, "united_arab_emirates",
       "Feasts by the Umm al-Qura calendar: the moon may move each by a day, and the Cabinet may move a holiday within the week.", announced_to=TO_2026),
    of("sa", ("Saudi Arabia", "사우디아라비아", "Arab Saudi"), "Implementing Regulation of the Labor Law art. 24", sa, "saudi_arabia",
       "Feasts by the Umm al-Qura calendar, as announced by the moon; days given in lieu are not included.", announced_to=TO_2026, weekend=("fri", "sat")),
]
