"""Where things are: the gazetteer, border lines, corridors and zones. Pure, over data files."""
