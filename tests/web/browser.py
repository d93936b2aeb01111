"""A real browser, where there is one: Debian's chromium, or one that Playwright finds."""

import shutil
import socket
import threading
import time

import pytest
import uvicorn


def chromium():
    """The path of a browser; the test is skipped where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    pytest.skip("no browser here: `apt-get install chromium` (make test does so where it may)")


class Served:
    """An application on a port of its own, until it is stopped."""

    def __init__(self, app):
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True
        )

    def __enter__(self):
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        return self

    def __exit__(self, *_what):
        self._server.should_exit = True
        self._thread.join(10)
