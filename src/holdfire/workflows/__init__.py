"""Where pure code meets files, pipes and the clock."""
