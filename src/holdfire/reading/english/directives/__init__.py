"""Who orders whom to do what: the forms in which English reports give an order.

Each rule turns a site (a word of a table in a tree) into a Directive. RULES stand in the order of preference
where several fit the same word.
"""

from holdfire.reading.english.directives import (
    bans,
    compounds,
    decided,
    exempt,
    grants,
    indicative,
    kept_out,
    lawful,
    life,
    measures,
    named,
    objects,
    papers,
    penalties,
    provisions,
    published,
    that_clauses,
    told,
    ultimatums,
    undertaken,
    undertakings,
    warned_off,
)

RULES = (
    *told.RULES,
    *that_clauses.RULES,
    *bans.RULES,
    *objects.RULES,
    *undertaken.RULES,
    *ultimatums.RULES,
    *named.RULES,
    *compounds.RULES,
    *papers.RULES,
    *measures.RULES,
    *grants.RULES,
    *decided.RULES,
    *exempt.RULES,
    *life.RULES,
    *published.RULES,
    *penalties.RULES,
    *kept_out.RULES,
    *lawful.RULES,
    *provisions.RULES,
    *indicative.RULES,
    *undertakings.RULES,
    *warned_off.RULES,
)
RANK = {rule.name: n for n, rule in enumerate(RULES)}
"""Where two rules read the same norms in a sentence, the one of lower rank tells the order."""
