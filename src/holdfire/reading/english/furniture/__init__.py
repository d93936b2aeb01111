"""The words around a report that are not its own: captions, bylines, links, rights."""
