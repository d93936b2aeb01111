"""Publications for the tests of formats: compiled, with everything in them that may leave."""

import msgspec

from holdfire.model.corroborated import Norm
from holdfire.release.compiling import compiled
from holdfire.release.policy import shipped_policy
from holdfire.release.publication import Publication
from holdfire.release.published import Pages
from holdfire.release.released import Page
from tests.release.telling import PLACES, att, given, incident, order, page, place

ACTS = ("fire", "kill", "detain", "beat", "pushback", "fire_warning_shot", "hold_fire")
HOSTILE = '=HYPERLINK("http://evil")<script>alert(1)</script>'
"""A title as a page may have it: a formula, and a script."""


def publication(number=60, *, audience="public", licence="CC-BY-4.0", publisher="Border Watch", titles=()):
    """Some incidents, told by pages and by accounts, and orders with pages, places, ends and none."""
    incidents = [
        incident(
            f"a{n:06}", f"{2012 + n * 7 % 5}-{1 + n * 5 % 12:02}-{1 + n % 28:02}", PLACES[n * n % 6],
            ACTS[n % len(ACTS)], killed=n % 4 if n % 3 else None, report=f"r-{n % 20}" if n % 2 else None,
            means=att("live_fire") if n % 4 == 0 else None,
        )
        for n in range(number)
    ]  # fmt: skip
    orders = [
        order("o1", report="r-1", issued=att("2014-03"), effective_to=att("2016-02-01")),
        order("o2", report="r-2", issued=att("2019-08-25"), clauses=_clauses()),
        order("o3", report="r-3", issued=None, places=(att(place("Sinuiju")),)),
    ]
    policy = shipped_policy(audience)
    made = compiled(given(incidents, orders, [page(str(n)) for n in range(20)], policy=policy))
    pages = Pages(_named(each, titles) for each in made.pages)
    return Publication(
        audience, "2023-03-01", "Holdfire 0.1.0", (policy.k, policy.k_published),
        (policy.l, policy.l_published), made.rows, made.groups, made.orders, pages, ("0a1b2c3d4e5f",),
        licence, publisher,
    )  # fmt: skip


def empty():
    """A publication of nothing but an order."""
    made = publication(0, licence="", publisher="")
    return msgspec.structs.replace(made, orders=made.orders[:1])


def _clauses():
    return att(Norm("prohibition", "fire", "live_fire")), att(Norm("obligation", "fire_flare", "flare"))


def _named(told, titles):
    title = titles[told.number - 1] if told.number <= len(titles) else told.title
    return Page(told.number, told.url, title, told.outlet, told.published, told.language)
