"""A user's own words, places and border lines: kept in a folder, and handed to the readers."""
