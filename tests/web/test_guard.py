"""Who is let in, what a form must bring, and what an answer may do in a browser."""

import pytest
from starlette.routing import Route

from holdfire.web.answers import safe_name
from holdfire.web.app import routes
from holdfire.web.guard.pace import MINUTES, TRIES, Pace
from holdfire.web.guard.sessions import HOURS_IDLE, Person, Sessions
from tests.web.conftest import KEY

PATHS = [
    (route.path, method)
    for route in routes()
    if isinstance(route, Route)
    for method in sorted(route.methods or ())
]
CLOSED = [(path, method) for path, method in PATHS if path not in ("/enter", "/login") and method != "HEAD"]


def fill(path, told="0" * 64):
    return path.replace("{report}", told).replace("{lot}", "abc").replace("{thing}", "abcd")


@pytest.mark.parametrize(("path", "method"), CLOSED)
def test_nobody_gets_anything_without_being_in(stranger, told, path, method):
    answer = stranger.request(method, fill(path, told))
    assert (answer.status_code, answer.headers["location"]) == (303, "/enter")


@pytest.mark.parametrize("path", [path for path, method in CLOSED if method == "POST"])
@pytest.mark.parametrize("token", [{}, {"forgery_token": "guessed"}])
def test_a_form_of_another_site_is_refused(ada, told, book, path, token):
    before = book.log.last()
    assert ada.client.post(fill(path, told), data={"kind": "checked", **token}).status_code == 403
    assert book.log.last() == before


def test_a_browser_that_says_it_comes_from_elsewhere_is_refused(ada, told):
    headers = {"Sec-Fetch-Site": "cross-site", "X-Forgery-Token": ada.token}
    assert (
        ada.client.post(f"/reports/{told}/state", data={"kind": "checked"}, headers=headers).status_code
        == 403
    )


def test_the_key_opens_and_the_cookie_is_held_tight(stranger):
    answer = stranger.get(f"/enter?key={KEY}")
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert cookie.startswith("holdfire-8765=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert stranger.get("/").status_code == 200


def test_the_key_can_be_typed(stranger):
    assert stranger.post("/enter", data={"key": KEY}).headers["location"] == "/"


def test_a_wrong_key_is_told_and_too_many_are_made_to_wait(stranger, clock):
    for _ in range(TRIES):
        answer = stranger.get("/enter?key=wrong")
        assert (answer.status_code, "does not open" in answer.text) == (403, True)
        assert "Each start of <code>holdfire serve</code> makes" in answer.text
    assert stranger.get(f"/enter?key={KEY}").status_code == 429
    clock.now += MINUTES * 60 + 1
    assert stranger.get(f"/enter?key={KEY}").status_code == 303


def test_whoever_leaves_is_out(ada, stranger):
    ada.post("/leave")
    stranger.follow_redirects = False
    assert stranger.get("/").status_code == 303


def test_what_htmx_asks_for_without_being_in_leads_to_the_door(stranger):
    answer = stranger.get("/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/enter")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765"])
def test_another_host_is_refused(stranger, host):
    assert stranger.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("path", ["/", "/enter", "/nothing", "/static/workbench.css"])
def test_every_answer_is_held_to_what_it_needs(ada, path):
    headers = ada.get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


def test_pages_are_not_kept_by_the_browser(ada):
    assert ada.get("/").headers["cache-control"] == "no-store"
    assert "immutable" in ada.get("/static/workbench.css").headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/vendor/../../app.py",
        "/static/",
        "/static//etc/passwd",
    ],
)
def test_no_file_but_ours_is_given(ada, path):
    assert ada.client.get(path).status_code == 404


def test_pages_have_no_inline_script_or_style(ada, told):
    for path in ("/", "/add", f"/reports/{told}", f"/reports/{told}/value?path=orders.0"):
        page = ada.get(path).text
        assert " style=" not in page
        assert "<style" not in page
        assert " onclick" not in page
        assert page.count("<script ") == page.count("<script src=") == page.count("</script>")


def test_a_form_that_is_too_large_is_refused_in_words(ada, told):
    answer = ada.post(f"/reports/{told}/decision", why="x" * 3_000_000)
    assert answer.status_code == 413
    assert "more than 2 MB" in answer.text


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("a.txt", "a.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\..\\a.html", "a.html"),
        ("..", "report"),
        ("", "report"),
        ('a"b\r\nX: y.pdf', "a-b-X-y.pdf"),
        ("회령.txt", "txt"),
        (".htaccess", "htaccess"),
    ],
)
def test_names_of_files_are_nothing_but_names(given, safe):
    assert safe_name(given) == safe


def test_tries_are_counted_for_each_name(clock):
    pace = Pace(clock)
    for _ in range(TRIES):
        pace.failed("ada")
    assert pace.wait("ada") > 0
    assert pace.wait("ben") == 0
    pace.passed("ada")
    assert pace.wait("ada") == 0


def test_a_session_that_lies_idle_ends(clock):
    sessions = Sessions(clock)
    secret = sessions.open(Person("ada", frozenset()))
    clock.now += HOURS_IDLE * 3600 - 1
    assert sessions.get(secret)
    clock.now += HOURS_IDLE * 3600 + 1
    assert sessions.get(secret) is None
