"""What must never leave is planted everywhere, and looked for in every byte of every format."""

import re
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest

from holdfire.exports.released.formats import files
from holdfire.release.compiling import compiled
from holdfire.release.policy import shipped_policy
from holdfire.release.publication import Publication
from tests.release.canaries import (
    Planter,
    hashes_of,
    planted_incident,
    planted_order,
    public_header,
    secret_header,
)
from tests.release.telling import given

NUMBER = 420
LEAST = 10_000
_WORD = re.compile(rb"canary[a-z]+[0-9a-f]{10}")


def publication(audience):
    plant = Planter()
    public = [public_header(plant, n) for n in range(NUMBER // 2)]
    secret = [secret_header(plant) for _ in range(NUMBER // 2)]
    headers = [*public, *secret]
    incidents = [planted_incident(plant, n, headers[n].source_id) for n in range(NUMBER)]
    orders = [planted_order(plant, header.source_id) for header in headers[::10]]
    policy = shipped_policy(audience)
    made = compiled(given(incidents, orders, headers, policy=policy))
    told = Publication(
        audience, "2023-03-01", "Holdfire", (policy.k, policy.k_published), (policy.l, policy.l_published),
        made.rows, made.groups, made.orders, made.pages, made.withdrawn,
    )  # fmt: skip
    return told, plant.planted


def everything(told):
    """The path and the bytes of each file, and of each file in a zip."""
    for file in files(told):
        raw = b"".join(file.pieces)
        yield file.path, file.path.encode() + b"\n" + raw
        if is_zipfile(BytesIO(raw)):
            with ZipFile(BytesIO(raw)) as inside:
                yield (
                    file.path,
                    inside.comment
                    + b"".join(
                        info.filename.encode() + info.comment + info.extra + inside.read(info)
                        for info in inside.infolist()
                    ),
                )


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_no_canary_is_in_any_output(audience):
    told, planted = publication(audience)
    assert len(planted) >= LEAST
    assert len(told.incidents) > NUMBER // 2
    assert told.orders
    numbers = {each for each in planted if not each.startswith("canary")}
    hashed = hashes_of(planted)
    for path, raw in everything(told):
        text = raw.decode("utf-8", "replace")
        assert _WORD.findall(raw) == [], path
        tokens = set(re.findall(r"\d+\.\d+", text)) | set(re.findall(r"[0-9a-f]{12}", text))
        assert not tokens & (numbers | hashed), path


def test_the_search_would_find_one():
    plant = Planter()
    word = plant.word()
    assert _WORD.findall(f'{{"x":"{word}"}}'.encode()) == [word.encode()]
