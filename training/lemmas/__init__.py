"""How the tables of irregular forms are made."""
