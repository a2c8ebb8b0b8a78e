"""The European Economic Area, Switzerland and the United Kingdom."""

from .rules import Calendar, around_easter, fixed


def de(year):
    return fixed(
        year,
        (1, 1, "New Year's Day"), (5, 1, "Labour Day"), (10, 3, "German Unity Day"), (12, 25, "Christmas Day"),
        (12, 26, "Second Day of Christmas"),
    ) + around_easter(year, (-2, "Good Friday"), (1, "Easter Monday"), (39, "Ascension Day"), (50, "Whit Monday"))


def fr(year):
    return fixed(
        year,
        (1, 1, "New Year's Day"), (5, 1, "Labour Day"), (5, 8, "Victory Day"), (7, 14, "National Day"),
        (8, 15, "Assumption of Mary"), (11, 1, "All Saints' Day"), (11, 11, "Armistice Day"), (12, 25, "Christmas Day"),
    ) + around_easter(year, (1, "Easter Monday"), (39, "Ascension Day"), (50, "Whit Monday"))


CALENDARS = [
    Calendar(
        "de", ("Germany", "독일", "Jerman"), "Einigungsvertrag art. 2(2); Feiertagsgesetze of the Länder",
        "https://www.gesetze-im-internet.de/einigvtr/art_2.html", de,
        "Only the nine days closed in every Land; Epiphany, Corpus Christi, Reformation Day, All Saints' Day and others "
        "close single Länder.",
    ),
    Calendar(
        "fr", ("France", "프랑스", "Prancis"), "Code du travail art. L3133-1", "https://www.service-public.fr/particuliers/vosdroits/F2405", fr,
        "Without the further days of Alsace-Moselle and overseas.",
    ),
]
