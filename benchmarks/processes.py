"""What a whole process costs: seconds from start to end, and peak memory.

A process of its own, and a small one, for a child's peak memory counts what it had before it became itself.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "tumen" / "07-flares-instead-of-live-fire.txt"
COMMANDS = {
    "holdfire --help": ["--help"],
    "holdfire read (one report)": ["read", "--published", "2022-01-26", str(EXAMPLE)],
}


def cost(arguments: list[str], *, runs: int = 5) -> tuple[float, float]:
    """The shortest wall time in seconds and the highest peak memory in MB of some runs."""
    measured = [_once([sys.executable, "-m", "holdfire", *arguments]) for _ in range(runs)]
    return min(seconds for seconds, _ in measured), max(memory for _, memory in measured)


def _once(command: list[str]) -> tuple[float, float]:
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=as_installed())
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with status {child.returncode}")
    return seconds, usage.ru_maxrss / 1024


def as_installed() -> dict[str, str]:
    """The environment without the switch that makes Python compile its modules anew each time."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Measure and print."""
    print(f"{'a whole process':30}{'seconds':>9}{'peak MB':>10}")
    for name, arguments in COMMANDS.items():
        seconds, memory = cost(arguments)
        print(f"{name:30}{seconds:9.2f}{memory:10.0f}")


if __name__ == "__main__":
    main()
