"""A casebook, an audience → what may leave; written only as it was shown, and as people approved it.

What a release says of a thing is kept in the casebook before the files take their names: a later release then
goes by it, whatever becomes of the files.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from holdfire import __version__
from holdfire.assessment.units import shipped_units
from holdfire.errors import BookError, DataError
from holdfire.exports.released.formats import files
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.judgement import Accept, Judgement
from holdfire.release.coarsening import Regions
from holdfire.release.compiling import Given, Release, compiled
from holdfire.release.frozen import Kept
from holdfire.release.policy import INTERNAL, Policy, read_policy, shipped_policies
from holdfire.release.released import Publication
from holdfire.store.book import Book, Reader
from holdfire.store.bundle import blob_entry
from holdfire.store.releases import StoredRelease
from holdfire.store.rows import Entry, ReleaseRow, SettingRow
from holdfire.workflows.casebook.corroborating import gathered
from holdfire.workflows.casebook.judging import decisions, judge, made
from holdfire.workflows.casebook.moment import now
from holdfire.workflows.writing import whole_folder

SECRET = "release-secret"
UNNAMED = "unnamed"
SHORTEST = 8
ID_LENGTH = 12
_kept = msgspec.json.Decoder(tuple[Kept, ...]).decode


@dataclass(frozen=True, slots=True)
class Plan:
    """What would leave. `id` stands for exactly this; `approved` are those who said that it may."""

    id: str
    audience: str
    policy: Policy
    digest: str
    release: Release
    approved: tuple[str, ...]
    team: bool
    today: int


def plan(book: Reader, audience: str, *, policy: Path | None = None, today: int | None = None) -> Plan:
    """What would leave a casebook for an audience; DataError where the policy will not do."""
    text, where = (
        (_text(policy), str(policy)) if policy is not None else (shipped_policies(), "audiences.toml")
    )
    read = read_policy(text, audience, where=where)
    digest = hashlib.sha256(msgspec.json.encode(read)).hexdigest()
    day = today or datetime.now(UTC).date().toordinal()
    release = _compiled(book, audience, read, day)
    made_id = _id(audience, digest, release)
    return Plan(made_id, audience, read, digest, release, approvals(book, made_id), _is_team(book), day)


def approve(book: Book, planned: Plan, beginning: str, *, who: str) -> Judgement:
    """Say that a release may leave; BookError where it is not the one that would."""
    if len(beginning) < SHORTEST or not planned.id.startswith(beginning.lower()):
        raise BookError(
            f"what would leave now is {planned.id[:SHORTEST]}, not {beginning}",
            remedy="look at it again, and approve what you saw",
        )
    if who == UNNAMED:
        raise BookError("an approval needs a name", remedy="give --who, or set $HOLDFIRE_WHO")
    said = made(Accept, target=f"release/{planned.id}", who=who, why=f"may leave: {planned.audience}")
    judge(book, said)
    return said


def approvals(book: Reader, release: str) -> tuple[str, ...]:
    """Who said that a release may leave, and did not take it back."""
    said = decisions(book).verdicts(f"release/{release}")
    return tuple(sorted({each.who for each in said if isinstance(each, Accept)}))


def publish(book: Book, planned: Plan, out: Path, *, who: str) -> None:
    """Write a release into a new folder, and keep in the casebook what it said. All of it, or nothing."""
    require_releasable(planned, out, who=who)
    release = planned.release
    if SECRET not in book.settings():
        with book.change(who=who, at=now()) as change:
            change.write([Entry(SettingRow(name=SECRET, value=secrets.token_hex(32)))])
        release = _compiled(book, planned.audience, planned.policy, planned.today)
    with whole_folder(out) as folder:
        for file in files(publication(planned, release)):
            (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
            with (folder / file.path).open("wb") as handle:
                handle.writelines(file.pieces)
        _keep(book, planned, release, who=who)


def require_releasable(planned: Plan, out: Path, *, who: str) -> None:
    """BookError where a release must not leave: empty, not approved, or something is there already."""
    if not planned.release.rows and not planned.release.orders:
        raise BookError("nothing may leave", remedy="the preview says why; nothing was written")
    if out.exists():
        raise BookError("is there already", where=str(out), remedy="name another folder; nothing was written")
    if not out.parent.is_dir():
        raise BookError("its folder is not there", where=str(out), remedy="make the folder first")
    if planned.team and planned.audience != INTERNAL:
        others = [name for name in planned.approved if name != who]
        if who == UNNAMED or not others:
            raise BookError(
                "more than one person writes in this casebook, so a second one must say that this may leave",
                remedy=f"ask for `holdfire release … --approve {planned.id[:SHORTEST]} --who NAME`",
            )


def released(book: Reader) -> list[StoredRelease]:
    """What left the casebook until now, the first first."""
    return book.releases.all()


def publication(planned: Plan, release: Release) -> Publication:
    """What of a release exports may see."""
    policy = planned.policy
    return Publication(
        audience=planned.audience,
        day=date.fromordinal(planned.today).isoformat(),
        by=f"Holdfire {__version__}",
        k=(policy.k, policy.k_published),
        l=(policy.l, policy.l_published),
        incidents=release.rows,
        groups=release.groups,
        orders=release.orders,
        pages=release.pages,
        withdrawn=release.withdrawn,
        licence=policy.licence,
        publisher=policy.publisher,
    )


def _compiled(book: Reader, audience: str, policy: Policy, today: int) -> Release:
    found = gathered(book)
    before = book.releases.decisions(audience)
    return compiled(
        Given(
            incidents=found.told.incidents,
            orders=found.told.orders,
            headers=[record.report for record in found.records],
            policy=policy,
            regions=Regions(shipped_gazetteer()),
            units=shipped_units(),
            today=today,
            name=_namer(book.settings().get(SECRET, "")),
            earlier=_kept(before) if before else (),
        )
    )


def _namer(secret: str) -> Callable[[str], str]:
    """Ids that only the casebook's secret tells; until its first release has made one, any will do."""
    key = secret.encode() or b"no release yet"

    def name(seed: str) -> str:
        return hmac.new(key, seed.encode(), hashlib.sha256).hexdigest()[:ID_LENGTH]

    return name


def _id(audience: str, digest: str, release: Release) -> str:
    """The SHA-256 of what would leave; made-up ids, which follow from the secret, do not count."""
    live = {row.id: row for row in release.rows}
    kept = sorted((k for k in release.kept if k.row.id in live), key=lambda k: k.accounts)
    first: dict[str, str] = {}
    for each in kept:
        first.setdefault(each.row.group, min(each.accounts))
    rows = [
        (each.accounts, msgspec.structs.replace(live[each.row.id], id="", group=first[each.row.group]))
        for each in kept
    ]
    orders = sorted(msgspec.json.encode(msgspec.structs.replace(order, id="")) for order in release.orders)
    said = msgspec.json.encode([audience, digest, rows, orders, release.pages, len(release.withdrawn)])
    return hashlib.sha256(said).hexdigest()


def _keep(book: Book, planned: Plan, release: Release, *, who: str) -> None:
    decided = blob_entry(msgspec.json.encode(release.kept))
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
        audience=planned.audience,
        policy=planned.digest,
        decisions=decided.row.key,
        told=msgspec.json.encode({"of": planned.id, **told}).decode(),
    )
    with book.change(who=who, at=at) as change:
        change.write([*change.missing([decided]), Entry(row)])


def _is_team(book: Reader) -> bool:
    return len(book.log.writers() - {UNNAMED}) > 1


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read ({error})", where=str(path)) from None
