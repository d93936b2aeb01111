"""Commands that ask what orders changed, and how much was never told."""
