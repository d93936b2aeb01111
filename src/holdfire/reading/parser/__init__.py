"""Holdfire's own dependency parser: a small convolutional network with biaffine arcs, in numpy."""
