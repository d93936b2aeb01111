"""How long a zone takes to draw, beside the buffer that shapely alone takes: a limit of the matter."""

import time
from collections.abc import Callable

from shapely import LineString

from holdfire.geography.areas import strip_area
from holdfire.geography.corridor import Corridor, corridor
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.lines import border_line
from holdfire.geography.zone import strip
from holdfire.model.place import Width

WIDE = Width(low=1.0, high=2.0)
GOAL_MS = 5.0


def stretch() -> Corridor:
    """The border from Hoeryong to Musan."""
    places, line = shipped_gazetteer(), border_line("CN-KP")
    if line is None:
        raise SystemExit("the border CN-KP is missing from lines.bin")
    return corridor(line, places.lookup("Hoeryong")[0], places.lookup("Musan")[0])


def milliseconds(of: Callable[[], object], *, runs: int = 200) -> float:
    """The shortest processor time of some runs."""
    took = []
    for _ in range(runs):
        start = time.process_time()
        of()
        took.append(time.process_time() - start)
    return 1000 * min(took)


def main() -> None:
    """Measure and print."""
    cut = stretch()
    shape = LineString(cut.measured.plane.km(cut.points))
    whole = milliseconds(lambda: strip_area(strip(stretch(), width=WIDE, side="KP"), along="CN-KP"))
    limit = milliseconds(lambda: [shape.buffer(-w, single_sided=True) for w in (WIDE.low, WIDE.high)])
    print(f"{'a zone':30}{'ms':>9}{'of the limit':>14}")
    print(
        f"{'Hoeryong-Musan, 1-2 km':30}{whole:9.2f}{whole / limit:13.1f}x   cut, both strips, outline, origin"
    )
    print(f"{'shapely, the two buffers':30}{limit:9.2f}{1:13.1f}x   the limit; the goal is {GOAL_MS:g} ms")


if __name__ == "__main__":
    main()
