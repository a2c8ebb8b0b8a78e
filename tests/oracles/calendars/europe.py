"""The European Economic Area, Switzerland and the United Kingdom."""

from datetime import date

from .rules import FRI, MON, SAT, SUN, THU, Calendar, Day, around_easter, fixed, nth, on_or_after, shifted, substituted

NEW_YEAR = (1, 1, "New Year's Day")
EPIPHANY = (1, 6, "Epiphany")
LABOUR = (5, 1, "Labour Day")
ASSUMPTION = (8, 15, "Assumption of Mary")
ALL_SAINTS = (11, 1, "All Saints' Day")
IMMACULATE = (12, 8, "Immaculate Conception")
CHRISTMAS_EVE = (12, 24, "Christmas Eve")
CHRISTMAS = (12, 25, "Christmas Day")
SECOND_CHRISTMAS = (12, 26, "Second Day of Christmas")
NEW_YEARS_EVE = (12, 31, "New Year's Eve")

MAUNDY = (-3, "Maundy Thursday")
GOOD_FRIDAY = (-2, "Good Friday")
HOLY_SATURDAY = (-1, "Holy Saturday")
EASTER = (0, "Easter Sunday")
EASTER_MONDAY = (1, "Easter Monday")
ASCENSION = (39, "Ascension Day")
PENTECOST = (49, "Whit Sunday")
WHIT_MONDAY = (50, "Whit Monday")
CORPUS_CHRISTI = (60, "Corpus Christi")
CLEAN_MONDAY = (-48, "Clean Monday")


def plain(*days, orthodox=False):
    """A year of fixed days (three members) and days around Easter (two members)."""
    def year(of):
        dated = [day for day in days if len(day) == 3]
        moving = [day for day in days if len(day) == 2]
        return fixed(of, *dated) + around_easter(of, *moving, orthodox=orthodox)
    return year


def bg(year):
    """Labour Code art. 154: (2) days other than Easter on a weekend make the next working days free."""
    feasts = around_easter(year, GOOD_FRIDAY, HOLY_SATURDAY, EASTER, EASTER_MONDAY, orthodox=True)
    days = fixed(
        year, NEW_YEAR, (3, 3, "Liberation Day"), LABOUR, (5, 6, "Saint George's Day"), (5, 24, "Day of Letters and Culture"),
        (9, 6, "Unification Day"), (9, 22, "Independence Day"), CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS,
    )
    # Decided by the Council of Ministers for the change to the euro.
    euro = [Day(day, "Introduction of the euro", announced=True) for day in (date(2025, 12, 31), date(2026, 1, 2))]
    return substituted(days, feasts) + [day for day in euro if day.day.year == year]


def midsummer(year):
    return on_or_after(date(year, 6, 20), SAT)


def all_saints(year):
    return on_or_after(date(year, 10, 31), SAT)


def fi(year):
    """Act 388/2023 and Act 150/1930 s. 5: the eves of Christmas and Midsummer extend a time limit too."""
    days = fixed(year, NEW_YEAR, EPIPHANY, (5, 1, "May Day"), (12, 6, "Independence Day"), CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS)
    days += around_easter(year, GOOD_FRIDAY, EASTER, EASTER_MONDAY, ASCENSION, PENTECOST)
    days += [Day(shifted(midsummer(year), -1), "Midsummer Eve"), Day(midsummer(year), "Midsummer Day")]
    return days + [Day(all_saints(year), "All Saints' Day")]


def se(year):
    """Act 1989:253, and Act 1930:173 s. 2: three eves extend a time limit like a holiday."""
    days = fixed(year, NEW_YEAR, EPIPHANY, (5, 1, "May Day"), (6, 6, "National Day"), CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS, NEW_YEARS_EVE)
    days += around_easter(year, GOOD_FRIDAY, EASTER, EASTER_MONDAY, ASCENSION, PENTECOST)
    days += [Day(shifted(midsummer(year), -1), "Midsummer Eve"), Day(midsummer(year), "Midsummer Day")]
    return days + [Day(all_saints(year), "All Saints' Day")]


