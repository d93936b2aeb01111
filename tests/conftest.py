"""Options of the test run."""

import pytest
from hypothesis import HealthCheck, settings

from holdfire.workflows.threads import one_thread

one_thread()
# How fast an example is says something of the machine's load and nothing of the code.
settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("no clock"), max_examples=15)
settings.load_profile("no clock")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write the golden files again; look at the diff before you commit",
    )
