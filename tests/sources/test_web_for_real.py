"""URLs over a real connection, to a server in this process: redirects, packing, what breaks off."""

import gzip
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from holdfire.errors import SourceError
from holdfire.sources.captures import captures
from holdfire.sources.reports import report_of
from holdfire.sources.web import Web

WORDS = "국경경비대는 총을 쏘지 말라는 명령을 받았다고 소식통이 화요일 전했다."
PAGE = f"<html><body><p>{WORDS}</p></body></html>".encode("cp949")


class Server(BaseHTTPRequestHandler):
    """Answers as servers do."""

    def do_GET(self):
        if self.path == "/old":
            self._answer(301, b"", Location="/held")
        elif self.path == "/held":
            kind = "text/html; charset=euc-kr"
            self._answer(
                200, gzip.compress(PAGE), Content_Type=kind, Content_Encoding="gzip", Set_Cookie="a=b"
            )
        elif self.path == "/cut":
            self._answer(200, PAGE[:20], Content_Length="1000")
        else:
            self._answer(404, b"gone")

    def _answer(self, status, body, **headers):
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def home():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def web():
    return Web(clock=lambda: datetime.now(UTC))


def test_a_page_is_got_and_read(home, web):
    [found] = captures(f"{home}/old", fetch=web)
    assert not isinstance(found, SourceError)
    assert (found.raw, found.origin, found.status) == (PAGE, f"{home}/held", 200)
    assert [(each.url, each.status) for each in found.redirects] == [(f"{home}/old", 301)]
    report = report_of(found)
    assert (report.language, report.encoding, report.outlet) == ("ko", "cp949", "127.0.0.1")


@pytest.mark.parametrize(("path", "problem"), [("/gone", "answers 404 Not Found"), ("/cut", "cannot be got")])
def test_what_is_not_there_is_one_line(home, web, path, problem):
    [named] = captures(home + path, fetch=web)
    assert problem in str(named)