GR_MAY_DAY = {2024: date(2024, 5, 7)}


def gr(year):
    """Labour Day is moved by ministerial decision where it falls into Holy Week."""
    days = fixed(year, NEW_YEAR, EPIPHANY, (3, 25, "Independence Day"), ASSUMPTION, (10, 28, "Ohi Day"), CHRISTMAS, SECOND_CHRISTMAS)
    days += around_easter(year, CLEAN_MONDAY, GOOD_FRIDAY, EASTER, EASTER_MONDAY, WHIT_MONDAY, orthodox=True)
    moved = GR_MAY_DAY.get(year)
    return days + [Day(moved, "Labour Day", announced=True, substitute=True) if moved else Day(date(year, 5, 1), "Labour Day")]


def hu(year):
    """Labour Code 2012:I s. 102; 24 December since 2024."""
    days = fixed(
        year, NEW_YEAR, (3, 15, "National Day"), LABOUR, (8, 20, "State Foundation Day"), (10, 23, "Republic Day"), ALL_SAINTS,
        CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS,
    )
    return days + around_easter(year, GOOD_FRIDAY, EASTER, EASTER_MONDAY, PENTECOST, WHIT_MONDAY)


def ie(year):
    """Organisation of Working Time Act 1997, second schedule; SI 50/2022."""
    brigid = date(year, 2, 1) if date(year, 2, 1).weekday() == FRI else nth(year, 2, MON, 1)
    days = fixed(year, NEW_YEAR, (3, 17, "Saint Patrick's Day"), CHRISTMAS, (12, 26, "Saint Stephen's Day"))
    days += around_easter(year, EASTER_MONDAY) + [Day(brigid, "Saint Brigid's Day")]
    days += [Day(nth(year, 5, MON, 1), "May Day"), Day(nth(year, 6, MON, 1), "June Holiday")]
    return days + [Day(nth(year, 8, MON, 1), "August Holiday"), Day(nth(year, 10, MON, -1), "October Holiday")]


def it(year):
    """Act 260/1949; 4 October again since 2026 (Act 151/2025)."""
    days = fixed(
        year, NEW_YEAR, EPIPHANY, (4, 25, "Liberation Day"), LABOUR, (6, 2, "Republic Day"), ASSUMPTION, ALL_SAINTS, IMMACULATE,
        CHRISTMAS, (12, 26, "Saint Stephen's Day"),
    )
    days += around_easter(year, EASTER, EASTER_MONDAY)
    return days + (fixed(year, (10, 4, "Saint Francis of Assisi")) if year >= 2026 else [])


def lv(year):
    """Act on Public Holidays s. 1: 4 May and 18 November on a weekend make the next Monday free."""
    days = fixed(
        year, NEW_YEAR, LABOUR, (5, 4, "Restoration of Independence"), (6, 23, "Midsummer Eve"), (6, 24, "Midsummer Day"),
        (11, 18, "Proclamation of the Republic"), CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS, NEW_YEARS_EVE,
    )
    days += [Day(nth(year, 5, SUN, 2), "Mother's Day")]
    days += around_easter(year, GOOD_FRIDAY, EASTER, EASTER_MONDAY, PENTECOST)
    for month, day in ((5, 4), (11, 18)):
        if date(year, month, day).weekday() in (SAT, SUN):
            when = on_or_after(date(year, month, day), MON)
            days.append(Day(when, "Substitute for a national day", substitute=True))
    return days


def lt(year):
    days = fixed(
        year, NEW_YEAR, (2, 16, "Restoration of the State"), (3, 11, "Restoration of Independence"), LABOUR,
        (6, 24, "Saint John's Day"), (7, 6, "Statehood Day"), ASSUMPTION, ALL_SAINTS, (11, 2, "All Souls' Day"),
        CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS,
    )
    days += [Day(nth(year, 5, SUN, 1), "Mother's Day"), Day(nth(year, 6, SUN, 1), "Father's Day")]
    return days + around_easter(year, EASTER, EASTER_MONDAY)


