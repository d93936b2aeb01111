"""Places in words: found, judged by the words around them, and stretches of border."""
