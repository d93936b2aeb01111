"""One module a page: what it asks of the casebook, and which template shows it."""