def nl(year):
    """General Extension of Time Limits Act (Algemene termijnenwet) art. 3: 5 May every year, Good Friday put on a par."""
    king = date(year, 4, 27)
    days = fixed(year, NEW_YEAR, (5, 5, "Liberation Day"), CHRISTMAS, SECOND_CHRISTMAS)
    days += [Day(shifted(king, -1) if king.weekday() == SUN else king, "King's Day")]
    return days + around_easter(year, GOOD_FRIDAY, EASTER, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY)


def pl(year):
    days = fixed(
        year, NEW_YEAR, EPIPHANY, LABOUR, (5, 3, "Constitution Day"), ASSUMPTION, ALL_SAINTS, (11, 11, "Independence Day"),
        CHRISTMAS, SECOND_CHRISTMAS,
    )
    days += around_easter(year, EASTER, EASTER_MONDAY, PENTECOST, CORPUS_CHRISTI)
    return days + (fixed(year, CHRISTMAS_EVE) if year >= 2025 else [])


def ro(year):
    """Labour Code art. 139; 6 and 7 January since 2024."""
    days = fixed(
        year, NEW_YEAR, (1, 2, "Second Day of the New Year"), EPIPHANY, (1, 7, "Saint John the Baptist"),
        (1, 24, "Unification Day"), LABOUR, (6, 1, "Children's Day"), ASSUMPTION, (11, 30, "Saint Andrew"), (12, 1, "National Day"),
        CHRISTMAS, SECOND_CHRISTMAS,
    )
    return days + around_easter(year, GOOD_FRIDAY, EASTER, EASTER_MONDAY, PENTECOST, WHIT_MONDAY, orthodox=True)


def sk(year):
    """Act 241/1993: free of work are not 1 September since 2024, 17 November since 2025, 8 May and 15 September in 2026."""
    days = fixed(
        year, (1, 1, "Day of the Republic"), EPIPHANY, LABOUR, (7, 5, "Saints Cyril and Methodius"),
        (8, 29, "National Uprising"), ALL_SAINTS, CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS,
    )
    days += around_easter(year, GOOD_FRIDAY, EASTER_MONDAY)
    if year != 2026:
        days += fixed(year, (5, 8, "Victory Day"), (9, 15, "Our Lady of Sorrows"))
    return days + (fixed(year, (11, 17, "Freedom and Democracy Day")) if year < 2025 else [])


def iceland(year):
    days = fixed(year, NEW_YEAR, LABOUR, (6, 17, "National Day"), CHRISTMAS, SECOND_CHRISTMAS)
    days += around_easter(year, MAUNDY, GOOD_FRIDAY, EASTER, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY)
    return days + [Day(on_or_after(date(year, 4, 19), THU), "First Day of Summer"), Day(nth(year, 8, MON, 1), "Commerce Day")]


def gb(year):
    """Banking and Financial Dealings Act 1971 schedule 1, and the proclamations under it."""
    days = around_easter(year, GOOD_FRIDAY, EASTER_MONDAY)
    days += [Day(nth(year, 5, MON, 1), "Early May bank holiday"), Day(nth(year, 5, MON, -1), "Spring bank holiday")]
    days += [Day(nth(year, 8, MON, -1), "Summer bank holiday")]
    dated = fixed(year, NEW_YEAR, CHRISTMAS, (12, 26, "Boxing Day"))
    return substituted(dated, days)


