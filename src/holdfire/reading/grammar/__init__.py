"""The engine of the grammar: patterns, rules, matching, choice of overlaps. It knows no language."""
