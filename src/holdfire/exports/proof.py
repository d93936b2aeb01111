"""The log of a casebook → a proof that others check without Holdfire: log, signatures, a program, zipped."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from io import TextIOWrapper
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

from holdfire.model.log import START, Checkpoint, LogEntry
from holdfire.model.stored import Stamp

FORMAT = "holdfire-proof/1"
_README = """\
A proof of what a casebook of Holdfire held, and when.

It holds no report and no word of one: only hashes. Whoever has a file can see whether its bytes were in the
casebook, and since when:

    python verify.py [FILE ...]

log.jsonl          one line an entry: [seq, at, who, table, key, SHA-256 of the row, SHA-256 of the entry];
                   the key of a "blob" is the SHA-256 of its bytes
checkpoints.jsonl  ed25519 signatures under the log up to an entry
manifest.json      how the log ends, and the keys whose signatures count
stamps/            answers of time-stamp authorities (RFC 3161), each with the bytes that it is over and
                   the root certificate that it was checked against:
                   openssl ts -verify -in N.tsr -data N.signed -CAfile N.pem

Compare the head and the keys with what you were told before. That nothing was left out before it came into
the casebook, or that a report is true, no log can prove.
"""


def write_proof(
    out: BinaryIO,
    entries: Iterable[LogEntry],
    checkpoints: Iterable[Checkpoint],
    stamps: Iterable[Stamp],
    facts: Mapping[str, object],
) -> LogEntry | None:
    """Write the zip; `facts` stand in its manifest, beside how the log ends. The last entry, if any."""
    last = None
    with ZipFile(out, "w", ZIP_DEFLATED) as proof:
        with proof.open("log.jsonl", "w", force_zip64=True) as lines:
            for last in entries:
                lines.write(msgspec.json.encode(_line(last)) + b"\n")
        with TextIOWrapper(proof.open("checkpoints.jsonl", "w"), "utf-8") as signed:
            signed.writelines(msgspec.json.encode(each).decode() + "\n" for each in checkpoints)
        for number, stamp in enumerate(stamps, 1):
            proof.writestr(f"stamps/{number}.tsr", stamp.response)
            proof.writestr(f"stamps/{number}.pem", stamp.authority)
            proof.writestr(f"stamps/{number}.signed", stamp.over)
        end = {"entries": last.seq if last else 0, "head": (last.hash if last else START).hex()}
        proof.writestr("manifest.json", msgspec.json.encode({"format": FORMAT, **facts, **end}))
        proof.writestr("README.txt", _README)
        proof.writestr("verify.py", (files("holdfire.exports.standalone") / "verify.py").read_bytes())
    return last


def _line(entry: LogEntry) -> list[object]:
    said = [entry.seq, entry.at, entry.who, entry.table, entry.key]
    return [*said, entry.row.hex(), entry.hash.hex()]
