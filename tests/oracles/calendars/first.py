"""Korea, Japan, the United States and Brazil."""

from datetime import date

from korean_lunar_calendar import KoreanLunarCalendar

from .rules import MON, SAT, SUN, THU, Calendar, Day, around_easter, fixed, nth, shifted


def korean_lunar(year, month, day):
    calendar = KoreanLunarCalendar()
    calendar.setLunarDate(year, month, day, False)
    return date.fromisoformat(calendar.SolarIsoFormat())


KR_ANNOUNCED = [
    (date(2024, 4, 10), "National Assembly election"),
    (date(2024, 10, 1), "Armed Forces Day, temporary holiday"),
    (date(2025, 1, 27), "Temporary holiday before Seollal"),
    (date(2025, 6, 3), "Presidential election"),
    (date(2026, 6, 3), "Local elections"),
    (date(2028, 4, 12), "National Assembly election"),
]


def kr(year):
    """Art. 2 and 3 of the Regulation: see the note of the calendar."""
    either, sunday, never = (SAT, SUN), (SUN,), ()
    days = [(date(year, 1, 1), "New Year's Day", never)]
    days += [(date(year, 3, 1), "Independence Movement Day", either)]
    days += [(date(year, 5, 5), "Children's Day", either)]
    days += [(date(year, 6, 6), "Memorial Day", never)]
    days += [(date(year, 8, 15), "Liberation Day", either)]
    days += [(date(year, 10, 3), "National Foundation Day", either)]
    days += [(date(year, 10, 9), "Hangul Day", either)]
    days += [(date(year, 12, 25), "Christmas Day", either)]
    days += [(korean_lunar(year, 4, 8), "Buddha's Birthday", either)]
    if year >= 2026:
        days += [(date(year, 5, 1), "Labour Day", either), (date(year, 7, 17), "Constitution Day", either)]
    for feast, name in ((korean_lunar(year, 1, 1), "Seollal"), (korean_lunar(year, 8, 15), "Chuseok")):
        days += [(shifted(feast, offset), name, sunday) for offset in (-1, 0, 1)]
    announced = [(day, name) for day, name in KR_ANNOUNCED if day.year == year]
    taken = {day for day, _, _ in days} | {day for day, _ in announced}
    out = {}
    for day, name, _ in sorted(days, key=lambda one: one[0]):
        out[day] = Day(day, f"{out[day].name}, {name}" if day in out else name)
    for day, name in announced:
        out[day] = Day(day, name, announced=True)
    groups = {}
    for day, name, when in days:
        meets = sum(other == day for other, _, _ in days) > 1
        if day.weekday() in when or (meets and day.weekday() not in (SAT, SUN) and when):
            groups[day if meets else (day, name)] = (day, name)
    for day, name in sorted(groups.values()):
        last = day
        if name in ("Seollal", "Chuseok"):
            last = max(other for other, feast, _ in days if feast == name)
        when = shifted(last, 1)
        while when in taken or when.weekday() in (SAT, SUN):
            when = shifted(when, 1)
        taken.add(when)
        out[when] = Day(when, f"Substitute holiday for {name}", substitute=True)
    return list(out.values())


