"""Policies: ours hold, and one that names what is unknown or never leaves is refused with its line."""

import pytest

from holdfire.errors import DataError
from holdfire.release.audience import OURS as AUDIENCES
from holdfire.release.audience import Audience
from holdfire.release.policy import read_policy, shipped_policies, shipped_policy

OURS = shipped_policies()
PUBLIC = AUDIENCES[0]


@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_ours_are_read(audience):
    assert shipped_policy(audience).steps[0].place == "county"


def _line_of(words):
    return next(n for n, line in enumerate(OURS.splitlines(), 1) if words in line)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"Incident.status", ', '"Incident.staus", ', "there is no field 'Incident.staus'"),
        (
            '"Incident.status", ',
            '"Incident.attribution", ',
            "Incident.attribution leaves to nobody: who says so",
        ),
        ('"Incident.status", ', '"Place.lat", ', "Place.lat leaves to nobody"),
        ("k = 5", "k = 1", "k is below 5, the least for 'public'"),
        ("k = 5", "kk = 5", "unknown field `kk`"),
        ("k = 5", 'k = "five"', "Expected `int`"),
        ('["county", "month", "persons"]', '["village", "month", "persons"]', "Invalid enum value 'village'"),
        (
            '["county", "month", "persons"]',
            '["county", "day", "persons"]',
            "days of incidents leave the team to nobody",
        ),
        ("event_days = 30", "event_days = -1", "event_days is below 0"),
    ],
)
def test_what_will_not_do_is_refused_with_its_line(old, new, said):
    with pytest.raises(DataError, match=r"^mine\.toml, line \d+: ") as refused:
        read_policy(OURS.replace(old, new, 1), PUBLIC, where="mine.toml")
    assert said in str(refused.value)


def test_the_line_is_that_of_the_key():
    with pytest.raises(DataError) as refused:
        read_policy(OURS.replace('"Incident.means"', '"Incident.mean"', 1), PUBLIC)
    assert refused.value.where == f"audiences.toml, line {_line_of('Incident.means')}"


def test_no_toml_and_no_such_audience_are_refused():
    with pytest.raises(DataError, match="is no TOML"):
        read_policy("[public", PUBLIC)
    with pytest.raises(DataError, match="it has: public, partner, internal"):
        read_policy(OURS, Audience("press", "public", 5))


def test_a_file_cannot_make_itself_internal_or_go_below_its_casebook():
    press = OURS.replace("[internal]", "[press]")
    with pytest.raises(DataError, match="k is below 3, the least for 'press'"):
        read_policy(press, Audience("press", "partner", 3))
    days = press.replace("k = 1", "k = 5").replace("k_published = 1", "k_published = 5")
    with pytest.raises(DataError, match="days of incidents leave the team"):
        read_policy(days, Audience("press", "public", 5))
