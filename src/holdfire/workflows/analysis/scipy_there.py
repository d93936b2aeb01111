"""Analysis needs scipy: said at once, and in one line."""

from importlib.util import find_spec

from holdfire.errors import HoldfireError


def require_scipy() -> None:
    """HoldfireError where the extra `analysis` is not installed."""
    if find_spec("scipy") is None:
        raise HoldfireError("trends and estimates need scipy", remedy="install it with: pip install scipy")
