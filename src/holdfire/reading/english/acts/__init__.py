"""What was done: rules for deeds told by verbs and nouns, harm, custody, aid, and what was left undone."""
