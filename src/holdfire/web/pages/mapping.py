"""The map and the timeline, linked: what is told of where, and when."""

from starlette.requests import Request
from starlette.responses import Response

from holdfire.views.atlas import atlas
from holdfire.views.map_drawing import map_drawing
from holdfire.views.timeline import timeline
from holdfire.web.answers import page
from holdfire.web.pages.things import told


def show(request: Request) -> Response:
    """The map."""
    now, fresh = told(request)
    made = atlas(now.case.told)
    things = [each for spot in made.spots for each in spot.things] + list(made.elsewhere)
    return page(
        request, "map.html", drawing=map_drawing(made), atlas=made, time=timeline(things), fresh=fresh
    )
