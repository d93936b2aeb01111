"""Feasts and public holidays: names, and the days on which each falls in a year."""

from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from holdfire.reading.english.dates import stretch as units
from holdfire.reading.english.dates.stretch import Stretch

_FIXED = {
    "new year's day": "01-01", "new years day": "01-01", "new year": "01-01", "new year's": "01-01",
    "new year's eve": "12-31", "new years eve": "12-31", "christmas": "12-25", "christmas day": "12-25",
    "xmas": "12-25", "christmas eve": "12-24", "boxing day": "12-26", "independence day": "07-04",
    "valentine's day": "02-14", "valentines day": "02-14", "halloween": "10-31", "veterans day": "11-11",
    "armistice day": "11-11", "april fools": "04-01", "april fools day": "04-01", "may day": "05-01",
    "labour day": "05-01", "international workers' day": "05-01", "workers' day": "05-01",
    "st patrick's day": "03-17", "st. patrick's day": "03-17", "juneteenth": "06-19", "freedom day": "06-19",
    "jubilee day": "06-19", "earth day": "04-22", "liberation day": "08-15", "groundhog day": "02-02",
    "international women's day": "03-08", "women's day": "03-08", "all saints' day": "11-01",
    "all souls' day": "11-02", "orthodox christmas": "01-07", "bastille day": "07-14",
    "day of the sun": "04-15", "kim il sung's birthday": "04-15", "day of the shining star": "02-16",
    "kim jong il's birthday": "02-16", "kim jong un's birthday": "01-08", "party foundation day": "10-10",
    "party founding day": "10-10", "day of the republic's foundation": "09-09",
    "republic foundation day": "09-09", "songun day": "08-25", "fatherland liberation day": "08-15",
    "national liberation day": "08-15", "hangul day": "10-09", "china's national day": "10-01",
    "chinese national day": "10-01", "india's independence day": "08-15", "indian independence day": "08-15",
    "pakistan's independence day": "08-14", "mexican independence day": "09-16",
    "mexico's independence day": "09-16", "ukraine's independence day": "08-24",
    "ukrainian independence day": "08-24", "songkran": "04-13", "thingyan": "04-13",
}  # fmt: skip
_NTH = {  # month, weekday, which one (from the end where negative)
    "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1), "martin luther king day": (1, 1, 3), "mlk day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3), "columbus day": (10, 1, 2), "presidents day": (2, 1, 3),
    "presidents' day": (2, 1, 3), "president's day": (2, 1, 3), "mother's day": (5, 7, 2),
    "mothers' day": (5, 7, 2), "father's day": (6, 7, 3), "black friday": (11, 5, 4),
}  # fmt: skip
_FROM_EASTER = {"easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7,
                "ash wednesday": -46, "whit sunday": 49, "pentecost": 49}  # fmt: skip
_MOVED = {  # name → feast of the table, days from it
    "lunar new year": ("lunar new year", 0), "lunar new year's day": ("lunar new year", 0),
    "lunar new year's eve": ("lunar new year", -1), "korean new year": ("lunar new year", 0),
    "seollal": ("lunar new year", 0), "daeboreum": ("lunar new year", 14),
    "chinese new year": ("chinese new year", 0), "spring festival": ("chinese new year", 0),
    "tet": ("tet", 0), "chuseok": ("chuseok", 0), "mid-autumn festival": ("mid-autumn festival", 0),
    "buddha's birthday": ("buddha's birthday", 0), "vesak": ("vesak", 0), "ramadan": ("ramadan", 0),
    "ramadhan": ("ramadan", 0), "ramazan": ("ramadan", 0), "eid al-fitr": ("eid al-fitr", 0),
    "eid ul-fitr": ("eid al-fitr", 0), "eid-al-fitr": ("eid al-fitr", 0), "eid-ul-fitr": ("eid al-fitr", 0),
    "eid al-adha": ("eid al-adha", 0), "eid ul-adha": ("eid al-adha", 0), "eid-al-adha": ("eid al-adha", 0),
    "eid-ul-adha": ("eid al-adha", 0), "ashura": ("ashura", 0), "diwali": ("diwali", 0),
    "deepavali": ("diwali", 0), "holi": ("holi", 0), "nowruz": ("nowruz", 0), "navruz": ("nowruz", 0),
    "nauryz": ("nowruz", 0), "norouz": ("nowruz", 0), "newroz": ("nowruz", 0), "passover": ("passover", 0),
    "rosh hashanah": ("rosh hashanah", 0), "yom kippur": ("yom kippur", 0),
}  # fmt: skip
_BY_THE_MOON = frozenset(("ramadan", "eid al-fitr", "eid al-adha", "ashura"))
HOLIDAYS = frozenset(
    written
    for name in (*_FIXED, *_NTH, *_FROM_EASTER, *_MOVED, "election day", "orthodox easter")
    for written in (name, name.replace("'", "’"))
)


def holiday_without_year(name: str) -> str:
    """What is known of a holiday without its year: "12-25", "11-WXX-4-4"."""
    month, weekday, number = _NTH.get(name, (0, 0, 0))
    return _FIXED.get(name) or (f"{month:02}-WXX-{weekday}-{number}" if month else name.replace(" ", "-"))


def holidays_in(name: str, year: int) -> list[Stretch]:
    """The days of a holiday in a year: mostly one, but of the lunar year two or none."""
    if name in _MOVED:
        return _moved(name, year)
    return [units.day(_day(name, year).toordinal())]


def _moved(name: str, year: int) -> list[Stretch]:
    feast, by = _MOVED[name]
    starts = [day + by for day in _feasts()[feast] if date.fromordinal(day + by).year == year]
    if feast == "ramadan":
        return [_approximate(start, _feast_after("eid al-fitr", start) - 1, "month") for start in starts]
    if feast in _BY_THE_MOON:
        return [_approximate(start, start, "day") for start in starts]
    return [units.day(start) for start in starts]


def _approximate(first: int, last: int, unit: str) -> Stretch:
    """Days that hang on the sight of the moon."""
    a, b = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    edtf = f"{a}~" if first == last else f"{a}~/{b}~"
    return Stretch(first, last, unit, edtf, a if first == last else f"({a},{b},P{last - first}D)")


def _feast_after(feast: str, start: int) -> int:
    return next((day for day in _feasts()[feast] if day > start), start + 30)


@cache
def _feasts() -> dict[str, list[int]]:
    """The days of the feasts that no rule of ours gives, as ordinals."""
    rows = (files(__package__) / "feasts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {
        name: [date.fromisoformat(day).toordinal() for day in days.split()]
        for name, days in (row.split("\t") for row in rows)
    }


def _day(name: str, year: int) -> date:
    if name in _FIXED:
        return date.fromisoformat(f"{year:04}-{_FIXED[name]}")
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name == "orthodox easter":
        return orthodox_easter(year)
    if name == "election day":
        return _nth(year, 11, 1, 1) + timedelta(days=1)
    return _nth(year, *_NTH[name])


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-number - 1))
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Give Easter Sunday of the Julian calendar (Meeus), as a day of the Gregorian one from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
