"""How the table of movable feasts is made."""
