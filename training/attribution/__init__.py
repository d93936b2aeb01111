"""How the weights of `holdfire.reading.english.saying` are learnt from coded attributions."""
