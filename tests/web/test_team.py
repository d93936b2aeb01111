"""A team: who comes in, what each role may do, agreement, settling, and the vault."""

import pytest
from starlette.testclient import TestClient

from holdfire.web.app import make_app
from holdfire.web.desk import Desk
from holdfire.web.guard.pace import MINUTES, TRIES
from holdfire.workflows.casebook.accounts import add_account, set_open, set_roles
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


def test_a_changed_role_holds_at_once(as_, book, told):
    browser = as_("cody")
    assert "Set aside" in browser.get(f"/reports/{told}").text
    set_roles(book, "cody", ["reader"], who="ada")
    assert "Set aside" not in browser.get(f"/reports/{told}").text


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
    assert "Nobody differs" in rev.get("/team").text
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
