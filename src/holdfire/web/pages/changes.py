"""What changed when a report was read again; and reading it again."""

from itertools import pairwise

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from holdfire.views.difference import differences
from holdfire.web.answers import onward, page, session_of
from holdfire.web.desk import Desk
from holdfire.web.pages.report import named
from holdfire.workflows.casebook.rereading import reread


def show(request: Request) -> Response:
    """The readings of a report, each with what it reads otherwise than the one before."""
    desk: Desk = request.app.state.desk
    stored = named(request)
    readings = desk.book.readings.of(stored.id)
    records = [desk.record(each.id) for each in readings]
    changed = [differences(old, new) for old, new in pairwise(records)]
    steps = list(reversed(list(zip(readings[1:], changed, strict=True))))
    return page(request, "changes.html", stored=stored, readings=readings, steps=steps)


def again(request: Request, _form: FormData) -> Response:
    """Read a report again, with what people corrected of its date and names."""
    desk: Desk = request.app.state.desk
    stored = named(request)
    session = session_of(request)
    done = next(reread(desk.book, [stored.id], reader=desk.reader(), who=session.person.name))
    if done.failure is not None:
        session.note(f"It could not be read: {done.failure.message}", kind="wrong")
    elif done.first:
        session.note("It was read for the first time.")
    elif not done.differences:
        session.note("It is read as before.", kind="known")
    else:
        session.note(
            f"{len(done.differences)} values are read otherwise now. Verdicts went over to those read alike."
        )
    return onward(f"/reports/{stored.id}/changes" if done.differences else f"/reports/{stored.id}")