AT = plain(
    NEW_YEAR, EPIPHANY, EASTER_MONDAY, LABOUR, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI, ASSUMPTION, (10, 26, "National Day"),
    ALL_SAINTS, IMMACULATE, CHRISTMAS, (12, 26, "Saint Stephen's Day"),
)
BE = plain(
    NEW_YEAR, EASTER_MONDAY, LABOUR, ASCENSION, WHIT_MONDAY, (7, 21, "National Day"), ASSUMPTION, ALL_SAINTS,
    (11, 11, "Armistice Day"), CHRISTMAS,
)
HR = plain(
    NEW_YEAR, EPIPHANY, EASTER, EASTER_MONDAY, LABOUR, (5, 30, "Statehood Day"), CORPUS_CHRISTI, (6, 22, "Anti-Fascist Struggle Day"),
    (8, 5, "Victory and Homeland Thanksgiving Day"), ASSUMPTION, ALL_SAINTS, (11, 18, "Remembrance Day"), CHRISTMAS, SECOND_CHRISTMAS,
)
CY = plain(
    NEW_YEAR, EPIPHANY, CLEAN_MONDAY, (3, 25, "Greek Independence Day"), (4, 1, "Cyprus National Day"), GOOD_FRIDAY, EASTER,
    EASTER_MONDAY, LABOUR, WHIT_MONDAY, ASSUMPTION, (10, 1, "Independence Day"), (10, 28, "Ohi Day"), CHRISTMAS, SECOND_CHRISTMAS,
    orthodox=True,
)
CZ = plain(
    (1, 1, "Restoration of the Independent Czech State"), GOOD_FRIDAY, EASTER_MONDAY, LABOUR, (5, 8, "Victory Day"),
    (7, 5, "Saints Cyril and Methodius"), (7, 6, "Jan Hus Day"), (9, 28, "Statehood Day"), (10, 28, "Independence Day"),
    (11, 17, "Freedom and Democracy Day"), CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS,
)
DK = plain(NEW_YEAR, MAUNDY, GOOD_FRIDAY, EASTER, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY, CHRISTMAS, SECOND_CHRISTMAS)
EE = plain(
    NEW_YEAR, (2, 24, "Independence Day"), GOOD_FRIDAY, EASTER, (5, 1, "Spring Day"), PENTECOST, (6, 23, "Victory Day"),
    (6, 24, "Midsummer Day"), (8, 20, "Restoration of Independence"), CHRISTMAS_EVE, CHRISTMAS, SECOND_CHRISTMAS,
)
DE = plain(
    NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, LABOUR, ASCENSION, WHIT_MONDAY, (10, 3, "German Unity Day"), CHRISTMAS, SECOND_CHRISTMAS
)
ES = plain(
    NEW_YEAR, EPIPHANY, GOOD_FRIDAY, LABOUR, ASSUMPTION, (10, 12, "National Day"), ALL_SAINTS, (12, 6, "Constitution Day"), IMMACULATE,
    CHRISTMAS,
)
FR = plain(
    NEW_YEAR, EASTER_MONDAY, LABOUR, (5, 8, "Victory Day"), ASCENSION, WHIT_MONDAY, (7, 14, "National Day"), ASSUMPTION, ALL_SAINTS,
    (11, 11, "Armistice Day"), CHRISTMAS,
)
LI = plain(
    NEW_YEAR, EPIPHANY, (2, 2, "Candlemas"), (3, 19, "Saint Joseph"), EASTER_MONDAY, LABOUR, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI,
    ASSUMPTION, (9, 8, "Nativity of Mary"), ALL_SAINTS, IMMACULATE, CHRISTMAS, (12, 26, "Saint Stephen's Day"),
)
LU = plain(
    NEW_YEAR, EASTER_MONDAY, LABOUR, (5, 9, "Europe Day"), ASCENSION, WHIT_MONDAY, (6, 23, "National Day"), ASSUMPTION, ALL_SAINTS,
    CHRISTMAS, (12, 26, "Saint Stephen's Day"),
)
MT = plain(
    NEW_YEAR, (2, 10, "Saint Paul's Shipwreck"), (3, 19, "Saint Joseph"), (3, 31, "Freedom Day"), GOOD_FRIDAY, LABOUR,
    (6, 7, "Sette Giugno"), (6, 29, "Saints Peter and Paul"), ASSUMPTION, (9, 8, "Our Lady of Victories"), (9, 21, "Independence Day"),
    IMMACULATE, (12, 13, "Republic Day"), CHRISTMAS,
)
NO = plain(
    NEW_YEAR, MAUNDY, GOOD_FRIDAY, EASTER, EASTER_MONDAY, LABOUR, (5, 17, "Constitution Day"), ASCENSION, PENTECOST, WHIT_MONDAY,
    CHRISTMAS, SECOND_CHRISTMAS,
)
PT = plain(
    NEW_YEAR, GOOD_FRIDAY, EASTER, (4, 25, "Freedom Day"), LABOUR, CORPUS_CHRISTI, (6, 10, "Portugal Day"), ASSUMPTION,
    (10, 5, "Republic Day"), ALL_SAINTS, (12, 1, "Restoration of Independence"), IMMACULATE, CHRISTMAS,
)
SI = plain(
    NEW_YEAR, (1, 2, "Second Day of the New Year"), (2, 8, "Prešeren Day"), EASTER, EASTER_MONDAY, (4, 27, "Uprising Against Occupation"),
    LABOUR, (5, 2, "Second Day of Labour Day"), PENTECOST, (6, 25, "Statehood Day"), ASSUMPTION, (10, 31, "Reformation Day"),
    (11, 1, "Remembrance Day"), CHRISTMAS, (12, 26, "Independence and Unity Day"),
)

