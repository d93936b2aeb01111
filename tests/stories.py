"""A report in our own words with the reading a careful person would make of it, built by hand."""

from hashlib import sha256
from typing import Any

import msgspec

from holdfire.model.grounded import Basis, Grounded, ground
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import Clause, Modality, ReportedOrder
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place, Width
from holdfire.model.record import ReaderHeader, Record, ReportHeader, Warn
from holdfire.model.report import Report
from holdfire.model.setting import Expectation, Media, Review, Zone
from holdfire.model.span import Span
from holdfire.model.text import FurnitureKind, LeftOut, Text
from holdfire.reading.cascade import Reading, Rival, Step

WORDS = """\
North Korea has told the guards on its northern border to send up flares where they used to shoot, because \
shots fired without warning at whoever comes near have hurt its name abroad.

A source in North Hamgyong Province told the Tumen Courier on Tuesday that the government had ordered every \
border patrol unit along the Tumen River from Hoeryong to Musan, and on to Hujang (Kimhyongjik County) and \
Sinpa (Kimjongsuk County) in Yanggang Province, to use flares, so as to bring down the number of “reckless \
shootings.”

In a review of the past two years, the leadership found fault with troops who had opened fire whenever they \
sensed a human presence. Since a buffer zone of one to two kilometers was set up along the river, \
guards have been firing “unconditionally” at people and even animals that enter it.

winter patrol smugglers river ice
A guard post in Pungso County, February 2019. / Image: Tumen Courier

On Jan. 17 the government ordered all border patrol units in North Hamgyong and Yanggang provinces to stop \
firing at random and to switch to flares from Jan. 18.

When they have no choice but to use weapons, troops must first make out what their target is, and they are \
to kill without mercy those who refuse to comply.

On Jan. 9, guards near Musan shot at two men crossing the frozen river, and one of them died, the source said.

Officials fear that a slacker hold on the border will bring more defections and more smuggling.

Read in Korean
"""


def at(phrase: str, nth: int = 0) -> Span:
    """Where the nth occurrence of a phrase stands in the story."""
    start = -1
    for _ in range(nth + 1):
        start = WORDS.index(phrase, start + 1)
    return Span(start, start + len(phrase))


def told(
    value: Any,
    phrase: str,
    rule: str = "by.hand",
    *,
    nth: int = 0,
    basis: Basis = "stated",
    because: str | None = None,
    more: tuple[str, ...] = (),
) -> Grounded[Any]:
    """A value grounded in a phrase of the story."""
    further = tuple(at(each) for each in more)
    return ground(value, WORDS, at(phrase, nth), rule=rule, basis=basis, because=because, more=further)


def _left(phrase: str, reason: FurnitureKind, rule: str) -> LeftOut:
    span = at(phrase)
    return LeftOut(phrase, span.start, span.end, reason, rule)


SOURCE = told(
    Voice(
        "a source in North Hamgyong Province",
        "anonymous source",
        "North Hamgyong Province",
        "2022-01-25",
        link="told",
    ),
    "A source in North Hamgyong Province",
    "attribution.told_outlet",
    more=("on Tuesday",),
)
OUTLET = told(Voice("the Tumen Courier", "outlet"), "the Tumen Courier", "attribution.told_outlet")


def _clause(modality: Modality, act: Grounded[Any], **slots: Grounded[Any]) -> Clause:
    return Clause(modality, act, **slots)


CLAUSES = (
    _clause(
        "prohibition",
        told("open fire", "stop firing at random", "act.stop_doing"),
        means=told("live_fire", "firing", "means.verb", nth=1),
    ),
    _clause(
        "obligation",
        told("use flares", "switch to flares", "act.switch_to"),
        means=told("flare", "flares", "means.noun", nth=2),
    ),
    _clause(
        "obligation",
        told("make out the target", "make out what their target is", "act.verb"),
        cue=told("must", "must", "cue.modal"),
        condition=told(
            "When they have no choice but to use weapons",
            "When they have no choice but to use weapons",
            "condition.when",
        ),
    ),
    _clause(
        "obligation",
        told("kill", "kill without mercy", "act.verb"),
        target=told(
            Party("those who refuse to comply", "civilian"), "those who refuse to comply", "party.relative"
        ),
        condition=told("refuse to comply", "refuse to comply", "condition.relative"),
    ),
)

ORDER = ReportedOrder(
    id="order-1",
    kind=told("order", "ordered", "order.told_to", nth=1),
    salience="main",
    issuer=told(Party("the government", "state"), "the government", "party.issuer", nth=1),
    addressees=(
        told(
            Party("all border patrol units in North Hamgyong and Yanggang provinces", "border guard"),
            "all border patrol units in North Hamgyong and Yanggang provinces",
            "party.addressee",
        ),
    ),
    clauses=CLAUSES,
    places=(
        told(Place("Hoeryong", "kp-hoeryong", 42.44, 129.75, "city", 3), "Hoeryong", "place.name"),
        told(Place("Musan County", "kp-musan", 42.23, 129.2, "county", 3), "Musan", "place.name"),
        told(
            Place("Kimhyongjik County", "kp-kimhyongjik", 41.47, 127.25, "county", 3),
            "Hujang (Kimhyongjik County)",
            "place.renamed",
        ),
        told(Place("Tumen River", None, None, None, "river", 7), "Tumen River", "place.name"),
    ),
    area=told(
        Area("corridor", along="Tumen River", from_="Hoeryong", to="Sinpa", via=("Musan", "Hujang")),
        "along the Tumen River from Hoeryong to Musan",
        "area.from_to",
    ),
    issued=told(
        "2022-01-17", "On Jan. 17", "time.month_day", basis="resolved", because="published 2022-01-26"
    ),
    effective_from=told(
        "2022-01-18", "from Jan. 18", "time.month_day", basis="resolved", because="published 2022-01-26"
    ),
    purpose=told(
        "fewer reckless shootings", "bring down the number of “reckless shootings.”", "purpose.so_as"
    ),
    attribution=(OUTLET, SOURCE),
    evidence=(told("", WORDS[at("On Jan. 17").start : at("from Jan. 18.").end]),),
)

