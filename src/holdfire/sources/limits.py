"""How much one source may ask of the machine: what is larger is refused by name, and the rest goes on."""

REPORT = 50_000_000  # bytes of one report; the longest reports are a thousandth of this
