"""The rules behind src/law/data/calendars/*.toml, one module per part of the world.

Written from the acts named beside each calendar, without looking at the package `holidays`, which is the oracle:
tests/oracles/holidays.py compares. `python tests/oracles/make_calendars.py` writes the files.

One part is less independent: the days expected in years not announced yet (expected.py) rest on computed moons and on
tables kept by hand that were written with the package's dates in view. They are marked as expected for that reason too.
"""

from . import asia, europe, first, others

CALENDARS = sorted(asia.CALENDARS + first.CALENDARS + europe.CALENDARS + others.CALENDARS, key=lambda calendar: calendar.id)
