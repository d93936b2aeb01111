"""Who orders whom to do what: the forms in which English reports give an order.

Each rule turns a site (a word of a table in a tree) into a Directive. RULES stand in the order of preference
where several fit the same word.
"""

from holdfire.reading.english.directives import named, provisions, told, undertakings

RULES = (*told.RULES, *named.RULES, *provisions.RULES, *undertakings.RULES)
