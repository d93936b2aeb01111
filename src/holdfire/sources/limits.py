"""How much one source may ask of the machine: what asks for more is refused by name, and the rest goes on."""

REPORT = 50_000_000  # bytes of one report; the longest reports are a thousandth of this
TABLE = 1_000_000_000  # bytes of one table of incidents; all of UCDP GED has a third of this
PAGE = 16_000_000  # bytes of one HTML page: its tree takes some ten times as much memory
DEPTH = 512  # elements within each other on a page, as deep as browsers go; the time grows with its square
PDF_PAGES = 3_000  # pages of one PDF, which take some three seconds
ENTRIES = 100_000  # entries of one feed, a hundred times the longest seen
UNPACKED = 100  # times what a file may grow when unpacked: text shrinks to a fifth, bombs to a thousandth
UNPACKED_FREELY = 1_000_000  # bytes up to which no ratio is asked for: a short file of spaces is no bomb
MEMBERS = 10_000  # files in one archive; a DOCX holds a score, a WACZ some hundred
REDIRECTS = 10  # of one URL; browsers stop at twenty, and no report needs five
SECONDS = 120  # for one URL in all: a report of 50 MB over a poor line
SECONDS_SILENT = 20  # without a byte from the other side
