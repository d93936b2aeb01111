"""A URL → a capture: adds how it was got, with each redirect; drops cookies.

Loaded only where a user names a URL. It asks once, says who it is, and keeps nothing between two URLs.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from holdfire import __version__
from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Redirect, Tool
from holdfire.sources.codings import undone
from holdfire.sources.limits import REDIRECTS, REPORT, SECONDS, SECONDS_SILENT

Headers = tuple[tuple[str, str], ...]

_ASKED = {
    "User-Agent": f"holdfire/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/rss+xml,text/plain,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate, br, zstd",
}
_SAVE = "open it in a browser, save the page, and read that"


class Web:
    """Gets what lies at a URL; a test gives it a transport that has all answers at hand."""

    def __init__(
        self, *, clock: Callable[[], datetime], transport: httpx.BaseTransport | None = None
    ) -> None:
        no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        self._clock = clock
        self._client = httpx.Client(
            headers=_ASKED, cookies=no_cookies, timeout=SECONDS_SILENT, transport=transport
        )

    def __call__(self, url: str) -> Capture:
        """What lies at a URL, or where its redirects lead. SourceError where that gives no report."""
        until = time.monotonic() + SECONDS
        redirects: list[Redirect] = []
        asked = url
        with _named(url):
            while len(redirects) <= REDIRECTS:
                with self._client.stream("GET", asked) as answer:
                    if answer.next_request is None:
                        return self._captured(answer, tuple(redirects), until)
                    redirects.append(Redirect(asked, answer.status_code))
                    asked = _web_address(str(answer.next_request.url))
            raise SourceError(f"is redirected more than {REDIRECTS} times", remedy="check the address")

    def _captured(self, answer: httpx.Response, redirects: tuple[Redirect, ...], until: float) -> Capture:
        got_at = self._clock()
        if not 200 <= answer.status_code < 300:
            problem = f"answers {answer.status_code} {answer.reason_phrase}".strip()
            raise SourceError(problem, remedy=_SAVE)
        headers = _pairs(answer.headers)
        sent = [(name, value) for name, value in headers if name.lower() != "transfer-encoding"]
        raw, faults = undone(_body(answer, until), sent)
        return Capture(
            raw,
            str(answer.url),
            "http",
            media_type=answer.headers.get("content-type"),
            got_at=got_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            status=answer.status_code,
            headers=headers,
            redirects=redirects,
            request=_pairs(answer.request.headers),
            tool=Tool("holdfire", __version__),
            faults=faults,
        )


def _body(answer: httpx.Response, until: float) -> bytes:
    """The body as it was sent, within the limits of size and time."""
    parts: list[bytes] = []
    size = 0
    for part in answer.iter_raw():
        parts.append(part)
        size += len(part)
        if size > REPORT:
            raise SourceError(f"is too large for one report (more than {REPORT / 1e6:,.0f} MB)", remedy=_SAVE)
        if time.monotonic() > until:
            raise SourceError(f"was not there within {SECONDS} seconds", remedy="try again later")
    return b"".join(parts)


def _pairs(headers: httpx.Headers) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


def _web_address(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        raise SourceError(f"is redirected to {url}, which is no page of the web", remedy="check the address")
    return url


@contextmanager
def _named(url: str) -> Iterator[None]:
    """Turn what goes wrong on the way into one line that names the address."""
    try:
        yield
    except SourceError as error:
        raise SourceError(error.problem, where=url, remedy=error.remedy) from None
    except httpx.TimeoutException:
        problem = f"did not answer within {SECONDS_SILENT} seconds"
        raise SourceError(problem, where=url, remedy="try again later") from None
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        problem, remedy = f"cannot be got: {error}", "check the address and the connection"
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            problem, remedy = (
                "does not prove that it is who it says it is (its certificate)",
                "do not trust it",
            )
        raise SourceError(problem, where=url, remedy=remedy) from None
