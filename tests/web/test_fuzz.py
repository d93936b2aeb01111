"""Anything at all, to every address: no error of ours, nothing taken for markup, nothing half kept."""

import re
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Route

from holdfire.web.app import routes
from holdfire.workflows.casebook.verifying import verify
from tests.store.reports import AT, plain
from tests.web.test_things import three

__all__ = ["three"]
pytestmark = pytest.mark.slow
MARK = "<script>hf"
HOSTILE = (
    *(MARK, f'"{MARK}', f"'>{MARK}", "' OR '1'='1", '"; DROP TABLE report; --', "../../etc/passwd", "%00"),
    *("\0", "{{7*7}}", "javascript:alert(1)", "\U0001f600", "\u202e\u0000x", "-1", "99999999999999999999"),
    *("NaN", "orders.0.clauses.0.act", "²", "a" * 5000),
)
NAMES = (
    "path", "kind", "value", "why", "start", "end", "judgement", "frame", "one", "other", "out",
    "q", "view", "outlet", "holds", "before", "doubt", "sort", "several", "at", "on", "unit", "act",
    "target", "reading", "of", "back", "secret", "pseudonym", "text", "title", "published",
    "address", "slot-act", "slot-date", "slot-places", "slot-kind", "whole", "thing", "language",
)  # fmt: skip
ROUTES = sorted(
    (route.path, method)
    for route in routes()
    if isinstance(route, Route)
    for method in (route.methods or ())
    if route.path not in ("/leave", "/enter")
)
PLAIN = (
    "accept",
    "reject",
    "correct",
    "note",
    "same",
    "orders",
    "incidents",
    "orders.0",
    "0",
    "12",
    "aa11",
    "2022",
)
words = st.one_of(st.sampled_from(HOSTILE), st.sampled_from(PLAIN), st.text(max_size=40))


@pytest.fixture
def ids(book, told, three):
    hostile = f'{MARK}alert(1)</script> "onload=x {{{{7*7}}}} guards shot a man'
    with book.change(who=MARK, at=AT) as change:
        change.keep(
            [plain(hostile, title=hostile, outlet=hostile, url=f"javascript:{MARK}", published="2022-01-01")]
        )
    return [each.id for each in book.reports.listed()]


@st.composite
def requests(draw):
    """A route, what stands in its path, fields, and whether htmx asks."""
    path, method = draw(st.sampled_from(ROUTES))
    fields = draw(st.dictionaries(st.sampled_from(NAMES), words, max_size=6))
    if method == "POST" and "text" not in fields:
        fields.pop("address", None)  # an address alone is opened
    return (
        path,
        method,
        fields,
        draw(st.one_of(st.none(), words)),
        draw(st.booleans()),
        draw(st.integers(0, 6)),
    )


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(asked=requests())
def test_no_request_breaks_anything(ada, ids, asked):
    path, method, fields, odd, htmx, number = asked
    part = odd if odd is not None else [*ids, "aa11", "cc33"][number % (len(ids) + 2)]
    to = re.sub(r"\{\w+\}", lambda _found: _quoted(part), path)
    headers = {"HX-Request": "true", "HX-Target": "panel"} if htmx else {}
    if method == "POST":
        answer = ada.client.post(to, data={**fields, "forgery_token": ada.known}, headers=headers)
    else:
        answer = ada.client.request(method, to, params=fields, headers=headers)
    assert answer.status_code < 500, (method, to, fields)
    if "html" in answer.headers.get("content-type", ""):
        assert MARK not in answer.text
        assert 'href="javascript' not in answer.text


def test_a_form_to_every_address_leaves_the_casebook_whole(ada, told, book):
    for path, method in ROUTES:
        if method == "POST":
            given = {"forgery_token": ada.known, "kind": "accept", "path": "orders.0", "text": MARK}
            ada.client.post(re.sub(r"\{\w+\}", told, path), data=given)
    *_, done = verify(book)
    assert done.entries == book.log.last().seq


def _quoted(part):
    return quote(part.encode("utf-8", "replace"), safe="") or "x"
