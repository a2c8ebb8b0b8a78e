"""Writes src/law/data/calendars/*.toml from the rules in tests/oracles/calendars, and the list of the oracle's files.

    pip install -r tests/oracles/requirements.txt
    python tests/oracles/make_calendars.py
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from calendars import CALENDARS  # noqa: E402

LAW = HERE.parent.parent / "src" / "law"


def text(value):
    return json.dumps(value, ensure_ascii=False)


def words(en, ko, indonesian):
    return f"{{ en = {text(en)}, ko = {text(ko)}, id = {text(indonesian)} }}"


def merged(days):
    """One entry a day: where two fall together their names are joined."""
    out = {}
    for day in sorted(days, key=lambda one: (one.day, one.substitute)):
        have = out.get(day.day)
        if have is None:
            out[day.day] = [day.name, day.announced, day.substitute]
        elif day.name not in have[0].split(", "):
            out[day.day] = [f"{have[0]}, {day.name}", have[1] and day.announced, have[2] and day.substitute]
    return out


def lines(calendar):
    first, last = calendar.span
    days = [day for year in range(first.year, last.year + 1) for day in calendar.year(year)]
    for day, (name, announced, substitute) in sorted(merged(days).items()):
        if first <= day <= last:
            flags = (", announced = true" if announced else "") + (", substitute = true" if substitute else "")
            yield f"    {{ day = {day}, name = {text(name)}{flags} }},"


def rendered(calendar):
    en, ko, indonesian = calendar.names
    out = ["# Written by tests/oracles/make_calendars.py from tests/oracles/calendars: edit that."]
    out.append("title = " + words(f"Public holidays: {en}", f"공휴일: {ko}", f"Hari libur: {indonesian}"))
    out.append(f"from = {calendar.span[0]}")
    out.append(f"to = {calendar.span[1]}")
    if calendar.announced_to:
        out.append(f"announced_to = {calendar.announced_to}")
    out.append("weekend = [" + ", ".join(text(day) for day in calendar.weekend) + "]")
    if calendar.note:
        out.append("note = " + text(calendar.note))
    out.append("holidays = [")
    out.extend(lines(calendar))
    out.append("]")
    if calendar.working:
        out.append("working = [" + ", ".join(str(day) for day in sorted(calendar.working)) + "]")
    out.append("")
    out.append("[source]")
    compared = ("dates compared with the package holidays", "날짜는 holidays 패키지와 대조했습니다", "tanggal dibandingkan dengan paket holidays")
    out.append("cite = " + words(*(f"{calendar.law}; {how}" for how in compared)))
    out.append(f"url = {text(calendar.url)}")
    out.append("verified_on = 2026-11-22")
    out.append(f'confidence = "{calendar.confidence}"')
    return "\n".join(out) + "\n"


ORACLE = '''//! The files of the oracle, one a calendar. Written by tests/oracles/make_calendars.py.

macro_rules! fixture {
    ($id:literal) => {
        ($id, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles/holidays/", $id, ".csv")))
    };
}

/// Each calendar's id and what the package `holidays` says of it.
pub(super) const FIXTURES: &[(&str, &str)] = &[
'''


def main():
    folder = LAW / "calendars"
    for calendar in CALENDARS:
        (folder / f"{calendar.id}.toml").write_text(rendered(calendar), encoding="utf-8")
    names = sorted(calendar.id for calendar in CALENDARS)
    rows = "".join(f'    fixture!("{name}"),\n' for name in names)
    (LAW / "calendar" / "fixtures.rs").write_text(ORACLE + rows + "];\n", encoding="utf-8")


if __name__ == "__main__":
    main()
