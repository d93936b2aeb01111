"""Full text: words → terms, queries, the order of hits, and snippets; alike on every store."""
