"""Years not announced yet, where holidays are announced year by year: what an act fixes is firm, the rest is expected.

Expected are days of the moon, of other calendars kept by an authority, and of yearly lists. New moons and sightings were
computed once with ephem 4.2.1; the calendar marks every such day as announced, after its `announced_to`.
"""

from datetime import date

from .rules import MON, SAT, SUN, Day, around_easter, fixed, hijri, lunar, nth, shifted, substituted

NEW_YEAR = (1, 1, "New Year's Day")
LABOUR = (5, 1, "Labour Day")
CHRISTMAS = (12, 25, "Christmas Day")
GOOD_FRIDAY = (-2, "Good Friday")

# First sighting by the criterion of Brunei, Indonesia, Malaysia and Singapore (moon 3 degrees high, 6.4 from the sun at
# sunset in Aceh): Eid al-Fitr, Eid al-Adha, the Islamic New Year, the Prophet's Birthday.
SIGHTED = {2027: ("03-10", "05-17", "06-06", "08-15"), 2028: ("02-27", "05-05", "05-26", "08-04")}
# The full moon of May, and the day on which the new moon falls in the Tamil month of Aippasi or the day before it.
VESAK = {2027: "05-20", 2028: "05-09"}
DEEPAVALI = {2027: "10-28", 2028: "10-17"}

# Nyepi by the Balinese calendar; 27 Rajab.
ID_OWN = {2027: ("01-05 Isra Mikraj", "12-26 Isra Mikraj", "03-08 Nyepi"), 2028: ("12-14 Isra Mikraj", "03-26 Nyepi")}
# Full moons of the Thai lunar calendar: Makha, Visakha and Asarnha Bucha.
TH_MOONS = {2027: ("02-21", "05-20", "07-18"), 2028: ("02-10", "05-08", "07-06")}
# By the Rashtriya Panchang. Of the twelve optional days only those chosen every year from 2024 to 2026.
IN_OWN = {
    2027: ("03-22 Holi", "04-18 Mahavir Jayanti", "05-20 Buddha Purnima", "08-25 Janmashtami", "10-09 Dussehra", "10-29 Diwali",
           "11-14 Guru Nanak's Birthday"),
    2028: ("03-11 Holi", "04-07 Mahavir Jayanti", "05-08 Buddha Purnima", "08-13 Janmashtami", "09-27 Dussehra", "10-17 Diwali",
           "11-02 Guru Nanak's Birthday"),
}


def expected(year, *rows):
    """Days given as 'MM-DD name'."""
    return [Day(date.fromisoformat(f"{year}-{row[:5]}"), row[6:], announced=True) for row in rows]


def sighted(year, *names):
    """The days of the moon in the order of the table; a name left empty is no holiday there."""
    return expected(year, *(f"{day} {name}" for day, name in zip(SIGHTED[year], names) if name))


def moved_from_sunday(days):
    """Adds, for each day on a Sunday, the next day that is free."""
    taken, moved = {day.day for day in days}, []
    for day in sorted(days, key=lambda one: one.day):
        if day.day.weekday() == SUN:
            when = shifted(day.day, 1)
            while when in taken:
                when = shifted(when, 1)
            taken.add(when)
            moved.append(Day(when, f"{day.name}, observed", day.announced, True))
    return moved


def new_year_feast(year, name, days):
    first = lunar(year, 1, 1)
    return [Day(shifted(first, offset), name) for offset in days]


def my(year):
    """Holidays Act 1951, first schedule and s. 3: a day on a Sunday is kept the day after. Awal Muharram is not moved here:
    the yearly lists read so far did not, and an open day makes a deadline earlier, never later."""
    days = new_year_feast(year, "Chinese New Year", (0, 1)) + fixed(year, LABOUR, (8, 31, "National Day"), (9, 16, "Malaysia Day"), CHRISTMAS)
    feast, sacrifice, muharram, birthday = sighted(year, "Hari Raya Puasa", "Hari Raya Haji", "Awal Muharram", "Maulidur Rasul")
    second = Day(shifted(feast.day, 1), feast.name, announced=True)
    king = Day(nth(year, 6, MON, 1), "Birthday of the Yang di-Pertuan Agong", announced=True)
    days += [feast, second, sacrifice, birthday, king, *expected(year, f"{VESAK[year]} Wesak Day")]
    return days + moved_from_sunday(days) + [muharram]


