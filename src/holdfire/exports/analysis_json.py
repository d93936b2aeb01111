"""The page of a trend or an estimate, with its figures as numbers → one line of JSON."""

import msgspec

from holdfire.analysis.answers import Trend
from holdfire.views.trend import TrendPage


def trend_line(found: Trend, page: TrendPage) -> bytes:
    """`{"trend": …, "page": …}`; a bound that is none is null."""
    return msgspec.json.encode({"trend": found, "page": page}) + b"\n"
