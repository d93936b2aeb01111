"""Codings made by hand, each with what a test does not care about filled in."""

from typing import Any

import msgspec

from gate.gold import GoldClause, GoldIncident, GoldOrder, GoldPractice, GoldReport

ORDER = GoldOrder(
    order_key="O",
    salience="main",
    kind="order",
    issuer="the General Staff",
    addressees="border units",
    acts=(
        GoldClause("obligation", "use flares", "flare"),
        GoldClause("prohibition", "fire live rounds", "live_fire"),
        GoldClause("obligation", "report within the hour", None),
    ),
    place_names=("upper Yalu",),
    issued="2023-03-09",
    effective_from="2023-03-11",
    effective_to=None,
    hours=None,
    until_condition=None,
    relation=None,
    attributed_to="a source in Ryanggang Province",
    evidence_spans=((40, 60),),
)
INCIDENT = GoldIncident(
    event_key="E",
    salience="main",
    status="happened",
    date="2023-03-05",
    place_names=("Musan",),
    actor="sentries",
    act="fire",
    means="live_fire",
    target="a herd boy",
    target_type="person",
    killed=1,
    injured=0,
    detained=None,
    warning_given="no",
    aid_given=None,
    attributed_to="narration",
    evidence_spans=((100, 120),),
)
PRACTICE = GoldPractice(
    actor="border guards",
    act="fire",
    means="live_fire",
    place_names=(),
    target="people and animals",
    status="happened",
    period="2022",
    evidence_spans=((200, 220),),
)


def order(**slots: Any) -> GoldOrder:
    return msgspec.structs.replace(ORDER, **slots)


def incident(**slots: Any) -> GoldIncident:
    return msgspec.structs.replace(INCIDENT, **slots)


def report(*entries: GoldOrder | GoldIncident | GoldPractice) -> GoldReport:
    return GoldReport(
        "000",
        "2023-03-15",
        tuple(e for e in entries if isinstance(e, GoldOrder)),
        tuple(e for e in entries if isinstance(e, GoldIncident)),
        tuple(e for e in entries if isinstance(e, GoldPractice)),
    )
