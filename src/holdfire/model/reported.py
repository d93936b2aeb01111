"""A reported order, incident or practice as one flat row: what lists, filters and candidates are made of."""

import msgspec


class Reported(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reported thing; `id` is its id in the record, `path` its place there (`orders.0`).

    `first` and `last` bound its date (for an order, when it was issued or took effect) as proleptic day
    numbers, `last` included; None where it is open. The place is the most exact one that is told.
    """

    id: str
    kind: str
    path: str
    act: str | None = None
    means: str | None = None
    status: str | None = None
    salience: str | None = None
    actor: str | None = None
    target: str | None = None
    target_type: str | None = None
    date: str | None = None
    first: int | None = None
    last: int | None = None
    place: str | None = None
    place_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    injured_low: int | None = None
    injured_high: int | None = None
