"""What Holdfire knows of English: tables of words, and rules, one concept a file. No engine code."""
