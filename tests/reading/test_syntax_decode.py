"""The best tree: held against trying all trees."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.reading.parser.decode import all_heads, best_heads, best_tree, cycle_in


def is_tree(heads: tuple[int, ...] | list[int]) -> bool:
    for start in range(len(heads)):
        at, steps = start + 1, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def matrices(size: int) -> st.SearchStrategy[np.ndarray]:
    cell = st.integers(-50, 50).map(lambda x: x / 8)
    row = st.lists(cell, min_size=size + 1, max_size=size + 1)
    return st.lists(row, min_size=size, max_size=size).map(lambda rows: np.array(rows, np.float32))


def worth(scores: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@given(st.integers(1, 5).flatmap(matrices))
def test_heads_are_a_tree_with_one_root(scores: np.ndarray) -> None:
    heads, _ = best_heads(scores.copy())
    assert is_tree(heads) and heads.count(0) == 1


@given(st.integers(1, 5).flatmap(matrices))
def test_no_tree_with_the_same_root_is_better(scores: np.ndarray) -> None:
    heads, _ = best_heads(scores.copy())
    n = len(heads)
    rivals = [h for h in product(range(n + 1), repeat=n) if h.count(0) == 1 and is_tree(h)]
    same_root = [h for h in rivals if h[heads.index(0)] == 0]
    assert worth(scores, heads) >= max(worth(scores, h) for h in same_root) - 1e-4


@given(st.integers(1, 5).flatmap(matrices))
def test_a_greedy_tree_is_left_as_it_is(scores: np.ndarray) -> None:
    np.fill_diagonal(scores[:, 1:], -1e9)
    greedy = scores.argmax(axis=1).tolist()
    heads, repaired = best_heads(scores.copy())
    assert repaired == (greedy.count(0) != 1 or not is_tree(greedy))
    assert repaired or heads == greedy


@pytest.mark.slow
@given(st.lists(st.integers(1, 12).flatmap(matrices), min_size=1, max_size=4))
def test_sentences_together_have_the_heads_that_each_has_alone(scores: list[np.ndarray]) -> None:
    starts = np.cumsum([0, *(len(each) + 1 for each in scores)])
    alone = [best_heads(each.copy())[0] for each in scores]
    rows = [start + head for start, heads in zip(starts, alone, strict=False) for head in (0, *heads)]
    assert all_heads([each.copy() for each in scores], starts).tolist() == rows


@given(st.integers(1, 5).flatmap(matrices))
def test_the_unbound_tree_is_the_best_of_all(scores: np.ndarray) -> None:
    np.fill_diagonal(scores[:, 1:], -1e9)
    n = len(scores)
    square = np.full((n + 1, n + 1), -1e9, np.float32)
    square[1:] = scores
    best = max(worth(scores, h) for h in product(range(n + 1), repeat=n) if is_tree(h))
    assert worth(scores, best_tree(square)[1:]) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize(
    ("heads", "cycle"),
    [([0], set()), ([0, 0], set()), ([0, 2, 1], {1, 2}), ([0, 0, 3, 4, 2], {2, 3, 4}), ([0, 2, 3, 0], set())],
)
def test_cycles_are_found(heads: list[int], cycle: set[int]) -> None:
    assert set(cycle_in(heads)) == cycle
