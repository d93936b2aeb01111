"""HTML pages: their main words, and what they say of themselves."""
