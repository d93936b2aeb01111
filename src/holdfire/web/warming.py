"""What first answers need, loaded before anybody asks: templates, the lines of maps, what counts trends."""

import importlib

from holdfire.errors import HoldfireError
from holdfire.geography.base_map import Window, base_map
from holdfire.web.answers import load_templates
from holdfire.workflows.analysis.scipy_there import require_scipy

SOMEWHERE = Window(0.0, 0.0, 1.0, 1.0)


def warm() -> None:
    """Load it all; what is not installed is told to whoever asks for it."""
    load_templates()
    base_map(SOMEWHERE)
    try:
        require_scipy()
    except HoldfireError:
        return
    importlib.import_module("holdfire.workflows.analysis.casebook_trend")
