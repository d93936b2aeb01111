"""The calendars of the package holidays → `feasts.tsv`: `python -m training.feasts.build [--into FILE]`.

One line a feast: its name, then the days on which it falls. Feasts that hang on the sight of the moon may
fall a day earlier or later in a country; the reader marks them as approximate.
"""

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from holidays.calendars import (
    _BuddhistLunisolar,
    _ChineseLunisolar,
    _HebrewLunisolar,
    _HinduLunisolar,
    _IslamicLunar,
    _Persian,
)

INTO = Path("src/holdfire/reading/english/dates/feasts.tsv")
HEAD = "# Made by training/feasts/build.py from the package holidays (MIT): feast, its days.\n"
YEARS = range(1945, 2051)
KOREA, CHINA, VIETNAM = (
    _ChineseLunisolar(f"{name}_CALENDAR") for name in ("KOREAN", "CHINESE", "VIETNAMESE")
)
ISLAM, INDIA, ISRAEL = _IslamicLunar(), _HinduLunisolar(), _HebrewLunisolar()
Days = Callable[[int], Iterable[date]]


def one(of: Callable[..., tuple[date | None, bool] | date | None]) -> Days:
    """The day of a year of a feast that falls once in it."""

    def days(year: int) -> Iterable[date]:
        found = of(year)
        day = found[0] if isinstance(found, tuple) else found
        return [day] if day is not None else []

    return days


def many(of: Callable[[int], Iterable[tuple[date, bool]]]) -> Days:
    """The days of a year of a feast that may fall in it twice."""
    return lambda year: [day for day, _ in of(year)]


FEASTS: dict[str, Days] = {
    "lunar new year": one(KOREA.lunar_new_year_date),
    "chinese new year": one(CHINA.lunar_new_year_date),
    "tet": one(VIETNAM.lunar_new_year_date),
    "dano": one(CHINA.dragon_boat_date),
    "chuseok": one(KOREA.mid_autumn_date),
    "mid-autumn festival": one(CHINA.mid_autumn_date),
    "buddha's birthday": one(KOREA.buddha_birthday_date),
    "vesak": one(_BuddhistLunisolar().vesak_date),
    "ramadan": many(ISLAM.ramadan_beginning_dates),
    "eid al-fitr": many(ISLAM.eid_al_fitr_dates),
    "eid al-adha": many(ISLAM.eid_al_adha_dates),
    "ashura": many(ISLAM.ashura_dates),
    "diwali": one(INDIA.diwali_india_date),
    "holi": one(INDIA.holi_date),
    "nowruz": one(_Persian().new_year_date),
    "passover": one(ISRAEL.passover_date),
    "rosh hashanah": one(ISRAEL.rosh_hashanah_date),
    "yom kippur": one(ISRAEL.yom_kippur_date),
}


def line(name: str, days: Days) -> str:
    """One feast with its days in order."""
    found = sorted({day for year in YEARS for day in days(year) if day.year in YEARS})
    return "\t".join((name, " ".join(day.isoformat() for day in found)))


def main() -> None:
    """Write the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--into", type=Path, default=INTO)
    into: Path = arguments.parse_args().into
    into.write_text(HEAD + "".join(f"{line(*feast)}\n" for feast in FEASTS.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
