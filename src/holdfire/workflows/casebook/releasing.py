"""A casebook, an audience → what may leave; written only as it was shown, and as people approved it.

What a release says of a thing is kept in the casebook before the files take their names: a later release then
goes by it, whatever becomes of the files.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path

import msgspec

from holdfire import __version__
from holdfire.assessment.units import shipped_units
from holdfire.errors import BookError, DataError
from holdfire.exports.released.formats import files
from holdfire.exports.templating import plural
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.judging import state
from holdfire.model.corroborated import Incident, Order
from holdfire.model.judgement import Accept, Judgement, Reject, Verdict
from holdfire.model.record import Record, ReportHeader
from holdfire.release.audience import Audience
from holdfire.release.coarsening import Regions
from holdfire.release.compiling import Given, Release, compiled
from holdfire.release.frozen import Kept, as_json
from holdfire.release.naming import PRIVATE, names
from holdfire.release.pages import page_words
from holdfire.release.policy import Policy, our_policy, read_policy
from holdfire.release.publication import Publication
from holdfire.release.secrets import Secret
from holdfire.store.book import Book, Reader
from holdfire.store.bundle import pieces_entry
from holdfire.store.releases import ANSWERED, StoredRelease
from holdfire.store.rows import Entry, ReleaseRow, SettingRow
from holdfire.workflows.casebook.accounts import Ask, require_right
from holdfire.workflows.casebook.audiences import audience as audience_of
from holdfire.workflows.casebook.corrected import corrected, decided_records
from holdfire.workflows.casebook.corroborating import brought
from holdfire.workflows.casebook.judging import decisions, judge, made
from holdfire.workflows.casebook.keeping import incidents_kept, is_fresh, orders_kept
from holdfire.workflows.casebook.looking_over import Look
from holdfire.workflows.casebook.moment import now
from holdfire.workflows.casebook.unreported import beside, notes
from holdfire.workflows.writing import whole_folder

SECRET = "release-secret"
UNNAMED = "unnamed"
SHORTEST = 8
ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """What would leave; `id` stands for exactly this.

    `approved` are those who said that it may, `refused` those who said that it may not, and why; `told` are
    the audiences that were told something before.
    """

    id: str
    audience: Audience
    policy: Policy
    digest: str
    release: Release
    approved: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    team: bool
    today: int
    told: tuple[str, ...]


def plan(book: Reader, audience: str, *, policy: Path | None = None, today: int | None = None) -> Plan:
    """What would leave a casebook for an audience; DataError where the policy will not do."""
    to = audience_of(book, audience)
    read = our_policy(to) if policy is None else read_policy(_text(policy), to, where=str(policy))
    digest = hashlib.sha256(msgspec.json.encode(read)).hexdigest()
    day = today or datetime.now(UTC).date().toordinal()
    release = _compiled(book, to, read, day)
    told = tuple(past.audience for past in book.releases.pasts())
    made_id = _id(audience, digest, release)
    return Plan(
        made_id,
        to,
        read,
        digest,
        release,
        approvals(book, made_id),
        refusals(book, made_id),
        _is_team(book),
        day,
        told,
    )


def approve(book: Book, planned: Plan, beginning: str, *, who: str, ask: Ask) -> Judgement:
    """Say that a release may leave; BookError where it is not the one that would, or they may not say so."""
    if who == UNNAMED:
        raise BookError("an approval needs a name", remedy="give --who, or set $HOLDFIRE_WHO")
    require_right(book, who, "review", ask)
    return answer(book, planned.id, planned.audience.name, beginning, who=who, may=True)


def answer(  # noqa: PLR0913 - all of an answer
    book: Book, release: str, audience: str, looked: str, *, who: str, may: bool, why: str = ""
) -> Judgement:
    """Say, as somebody who may and `looked` at it, whether a release may leave; a refusal says why.

    It holds until it is taken back.
    """
    if len(looked) < SHORTEST or not release.startswith(looked.lower()):
        raise BookError(
            f"what would leave now is {release[:SHORTEST]}, not {looked[:SHORTEST]}",
            remedy="look at it again, and approve what you saw",
        )
    if not may and not why:
        raise BookError(
            "why it may not leave is missing", remedy="say what must change, without naming anybody"
        )
    said = f"{'may' if may else 'may not'} leave: {audience}{f'; {why}' if why else ''}"
    judgement = made(Accept if may else Reject, target=f"{ANSWERED}/{release}", who=who, why=said)
    judge(book, judgement)
    return judgement


def approvals(book: Reader, release: str) -> tuple[str, ...]:
    """Who said that a release may leave, and did not take it back."""
    return tuple(sorted({each.who for each in _answers(book, release) if isinstance(each, Accept)}))


def refusals(book: Reader, release: str) -> tuple[tuple[str, str], ...]:
    """Who said that it may not, and why."""
    said = (each for each in _answers(book, release) if isinstance(each, Reject))
    return tuple((each.who, (each.why or "").partition("; ")[2]) for each in said)


def _answers(book: Reader, release: str) -> list[Verdict]:
    """What people said of a release last.

    Where a casebook has accounts, only those count who had theirs, and the right, when they said so.
    """
    target = f"{ANSWERED}/{release}"
    said = list(state(book.judgements.of(target)).verdicts(target))
    accounts = {each.name: each for each in book.accounts.all()}
    if any(each.is_open for each in accounts.values()):
        able = {name: each.since for name, each in accounts.items() if "review" in each.rights}
        said = [each for each in said if each.who in able and each.when >= able[each.who]]
    return said


def publish(  # noqa: PLR0913 - what is asked of who does it
    book: Book, planned: Plan, out: Path, *, who: str, ask: Ask, jobs: int = 1
) -> None:
    """Write a release into a new folder, and keep in the casebook what it said. All of it, or nothing.

    A large one is written and looked over in so many processes.
    """
    require_releasable(planned, out, who=who)
    require_right(book, who, "see" if planned.audience.width == "internal" else "decide", ask)
    release = planned.release
    if SECRET not in book.settings():
        with book.change(who=who, at=now()) as change:
            change.write([Entry(SettingRow(name=SECRET, value=secrets.token_hex(32)))])
        release = _compiled(book, planned.audience, planned.policy, planned.today)
    told = publication(planned, release)
    with whole_folder(out) as folder:
        records, others = decided_records(book, decisions(book)), chain(beside(book), notes(book))
        write(folder, told, records, others, jobs=jobs)
        _keep(book, planned, release, who=who)


def write(
    folder: Path, told: Publication, records: Iterable[Record], beside: Iterable[Secret], *, jobs: int = 1
) -> None:
    """Write all files into a folder; BookError where one of them says what must stay of records or beside."""
    with Look(folder, told, jobs=jobs) as look:
        for file in files(told, bind=look.bind):
            (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
            with (folder / file.path).open("wb") as handle:
                handle.writelines(file.pieces)
            look.at(file.path)
        look.hold(records, beside)


def require_releasable(planned: Plan, out: Path, *, who: str) -> None:
    """BookError where a release must not leave: empty, not approved, or something is there already."""
    if not planned.release.rows and not planned.release.orders:
        raise BookError(f"nothing may leave{_because(planned)}", remedy="nothing was written")
    if out.exists():
        raise BookError("is there already", where=str(out), remedy="name another folder; nothing was written")
    if not out.parent.is_dir():
        raise BookError("its folder is not there", where=str(out), remedy="make the folder first")
    if planned.refused:
        name, why = planned.refused[0]
        raise BookError(
            f"{name} says that it may not leave: {why}", remedy="talk, and change what must change"
        )
    if planned.team and planned.audience.width != "internal":
        others = [name for name in planned.approved if name != who]
        if who == UNNAMED or not others:
            raise BookError(
                "more than one person writes in this casebook, so a second one must say that this may leave",
                remedy=f"ask for `holdfire release … --approve {planned.id[:SHORTEST]} --who NAME`",
            )


def _because(planned: Plan) -> str:
    """What stays, and why, the most first."""
    most = sorted(planned.release.withheld, key=lambda each: -each.number)[:3]
    return ": " + "; ".join(f"{plural(each.number, each.what)}: {each.why}" for each in most) if most else ""


def released(book: Reader) -> list[StoredRelease]:
    """What left the casebook until now, the first first."""
    return book.releases.all()


def publication(planned: Plan, release: Release) -> Publication:
    """What of a release exports may see."""
    policy = planned.policy
    return Publication(
        audience=planned.audience.name,
        day=date.fromordinal(planned.today).isoformat(),
        by=f"Holdfire {__version__}",
        k=(policy.k, policy.k_published),
        l=(policy.l, policy.l_published),
        incidents=release.rows,
        groups=release.groups,
        orders=release.orders,
        pages=release.pages,
        quotes=release.quotes,
        withdrawn=release.withdrawn,
        licence=policy.licence,
        publisher=policy.publisher,
    )


def _compiled(book: Reader, audience: Audience, policy: Policy, today: int) -> Release:
    incidents, orders = _told(book)
    seen = book.as_far_as(book.together.needed())
    decided, regions, units = decisions(seen), Regions(shipped_gazetteer()), shipped_units()

    def headers() -> Iterator[ReportHeader]:
        return (corrected(each, decided) for each in seen.readings.headers(None))

    records, said = decided_records(seen, decided), page_words(headers())
    known = names(records, policy, regions, units, shipped_gazetteer(), among=said)
    for secret in beside(book):
        known.add(secret.said, PRIVATE)
    return compiled(
        Given(
            incidents=incidents,
            orders=orders,
            headers=headers(),
            policy=policy,
            regions=regions,
            units=units,
            today=today,
            name=_namer(book.settings().get(SECRET, ""), audience.name),
            audience=audience,
            pasts=book.releases.pasts(),
            names=known,
            records=decided_records(seen, decided),
            embargoes={
                report: date.fromisoformat(until).toordinal() for report, until in decided.embargoes().items()
            },
        )
    )


def _told(book: Reader) -> tuple[Iterable[Incident], Iterable[Order]]:
    """The incidents and orders of a casebook, from what is kept in it where that can be."""
    if not is_fresh(book):
        found = brought(book)
        if not is_fresh(book):
            return found.told.incidents, found.told.orders
    seen = book.as_far_as(book.together.needed())
    return incidents_kept(seen), [order for order, _ in orders_kept(seen)]


def _namer(secret: str, audience: str) -> Callable[[str], str]:
    """Ids that only the casebook's secret tells, others for each audience; none before a first release."""

    def name(seed: str) -> str:
        said = f"{audience} {seed}".encode()
        return hmac.new(secret.encode() or b"no release yet", said, hashlib.sha256).hexdigest()[:ID_LENGTH]

    return name


