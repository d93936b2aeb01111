"""Scores of arcs → heads: the best tree with exactly one root."""

import numpy as np

from holdfire.reading.parser.network import Floats

_NEVER = np.float32(-1e9)
_ONE_ROOT = np.float32(1e6)


def cycle_in(heads: list[int]) -> list[int]:
    """The first cycle of `heads` (position 0 is the root and heads itself), or an empty list."""
    state = [0] * len(heads)
    state[0] = len(heads) + 1
    for begin in range(1, len(heads)):
        at = begin
        while state[at] == 0:
            state[at] = begin
            at = heads[at]
        if state[at] == begin and at != 0:
            cycle, next_ = [at], heads[at]
            while next_ != at:
                cycle.append(next_)
                next_ = heads[next_]
            return cycle
    return []


def _contracted(scores: Floats, heads: list[int], cycle: list[int]) -> list[int]:
    """The best tree of `scores`, found by making one point of the cycle (Chu-Liu/Edmonds)."""
    outside = np.array([i for i in range(len(scores)) if i not in set(cycle)])
    within = np.array(cycle)
    kept = scores[within, [heads[i] for i in cycle]]
    smaller = np.full((len(outside) + 1, len(outside) + 1), _NEVER, np.float32)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, within)]
    smaller[:-1, -1] = leaving.max(axis=1)
    entering = scores[np.ix_(within, outside)] - kept[:, None]
    smaller[-1, :-1] = entering.max(axis=0)
    found = _tree(smaller)
    result = list(heads)
    for row, head in enumerate(found[:-1]):
        best = outside[head] if head < len(outside) else within[leaving[row].argmax()]
        result[int(outside[row])] = int(best)
    entered = int(entering[:, found[-1]].argmax())
    result[cycle[entered]] = int(outside[found[-1]])
    result[0] = 0
    return result


def _tree(scores: Floats) -> list[int]:
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[0] = 0
    cycle = cycle_in(heads)
    return _contracted(scores, heads, cycle) if cycle else heads


def best_heads(scores: Floats) -> tuple[list[int], bool]:
    """The head of each word (rows; column 0 is the root), and whether the greedy choice needed repair.

    The greedy heads stand where they are a tree with one root. Else the best such tree is sought.
    """
    n = len(scores)
    np.fill_diagonal(scores[:, 1:], _NEVER)
    greedy: list[int] = scores.argmax(axis=1).tolist()
    if greedy.count(0) == 1 and not cycle_in([0, *greedy]):
        return greedy, False
    square = np.full((n + 1, n + 1), _NEVER, np.float32)
    square[1:] = scores
    square[1:, 0] -= _ONE_ROOT
    return _tree(square)[1:], True
