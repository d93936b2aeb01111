"""`holdfire in-force`: which orders were in force at a place and time."""

import sys

from holdfire.cli.assessment.options import Act, At, On, Rules, Unit
from holdfire.cli.casebook.named import AsOf, BookOption, Form, FormOption, Only, looking, only_book


def in_force(
    words: Only = None,
    *,
    book: BookOption = None,
    on: On,
    at: At = None,
    unit: Unit = None,
    act: Act = None,
    precedence: Rules = None,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Ask which orders were in force there, then. Says yes, no or possibly, why, and which clause governs."""
    name = only_book(words, book)
    with looking(name, as_of=as_of) as opened:
        from holdfire.exports.assessment_json import in_force_line
        from holdfire.workflows.casebook.ordering import answer, case, question, rules_in
        from holdfire.workflows.own.folder import owned

        own = owned()
        told = case(opened, rules=rules_in(precedence), own=own)
        found = answer(told, question(told.ledger, at=at, on=on, unit=unit, act=act, own=own))
        if form is Form.JSON:
            sys.stdout.buffer.write(in_force_line(found))
            return
        from holdfire.cli.terminal.in_force import in_force as drawn
        from holdfire.cli.terminal.screen import show

        show(lambda _width: drawn(found))
