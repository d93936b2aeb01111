"""How English hands words on: the shapes in a tree, what they hand on, and which of them are meant."""
