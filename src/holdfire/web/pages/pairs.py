"""Same or different: two things side by side, what speaks for it, and what would come of a decision."""

from collections.abc import Sequence

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from holdfire.corroboration.comparison import Evidence, probability
from holdfire.corroboration.corroborating import Corroborated
from holdfire.errors import HoldfireError
from holdfire.model.corroborated import Incident, Order
from holdfire.model.judgement import Different, Judgement, Same
from holdfire.views.corroborated import Sheet, sheet
from holdfire.web.answers import onward, page, session_of
from holdfire.web.desk import Desk
from holdfire.web.fields import field
from holdfire.web.fields import told as sentence
from holdfire.web.pages.things import thing_of, told, witnesses
from holdfire.workflows.casebook.corroborating import Compared, compared
from holdfire.workflows.casebook.pairing import keep, one_thing, previewed, taken_out, two_things


def compare(request: Request) -> Response:
    """Two things, what each of them would be told as, and as one."""
    desk: Desk = request.app.state.desk
    now, _ = told(request)
    one, other = (thing_of(now, field(request.query_params, name)) for name in ("one", "other"))
    if type(one) is not type(other):
        raise HoldfireError("an order and an incident are never one thing")
    if one.id == other.id:
        raise HoldfireError("these are one and the same now")
    said = one_thing(one.accounts, other.accounts, who="")
    joined = previewed(desk.book, (*one.reports, *other.reports), _pairs(said))
    evidence = _evidence(desk, one.accounts[0], other.accounts[0])
    return page(
        request,
        "pair.html",
        frame="incident" if isinstance(one, Incident) else "order",
        one=sheet(one),
        other=sheet(other),
        tellers=[witnesses(now, one), witnesses(now, other)],
        joined=_holding(joined, (one.accounts[0],)),
        compared=evidence,
        for_it=sorted((each for each in evidence.evidence if each.bits > 0), key=_weight),
        against=sorted((each for each in evidence.evidence if each.bits < 0), key=_weight),
        chance=_chance(evidence),
    )


def decide(request: Request, form: FormData) -> Response:
    """They are one, or they are two."""
    desk: Desk = request.app.state.desk
    now, _ = told(request)
    one, other = (thing_of(now, field(form, name)) for name in ("one", "other"))
    kind, who, why = field(form, "kind"), session_of(request).person.name, field(form, "why")
    if kind not in ("same", "different"):
        raise HoldfireError("two things are the same or different")
    if type(one) is not type(other) or one.id == other.id:
        raise HoldfireError("these cannot be judged as a pair", remedy="go back to the list")
    judge = one_thing if kind == "same" else two_things
    keep(desk.book, judge(one.accounts, other.accounts, who=who, why=why))
    session_of(request).note("They are one now." if kind == "same" else "They stay apart.")
    return onward(_address(one))


def split(request: Request) -> Response:
    """The accounts of one thing, to choose those that tell of something else; and what would come of it."""
    desk: Desk = request.app.state.desk
    now, _ = told(request)
    thing = thing_of(now, request.path_params["thing"])
    out = [each for each in request.query_params.getlist("out") if each in thing.accounts]
    problem, parts = "", []
    if out:
        try:
            said = taken_out(thing.accounts, out, who="")
            parts = _holding(previewed(desk.book, thing.reports, _pairs(said)), thing.accounts)
        except HoldfireError as error:
            problem = sentence(error)
    return page(
        request, "split.html", thing=thing, sheet=sheet(thing), witnesses=witnesses(now, thing), out=out,
        parts=parts, problem=problem, back=_address(thing),
    )  # fmt: skip


def take_apart(request: Request, form: FormData) -> Response:
    """Some accounts tell of something else."""
    desk: Desk = request.app.state.desk
    now, _ = told(request)
    thing = thing_of(now, request.path_params["thing"])
    out = [each for each in form.getlist("out") if isinstance(each, str)]
    said = taken_out(thing.accounts, out, who=session_of(request).person.name, why=field(form, "why"))
    keep(desk.book, said)
    session_of(request).note("It is taken apart.")
    return onward(_address(thing))


def _evidence(desk: Desk, one: str, other: str) -> Compared:
    """What speaks for and against; of what a person put in nothing was compared."""
    try:
        return compared(desk.book, one, other)
    except HoldfireError:
        return Compared(one, other, ())


def _pairs(said: Sequence[Judgement]) -> list[Same | Different]:
    return [each for each in said if isinstance(each, Same | Different)]


def _holding(found: Corroborated, accounts: Sequence[str]) -> list[Sheet]:
    """The things that have any of these accounts."""
    both: tuple[Incident | Order, ...] = (*found.incidents, *found.orders)
    return [sheet(each) for each in both if set(each.accounts) & set(accounts)]


def _weight(each: Evidence) -> float:
    return -abs(each.bits)


def _chance(found: Compared) -> float:
    return probability(sum(each.bits for each in found.evidence))


def _address(thing: Incident | Order) -> str:
    return f"/{'incidents' if isinstance(thing, Incident) else 'orders'}/{thing.accounts[0]}"
