"""The page of a trend or an estimate, with its figures as numbers → one line of JSON."""

import msgspec

from holdfire.analysis.answers import Estimate, Trend
from holdfire.views.estimate import EstimatePage
from holdfire.views.trend import TrendPage


def trend_line(found: Trend, page: TrendPage) -> bytes:
    """`{"trend": …, "page": …}`; a bound that is none is null."""
    return msgspec.json.encode({"trend": found, "page": page}) + b"\n"


def estimate_line(found: Estimate, page: EstimatePage) -> bytes:
    """`{"estimate": …, "page": …}`; of the lists their names; how they overlap is in the page."""
    told = {
        "lists": found.lists.names,
        "seen": found.lists.seen,
        "selected": found.selected,
        "averaged": found.averaged,
        "lower_bound": found.lower_bound,
        "models": found.models,
        "set_aside": found.set_aside,
    }
    return msgspec.json.encode({"estimate": told, "page": page}) + b"\n"
