"""What stands before every page: who asks, from where, how much, and what the answer may do in a browser."""
