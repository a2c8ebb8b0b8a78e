"""Words for writing down the holidays of a year: fixed days, days around Easter, weekdays of a month, lunar days."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Callable

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Hijri
from lunardate import LunarDate

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@dataclass(frozen=True)
class Day:
    """One closed day."""

    day: date
    name: str
    announced: bool = False
    substitute: bool = False


@dataclass
class Calendar:
    """One file: what it is called, what it rests on, and the rule that gives a year's days."""

    id: str
    names: tuple[str, str, str]
    law: str
    url: str
    year: Callable[[int], list[Day]]
    note: str = ""
    weekend: tuple[str, ...] = ("sat", "sun")
    confidence: str = "secondary"
    working: list[date] = field(default_factory=list)
    span: tuple[date, date] = (date(2024, 1, 1), date(2028, 12, 31))
    announced_to: date | None = None


def fixed(year, *days):
    """Days given as (month, day, name)."""
    return [Day(date(year, month, day), name) for month, day, name in days]


def shifted(when, days):
    return when + timedelta(days=days)


def around_easter(year, *days, orthodox=False):
    """Days given as (days after Easter Sunday, name)."""
    sunday = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    return [Day(shifted(sunday, offset), name) for offset, name in days]


def nth(year, month, weekday, n):
    """The n-th such weekday of the month; -1 is the last."""
    if n > 0:
        first = date(year, month, 1)
        return shifted(first, (weekday - first.weekday()) % 7 + 7 * (n - 1))
    last = shifted(date(year + month // 12, month % 12 + 1, 1), -1)
    return shifted(last, -((last.weekday() - weekday) % 7))


def on_or_after(day, weekday):
    return shifted(day, (weekday - day.weekday()) % 7)


def before(day, weekday):
    """The last such weekday strictly before the day."""
    return shifted(day, -((day.weekday() - weekday - 1) % 7 + 1))


def lunar(year, month, day):
    """A day of the Chinese lunar year that begins in `year`."""
    return LunarDate(year, month, day).to_solar_date()


def hijri(year, month, day):
    """Every day of the Gregorian year that is this day by the Umm al-Qura calendar."""
    found = []
    for hijri_year in range(year - 580, year - 576):
        there = Hijri(hijri_year, month, day).to_gregorian()
        if there.year == year:
            found.append(date(there.year, there.month, there.day))
    return found


def moon(year, month, day, name, after=0):
    """A holiday of the Islamic year: announced when the moon is seen, so the date given is an expectation."""
    return [Day(shifted(when, after), name, announced=True) for when in hijri(year, month, day) if shifted(when, after).year == year]


def substituted(days, beside=()):
    """Adds, for each day on a weekend, the next weekday that is free; `beside` are closed days that do not move."""
    taken = {day.day for day in (*days, *beside)}
    moved = []
    for holiday in sorted(days, key=lambda one: one.day):
        if holiday.day.weekday() in (SAT, SUN):
            when = shifted(holiday.day, 1)
            while when in taken or when.weekday() in (SAT, SUN):
                when = shifted(when, 1)
            taken.add(when)
            moved.append(Day(when, f"Substitute for {holiday.name}", holiday.announced, True))
    return [*days, *beside, *moved]
