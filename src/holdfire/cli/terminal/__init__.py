"""Views → the terminal. Imported only by commands that draw, for rich takes time to load."""
