"""Pages a second from a web archive to reports, beside the plain limits of the same run, on one core."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text

from benchmarks.pages import pages
from holdfire.errors import SourceError
from holdfire.exports.warc import warc
from holdfire.model.capture import Capture
from holdfire.sources.captures import captures
from holdfire.sources.pages.facts import facts_of
from holdfire.sources.reports import report_of

NUMBER = 400
DIFFERENT = 40
ROUNDS = 5
DATE = "2022-01-26T01:03:00Z"
HEADERS = (("Content-Type", "text/html; charset=utf-8"),)


def main() -> None:
    """Measure and print."""
    made = list(pages(DIFFERENT))
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc.gz"
        with archive.open("wb") as file:
            file.writelines(warc((_captured(made, n) for n in range(NUMBER)), made_at=DATE))
        size = sum(map(len, made)) / len(made) / 1000
        print(f"{NUMBER} pages of {size:.0f} KB from one web archive, one core, best of {ROUNDS}\n")
        _print(archive, made)


def _captured(made: list[str], number: int) -> Capture:
    page = made[number % DIFFERENT].replace("Report", f"Report {number // DIFFERENT}.", 1)
    url = f"https://watch.example/{number}"
    return Capture(page.encode(), url, "warc", got_at=DATE, status=200, headers=HEADERS)


def _print(archive: Path, made: list[str]) -> None:
    parts: dict[str, Callable[[], int]] = {
        "limit: WARC and HTTP": lambda: sum(1 for record in _records(archive) if record),
        "limit: WARC and main text": lambda: sum(1 for record in _records(archive) if _main(record)),
        "holdfire, captures": lambda: sum(1 for _ in captures(archive)),
        "holdfire, reports": lambda: sum(1 for each in captures(archive) if _words(each)),
    }
    speeds = dict.fromkeys(parts, 0.0)
    for _ in range(ROUNDS):  # each in turn, so that what else the machine does falls on all of them
        for name, part in parts.items():
            start = time.process_time()
            assert part() == NUMBER
            speeds[name] = max(speeds[name], NUMBER / (time.process_time() - start))
    limits = {"holdfire, captures": "limit: WARC and HTTP", "holdfire, reports": "limit: WARC and main text"}
    print(f"{'':28}{'pages/s':>9}{'of limit':>10}")
    for name, speed in speeds.items():
        of = f"{speed / speeds[limits[name]]:10.2f}" if name in limits else ""
        print(f"{name:28}{speed:9,.0f}{of}")
    start = time.process_time()
    for page in made:
        facts_of(page, url="https://watch.example/")
    print(f"\nwhat a page says of itself: {(time.process_time() - start) / len(made) * 1000:.2f} ms")


def _records(archive: Path) -> Iterator[bytes]:
    records = ArchiveIterator(str(archive), record_types=WarcRecordType.response)
    return (record.reader.read() for record in records)


def _words(found: Capture | SourceError) -> str:
    assert isinstance(found, Capture)
    return report_of(found).words


def _main(page: bytes) -> str:
    return extract_plain_text(
        page.decode(), main_content=True, alt_texts=False, links=False, list_bullets=False, comments=False
    )


if __name__ == "__main__":
    main()
