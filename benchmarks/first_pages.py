"""What whoever comes first waits for: each page of the workbench of a server that answered nothing before.

`python -m benchmarks.first_pages PATH [WORDS [TIMES]]` takes a casebook that `benchmarks.workbench` made, and
for each page (those alone whose name holds the words) starts `holdfire serve`. It asks as soon as the address
is told, or once the server has nothing more to do; then five times again. Milliseconds on the wall, and of
the processor of the server. Linux alone tells the processor time of another process.
"""

import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from itertools import count

from benchmarks.processes import as_installed
from benchmarks.workbench import addresses
from holdfire.workflows.casebook.opening import open_book

TIMES, AGAIN = 3, 5
QUIET_S = 0.4


@dataclass(frozen=True)
class Asked:
    """An answer: milliseconds on the wall and of the server's processor, and how many bytes came."""

    wall: float
    spent: float
    size: int


def main() -> None:
    """Ask for each page, first and again."""
    path, words = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    times = int(sys.argv[3]) if len(sys.argv) > 3 else TIMES
    book = open_book(path)
    pages = [each for each in addresses(book) if words in each[0]]
    book.close()
    print(f"{'ms: wall (CPU)':44}{'asked at once':>22}{'first':>22}{'the slowest':>13}{'again':>16}{'KB':>7}")
    for name, to in pages:
        at_once = [_first(path, to, waits=False)[0] for _ in range(times)]
        settled = [_first(path, to, waits=True) for _ in range(times)]
        first, again = [each for each, _ in settled], [one for _, those in settled for one in those]
        slowest = max(each.wall for each in first)
        print(
            f"{name:44}{_said(at_once):>22}{_said(first):>22}{slowest:13,.0f}{_said(again):>16}"
            f"{first[0].size / 1000:7,.0f}",
            flush=True,
        )


def _said(asked: list[Asked]) -> str:
    wall, spent = (statistics.median(each) for each in zip(*((a.wall, a.spent) for a in asked), strict=True))
    return f"{wall:,.0f} ({spent:,.0f})"


def _first(path: str, to: str, *, waits: bool) -> tuple[Asked, list[Asked]]:
    """The first answer of a server of its own, and some more."""
    command = [sys.executable, "-m", "holdfire", "serve", path, "--port", "0", "--who", "bench"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=as_installed()) as server:
        assert server.stdout is not None
        found = next(filter(None, (re.search(r"http://[^:]+:(\d+)(/\S+)", line) for line in server.stdout)))
        try:
            asking = _Asking(int(found[1]), found[2], server.pid)
            if waits:
                asking.wait_until_quiet()
            numbers = count(1)
            asked = [asking.ask(to.replace("{n}", str(next(numbers)))) for _ in range(1 + AGAIN)]
        finally:
            server.terminate()
    return asked[0], asked[1:]


class _Asking:
    """Asks a server, with the cookie that it gave."""

    def __init__(self, port: int, enter: str, process: int) -> None:
        self._port = port
        self._clock = ~process << 3 | 2  # as clock_getcpuclockid has it
        self._cookie = ""
        answer, _ = self._got(enter)
        self._cookie = answer.headers["set-cookie"].split(";")[0]

    def ask(self, to: str) -> Asked:
        """Ask for a page until it is there."""
        begun, before = time.perf_counter(), self._spent()
        while True:
            answer, body = self._got(to)
            if answer.status != 503 and "refresh" not in answer.headers:
                break
            time.sleep(0.01)
        taken = time.perf_counter() - begun
        assert answer.status == 200, (to, answer.status, body[-300:])
        return Asked(taken * 1000, (self._spent() - before) * 1000, len(body))

    def wait_until_quiet(self) -> None:
        """Until the server spends next to nothing."""
        last = -1.0
        while (spent := self._spent()) - last > QUIET_S / 20 or last < 0:
            last = spent
            time.sleep(QUIET_S)

    def _spent(self) -> float:
        return time.clock_gettime(self._clock)

    def _got(self, to: str) -> tuple[HTTPResponse, bytes]:
        link = HTTPConnection("127.0.0.1", self._port, timeout=120)
        headers = {"Cookie": self._cookie, "Accept-Encoding": "gzip"}
        link.request("GET", to.replace(" ", "%20"), headers=headers)
        answer = link.getresponse()
        body = answer.read()
        link.close()
        return answer, body


if __name__ == "__main__":
    main()