def id_(year):
    """Presidential Decree 8 of 2024 names the days; the joint decree of each year dates those of other calendars."""
    days = fixed(year, NEW_YEAR, LABOUR, (6, 1, "Pancasila Day"), (8, 17, "Independence Day"), CHRISTMAS)
    days += around_easter(year, GOOD_FRIDAY, (0, "Easter Sunday"), (39, "Ascension Day")) + new_year_feast(year, "Chinese New Year", (0,))
    days += sighted(year, "Eid al-Fitr", "Eid al-Adha", "Islamic New Year", "Prophet's Birthday")
    second = [Day(shifted(day.day, 1), day.name, announced=True) for day in days if day.name == "Eid al-Fitr"]
    return days + second + expected(year, *ID_OWN[year], f"{VESAK[year]} Vesak Day")


def ph(year):
    """Republic Acts 9492, 9849 and 10966. The acts let a proclamation move most days to the nearest Monday, and add some:
    these are expected, on their own date or as proclaimed every year from 2024 to 2026."""
    days = fixed(year, NEW_YEAR, (11, 1, "All Saints' Day"), (12, 8, "Immaculate Conception"), CHRISTMAS, (12, 31, "Last day of the year"))
    days += around_easter(year, (-3, "Maundy Thursday"), GOOD_FRIDAY) + [Day(nth(year, 8, MON, -1), "National Heroes Day")]
    days += expected(year, "04-09 Day of Valour", "05-01 Labour Day", "06-12 Independence Day", "08-21 Ninoy Aquino Day", "11-30 Bonifacio Day",
                     "12-24 Christmas Eve", "12-30 Rizal Day")
    added = new_year_feast(year, "Chinese New Year", (0,)) + around_easter(year, (-1, "Black Saturday"))
    added += [Day(day, name) for month, of, name in ((10, 1, "Eid al-Fitr"), (12, 10, "Eid al-Adha")) for day in hijri(year, month, of)]
    return days + [Day(day.day, day.name, announced=True) for day in added]


def th(year):
    """No act: the Cabinet decides each year, in lieu of a weekend the next weekday. So every day is expected."""
    days = fixed(
        year, NEW_YEAR, (4, 6, "Chakri Day"), (4, 13, "Songkran"), (4, 14, "Songkran"), (4, 15, "Songkran"), LABOUR, (5, 4, "Coronation Day"),
        (6, 3, "Queen's Birthday"), (7, 28, "King's Birthday"), (8, 12, "Mother's Day"), (10, 13, "Memorial Day of King Bhumibol"),
        (10, 23, "Chulalongkorn Day"), (12, 5, "Father's Day"), (12, 10, "Constitution Day"), (12, 31, "New Year's Eve"),
    )
    makha, visakha, asarnha = TH_MOONS[year]
    days += expected(year, f"{makha} Makha Bucha", f"{visakha} Visakha Bucha", f"{asarnha} Asarnha Bucha")
    days.append(Day(shifted(days[-1].day, 1), "Buddhist Lent"))
    return [Day(day.day, day.name, announced=True, substitute=day.substitute) for day in substituted(days)]


def in_(year):
    """Three national days and the Christian feasts stand on every list; the rest of the list is gazetted each year. India
    has seen the moon a day after the Umm al-Qura calendar at nearly every feast from 2024 to 2026."""
    days = fixed(year, (1, 26, "Republic Day"), (8, 15, "Independence Day"), (10, 2, "Mahatma Gandhi's Birthday"), CHRISTMAS)
    days += around_easter(year, GOOD_FRIDAY)
    feasts = ((10, 1, "Id-ul-Fitr"), (12, 10, "Id-ul-Zuha"), (1, 10, "Muharram"), (3, 12, "Milad-un-Nabi"))
    days += [Day(shifted(day, 1), name, announced=True) for month, of, name in feasts for day in hijri(year, month, of)]
    return days + expected(year, *IN_OWN[year])


def vn(year):
    """Labour Code art. 112, and art. 111(3): a day off on the weekly rest is made up the next working day. The fifth day of
    Tet is put before or after by a yearly decision and stays open; the day beside National Day is expected."""
    tet = new_year_feast(year, "Tet", (-1, 0, 1, 2))
    hung = [Day(lunar(year, 3, 10), "Hung Kings' Day")]
    national = date(year, 9, 2)
    beside = Day(shifted(national, -1 if national.weekday() in (MON, SAT) else 1), "National Day", announced=True)
    days = fixed(year, NEW_YEAR, (4, 30, "Liberation Day"), LABOUR, (9, 2, "National Day"))
    return substituted(tet + hung + days, beside=[beside])


SG_MOVING = {year: (*SIGHTED[year][:2], VESAK[year], DEEPAVALI[year]) for year in SIGHTED}


def later(announced, rule):
    """The rule of a calendar: the lists announced, then the expectation."""
    return lambda year: rule(year) if year in SIGHTED else announced(year)
