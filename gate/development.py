"""The scorers on data that lies beside the project and is not part of it: shown, never a condition."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READ = "read --format json --with-text --jsonl"
CASES = "read --format json --with-text --published {published} {file}"
PATIENCE_S = 1200


@dataclass(frozen=True, slots=True)
class Measure:
    """One scorer with its data and the command of `holdfire` that it runs; `quick` ones run every time."""

    name: str
    scorer: str
    data: tuple[str, ...]
    command: str
    options: tuple[str, ...] = ()
    quick: bool = False
    shown: int = 1


MEASURES = (
    Measure("cases", "score_cases", ("cases",), CASES, ("--language", "en"), quick=True, shown=2),
    Measure("roles", "score_roles", ("corpora/muc4/dev.jsonl.gz",), READ, ("--limit", "200")),
    Measure(
        "acts",
        "score_acts",
        ("corpora/india_police/sents.jsonl.gz", "corpora/india_police/metadata.jsonl.gz"),
        READ,
    ),
    Measure(
        "counts",
        "score_counts",
        ("corpora/gva/reports.jsonl.gz", "corpora/gva/incidents.jsonl.gz"),
        READ,
        ("--limit", "500"),
    ),
    Measure(
        "attribution", "score_attribution", ("corpora/polnear/dev.jsonl.gz",), "find attributions --jsonl"
    ),
    Measure("dates", "score_dates", ("corpora/tempeval3/TimeBank.jsonl.gz",), "find dates --jsonl"),
    Measure("places", "score_places", ("corpora/toponyms/lgl.xml.gz",), "find places --jsonl"),
)


def shared_data() -> Path | None:
    """Where the scorers and their data lie, if they do: $HOLDFIRE_SHARED, else ../shared."""
    given = os.environ.get("HOLDFIRE_SHARED")
    folder = Path(given) if given else ROOT.parent / "shared"
    return folder.resolve() if (folder / "tools").is_dir() else None


def development(*, quick: bool) -> Iterator[str]:
    """A line or two for each measure, as soon as it is there; one line where there is no such data."""
    folder = shared_data()
    if folder is None:
        yield "development data: none here, skipped"
        return
    for measure in MEASURES:
        if measure.quick or not quick:
            yield from _shown(measure, folder)


def _shown(measure: Measure, folder: Path) -> Iterator[str]:
    data = [folder / each for each in measure.data]
    scorer = folder / "tools" / f"{measure.scorer}.py"
    if not all(path.exists() for path in (scorer, *data)):
        yield f"{measure.name}: no data, skipped"
        return
    command = [sys.executable, str(scorer), *map(str, data), *measure.options]
    command += ["--command", f"{holdfire()} {measure.command}"]
    begun = time.perf_counter()
    lines, failed = _lines(command)
    took = time.perf_counter() - begun
    for line in lines[-1:] if failed else lines[-measure.shown :]:
        shown = line.removeprefix(f"{measure.name}: ")
        yield f"{measure.name}: {'skipped: ' if failed else ''}{shown}  ({took:.0f} s)"


def _lines(command: list[str]) -> tuple[list[str], bool]:
    """What a scorer printed, and whether it failed (then its complaint)."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE_S, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired:
        return [f"took longer than {PATIENCE_S} s"], True
    failed = done.returncode != 0
    said = (done.stderr if failed else done.stdout).strip().splitlines()
    return said or ["it said nothing"], failed or not said


def holdfire() -> str:
    """This checkout's command, as the scorers are given it."""
    beside = Path(sys.executable).with_name("holdfire")
    return str(beside) if beside.is_file() else f"{sys.executable} -m holdfire"


def _environment() -> Mapping[str, str]:
    """The environment in which `holdfire` is that of this checkout, installed or not."""
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path}
