"""The steps from state to state are a chain: two that were made at once would be taken for one."""

from importlib import import_module
from importlib.resources import files

from holdfire.store import schema

VERSIONS = "holdfire.store.migrations.versions"


def test_each_step_follows_the_one_before_it():
    files_of = (each.name for each in files(VERSIONS).iterdir() if each.name[0].isdigit())
    names = sorted(name.removesuffix(".py") for name in files_of)
    steps = [import_module(f"{VERSIONS}.{name}") for name in names]
    states = [step.revision for step in steps]
    assert states == [name.partition("_")[0] for name in names]
    assert [step.down_revision for step in steps] == [None, *states[:-1]]
    assert states == list(schema._KNOWN)
