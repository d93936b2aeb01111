"""Captures, files, pages and lines of JSON → Report: the raw bytes, their hash, the words as decoded."""
