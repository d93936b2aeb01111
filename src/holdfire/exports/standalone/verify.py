"""Check a proof that Holdfire wrote, without Holdfire: `python verify.py [FILE ...]` in its folder.

The log must be a chain without a gap, its end that of the manifest, and each signature one of the keys'. Each
FILE is looked up in the log: whether its bytes were in the casebook, and since when. Needs Python 3.8;
signatures need the package "cryptography" or the program "openssl".
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator

HERE = Path(__file__).parent
ED25519 = bytes.fromhex("302a300506032b6570032100")


def compact(value: object) -> bytes:
    """JSON as the log hashes it."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def chain() -> Iterator[tuple[int, str, str, str, str]]:
    """Every entry, each checked against the one before it."""
    before, at, number = bytes(32).hex(), "", 0
    with (HERE / "log.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            seq, when, who, table, key, row, made = json.loads(line)
            number += 1
            said = compact(["holdfire-log/1", seq, when, who, table, key, row, before])
            if seq != number or when < at or hashlib.sha256(said).hexdigest() != made:
                sys.exit(f"NOT SOUND: entry {number} of the log ({table} {key[:16]})")
            before, at = made, when
            yield seq, when, table, key, made


def good(key: bytes, signature: bytes, message: bytes) -> bool | None:
    """Whether a signature is good; None where nothing here can tell."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return by_openssl(key, signature, message)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def by_openssl(key: bytes, signature: bytes, message: bytes) -> bool | None:
    """The same with the program openssl (3.0 or newer)."""
    if not shutil.which("openssl"):
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "key").write_bytes(ED25519 + key)
        (folder / "signature").write_bytes(signature)
        (folder / "message").write_bytes(message)
        ask = "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in message -sigfile signature"
        return subprocess.run(ask.split(), cwd=folder, capture_output=True, check=False).returncode == 0


def main() -> None:
    """Check all of it, and say so."""
    manifest = json.loads((HERE / "manifest.json").read_text(encoding="utf-8"))
    heads: dict[int, str] = {}
    blobs: dict[str, tuple[int, str]] = {}
    last = (0, "", "", "", bytes(32).hex())
    for last in chain():
        seq, when, table, key, made = last
        heads[seq] = made
        if table == "blob":
            blobs.setdefault(key, (seq, when))
    if (last[0], last[4]) != (manifest["entries"], manifest["head"]):
        sys.exit("NOT SOUND: the log does not end as the manifest says")
    signed = untold = 0
    for line in (HERE / "checkpoints.jsonl").read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        message = compact(["holdfire-checkpoint/1", each["upto"], each["head"]])
        if heads.get(each["upto"]) != each["head"] or each["key"] not in manifest["keys"]:
            sys.exit(
                f"NOT SOUND: the signature under entry {each['upto']} is under another log, or by another key"
            )
        answer = good(bytes.fromhex(each["key"]), bytes.fromhex(each["signature"]), message)
        if answer is False:
            sys.exit(f"NOT SOUND: the signature under entry {each['upto']} is not good")
        signed, untold = signed + (answer is True), untold + (answer is None)
    print(f"SOUND: {last[0]} entries, {signed} signatures good, head {manifest['head']}")
    print("keys: " + ", ".join(manifest["keys"]))
    if untold:
        print(f"{untold} signatures were not checked: install cryptography, or openssl 3")
    missing = False
    for name in sys.argv[1:]:
        digest = hashlib.sha256(Path(name).read_bytes()).hexdigest()
        missing |= digest not in blobs
        seq, when = blobs.get(digest, (0, ""))
        print(f"{name}: " + (f"in the casebook since {when}, log {seq}" if seq else "NOT in the casebook"))
    if missing:
        sys.exit(1)


if __name__ == "__main__":
    main()
