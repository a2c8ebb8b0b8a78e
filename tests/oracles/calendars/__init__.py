"""The rules behind src/law/calendars/*.toml, one module per part of the world.

Written from the acts named beside each calendar, without looking at the package `holidays`, which is the oracle:
tests/oracles/holidays.py compares. `python tests/oracles/make_calendars.py` writes the files.
"""

from . import asia, europe, first, others

CALENDARS = sorted(asia.CALENDARS + first.CALENDARS + europe.CALENDARS + others.CALENDARS, key=lambda calendar: calendar.id)
