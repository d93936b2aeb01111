"""Incidents and orders made by hand, as several reports tell them, and what a release is compiled from."""

from hashlib import sha256

from holdfire.assessment.units import shipped_units
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.corroborated import Attested, Incident, Line, Norm, Order, PossiblySame
from holdfire.model.party import Party
from holdfire.model.record import ReportHeader
from holdfire.release.audience import OURS
from holdfire.release.coarsening import Regions
from holdfire.release.compiling import Given
from holdfire.release.policy import shipped_policy

TODAY = 738_600
"""A day in March 2023."""
PLACES = ("Musan", "Hyesan", "Sinuiju", "Taehongdan", "Kimjongsuk", "Hoeryong")
PUBLIC = shipped_policy("public")
REGIONS = Regions(shipped_gazetteer())


def place(name):
    return shipped_gazetteer().lookup(name)[0].place


def att(value, *reports, low=None, high=None):
    return Attested(value, reports or ("r",), 1, low=low, high=high)


def incident(  # noqa: PLR0917
    name, date="2021-05-03", where="Musan", act="fire", killed=None, report=None, accounts=(), same=(), **more
):
    report = report or f"r-{name}"
    slots = {
        "status": att("happened"),
        "date": att(date) if date else None,
        "places": (att(place(where)),) if where else (),
        "actor": (att(Party("guards", "border guard")),),
        "target": (att(Party("a man, 34", "person crossing")),),
        "target_type": att("person"),
        "killed": att(killed, low=killed, high=killed) if killed is not None else None,
        "possibly_same": tuple(PossiblySame(other, 0.6, "doubtful") for other in same),
    } | more
    return Incident(
        id=name,
        accounts=accounts or (name,),
        reports=(report,),
        lines=(Line((report,)),),
        salience="main",
        act=att(act),
        **slots,
    )


def order(name, report=None, **slots):
    report = report or f"r-{name}"
    told = {
        "issuer": att(Party("government", "state")),
        "clauses": (att(Norm("obligation", "fire", "live_fire", "anyone")),),
        "places": (att(place("Musan")),),
        "issued": att("2021-01-17"),
    } | slots
    return Order(
        id=name,
        accounts=(name,),
        reports=(report,),
        lines=(Line((report,)),),
        salience="main",
        kind=att("order"),
        **told,
    )


SITE = "https://www.dailynk.com/english"


def header(name, *, url=f"{SITE}/one/", outlet="Daily NK", published="2021-06-01", title=None, **more):
    digest = sha256(name.encode()).hexdigest()
    return ReportHeader(
        digest, title or f"Title of {name}", outlet, url, published, "en", digest, digest, name, **more
    )


def page(name):
    return header(f"r-{name}", url=f"https://www.dailynk.com/english/{name}/")


def given(  # noqa: PLR0917
    incidents=(), orders=(), headers=(), policy=PUBLIC, today=TODAY, audience=OURS[0], pasts=(), **more
):
    return Given(
        incidents=incidents,
        orders=orders,
        headers=headers,
        policy=policy,
        regions=REGIONS,
        units=shipped_units(),
        today=today,
        name=lambda seed: sha256(f"secret {audience.name} {seed}".encode()).hexdigest()[:12],
        audience=audience,
        pasts=pasts,
        **more,
    )
