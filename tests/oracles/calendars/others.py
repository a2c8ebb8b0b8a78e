"""American States, Canada, Australia, South Africa."""

from datetime import date

from .rules import FRI, MON, SAT, SUN, THU, Calendar, Day, around_easter, before, fixed, nth, shifted

SOURCE = "https://github.com/vacanza/holidays/blob/v0.109/holidays/countries/"
NEW_YEAR = (1, 1, "New Year's Day")
CHRISTMAS = (12, 25, "Christmas Day")
GOOD_FRIDAY = (-2, "Good Friday")
EASTER_MONDAY = (1, "Easter Monday")


def sundays_moved(days):
    """A holiday on a Sunday is also kept on the Monday."""
    taken = {day.day for day in days}
    monday = [day for day in days if day.day.weekday() == SUN and shifted(day.day, 1) not in taken]
    return days + [Day(shifted(day.day, 1), f"{day.name}, observed", day.announced, True) for day in monday]


def of_us(year):
    """What the three States have in common with the federation, on their dates."""
    days = fixed(year, NEW_YEAR, (7, 4, "Independence Day"), (11, 11, "Veterans Day"), CHRISTMAS)
    days += [Day(nth(year, 1, MON, 3), "Martin Luther King, Jr. Day"), Day(nth(year, 2, MON, 3), "Washington's Birthday")]
    days += [Day(nth(year, 5, MON, -1), "Memorial Day"), Day(nth(year, 9, MON, 1), "Labor Day")]
    return days + [Day(nth(year, 11, THU, 4), "Thanksgiving Day")]


def us_ny(year):
    """General Construction Law s. 24: Sunday holidays move to Monday, Saturday ones do not move."""
    election = shifted(nth(year, 11, MON, 1), 1)
    days = of_us(year) + fixed(year, (2, 12, "Lincoln's Birthday"), (6, 19, "Juneteenth"))
    return sundays_moved(days + [Day(nth(year, 10, MON, 2), "Columbus Day"), Day(election, "General election day")])


def us_tx(year):
    """Government Code s. 662.003(a) and the State holidays of (b) on which agencies close; none is moved."""
    friday = shifted(nth(year, 11, THU, 4), 1)
    return of_us(year) + fixed(year, (12, 24, "Day before Christmas"), (12, 26, "Day after Christmas")) + [Day(friday, "Friday after Thanksgiving")]


def us_ca(year):
    """Code of Civil Procedure s. 12a and 135: judicial holidays; Saturday ones move to Friday, Sunday ones to Monday."""
    days = of_us(year) + fixed(year, (2, 12, "Lincoln Day"), (3, 31, "Cesar Chavez Day"), (6, 19, "Juneteenth"))
    days += [Day(nth(year, 9, FRI, 4), "Native American Day"), Day(shifted(nth(year, 11, THU, 4), 1), "Day after Thanksgiving")]
    moved = []
    for day in days + fixed(year + 1, NEW_YEAR):
        step = {SAT: -1, SUN: 1}.get(day.day.weekday())
        if step and shifted(day.day, step).year == year:
            moved.append(Day(shifted(day.day, step), f"{day.name}, observed", substitute=True))
    return days + moved


def ca(year):
    """Interpretation Act s. 35(1) "holiday", which s. 26 uses for time limits; Thanksgiving is proclaimed each year."""
    canada = date(year, 7, 2) if date(year, 7, 1).weekday() == SUN else date(year, 7, 1)
    days = fixed(year, NEW_YEAR, (9, 30, "National Day for Truth and Reconciliation"), (11, 11, "Remembrance Day"), CHRISTMAS)
    days += around_easter(year, GOOD_FRIDAY, EASTER_MONDAY) + [Day(canada, "Canada Day")]
    days += [Day(before(date(year, 5, 25), MON), "Victoria Day"), Day(nth(year, 9, MON, 1), "Labour Day")]
    return days + [Day(nth(year, 10, MON, 2), "Thanksgiving Day")]


def au(year):
    """Days kept on their date in every State and Territory; substitute days are left to the States."""
    days = fixed(year, NEW_YEAR, (4, 25, "Anzac Day"), CHRISTMAS, (12, 26, "Boxing Day"), (1, 26, "Australia Day"))
    return days + around_easter(year, GOOD_FRIDAY, EASTER_MONDAY)


ZA_ELECTIONS = [Day(date(2024, 5, 29), "National and provincial elections", announced=True)]
ZA_ELECTIONS += [Day(date(2026, 11, 4), "Local government elections", announced=True)]


def za(year):
    """Public Holidays Act 36 of 1994 s. 1 and 2: Sunday holidays make the Monday free."""
    days = fixed(
        year, NEW_YEAR, (3, 21, "Human Rights Day"), (4, 27, "Freedom Day"), (5, 1, "Workers' Day"), (6, 16, "Youth Day"),
        (8, 9, "National Women's Day"), (9, 24, "Heritage Day"), (12, 16, "Day of Reconciliation"), CHRISTMAS, (12, 26, "Day of Goodwill"),
    )
    days += around_easter(year, GOOD_FRIDAY, (1, "Family Day"))
    return sundays_moved(days) + [day for day in ZA_ELECTIONS if day.day.year == year]


CALENDARS = [
    Calendar("us-ny", ("United States, New York", "미국 뉴욕주", "Amerika Serikat, New York"), "General Construction Law s. 24, 25-a", "https://www.nysenate.gov/legislation/laws/GCN/24", us_ny, "Public holidays of the General Construction Law; agencies may close on further days."),
    Calendar("us-tx", ("United States, Texas", "미국 텍사스주", "Amerika Serikat, Texas"), "Government Code s. 662.003", "https://statutes.capitol.texas.gov/Docs/GV/htm/GV.662.htm", us_tx, "Without the State holidays on which agencies stay open with fewer people (19 January, 2 March, 21 April, 19 June, 27 August) and optional ones."),
    Calendar("us-ca", ("United States, California", "미국 캘리포니아주", "Amerika Serikat, California"), "Code of Civil Procedure s. 12a, 135", "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CCP&sectionNum=135", us_ca, "Judicial holidays, by which time limits are computed."),
    Calendar("ca", ("Canada, federal", "캐나다 연방", "Kanada, federal"), "Interpretation Act s. 26, 35(1); Holidays Act s. 2", "https://laws-lois.justice.gc.ca/eng/acts/I-21/section-35.html", ca, "Without Boxing Day and days observed in lieu, which the Interpretation Act does not name."),
    Calendar("au", ("Australia", "호주", "Australia"), "Public holidays acts of the States and Territories", f"{SOURCE}australia.py", au, "Only days kept everywhere on their date; substitute days and the monarch's birthday differ between States."),
    Calendar("za", ("South Africa", "남아프리카공화국", "Afrika Selatan"), "Public Holidays Act 36 of 1994", f"{SOURCE}south_africa.py", za, "Election days are known only once proclaimed."),
]
