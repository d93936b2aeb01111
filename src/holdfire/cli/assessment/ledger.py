"""`holdfire ledger`: the orders of a casebook over time."""

import sys

from holdfire.cli.casebook.named import AsOf, BookOption, Form, FormOption, Only, looking, only_book
from holdfire.cli.options import Picture


def ledger(
    words: Only = None,
    *,
    book: BookOption = None,
    svg: Picture = None,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Show orders over time: what each says, what replaces what."""
    name = only_book(words, book)
    with looking(name, as_of=as_of) as opened:
        from holdfire.views.order_ledger import order_ledger
        from holdfire.workflows.casebook.ordering import case
        from holdfire.workflows.own.folder import owned

        found = order_ledger(case(opened, own=owned()).ledger.history)
        if svg is not None:
            from holdfire.exports.ledger_svg import ledger_svg
            from holdfire.workflows.writing import whole_file

            with whole_file(svg) as file:
                file.write(ledger_svg(found).encode())
        elif form is Form.JSON:
            from holdfire.exports.assessment_json import ledger_lines

            sys.stdout.buffer.writelines(ledger_lines(found))
        else:
            from holdfire.cli.terminal.order_ledger import order_ledger as drawn
            from holdfire.cli.terminal.screen import show

            show(lambda _width: drawn(found))
