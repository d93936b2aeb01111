"""Tables of others (UCDP, ACLED, Uwazi, Atlos …) → reports, a row each, and what a column map reads in them.

column_map   which column says what, as a file that people can read and change     maps/*.toml
rows         a CSV file → its rows, each with its line and its own bytes
cells        a row → its words, and where each cell stands in them
values       a cell → a value, tied to its words
incidents    a row and a map → Report and Record
"""
