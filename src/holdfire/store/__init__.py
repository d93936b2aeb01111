"""The casebook: reports, their bytes and readings, judgements and the log, in SQLite or PostgreSQL."""
