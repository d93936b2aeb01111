"""A pretrained transformer, tuned to parse as the treebanks do. Too slow to ship, it teaches our parser."""
