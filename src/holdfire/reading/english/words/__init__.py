"""The word tables, and what is known of single words: forms, lemmas, abbreviations, companions."""