INCIDENT = ReportedIncident(
    id="incident-1",
    act=told("shoot", "shot at", "act.verb"),
    status="alleged",
    salience="background",
    date=told("2022-01-09", "On Jan. 9", "time.month_day", basis="resolved", because="published 2022-01-26"),
    places=(
        told(Place("Musan County", "kp-musan", 42.23, 129.2, "county", 3), "Musan", "place.name", nth=1),
    ),
    actor=(told(Party("guards", "border guard"), "guards near Musan", "party.subject"),),
    means=told("live_fire", "shot at", "means.verb"),
    target=(told(Party("two men", "person crossing"), "two men", "party.object"),),
    target_type=told("person", "two men", "target.person"),
    killed=told(1, "one of them died", "count.died"),
    attribution=(told(Voice("the source", "anonymous source"), "the source said", "attribution.said"),),
    evidence=(told("", WORDS[at("On Jan. 9").start : at("the source said.").end]),),
)

PRACTICE = Practice(
    id="practice-1",
    act=told("shoot", "been firing", "act.habit"),
    status="happened",
    period=told(
        "2020/2022-01", "the past two years", "time.past_years", basis="resolved", because="published 2022"
    ),
    actor=(told(Party("guards", "border guard"), "guards have", "party.subject"),),
    means=told("live_fire", "firing “unconditionally”", "means.verb"),
    target=(told(Party("people and animals"), "people and even animals", "party.object"),),
    condition=told("enter the zone", "that enter it", "condition.relative"),
    evidence=(
        told("", "guards have been firing “unconditionally” at people and even animals that enter it"),
    ),
)

ZONE = Zone(
    name=told("buffer zone", "buffer zone", "zone.name"),
    width_km=told(Width(1, 2), "one to two kilometers", "zone.width"),
)
REVIEW = Review(
    of=told(Party("troops", "army"), "troops", "party.object"),
    reviewer=told(Party("the leadership", "state"), "the leadership", "party.subject"),
    finding=(told("opened fire whenever they sensed a presence", "opened fire whenever", "review.fault"),),
)
FEAR = Expectation(
    content=told("more defections", "bring more defections and more smuggling", "expectation.fear"),
    holder=told(Party("officials", "state"), "Officials", "party.subject"),
    kind="fear",
)
PICTURE = Media(
    caption=told("guard post", "A guard post in Pungso County, February 2019.", "media.caption"),
    place=told(Place("Pungso County"), "Pungso County", "place.name"),
    taken=told("2019-02", "February 2019", "time.month_year"),
    credit=told("Tumen Courier", "Image: Tumen Courier", "media.credit"),
)

LEFT_OUT = (
    _left("winter patrol smugglers river ice", "tags", "text.tags"),
    _left("A guard post in Pungso County, February 2019. / Image: Tumen Courier", "caption", "text.caption"),
    _left("Read in Korean", "navigation", "text.read_in"),
)


def _paragraphs() -> tuple[Span, ...]:
    asides = {left.quote for left in LEFT_OUT}
    return tuple(at(line) for line in WORDS.split("\n") if line and line not in asides)


def report() -> Report:
    """The report as it was given."""
    digest = sha256(WORDS.encode()).hexdigest()
    return Report(
        id=digest,
        words=WORDS,
        raw_sha256=digest,
        title="Guards on the Tumen told to use flares, not bullets",
        outlet="Tumen Courier",
        published="2022-01-26",
        language="en",
    )


def record() -> Record:
    """What the report says."""
    given = report()
    return Record(
        report=ReportHeader(
            given.id,
            given.title,
            given.outlet,
            None,
            given.published,
            "en",
            given.raw_sha256,
            sha256(WORDS.encode()).hexdigest(),
        ),
        reader=ReaderHeader("holdfire", "0.1.0", "en"),
        orders=(ORDER,),
        incidents=(INCIDENT,),
        practices=(PRACTICE,),
        zones=(ZONE,),
        reviews=(REVIEW,),
        expectations=(FEAR,),
        media=(PICTURE,),
        left_out=LEFT_OUT,
        warnings=(
            Warn(
                "unknown_place", "no place of this name is known", "Sinpa", at("Sinpa").start, at("Sinpa").end
            ),
        ),
    )


def steps() -> tuple[Step, ...]:
    """A few of the steps that led to the record."""
    day, issue = at("Jan. 18"), at("ordered all border patrol units")
    rival = Rival("2021-01-18", "time.month_day", day.start, day.end, "farther from the publication date")
    return (
        Step("triggers", "order.verb", issue.start, issue.end, "order"),
        Step("mentions", "time.month_day", day.start, day.end, "XXXX-01-18"),
        Step("resolving", "time.month_day", day.start, day.end, "2022-01-18", (rival,)),
    )


def reading() -> Reading:
    """The report with its record and the steps that led to it."""
    return reading_of(report())


def reading_of(given: Report) -> Reading:
    """The same reading for any report: a reader for tests of what stands around it."""
    read = record()
    header = msgspec.structs.replace(
        read.report,
        id=given.id,
        title=given.title,
        outlet=given.outlet,
        published=given.published,
        source_id=given.source_id,
    )
    text = Text(WORDS, _paragraphs(), LEFT_OUT, (LEFT_OUT[1].span,))
    return Reading(given, text, msgspec.structs.replace(read, report=header), steps)
