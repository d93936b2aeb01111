"""A team: who comes in, what each role may do, agreement, settling, and the vault."""

import pytest
from starlette.testclient import TestClient

from holdfire.web.app import make_app
from holdfire.web.desk import Desk
from holdfire.web.guard.pace import MINUTES, TRIES
from holdfire.web.guard.sessions import HOURS_IDLE, Sessions
from holdfire.web.pages import entering
from holdfire.workflows.casebook.accounts import add_account, entered, set_open, set_password, set_roles
from tests import stories
from tests.web.conftest import HERE, Browser
from tests.workflows.test_accounts import GOOD, quick

__all__ = ["quick"]
ACT = "orders.0.clauses.0.act"
ROLES = {"rea": "reader", "cody": "coder", "ben": "coder", "rev": "reviewer", "kim": "keeper"}


@pytest.fixture
def desk(book, clock):
    for name, role in ROLES.items():
        add_account(book, name, [role], GOOD, who="ada")
    made = Desk(book, clock=clock, make_reader=lambda _own: stories.reading_of)
    yield made
    made.close()


@pytest.fixture
def door(desk):
    """Browsers that are not in."""
    app = make_app(desk)
    return lambda: TestClient(app, base_url=HERE, follow_redirects=False)


@pytest.fixture
def as_(door):
    """Somebody's browser, in."""

    def enter(name):
        client = door()
        assert client.post("/enter", data={"name": name, "password": GOOD}).status_code == 303
        client.follow_redirects = True
        return Browser(client)

    return enter


def decide(browser, told, kind="accept", path=ACT, **more):
    return browser.post(f"/reports/{told}/decision", htmx=True, path=path, kind=kind, **more)


def test_a_name_and_a_password_open_the_door(door):
    client = door()
    assert "Password" in client.get("/enter").text
    wrong = client.post("/enter", data={"name": "cody", "password": "wrong"})
    assert wrong.status_code == 403
    assert 'value="cody"' in wrong.text
    assert client.post("/enter", data={"name": "cody", "password": GOOD}).status_code == 303
    assert client.get("/").status_code == 200


def test_who_guesses_waits_even_with_the_right_password(door, clock):
    client = door()
    for _ in range(TRIES):
        client.post("/enter", data={"name": "cody", "password": "wrong"})
    assert client.post("/enter", data={"name": "cody", "password": GOOD}).status_code == 429
    clock.now += MINUTES * 60 + 1
    assert client.post("/enter", data={"name": "cody", "password": GOOD}).status_code == 303


def test_the_key_of_another_start_opens_nothing(door):
    assert door().get("/enter?key=anything").status_code == 200


