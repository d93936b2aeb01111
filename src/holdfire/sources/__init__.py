"""Files, pages and lines of JSON → Report: the raw bytes, their hash, and the words as decoded."""
