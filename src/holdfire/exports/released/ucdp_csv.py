"""Publication → CSV with the columns of UCDP GED 23.1: lethal events alone; what we do not know stays empty.

Codes after the UCDP GED Codebook: `date_prec` 1 day, 2 two to six days, 3 week, 4 month, 5 longer;
`where_prec` 3 second-order division, 4 first-order division, 6 country.
"""

from collections.abc import Iterator

from holdfire.exports.released.acled_csv import one_country
from holdfire.exports.released.cells import csv_head, csv_line
from holdfire.exports.released.days import dated
from holdfire.release.publication import Publication
from holdfire.release.released import Row

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
WHERE = {"county": 3, "province": 4, "river": 5, "country": 6}


def ucdp_csv(publication: Publication) -> Iterator[bytes]:
    """The lines of the file."""
    yield csv_head(COLUMNS)
    for name, made in publication.incidents.each(_but_for_ids):
        if made:
            yield f"{int(name, 16)},{name},".encode() + made


def _but_for_ids(row: Row) -> bytes:
    return csv_line(COLUMNS[2:], _event(row)) if is_lethal(row) else b""


def is_lethal(row: Row) -> bool:
    """Whether somebody is told to have been killed."""
    toll = row.outcome.killed
    return toll is not None and any(number for number in (toll.best, toll.low) if number)


def _event(row: Row) -> dict[str, object]:
    toll, days, region = row.outcome.killed, dated(row.period), row.region
    assert toll is not None
    best = toll.best if toll.best is not None else toll.low
    return {
        "year": days.year if days else None,
        "code_status": "Clear" if row.told.status == "happened" and not row.told.alleged else "Check",
        "side_a": "; ".join(row.told.actor),
        "side_b": row.role or None,
        "where_prec": WHERE[region.level] if region else None,
        "where_coordinates": region.name if region else None,
        "adm_1": region.name if region and region.level == "province" else None,
        "adm_2": region.name if region and region.level == "county" else None,
        "latitude": region.lat if region else None,
        "longitude": region.lon if region else None,
        "geom_wkt": f"POINT ({region.lon} {region.lat})" if region and region.lat is not None else None,
        "country": one_country(region),
        "date_prec": _exact(days.length) if days else None,
        "date_start": days.first.isoformat() if days else None,
        "date_end": days.last.isoformat() if days else None,
        "deaths_civilians": best if row.role in ("civilian", "person crossing") else None,
        "deaths_unknown": best if not row.role else None,
        "best": best,
        "high": toll.high if toll.high is not None else best,
        "low": toll.low if toll.low is not None else best,
    }


def _exact(length: int) -> int:
    return next((code for code, longest in ((1, 1), (2, 6), (3, 7), (4, 31)) if length <= longest), 5)
