"""How fast Holdfire reads, beside other tools and beside plain limits, in one run."""
