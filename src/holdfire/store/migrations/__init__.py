"""The steps from any older state of the tables to the present one, run by Alembic."""
