"""The nouns of Holdfire: frozen, typed, and without behaviour that needs the outside world."""
