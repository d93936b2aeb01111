"""Published tables in ../shared/corpora; the tests that need them are left out where it is not there."""

import os
from pathlib import Path

import pytest

CORPORA = Path(os.environ.get("HOLDFIRE_SHARED", Path(__file__).parents[3] / "shared")) / "corpora"
needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="needs ../shared/corpora")