def _id(audience: str, digest: str, release: Release) -> str:
    """The SHA-256 of what would leave; made-up ids, which follow from the secret, do not count."""
    first: dict[str, str] = {}
    live = [number for number, kept in enumerate(release.past.kept) if not kept.batch]
    for number in live:
        kept = release.past.kept[number]
        first[kept.row.group] = min(*kept.accounts, first.get(kept.row.group, kept.accounts[0]))
    said = hashlib.sha256(msgspec.json.encode([audience, digest]))
    for told in sorted(_digest(release.past.kept[number], first) for number in live):
        said.update(told)
    for order in sorted(msgspec.json.encode(msgspec.structs.replace(o, id="")) for o in release.orders):
        said.update(order)
    for each in chain(release.pages, (msgspec.structs.replace(quote, of="") for quote in release.quotes)):
        said.update(msgspec.json.encode(each))
    said.update(str(len(release.withdrawn)).encode())
    return said.hexdigest()


def _digest(kept: Kept, first: dict[str, str]) -> bytes:
    """The hash of what is said of an incident; its group goes by the first account in it."""
    row = msgspec.structs.replace(kept.row, id="", group=first[kept.row.group])
    return hashlib.sha256(msgspec.json.encode((kept.accounts, row))).digest()


def _keep(book: Book, planned: Plan, release: Release, *, who: str) -> None:
    decided = pieces_entry(as_json(release.past))
    told = {
        "incidents": len(release.rows),
        "orders": len(release.orders),
        "withheld": sum(each.number for each in release.withheld),
        "day": date.fromordinal(planned.today).isoformat(),
        "approved": planned.approved,
    }
    at = now()
    row = ReleaseRow(
        id=hashlib.sha256(f"{planned.id} {at}".encode()).hexdigest(),
        audience=planned.audience.name,
        policy=planned.digest,
        decisions=decided.row.key,
        told=msgspec.json.encode({"of": planned.id, **told}).decode(),
    )
    with book.change(who=who, at=at) as change:
        change.write([*change.missing([decided]), Entry(row)])


def _is_team(book: Reader) -> bool:
    """Whether more than one person works in a casebook: has an account, or wrote something."""
    accounts = sum(1 for each in book.accounts.all() if each.is_open)
    return accounts > 1 or len(book.log.writers() - {UNNAMED}) > 1


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read ({error})", where=str(path)) from None
