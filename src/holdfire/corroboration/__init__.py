"""Records and decisions → orders and incidents: the same thing in many reports brought together.

    account → candidates → comparison → matching → clusters → testimony → attestation

Pure: what comes out follows from the accounts and the decisions alone, in whatever order they come.
"""