def test_another_site_cannot_log_somebody_in(door):
    client = door()
    answer = client.post(
        "/enter", data={"name": "cody", "password": GOOD}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize(("name", "may"), [("rea", False), ("kim", False), ("cody", True), ("rev", True)])
def test_only_coders_and_reviewers_decide(as_, told, book, name, may):
    browser = as_(name)
    answer = browser.client.post(
        f"/reports/{told}/decision",
        data={"path": ACT, "kind": "accept"},
        headers={"X-Forgery-Token": browser.token_of("/"), "HX-Request": "true"},
    )
    assert (answer.status_code == 200) is may
    assert bool(book.judgements.all()) is may
    assert ("Set aside" in browser.get(f"/reports/{told}").text) is may


@pytest.mark.parametrize("name", ["rea", "cody", "rev"])
def test_the_vault_is_never_rendered_to_others(as_, name):
    browser = as_(name)
    assert browser.get("/sources").status_code == 403
    assert "/sources" not in browser.get("/").text
    assert browser.post("/sources", secret="x").status_code == 403


def test_a_closed_account_is_out_at_once(as_, book):
    browser = as_("cody")
    set_open(book, "cody", is_open=False, who="ada")
    browser.client.follow_redirects = False
    assert browser.get("/").status_code == 303


def is_in(browser):
    browser.client.follow_redirects = False
    return browser.get("/").status_code == 200


def test_a_changed_role_holds_at_once(as_, book, told):
    browser = as_("cody")
    assert "Set aside" in browser.get(f"/reports/{told}").text
    set_roles(book, "cody", ["reader"], who="ada")
    assert not is_in(browser)
    assert "Set aside" not in as_("cody").get(f"/reports/{told}").text


def test_a_new_password_lets_everybody_out_who_came_in_by_the_old_one(as_, book):
    one, other, ben = as_("cody"), as_("cody"), as_("ben")
    set_password(book, "cody", f"{GOOD} and more", who="ada")
    assert not is_in(one)
    assert not is_in(other)
    assert is_in(ben)


def test_a_password_that_changes_while_somebody_comes_in_by_it_keeps_nobody(desk, book, door, monkeypatch):
    def slowly(reader, name, password):
        found = entered(reader, name, password)
        set_password(book, "cody", f"{GOOD} and more", who="ada")
        return found

    monkeypatch.setattr(entering, "entered", slowly)
    client = door()
    client.post("/enter", data={"name": "cody", "password": GOOD})
    assert client.get("/").status_code == 303


def test_a_session_goes_on_when_the_server_starts_anew(as_, desk, book, clock, told):
    browser = as_("cody")
    token = browser.token
    browser.post("/team/blind", kind="hide")
    desk.close()
    again = Desk(book, clock=clock, make_reader=lambda _own: stories.reading_of)
    with TestClient(make_app(again), base_url=HERE, cookies=browser.client.cookies) as client:
        page = client.get(f"/reports/{told}", follow_redirects=False)
        assert page.status_code == 200
        assert "Show others" in page.text
        answer = client.post(
            f"/reports/{told}/decision", data={"path": ACT, "kind": "accept", "forgery_token": token}
        )
        assert answer.status_code == 200, "and what was typed into a form before is not lost"
    again.close()


def test_who_leaves_is_out_of_the_casebook_too(as_, book, clock):
    browser = as_("cody")
    (name,) = browser.client.cookies
    secret = browser.client.cookies[name]
    assert book.sessions.get(secret, since=0).name == "cody"
    browser.post("/leave")
    assert book.sessions.get(secret, since=0) is None


def test_who_lies_idle_is_out_even_after_a_new_start(as_, desk, book, clock):
    browser = as_("cody")
    clock.now += HOURS_IDLE * 3600 + 1
    again = Sessions(clock, book)
    assert again.get(next(iter(browser.client.cookies.values()))) is None
    assert not is_in(browser)


def test_no_file_of_the_casebook_holds_a_secret_that_opens_it(as_, book, tmp_path):
    browser = as_("cody")
    secret = next(iter(browser.client.cookies.values())).encode()
    files = [path.read_bytes() for path in tmp_path.glob("case.book*")]
    assert any(b"cody" in each for each in files)
    assert not any(secret in each for each in files)


def test_sessions_are_no_evidence(as_, book):
    before = book.log.last()
    as_("cody")
    assert book.log.last() == before


def test_two_coders_are_compared_and_a_reviewer_settles(as_, told, book):
    cody, ben, rev = as_("cody"), as_("ben"), as_("rev")
    for browser in (cody, ben):
        decide(browser, told, path="orders.0.issuer")
    decide(cody, told)
    decide(ben, told, kind="reject", why="another act")
    page = rev.get("/team").text
    assert "2 values judged by two or more; alike on 1" in page
    assert "This holds" in page
    assert "another act" in page
    assert "This holds" not in cody.get("/team").text
    (target,) = {each.target for each in book.judgements.all() if each.target.endswith(ACT)}
    reading = book.readings.of(told)[-1].id
    rev.post("/team/settle", target=target, reading=reading, of="ben")
    page = rev.get("/team").text
    assert "Nobody differs" in page
    assert "2 values judged by two or more; alike on 1" in page, "who settles is no third coder"
    assert "ben, rev" not in page
    last = book.judgements.all()[-1]
    assert (last.who, type(last).__name__, last.why) == ("rev", "Reject", "settled: as ben said")


def test_only_a_reviewer_settles(as_, told):
    assert as_("cody").post("/team/settle", target=f"report/{told}/{ACT}", of="ben").status_code == 403


def test_what_is_not_disputed_cannot_be_settled(as_, told):
    assert as_("rev").post("/team/settle", target=f"report/{told}/{ACT}", of="ben").status_code == 409


def test_a_second_coder_does_not_see_what_the_first_decided(as_, told):
    cody, ben = as_("cody"), as_("ben")
    decide(cody, told, kind="reject", why="a drill")
    assert "a drill" in ben.get(f"/reports/{told}/history").text
    ben.post("/team/blind", kind="hide", back=f"/reports/{told}")
    for path in ("", "/history", f"/value?path={ACT}"):
        page = ben.get(f"/reports/{told}{path}").text
        assert "a drill" not in page
        assert 'data-mood="rejected"' not in page
    ben.post("/team/blind", kind="show", back="//evil.example")
    assert "a drill" in ben.get(f"/reports/{told}/history").text


def test_a_keeper_seals_and_nothing_is_shown_again(as_, book, tmp_path):
    vault = pytest.importorskip("holdfire.workflows.casebook.vault")
    kim = as_("kim")
    assert "no keepers yet" in kim.get("/sources").text
    recipient = vault.new_identity(tmp_path / "kim.txt")
    vault.add_keeper(book, "kim", recipient, who="ada")
    page = kim.post("/sources", secret="Ri, +82 10 1234").text
    assert "Ri, +82" not in page
    (entry,) = book.vault.entries()
    assert entry.id in page
    assert vault.open_entry(book, entry.id, tmp_path / "kim.txt") == b"Ri, +82 10 1234"
    assert kim.post("/sources/destroy", pseudonym=entry.id).status_code == 422
    kim.post("/sources/destroy", pseudonym=entry.id, why="asked to be forgotten")
    assert "asked to be forgotten" in kim.get("/sources").text
