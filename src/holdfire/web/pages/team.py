"""The team: who is here, how far they agree, what they differ on, and settling it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from holdfire.judging import Decisions
from holdfire.judging.agreement import (
    SETTLED,
    Agreement,
    agreement,
    called,
    coded_by_several,
    judged_by_several,
)
from holdfire.model.account import Account
from holdfire.model.judgement import Accept, Correct, Reject, Verdict
from holdfire.views.worksheet import entry_of
from holdfire.web.answers import onward, page, session_of
from holdfire.web.desk import Desk
from holdfire.web.doors import cookie_of
from holdfire.web.fields import field
from holdfire.web.pages.things import told
from holdfire.workflows.casebook.judging import decisions, judge, made

MOST = 200
Several = Mapping[tuple[str, str | None], dict[str, Verdict]]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A value that people judged differently; `said` is what each of them called it, the latest last."""

    report: str
    title: str
    path: str
    reading: str | None
    value: str
    quote: str
    said: tuple[tuple[str, str, str], ...]


def show(request: Request) -> Response:
    """Who is here, and how far they agree."""
    desk: Desk = request.app.state.desk
    now, fresh = told(request)
    accounts = desk.book.accounts.all()
    made_by = now.made_by
    disputes = _open(now.several, accounts)
    return page(
        request,
        "team.html",
        accounts=accounts,
        made_by=made_by,
        others=sorted(set(made_by) - {each.name for each in accounts}),
        together=now.agreement,
        pairs=_pairs(now.decided, coded_by_several(now.decided)),
        fresh=fresh,
        disputes=_shown(desk, disputes[:MOST]),
        number=len(disputes),
    )


def settle(request: Request, form: FormData) -> Response:
    """A reviewer says what holds: the verdict of one of those who differ becomes theirs."""
    desk: Desk = request.app.state.desk
    target, reading, chosen = field(form, "target"), field(form, "reading") or None, field(form, "of")
    report = target.removeprefix("report/").partition("/")[0]
    verdict = judged_by_several(decisions(desk.book, report)).get((target, reading), {}).get(chosen)
    if verdict is None:
        raise HTTPException(409, "That is not disputed any more. Load the page again.")
    who, why = session_of(request).person.name, f"{SETTLED}as {chosen} said"
    judge(desk.book, _again(verdict, who, why))
    session_of(request).note(f"It holds as {chosen} said.")
    return onward("/team")


def blind(request: Request, form: FormData) -> Response:
    """Hide what others decided, or show it again: a second coder should not see what the first decided."""
    session = session_of(request)
    is_blind = field(form, "kind") == "hide"
    desk: Desk = request.app.state.desk
    desk.sessions.hide(request.cookies.get(cookie_of(request), ""), is_blind=is_blind)
    said = "What others decided is hidden from you now." if is_blind else "You see what others decided."
    session.note(said)
    back = field(form, "back")
    return onward(back if back.startswith("/reports/") else "/team")


def _again(verdict: Verdict, who: str, why: str) -> Verdict:
    about: dict[str, Any] = {"target": verdict.target, "reading": verdict.reading, "who": who, "why": why}
    if isinstance(verdict, Correct):
        about |= {"value": verdict.value, "start": verdict.start, "end": verdict.end}
    said = made(type(verdict), **about)
    assert isinstance(said, Accept | Reject | Correct)
    return said


def _open(
    several: Several, accounts: Sequence[Account]
) -> list[tuple[tuple[str, str | None], dict[str, Verdict]]]:
    """What is disputed and not settled: no reviewer came after those who differ."""
    reviewers = {each.name for each in accounts if "review" in each.rights}
    found = []
    for key, verdicts in several.items():
        last = list(verdicts)[-1]
        settled = last in reviewers and len(verdicts) > 2
        if len({called(each) for each in verdicts.values()}) > 1 and not settled:
            found.append((key, verdicts))
    return found


def _shown(
    desk: Desk, disputes: Sequence[tuple[tuple[str, str | None], dict[str, Verdict]]]
) -> list[Dispute]:
    return [_dispute(desk, target, reading, verdicts) for (target, reading), verdicts in disputes]


def _dispute(desk: Desk, target: str, reading: str | None, verdicts: dict[str, Verdict]) -> Dispute:
    _, report, *rest = target.split("/")
    path = "/".join(rest)
    stored = desk.book.reports.get(report)
    value = desk.values(reading).get(path) if reading else None
    entry = entry_of(value, None, text="") if value is not None else None
    said = tuple((each.who, called(each), each.why) for each in verdicts.values())
    title = stored.title or "Untitled report"
    read, quote = (entry.said, entry.words[0].quote) if entry else (path or "the report as a whole", "")
    return Dispute(report, title, path, reading, read, quote, said)


def _pairs(decided: Decisions, several: Several) -> list[tuple[str, str, Agreement]]:
    """Each two people who judged the same values, with how far they agree."""
    people = sorted({who for those in several.values() for who in those})
    found = []
    for n, one in enumerate(people):
        for other in people[n + 1 :]:
            both = {
                key: tuple(each for each in decided.about[key] if each.who in (one, other))
                for key, those in several.items()
                if one in those and other in those
            }
            if both:
                found.append((one, other, agreement(Decisions(both))))
    return found
