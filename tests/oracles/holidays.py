"""The oracle: what the package `holidays` says, one file a calendar, in tests/oracles/holidays/.

    pip install -r tests/oracles/requirements.txt
    python tests/oracles/holidays.py            # writes the files
    python tests/oracles/holidays.py --compare  # lists where src/law/data/calendars differs, for differences.toml
"""

import importlib
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
# This file bears the name of the package: look for the package first.
sys.path[:] = [path for path in sys.path if Path(path or ".").resolve() != HERE.resolve()]
package = importlib.import_module("holidays")

# Calendar id: country, subdivision, categories. Only where the id is not simply the country's code.
QUERIES = {
    "gb": ("GB", "ENG", None),
    "us-federal": ("US", None, ("public",)),
    "us-sec": ("US", None, ("public",)),
    "jp-office": ("JP", None, ("public", "bank")),
    "hk": ("HK", None, ("public", "optional")),
    "us-ny": ("US", "NY", ("public",)),
    "us-tx": ("US", "TX", ("public",)),
    "us-ca": ("US", "CA", ("public",)),
    "ca": ("CA", None, ("government",)),
}


def theirs(key, first, last):
    country, subdivision, categories = QUERIES.get(key, (key.upper(), None, None))
    wanted = {"categories": categories} if categories else {}
    years = range(first.year - 1, last.year + 2)
    found = package.country_holidays(country, subdiv=subdivision, years=years, language="en_US", **wanted)
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}


def ours(path):
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return read, {holiday["day"]: holiday["name"] for holiday in read["holidays"]}


def main():
    compare = "--compare" in sys.argv
    for path in sorted((HERE.parent.parent / "src" / "law" / "calendars").glob("*.toml")):
        read, days = ours(path)
        found = theirs(path.stem, read["from"], read["to"])
        if compare:
            for day in sorted(days.keys() ^ found.keys()):
                print(f"{path.stem} {day} {day:%a} ours={days.get(day)} theirs={found.get(day)}")
            continue
        rows = [f"# holidays {package.__version__}, python {sys.version.split()[0]}; written by tests/oracles/holidays.py"]
        rows += [f"{day},{name}" for day, name in found.items()]
        (HERE / "holidays" / f"{path.stem}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
