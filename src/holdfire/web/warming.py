"""What first answers need, loaded before anybody asks: a step at a time, while nobody waits for an answer."""

import importlib
from collections.abc import Callable, Iterator
from functools import partial

from holdfire.errors import HoldfireError
from holdfire.geography.base_map import Window, base_map
from holdfire.web.answers import load_template, templates
from holdfire.web.desk import Desk
from holdfire.web.language import LANGUAGES
from holdfire.web.pages import mapping
from holdfire.workflows.analysis.scipy_there import require_scipy

SOMEWHERE = Window(0.0, 0.0, 1.0, 1.0)
Step = Callable[[], object]


def warm(desk: Desk) -> None:
    """Load it all, after what the reports tell together, which most pages need."""
    desk.together.wait()
    for step in _steps(desk):
        desk.quiet.wait()
        if desk.is_closed:
            return
        step()
    desk.settled()


def _steps(desk: Desk) -> Iterator[Step]:
    """Each a small part of a second; what is not installed is told to whoever asks for it."""
    first, *others = LANGUAGES
    yield from (partial(load_template, name, first) for name in templates())
    yield partial(base_map, SOMEWHERE)
    yield partial(mapping.prepare, desk, first)
    yield partial(_make_ready, desk)
    yield desk.vocabulary
    yield desk.reader
    try:
        require_scipy()
    except HoldfireError:
        pass
    else:
        for name in ("scipy.special", "holdfire.workflows.analysis.casebook_trend"):
            yield partial(importlib.import_module, name)
    yield from (partial(load_template, name, language) for language in others for name in templates())


def _make_ready(desk: Desk) -> None:
    told = desk.together.known
    if told is not None:
        told.ledger.make_ready()
        told.counting.outlets()
