"""Publication → CSV with the columns of ACLED; what we do not know, or ACLED has no code for, is empty.

Codes after the ACLED Codebook: `time_precision` 1 day, 2 week, 3 month; a longer period has no date.
`geo_precision` 2 part of a region, 3 a larger region.
"""

from collections.abc import Iterator
from datetime import timedelta

from holdfire.exports.released.cells import csv_head, csv_line
from holdfire.exports.released.days import Dated, dated
from holdfire.exports.released.lines import lines
from holdfire.release.coarsening import Region
from holdfire.release.publication import Publication
from holdfire.release.released import Outcome, Row

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
GEO = {"county": 2, "province": 3, "river": 3, "country": 3}
KINDS = {
    "attack": ("Political violence", "Violence against civilians", "Attack"),
    "abduct": ("Political violence", "Violence against civilians", "Abduction/forced disappearance"),
    "detain": ("Strategic developments", "Strategic developments", "Arrests"),
}
_FORCE = frozenset({
    "fire", "kill", "injure", "beat", "hit", "stab", "torture", "burn", "attack", "use_less_lethal",
})  # fmt: skip


def acled_csv(publication: Publication) -> Iterator[bytes]:
    """The lines of the file."""
    yield csv_head(COLUMNS)
    yield from lines(publication.incidents, lambda row: csv_line(COLUMNS, _event(row)))


def _event(row: Row) -> dict[str, object]:
    days, region = dated(row.period), row.region
    civilian = row.role in ("civilian", "person crossing")
    sort = KINDS.get("attack" if row.outcome.act in _FORCE and civilian else row.outcome.act or "")
    toll = row.outcome.killed
    return {
        "event_id_cnty": row.id,
        "event_date": _date(days),
        "year": days.year if days else None,
        "time_precision": _exact(days),
        "disorder_type": sort[0] if sort else None,
        "event_type": sort[1] if sort else None,
        "sub_event_type": sort[2] if sort else None,
        "actor1": "; ".join(row.told.actor),
        "actor2": row.role or None,
        "civilian_targeting": "Civilian targeting" if sort == KINDS["attack"] else None,
        "country": one_country(region),
        "admin1": region.name if region and region.level == "province" else None,
        "admin2": region.name if region and region.level == "county" else None,
        "location": region.name if region else None,
        "latitude": region.lat if region else None,
        "longitude": region.lon if region else None,
        "geo_precision": GEO[region.level] if region else None,
        "notes": notes(row),
        "fatalities": (toll.best if toll.best is not None else toll.low) if toll else None,
        "tags": f"group={row.group}",
    }


def notes(row: Row) -> str:
    """The codes of a row that ACLED has no column for, as `name=value`: nothing is lost on the way."""
    outcome = row.outcome if row.outcome != Outcome() else None
    told = {
        "kind": row.kind,
        "act": outcome.act if outcome else None,
        "means": row.told.means,
        "status": row.told.status,
        "period": row.period,
        "region": row.region.id if row.region else None,
        "countries": row.region.country.replace("/", " ")
        if row.region and not one_country(row.region)
        else None,
        "units": " ".join(row.told.units),
        "alleged": ", ".join(row.told.alleged),
        "published": "yes" if row.published else "no",
    }
    return "; ".join(f"{name}={value}" for name, value in told.items() if value)


def one_country(region: Region | None) -> str | None:
    """The country of a region; None for what lies between several, such as a river."""
    return region.country if region is not None and "/" not in region.country else None


def _date(days: Dated | None) -> str | None:
    """The day, or the middle of a week or month."""
    if days is None or days.length > 31:
        return None
    return (days.first + timedelta(days=days.length // 2)).isoformat()


def _exact(days: Dated | None) -> int | None:
    if days is None or days.length > 31:
        return None
    return 1 if days.length == 1 else 2 if days.length <= 7 else 3
