"""Orders and incidents → what was in force, and findings: each incident held against each norm.

    units, authority → versions → space, validity, addressees, regulation → in_force → precedence
    in_force, standards → conduct, principles → findings

Pure: the question, the orders and what reports tell are arguments; every answer is yes, no or possibly.
"""
