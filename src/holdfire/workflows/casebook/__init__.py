"""What a person does with a casebook: make it, add reports, look things up, judge, check."""
