"""A policy file → what an audience may see; one that names what is unknown, or never leaves, is refused."""

import tomllib
from functools import cached_property
from importlib.resources import files
from typing import Literal, NamedTuple, NoReturn

import msgspec

from holdfire.errors import DataError
from holdfire.model.incident import Status
from holdfire.release.audience import OURS, Audience
from holdfire.release.licences import Licence
from holdfire.release.sensitivity import RELEASABLE, fields, sensitivity_of

PlaceLevel = Literal["county", "province", "river", "country", "none"]
PeriodLevel = Literal["day", "week", "month", "season", "year", "years", "none"]
PersonLevel = Literal["persons", "none"]
Unpublished = Literal["coarsen", "withhold"]
LONGEST_NAME = 120
LONGEST_QUOTE = 25
_REMEDY = "fields.tsv lists the fields, and what each may do"


class Step(msgspec.Struct, frozen=True, array_like=True):
    """How coarse the rows of a group are."""

    place: PlaceLevel
    period: PeriodLevel
    persons: PersonLevel


class OrderPolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How exactly orders are placed and dated, and whether such leave that no published page tells."""

    place: PlaceLevel = "province"
    date: PeriodLevel = "day"
    unpublished: Unpublished = "withhold"


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What an audience may see; `audiences.toml` says what each key means."""

    steps: tuple[Step, ...]
    fields: tuple[str, ...]
    k: int = 5
    l: int = 2  # noqa: E741 - k and l are the names of these
    k_published: int = 5
    l_published: int = 1
    statuses: tuple[Status, ...] = ("happened", "alleged")
    event_days: int = 30
    page_days: int = 2
    unpublished: Unpublished = "coarsen"
    quote_words: int = 0
    orders: OrderPolicy = OrderPolicy()
    licence: Licence = ""
    publisher: str = ""

    @cached_property
    def _let(self) -> frozenset[str]:
        return frozenset(name for name in self.fields if sensitivity_of(name) in RELEASABLE)

    def lets(self, field: str) -> bool:
        """Whether a field may leave: it is listed, and known to be such that may."""
        return field in self._let

    def k_of(self, *, published: bool) -> int:
        """How many rows a group has at least."""
        return self.k_published if published else self.k

    def l_of(self, *, published: bool) -> int:
        """How many outcomes a group has at least."""
        return self.l_published if published else self.l


def shipped_policies() -> str:
    """The file of policies that comes with Holdfire."""
    return (files("holdfire.release") / "audiences.toml").read_text(encoding="utf-8")


def read_policy(text: str, audience: Audience, *, where: str = "audiences.toml") -> Policy:
    """The policy for an audience; DataError with the line of what is wrong or goes below its audience."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"is no TOML: {error}", where=where) from None
    if audience.name not in told:
        known = ", ".join(told) or "none"
        raise DataError(f"has no audience {audience.name!r}", where=where, remedy=f"it has: {known}")
    wrong = _Wrong(text, audience.name, where)
    try:
        policy = msgspec.convert(told[audience.name], Policy)
    except msgspec.ValidationError as error:
        wrong.refuse(str(error), _named(str(error)))
    _require(policy, wrong)
    _require_held(policy, audience, wrong)
    return policy


def shipped_policy(name: str) -> Policy:
    """Our policy for one of our audiences."""
    return our_policy(next(each for each in OURS if each.name == name))


def our_policy(audience: Audience) -> Policy:
    """Our policy for an audience; where its casebook asks for a higher k, with that one."""
    ours = next((each for each in OURS if each.name == audience.name), audience)
    policy = read_policy(shipped_policies(), ours)
    least = {key: max(getattr(policy, key), audience.k) for key in ("k", "k_published")}
    return msgspec.structs.replace(policy, **least)


def _require(policy: Policy, wrong: "_Wrong") -> None:
    for name in policy.fields:
        known = fields().get(name)
        if known is None:
            wrong.refuse(f"there is no field {name!r}", name, remedy=_REMEDY)
        if known.sensitivity not in RELEASABLE:
            why = f": {known.why}" if known.why else ""
            wrong.refuse(f"{name} leaves to nobody{why}", name, remedy=_REMEDY)
    if not policy.steps:
        wrong.refuse("has no steps", "steps")
    for key in ("l", "l_published", "event_days", "page_days"):
        least = 0 if key.endswith("days") else 1
        if getattr(policy, key) < least:
            wrong.refuse(f"{key} is below {least}", f"{key} ")
    if not 0 <= policy.quote_words <= LONGEST_QUOTE:
        wrong.refuse(f"quote_words is not between 0 and {LONGEST_QUOTE}", "quote_words ")
    if len(policy.publisher) > LONGEST_NAME or not policy.publisher.isprintable():
        wrong.refuse(f"publisher is no name of at most {LONGEST_NAME} letters", "publisher")


def _require_held(policy: Policy, audience: Audience, wrong: "_Wrong") -> None:
    """Refuse what goes below what the casebook says of an audience."""
    for key in ("k", "k_published"):
        if getattr(policy, key) < audience.k:
            problem = f"{key} is below {audience.k}, the least for {audience.name!r} in this casebook"
            wrong.refuse(problem, f"{key} ", remedy="its keeper sets it: `holdfire audience set`")
    if audience.width != "internal" and any(step.period == "day" for step in policy.steps):
        wrong.refuse("days of incidents leave the team to nobody", '"day"', remedy="week, month …")


class _Wrong(NamedTuple):
    """Where something is wrong: the policy's text, its audience and its file."""

    text: str
    audience: str
    where: str

    def refuse(self, problem: str, key: str, *, remedy: str = "") -> NoReturn:
        """Name the line of a key, in the table of the audience."""
        lines = self.text.splitlines()
        named = (n for n, line in enumerate(lines) if line.strip().startswith(f"[{self.audience}]"))
        begun = next(named, 0)
        held = (n for n, line in enumerate(lines) if n >= begun and key and key in line.split("#")[0])
        raise DataError(problem, where=f"{self.where}, line {next(held, begun) + 1}", remedy=remedy)


def _named(error: str) -> str:
    """The key that an error of msgspec is about."""
    if "`" not in error:
        return ""
    parts = error.split("`")
    return (
        parts[1]
        if "unknown field" in error or "missing" in error
        else parts[-2].rsplit(".", 1)[-1].split("[")[0]
    )
