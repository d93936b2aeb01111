"""The map and the timeline, linked: what is told of where, and when."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from holdfire.model.stored import StoredSpot, StoredThing
from holdfire.store.together import Sought
from holdfire.views.atlas import Atlas, Spot, stretches, window
from holdfire.views.map_drawing import map_drawing
from holdfire.views.timeline import Month, timeline
from holdfire.web.answers import language_of, page, part
from holdfire.web.desk import Desk
from holdfire.web.fields import field
from holdfire.web.guard.headers import policy
from holdfire.web.pages.things import told
from holdfire.web.together import Told

WHOLE = 600
"""Up to so many incidents all stand on the page, and the script filters them there."""
LISTED = 200
"""Of more incidents so many are listed."""
MOST_SPOTS = 250
MOST_STRETCHES = 120
"""So many places and stretches are drawn: those with most incidents, the last given."""
KEPT = 8
"""So many drawings are kept: looking again, or at the same months, draws nothing."""
EVERY = Sought("incident")


def show(request: Request) -> Response:
    """The map: all of it where it is small, else what is asked for, a page of it."""
    now, fresh = told(request)
    first, last = (field(request.query_params, name)[:7] for name in ("from", "to"))
    tiles = request.app.state.desk.tiles
    drawn = _drawn(now, first, last, language_of(request))
    answer = page(request, "map.html", drawn=drawn, fresh=fresh, tiles=tiles)
    if tiles is not None:
        answer.headers["Content-Security-Policy"] = policy(pictures=tiles.origin)
    return answer


def prepare(desk: Desk, language: str) -> None:
    """Draw the whole map before anybody looks, as far as it is known what is told."""
    now = desk.together.known
    if now is not None:
        _drawn(now, "", "", language)


@lru_cache(maxsize=KEPT)
def _drawn(now: Told, first: str, last: str, language: str) -> Markup:
    """The map and the timeline from one month to another: drawn once for what is told."""
    kept = now.kept
    time = timeline(kept.spans(EVERY))
    during, chosen = _during(first, last, time.months)
    here = EVERY._replace(during=during, is_drawn=True)
    elsewhere = here._replace(is_drawn=False)
    every, places = kept.number(EVERY), kept.spots(here)
    number = sum(place.number for place in places)
    elsewhere_number = every - number if during is None else kept.number(elsewhere)
    is_whole = every <= WHOLE
    many = WHOLE if is_whole else LISTED
    made = _atlas(now, here, places[:MOST_SPOTS])
    drawing = map_drawing(made)
    drawn = {_at(each.spot): each.number for each in (drawing.spots if drawing else ())}
    return part(
        "map_drawn.html",
        language=language,
        drawing=drawing,
        time=time,
        chosen=chosen,
        whole=is_whole,
        listed=[(drawn.get(_at(each)), each) for each in kept.page(here, limit=many)],
        number=number,
        is_cut=len(places) > MOST_SPOTS,
        elsewhere=kept.page(elsewhere, limit=many) if elsewhere_number else (),
        elsewhere_number=elsewhere_number,
    )


def _atlas(now: Told, here: Sought, places: Sequence[StoredSpot]) -> Atlas:
    newest_first = (version.order for version in reversed(now.ledger.history.versions))
    drawn = stretches(newest_first, during=here.during, most=MOST_STRETCHES)
    spots = tuple(map(_spot, places))
    return Atlas(window(spots, drawn), spots, drawn, ())


def _spot(stored: StoredSpot) -> Spot:
    return Spot(stored.name, stored.lat, stored.lon, stored.ring_km, (), stored.number)


def _during(
    first: str, last: str, months: Sequence[Month]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The days of the months that are asked for, and the numbers of these months; None for all of them."""
    numbers = {month.name: n for n, month in enumerate(months)}
    low, high = numbers.get(first), numbers.get(last)
    if low is None or high is None or low > high:
        return None, None
    return (months[low].first, months[high].last), (low, high)


def _at(place: Spot | StoredThing) -> tuple[Any, ...]:
    name = place.name if isinstance(place, Spot) else place.spot
    return name, place.lat, place.lon, place.ring_km
