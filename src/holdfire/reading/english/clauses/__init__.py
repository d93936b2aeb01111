"""How a clause is told: its mood, conditions and exceptions."""
