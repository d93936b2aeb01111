"""How templates are filled in: everything escaped, nothing unknown, a few words that all of them use."""

import base64
from hashlib import sha256

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

from holdfire import __version__
from holdfire.views.dates import say_date


def environment(*loaders: BaseLoader) -> Environment:
    """Templates from some places, and those that are shared."""
    made = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("holdfire.exports")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update({"date": say_date, "plural": plural, "worded": str})
    made.globals["version"] = __version__
    return made


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def inline_hash(inline: str) -> str:
    """What a page's security policy calls a style or a script that stands in it."""
    return "sha256-" + base64.b64encode(sha256(inline.encode()).digest()).decode()
