"""The commands that work on a casebook."""
