"""Incidents, reports and counts → trends and estimates: adds rates, ratios and intervals; drops nothing.

    happenings, effort → series → change (exact, interrupted, placebo, contrast, power) → trend
    lines of testimony → lists → models, chao → estimate

Pure: chance enters only as a numpy Generator that `simulation` is handed. Modules that compute need scipy
(the extra `analysis`); the values they give, in `figures`, `series` and `answers`, do not.
"""
