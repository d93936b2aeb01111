"""Commands that ask a casebook about its orders: the ledger, what was in force, findings."""
