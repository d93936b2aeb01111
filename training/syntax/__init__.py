"""How the parser's weights are made: treebanks and generated trees in, a weights file out."""
