"""`holdfire user`."""

import pytest

from tests.workflows.test_accounts import GOOD, quick

__all__ = ["quick"]


@pytest.fixture
def case(holdfire, tmp_path, monkeypatch):
    holdfire("init", tmp_path / "case.book")
    monkeypatch.setenv("HOLDFIRE_PASSWORD", GOOD)
    return tmp_path / "case.book"


def test_accounts_are_made_listed_and_closed(holdfire, case):
    assert "may come in as coder" in holdfire("user", "add", case, "ben", "--role", "coder").stdout
    holdfire("user", "role", case, "ben", "--role", "coder", "--role", "keeper")
    holdfire("user", "password", case, "ben")
    assert holdfire("user", "list", case).stdout == "ben  coder, keeper\n"
    holdfire("user", "close", case, "ben")
    assert holdfire("user", "list", case).stdout == "ben  coder, keeper  closed\n"
    holdfire("user", "open", case, "ben")
    assert '"is_open":true' in holdfire("user", "list", case, "--format", "json").stdout


def test_without_a_password_nothing_is_made(holdfire, case, monkeypatch):
    monkeypatch.delenv("HOLDFIRE_PASSWORD")
    done = holdfire("user", "add", case, "ben", "--role", "coder")
    assert done.exit_code == 2
    assert "No accounts yet" in holdfire("user", "list", case).stdout


def test_a_wrong_role_is_named(holdfire, case):
    assert "is no role" in holdfire("user", "add", case, "ben", "--role", "king").stderr


@pytest.mark.parametrize("more", [["--host", "0.0.0.0"], ["--host", "192.0.2.1", "--name", "x.example"]])
def test_a_workbench_without_accounts_stays_on_this_machine(holdfire, case, more):
    done = holdfire("serve", case, *more)
    assert done.exit_code == 2
    assert "this machine alone" in done.stderr


def test_passwords_cross_no_network_in_clear(holdfire, case):
    holdfire("user", "add", case, "ben", "--role", "coder")
    done = holdfire("serve", case, "--host", "0.0.0.0", "--name", "x.example")
    assert "in clear" in done.stderr