def equinox(year, base):
    """Day of the month, by the formula of the National Astronomical Observatory of Japan for 1980 to 2099."""
    return int(base + 0.242194 * (year - 1980) - (year - 1980) // 4)


def jp(year):
    """Act on National Holidays art. 2 and 3."""
    days = fixed(
        year,
        (1, 1, "New Year's Day"), (2, 11, "National Foundation Day"), (2, 23, "Emperor's Birthday"),
        (3, equinox(year, 20.8431), "Vernal Equinox Day"), (4, 29, "Showa Day"), (5, 3, "Constitution Memorial Day"),
        (5, 4, "Greenery Day"), (5, 5, "Children's Day"), (8, 11, "Mountain Day"),
        (9, equinox(year, 23.2488), "Autumnal Equinox Day"), (11, 3, "Culture Day"), (11, 23, "Labour Thanksgiving Day"),
    )
    days += [Day(nth(year, 1, MON, 2), "Coming of Age Day"), Day(nth(year, 7, MON, 3), "Marine Day")]
    days += [Day(nth(year, 9, MON, 3), "Respect for the Aged Day"), Day(nth(year, 10, MON, 2), "Sports Day")]
    named = {day.day for day in days}
    for holiday in list(days):
        if holiday.day.weekday() == SUN:
            when = shifted(holiday.day, 1)
            while when in named:
                when = shifted(when, 1)
            days.append(Day(when, f"Substitute holiday for {holiday.name}", substitute=True))
    for day in sorted(named):
        between = shifted(day, 1)
        if shifted(day, 2) in named and between not in {one.day for one in days} and between.weekday() != SUN:
            days.append(Day(between, "National holiday between two holidays"))
    return days


def jp_office(year):
    """Act on Holidays of Administrative Organs art. 1: also 29 December to 3 January."""
    days = jp(year)
    have = {day.day for day in days}
    closure = [(1, 2), (1, 3), (12, 29), (12, 30), (12, 31)]
    return days + [Day(date(year, m, d), "Year-end and New Year closure") for m, d in closure if date(year, m, d) not in have]


def us_federal(year):
    """5 USC 6103(a) and (b), Executive Order 11582: Saturday holidays are observed on Friday, Sunday ones on Monday."""
    dated = fixed(
        year,
        (1, 1, "New Year's Day"), (6, 19, "Juneteenth National Independence Day"), (7, 4, "Independence Day"),
        (11, 11, "Veterans Day"), (12, 25, "Christmas Day"),
    )
    mondays = [
        Day(nth(year, 1, MON, 3), "Birthday of Martin Luther King, Jr."), Day(nth(year, 2, MON, 3), "Washington's Birthday"),
        Day(nth(year, 5, MON, -1), "Memorial Day"), Day(nth(year, 9, MON, 1), "Labor Day"),
        Day(nth(year, 10, MON, 2), "Columbus Day"), Day(nth(year, 11, THU, 4), "Thanksgiving Day"),
    ]
    moved = []
    for day in dated + fixed(year + 1, (1, 1, "New Year's Day")):
        step = {SAT: -1, SUN: 1}.get(day.day.weekday())
        if step and shifted(day.day, step).year == year:
            moved.append(Day(shifted(day.day, step), f"{day.name}, observed", substitute=True))
    return dated + mondays + moved


def us_sec(year):
    """Federal holidays, and days on which EDGAR was closed like on one."""
    extra = [Day(date(2025, 1, 9), "National Day of Mourning, EDGAR closed", announced=True)]
    return us_federal(year) + [day for day in extra if day.day.year == year]


def br(year):
    """Acts 662/1949, 6.802/1980, 10.607/2002, 14.759/2023; Good Friday by the yearly federal ordinance."""
    days = fixed(
        year,
        (1, 1, "New Year's Day"), (4, 21, "Tiradentes Day"), (5, 1, "Labour Day"), (9, 7, "Independence Day"),
        (10, 12, "Our Lady of Aparecida"), (11, 2, "All Souls' Day"), (11, 15, "Proclamation of the Republic"),
        (11, 20, "Zumbi and Black Awareness Day"), (12, 25, "Christmas Day"),
    )
    return days + around_easter(year, (-2, "Good Friday"))


CALENDARS = [
    Calendar(
        "kr", ("South Korea", "대한민국", "Korea Selatan"), "관공서의 공휴일에 관한 규정 Art. 2, 3; 공휴일에 관한 법률",
        "https://www.law.go.kr/법령/관공서의공휴일에관한규정", kr,
        "Saturdays are no public holidays, but the Civil Act art. 161 treats them alike. Lunar days are computed. "
        "Elections and temporary holidays are known only once announced: later ones are missing.",
        confidence="analysis",
    ),
    Calendar(
        "jp", ("Japan", "일본", "Jepang"), "国民の祝日に関する法律 art. 2, 3",
        "https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html", jp,
        "Equinox days are computed; the Cabinet Office publishes them in February of the year before.",
    ),
    Calendar(
        "jp-office", ("Japan, administrative offices", "일본 행정기관", "Jepang, kantor pemerintah"),
        "行政機関の休日に関する法律 art. 1; 国民の祝日に関する法律", "https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html", jp_office,
        "National holidays and the closure from 29 December to 3 January. Equinox days are computed.",
    ),
    Calendar(
        "us-federal", ("United States, federal", "미국 연방", "Amerika Serikat, federal"), "5 USC 6103; Executive Order 11582",
        "https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/", us_federal,
        "Without Inauguration Day, which closes offices around Washington only, and without single days on which the "
        "President closes the executive departments.",
    ),
    Calendar(
        "us-sec", ("United States, SEC (EDGAR)", "미국 증권거래위원회(EDGAR)", "Amerika Serikat, SEC (EDGAR)"),
        "5 USC 6103; closures of EDGAR as announced", "https://www.sec.gov/submit-filings/filer-support-resources/edgar-calendar", us_sec,
        "Federal holidays and closures of EDGAR that could be confirmed. A closure that is missing here makes the "
        "deadline shown one day earlier, never later.",
        span=(date(2023, 12, 1), date(2028, 12, 31)),
    ),
    Calendar(
        "br", ("Brazil", "브라질", "Brasil"), "Lei 662/1949, 6.802/1980, 10.607/2002, 14.759/2023",
        "https://www.planalto.gov.br/ccivil_03/leis/2002/l10607.htm", br,
        "National holidays. Carnival and Corpus Christi are optional days off (ponto facultativo) and not included; "
        "states and municipalities have further ones.",
    ),
]
