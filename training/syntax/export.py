"""A checkpoint → the shipped weights: `python -m training.syntax.export CHECKPOINT --version V [--into DIR]`.

Writes `network.npz` (half precision), `words.txt` and `manifest.json` (names, sizes, digests).
"""

import argparse
import hashlib
import json
from pathlib import Path

SHIPPED = Path("src/holdfire/reading/parser/weights")


def export(checkpoint: Path, folder: Path, version: str) -> None:
    """Write the shipped files of a checkpoint folder."""
    about = json.loads((checkpoint / "about.json").read_text("utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "network.npz": (checkpoint / "weights.npz").read_bytes(),
        "words.txt": "\n".join(about.pop("words")).encode("utf-8"),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    manifest = {"version": version, **about, "sha256": digests}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def main() -> None:
    """Read the options and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--into", type=Path, default=SHIPPED)
    options = parser.parse_args()
    export(options.checkpoint, options.into, options.version)


if __name__ == "__main__":
    main()
