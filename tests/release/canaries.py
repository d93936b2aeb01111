"""Strings that must never leave, planted wherever a casebook has room for words: canaries."""

import typing
from hashlib import sha256
from itertools import count

import msgspec

from holdfire.model.corroborated import Alternative, Attested, Incident, Line, Norm, Order, PossiblySame
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place, Width
from holdfire.model.record import ReportHeader
from tests.release.telling import att, place


class Planter:
    """Makes canaries, and remembers them."""

    def __init__(self):
        self._numbers = count(1)
        self.planted: set[str] = set()

    def word(self, kind="w"):
        """A new canary: readable, and such that no part of it comes about by chance."""
        made = f"canary{kind}{sha256(str(next(self._numbers)).encode()).hexdigest()[:10]}"
        self.planted.add(made)
        return made

    def point(self):
        """A coordinate that nothing else has."""
        made = 41 + next(self._numbers) / 1e6 + 0.0000001
        self.planted.add(str(made))
        return made

    def filled(self, struct, /, **known):
        """A value of a struct with a canary in each of its fields that takes any string."""
        hints = typing.get_type_hints(struct)
        made = {
            field.name: known[field.name] if field.name in known else self.word()
            for field in msgspec.structs.fields(struct)
            if field.name in known or _takes_words(hints[field.name])
        }
        return struct(**made)


def _takes_words(hint):
    return hint is str or str in typing.get_args(hint)


def told(plant, value, report):
    """A value with canaries for all that is said about who tells it, and rivals that are canaries."""
    rival = Alternative(plant.word("rival"), (plant.word("report"),), 1)
    return Attested(value, (report, plant.word("report")), 1, others=(rival,))


def planted_incident(plant, number, report):
    """An incident with a canary in every place that takes words; `report` is what it calls its report."""
    one = plant.word("id")
    secret = plant.filled(Place, lat=plant.point(), lon=plant.point(), level="city", precision=1)
    known = place(("Musan", "Hyesan", "Sinuiju")[number % 3])
    exact = msgspec.structs.replace(known, name=plant.word("place"), lat=plant.point(), lon=plant.point())
    party = plant.filled(Party, kind="border guard", role_type="individual")
    crossing = plant.filled(Party, kind="person crossing", role_type="individual")
    return Incident(
        id=one,
        accounts=(one, plant.word("account")),
        reports=(report,),
        lines=(Line((report, plant.word("report")), (plant.word("because"),)),),
        salience="main",
        status=told(plant, "happened", report),
        act=told(plant, "fire" if number % 7 else plant.word("act"), report),
        date=told(plant, f"2021-{1 + number % 12:02}-03", report),
        time=told(plant, plant.word("time"), report),
        places=(told(plant, secret, report), told(plant, exact, report)),
        actor=(told(plant, party, report),),
        means=told(plant, "live_fire" if number % 5 else plant.word("means"), report),
        target=(told(plant, crossing, report),),
        target_type=att("person"),
        killed=att(number % 3, low=number % 3, high=number % 3),
        attribution=(told(plant, plant.filled(Voice, kind="resident", basis="saw"), report),),
        possibly_same=(PossiblySame(plant.word("same"), 0.1, "doubtful"),),
    )


def planted_order(plant, report):
    """An order with a canary in every place that takes words."""
    one = plant.word("id")
    norm = plant.filled(Norm, modality="obligation", act="fire", means="live_fire")
    words = plant.filled(Norm, modality="prohibition")
    ring = [[[plant.point(), plant.point()]]]
    geometry = {"type": "Polygon", plant.word("key"): ring}
    numbers = {"width_km": Width(1, plant.point()), "error_km": plant.point()}
    area = plant.filled(Area, kind="zone", via=(plant.word("via"),), geometry=geometry, **numbers)
    return Order(
        id=one,
        accounts=(one,),
        reports=(report,),
        lines=(Line((report,), (plant.word("because"),)),),
        salience="main",
        kind=att("order"),
        issuer=told(plant, plant.filled(Party, kind="state", role_type="organization"), report),
        addressees=(told(plant, plant.filled(Party, kind="army", role_type="individual"), report),),
        clauses=(told(plant, norm, report), told(plant, words, report)),
        places=(told(plant, plant.filled(Place, lat=plant.point(), lon=plant.point()), report),),
        areas=(told(plant, area, report),),
        issued=told(plant, plant.word("date"), report),
        effective_from=att("2021-01-18"),
        until_condition=(told(plant, plant.word("until"), report),),
        hours=(told(plant, plant.word("hours"), report),),
        purpose=(told(plant, plant.word("purpose"), report),),
        attribution=(told(plant, plant.filled(Voice), report),),
    )


def public_header(plant, number):
    """A published page: its address has canaries where it may tell who fetched it, so have its hashes."""
    who, token, part = plant.word("token"), plant.word("query"), plant.word("fragment")
    url = f"https://www.dailynk.com/english/{number}/?utm={who}&id=12&session={token}#{part}"
    return ReportHeader(
        plant.word("id"), f"Page {number}", "Daily NK", url, "2021-12-28", "en", plant.word("hash"),
        plant.word("hash"), plant.word("own"),
    )  # fmt: skip


def secret_header(plant):
    """A report that nobody may know of: no page, and a canary everywhere."""
    url = f"https://{plant.word('user')}:{plant.word('password')}@files.example.org/{plant.word('path')}"
    return plant.filled(ReportHeader, url=url, published="2021-12-28", source_id=plant.word("own"))


def hashes_of(words):
    """The hashes of canaries, as far as they tell them apart."""
    return {sha256(word.encode()).hexdigest()[:12] for word in words}
