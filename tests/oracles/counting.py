"""The oracle of counting: random cases, counted by dateutil (days, weeks, months), numpy (working days) and zoneinfo.

    pip install -r tests/oracles/requirements.txt
    python tests/oracles/counting.py

Writes tests/oracles/counting.csv. Holiday lists come from tests/oracles/holidays/*.csv, so that no date of ours is used;
calendars are those whose list equals the package's.
"""

import random
import sys
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import dateutil
import numpy
from dateutil.relativedelta import relativedelta

HERE = Path(__file__).parent
PLACES = {
    "kr": "Asia/Seoul", "de": "Europe/Berlin", "fr": "Europe/Paris", "pl": "Europe/Warsaw", "gb": "Europe/London",
    "us-federal": "America/New_York", "br": "America/Sao_Paulo", "jp": "Asia/Tokyo", "ie": "Europe/Dublin",
    "pt": "Europe/Lisbon", "za": "Africa/Johannesburg", "au": "Australia/Sydney",
}
# Month ends, leap days, year ends, changes of the clocks: counted from more often than chance would.
EDGES = [
    date(2024, 1, 31), date(2024, 2, 28), date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 30), date(2025, 3, 29),
    date(2025, 10, 25), date(2025, 12, 24), date(2026, 1, 31), date(2026, 3, 28), date(2026, 10, 24), date(2026, 10, 31),
    date(2027, 2, 28), date(2027, 12, 31), date(2028, 1, 29), date(2028, 2, 29), date(2028, 3, 25), date(2026, 4, 2),
]


def holidays(place):
    rows = (HERE / "holidays" / f"{place}.csv").read_text(encoding="utf-8").splitlines()
    return [date.fromisoformat(row.split(",")[0]) for row in rows if not row.startswith("#")]


def utc(local):
    return local.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def end_of(day, zone):
    """The last second of a local day: a second before the next day begins."""
    return (datetime.combine(day + timedelta(days=1), time(), zone).astimezone(timezone.utc)) - timedelta(seconds=1)


def rolled(day, closed):
    return numpy.busday_offset(numpy.datetime64(day), 0, roll="forward", holidays=closed).astype(date)


def full_hour(start, zone):
    """The beginning of the local hour after that of the event."""
    local = start.astimezone(zone)
    return start + timedelta(seconds=3600 - local.minute * 60 - local.second)


def case(chance):
    place = chance.choice(sorted(PLACES))
    zone = ZoneInfo(PLACES[place])
    day = chance.choice(EDGES) if chance.random() < 0.4 else date(2024, 1, 1) + timedelta(days=chance.randrange(1650))
    second = chance.choice([0, 3600, 7199, 39600, 86399]) if chance.random() < 0.3 else chance.randrange(86400)
    start = datetime.combine(day, time(), zone).astimezone(timezone.utc) + timedelta(seconds=second)
    day = start.astimezone(zone).date()
    closed = holidays(place)
    unit = chance.choice(["hours", "days", "working-days", "weeks", "months", "days-after-year-end"])
    hours, first, roll = "elapsed", "excluded", chance.choice(["none", "end-of-next-open-day", "noon-of-next-open-day"])
    if unit == "hours":
        number, hours = chance.choice([1, 4, 12, 24, 36, 48, 72, 96]), chance.choice(["elapsed", "full-hours"])
        strict = start + timedelta(hours=number)
        legal = strict if hours == "elapsed" else full_hour(start, zone) + timedelta(hours=number)
        last = legal.astimezone(zone).date()
        if roll == "noon-of-next-open-day" and rolled(last, closed) != last:
            legal = datetime.combine(rolled(last, closed), time(12), zone)
        return place, zone, start, unit, number, hours, first, roll, strict, legal
    if unit == "working-days":
        number = chance.randrange(1, 30)
        first = chance.choice(["excluded", "included", "first-open-day"])
        if first == "included":
            last = numpy.busday_offset(numpy.datetime64(day), number - 1, roll="forward", holidays=closed)
        else:
            last = numpy.busday_offset(numpy.datetime64(day), number, roll="backward", holidays=closed)
        last = strict_day = last.astype(date)
    elif unit == "days-after-year-end":
        number = chance.randrange(1, 91)
        last = strict_day = date(day.year, 12, 31) + relativedelta(days=number)
    else:
        number = chance.randrange(1, {"days": 91, "weeks": 9, "months": 7}[unit])
        first = chance.choice(["excluded", "included"]) if unit != "months" else "excluded"
        last = day + relativedelta(**{unit: number}) - relativedelta(days=int(first == "included"))
        strict_day = last
    legal = end_of(last, zone)
    if roll != "none" and rolled(last, closed) != last:
        to = rolled(last, closed)
        legal = end_of(to, zone) if roll.startswith("end") else datetime.combine(to, time(12), zone)
    return place, zone, start, unit, number, hours, first, roll, end_of(strict_day, zone), legal


def main():
    chance = random.Random(20261122)
    versions = f"python {sys.version.split()[0]}, dateutil {dateutil.__version__}, numpy {numpy.__version__}"
    rows = [f"# {versions}; written by tests/oracles/counting.py", "calendar,zone,start,unit,number,hours,first_day,roll,strict,legal"]
    while len(rows) < 802:
        place, zone, start, unit, number, hours, first, roll, strict, legal = case(chance)
        if legal.astimezone(zone).year < 2029:
            rows.append(f"{place},{zone.key},{utc(start)},{unit},{number},{hours},{first},{roll},{utc(strict)},{utc(legal)}")
    (HERE / "counting.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