SOURCE = "https://github.com/vacanza/holidays/blob/v0.109/holidays/countries/"
MUNICIPAL = "National holidays; regions and municipalities have further ones."


def of(key, names, law, year, note="", module=""):
    return Calendar(key, names, law, f"{SOURCE}{module or names[0].lower().replace(' ', '_')}.py", year, note)


CALENDARS = [
    of("at", ("Austria", "오스트리아", "Austria"), "Feiertagsruhegesetz 1957 § 1; Arbeitsruhegesetz § 7", AT, "Without the patron days of the Länder."),
    of("be", ("Belgium", "벨기에", "Belgia"), "Loi du 4 janvier 1974 art. 4; arrêté royal du 18 avril 1974 art. 1", BE, "Without days of the communities."),
    of("bg", ("Bulgaria", "불가리아", "Bulgaria"), "Labour Code (Кодекс на труда) art. 154", bg, "Days declared free by single decisions are known only once decided."),
    of("hr", ("Croatia", "크로아티아", "Kroasia"), "Zakon o blagdanima, spomendanima i neradnim danima (2019)", HR),
    of("cy", ("Cyprus", "키프로스", "Siprus"), "Public holidays of the public service of Cyprus", CY, "Without the days on which only banks or shops close."),
    of("cz", ("Czechia", "체코", "Ceko"), "Act 245/2000 on public holidays", CZ),
    of("dk", ("Denmark", "덴마크", "Denmark"), "Lov om Folkekirkens helligdage; Act 214/2023 (no Great Prayer Day since 2024)", DK, "Constitution Day, Christmas Eve and New Year's Eve are not included: offices close by agreement."),
    of("ee", ("Estonia", "에스토니아", "Estonia"), "Pühade ja tähtpäevade seadus § 1, 2", EE),
    of("fi", ("Finland", "핀란드", "Finlandia"), "Act 388/2023; Act 150/1930 s. 5", fi, "With Midsummer Eve and Christmas Eve, which extend a time limit like a holiday."),
    of("fr", ("France", "프랑스", "Prancis"), "Code du travail art. L3133-1", FR, "Without the further days of Alsace-Moselle and overseas."),
    of("de", ("Germany", "독일", "Jerman"), "Einigungsvertrag art. 2(2); Feiertagsgesetze of the Länder", DE, "Only the nine days closed in every Land; Epiphany, Corpus Christi, Reformation Day, All Saints' Day and others close single Länder."),
    of("gr", ("Greece", "그리스", "Yunani"), "Decree 281/1968; Act 4468/2017; decisions moving 1 May", gr, "1 May in Holy Week is moved by decision; the decision for 2027 (1 May is Holy Saturday) is not included."),
    of("hu", ("Hungary", "헝가리", "Hungaria"), "Act I of 2012 (Labour Code) s. 102", hu, "Without the rest days that a yearly decree swaps with Saturdays: those Saturdays are no working days here."),
    of("ie", ("Ireland", "아일랜드", "Irlandia"), "Organisation of Working Time Act 1997, second schedule", ie, "A holiday on a weekend is not moved by law; banks and many offices close the next Monday."),
    of("it", ("Italy", "이탈리아", "Italia"), "Legge 260/1949; 54/1977; 336/2000; 151/2025", it, "Without patron days."),
    of("lv", ("Latvia", "라트비아", "Latvia"), "Likums par svētku, atceres un atzīmējamām dienām s. 1", lv),
    of("lt", ("Lithuania", "리투아니아", "Lituania"), "Labour Code (Darbo kodeksas) art. 123", lt),
    of("lu", ("Luxembourg", "룩셈부르크", "Luksemburg"), "Code du travail art. L. 232-2", LU),
    of("mt", ("Malta", "몰타", "Malta"), "National Holidays and Other Public Holidays Act, cap. 252", MT),
    of("nl", ("Netherlands", "네덜란드", "Belanda"), "Algemene termijnenwet art. 3", nl, "The days that extend a time limit in law, which are more than the days off work: Good Friday, and 5 May every year."),
    of("pl", ("Poland", "폴란드", "Polandia"), "Ustawa z dnia 18 stycznia 1951 o dniach wolnych od pracy", pl),
    of("pt", ("Portugal", "포르투갈", "Portugal"), "Código do Trabalho art. 234", PT, MUNICIPAL + " Carnival is optional."),
    of("ro", ("Romania", "루마니아", "Rumania"), "Codul muncii art. 139", ro, "Good Friday, Easter and Pentecost by the Orthodox calendar; bridge days by yearly decision are not included."),
    of("sk", ("Slovakia", "슬로바키아", "Slowakia"), "Act 241/1993 on state holidays", sk),
    of("si", ("Slovenia", "슬로베니아", "Slovenia"), "Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji", SI),
    of("es", ("Spain", "스페인", "Spanyol"), "Estatuto de los Trabajadores art. 37.2; Real Decreto 2001/1983 art. 45", ES, MUNICIPAL + " A community may replace Epiphany; none did in 2024 to 2026 as far as known."),
    of("se", ("Sweden", "스웨덴", "Swedia"), "Lag (1989:253) om allmänna helgdagar; lag (1930:173) om beräkning av lagstadgad tid", se, "With the eves of Midsummer, Christmas and the New Year, which extend a time limit like a holiday."),
    of("is", ("Iceland", "아이슬란드", "Islandia"), "Act 88/1971 art. 6; Act 32/1997", iceland, "Without the half days of 24 and 31 December."),
    of("no", ("Norway", "노르웨이", "Norwegia"), "Lov om helligdager og helligdagsfred 1995 § 2; lov om 1. og 17. mai 1947", NO),
    of("li", ("Liechtenstein", "리히텐슈타인", "Liechtenstein"), "Public holidays of Liechtenstein by law", LI, "Without the days on which only banks and offices close (2 January, Shrove Tuesday, Good Friday, 24 and 31 December)."),
    of("gb", ("United Kingdom, England and Wales", "영국(잉글랜드·웨일스)", "Britania Raya, Inggris dan Wales"), "Banking and Financial Dealings Act 1971, schedule 1", gb, "Scotland and Northern Ireland differ.", "united_kingdom"),
    of("ch", ("Switzerland, federal", "스위스 연방", "Swiss, federal"), "Federal Constitution art. 110(3)", plain(NEW_YEAR, ASCENSION, (8, 1, "National Day"), CHRISTMAS), "1 August by federal law; New Year's Day, Ascension Day and Christmas Day by the law of every canton. Every canton has further holidays.", "switzerland"),
]
