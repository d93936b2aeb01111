"""Headers of reports → published pages that may be cited, their addresses without who fetched them."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import msgspec

from holdfire.model.record import ReportHeader
from holdfire.release.coarsening import days_of
from holdfire.release.naming import STRANGE, Names
from holdfire.release.policy import Policy
from holdfire.release.released import Page
from holdfire.release.wording import words

LONGEST = 300
_CALLED = {"title": "title", "outlet": "outlet", "url": "address"}
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")
_HIDDEN = frozenset({"local", "internal", "onion", "lan", "home", "test", "localhost", "invalid", "example"})
_NUMBERED = frozenset({
    "id", "no", "idx", "p", "page_id", "article", "articleid", "article_id", "newsid", "news_id", "aid",
    "oid", "sid", "seq", "num",
})  # fmt: skip


def address(url: str | None) -> str:
    """The address of a page on the open web; empty where it is none.

    Who is named in it, its fragment and its query are left out, but for the number of an article.
    """
    try:
        parts = urlsplit((url or "").strip())
        if parts.scheme not in ("http", "https") or parts.username or parts.password or parts.port:
            return ""
    except ValueError:
        return ""
    host = (parts.hostname or "").lower()
    if not _HOST.fullmatch(host) or host.rpartition(".")[2] in _HIDDEN:
        return ""
    kept = [
        (k, v) for k, v in parse_qsl(parts.query) if k.lower() in _NUMBERED and v.isascii() and v.isdigit()
    ]
    made = urlunsplit(
        (parts.scheme, host, quote(unquote(parts.path), safe="/-._~%:@,;+="), urlencode(kept), "")
    )
    return made if len(made) <= LONGEST else ""


def page_words(headers: Iterable[ReportHeader]) -> frozenset[str]:
    """The words in the titles, outlets and addresses of reports that could be cited, but for numbers."""
    told: set[str] = set()
    for header in headers:
        if url := address(header.url):
            told.update(words(f"{_line(header.title)} {_line(header.outlet)} {unquote(url)}"))
    return frozenset(word for word in told if not word.isdigit())


def published_page(header: ReportHeader, policy: Policy, *, today: int) -> Page | None:
    """A report as a published page; None where it has no address, outlet or day, or came out too lately."""
    url, days = address(header.url), days_of(header.published or "")
    if not url or not header.outlet or days is None or days.last + policy.page_days > today:
        return None
    told = {
        "url": url,
        "title": _line(header.title),
        "outlet": _line(header.outlet),
        "published": header.published or "",
        "language": (_LANGUAGE.fullmatch(header.language or "") and header.language) or "",
    }
    return Page(0, **{name: said for name, said in told.items() if policy.lets(f"ReportHeader.{name}")})


def seen_to(page: Page, names: Names) -> tuple[Page, list[str]]:
    """A page without what it may not carry, and what was left out, and why: of an address the site stays."""
    strange = names.strange(page.title)
    why = {name: names.found(getattr(page, name)) for name in _CALLED}
    why["title"] = why["title"] or (STRANGE if strange else "")
    if any(f"-{slug}-" in f"-{_slug(page.url)}-" for slug in map(_slug, strange)):
        why["url"] = why["url"] or STRANGE
    instead = {"url": "" if names.found(_site(page.url)) else _site(page.url)}
    kept = {name: instead.get(name, "") for name, reason in why.items() if reason}
    reasons = [
        f"the {_CALLED[name]} {why[name]}: {'the site alone' if said else 'left out'}"
        for name, said in kept.items()
    ]
    return msgspec.structs.replace(page, **kept), reasons


def _slug(text: str) -> str:
    return "-".join(words(text))


def _site(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/", "", ""))


def _line(words: str | None) -> str:
    """Words on one line, without what could draw over others."""
    said = words or ""
    if not said.isprintable():
        said = "".join(c if c.isprintable() else " " for c in said)
    return " ".join(said.split())[:LONGEST]
