"""How the tables of corroboration are made: the rarity of words, and the weights of comparisons."""
