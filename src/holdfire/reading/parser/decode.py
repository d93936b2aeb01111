"""Scores of arcs → heads: a tree with exactly one root."""

from collections.abc import Sequence

import numpy as np

from holdfire.reading.parser.network import LONGEST, Floats, Integers

_NEVER = np.float32(-1e9)


def cycle_in(heads: list[int]) -> list[int]:
    """The first cycle of `heads` (position 0 is the root and heads itself), or an empty list."""
    state = [0] * len(heads)
    state[0] = len(heads) + 1
    for begin in range(1, len(heads)):
        at = begin
        while state[at] == 0:
            state[at] = begin
            at = heads[at]
        if state[at] == begin:
            cycle, following = [at], heads[at]
            while following != at:
                cycle.append(following)
                following = heads[following]
            return cycle
    return []


def _contracted(scores: Floats, heads: list[int], cycle: list[int]) -> list[int]:
    """The best tree of `scores`, found by making one point of the cycle (Chu-Liu/Edmonds)."""
    inside = set(cycle)
    outside = np.array([i for i in range(len(scores)) if i not in inside])
    within = np.array(cycle)
    kept = scores[within, [heads[i] for i in cycle]]
    smaller = np.full((len(outside) + 1, len(outside) + 1), _NEVER, np.float32)
    smaller[:-1, :-1] = scores[outside[:, None], outside]
    leaving = scores[outside[:, None], within]
    smaller[:-1, -1] = leaving.max(axis=1)
    entering = scores[within[:, None], outside] - kept[:, None]
    smaller[-1, :-1] = entering.max(axis=0)
    found = best_tree(smaller)
    result = list(heads)
    for row, head in enumerate(found[:-1]):
        best = outside[head] if head < len(outside) else within[leaving[row].argmax()]
        result[int(outside[row])] = int(best)
    entered = int(entering[:, found[-1]].argmax())
    result[cycle[entered]] = int(outside[found[-1]])
    result[0] = 0
    return result


def best_tree(scores: Floats) -> list[int]:
    """The heads of the best tree of a square matrix (rows are words, columns heads, position 0 the root)."""
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[0] = 0
    cycle = cycle_in(heads)
    return _contracted(scores, heads, cycle) if cycle else heads


def all_heads(scores: Sequence[Floats], starts: Integers) -> Integers:
    """The row of every row's head, of sentences one after another; the first row of each heads itself.

    `scores` has the arcs of each sentence, which are overwritten, and `starts` its first row. Each word takes
    its best head; where that leaves no tree with one root, the best tree is sought (`best_heads`).
    """
    above = np.arange(starts[-1])
    for start, own in zip(starts.tolist(), scores, strict=False):
        own.reshape(-1)[1 :: own.shape[1] + 1] = _NEVER  # no word heads itself
        above[start + 1 : start + 1 + len(own)] = own.argmax(axis=1) + start
    for n in _torn(above, starts):
        above[starts[n] + 1 : starts[n + 1]] = np.array(best_heads(scores[n])[0]) + starts[n]
    return above


def _torn(above: Integers, starts: Integers) -> list[int]:
    """The numbers of the sentences in which some words hang from no root, or more than one is at the root."""
    begins = starts[:-1]
    root = begins.repeat(np.diff(starts))
    at_root = np.add.reduceat(above == root, begins, dtype=np.intp)
    top = above
    for _ in range(LONGEST.bit_length() - 1):
        top = top[top]  # twice as far up
    loose = np.logical_or.reduceat(top != root, begins)
    return np.flatnonzero(loose | (at_root != 2)).tolist()  # the row of the root heads itself


def best_heads(scores: Floats) -> tuple[list[int], bool]:
    """The head of each word (rows; column 0 is the root), and whether the greedy choice needed repair.

    Each word takes its best head. If not exactly one takes the root, the word with most to lose keeps or
    gets it; if a cycle is left, the best tree with that root is sought. `scores`, which is one block of
    memory, is overwritten.
    """
    scores.reshape(-1)[1 :: scores.shape[1] + 1] = _NEVER  # no word heads itself
    heads: list[int] = scores.argmax(axis=1).tolist()
    rooted = heads.count(0) == 1
    if not rooted:
        heads = _rooted(scores)
    if not cycle_in([0, *heads]):
        return heads, not rooted
    root = heads.index(0)
    scores[:root, 0] = scores[root + 1 :, 0] = _NEVER
    square = np.full((len(heads) + 1, len(heads) + 1), _NEVER, np.float32)
    square[1:] = scores
    return best_tree(square)[1:], True


def _rooted(scores: Floats) -> list[int]:
    """The best heads with one word at the root: the one whose second choice would cost most."""
    others = scores[:, 1:]
    second = others.argmax(axis=1)
    root = int((scores[:, 0] - others.max(axis=1)).argmax())
    heads: list[int] = (second + 1).tolist()
    heads[root] = 0
    return heads
