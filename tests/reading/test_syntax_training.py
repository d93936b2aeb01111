"""The treebank reader and the generator: what they make are trees, and the same each time."""

import gzip
import json
import random
from pathlib import Path

import pytest

from training.syntax.data import disguised, held_out
from training.syntax.domain import generate
from training.syntax.taught import portions
from training.syntax.taught import read as read_taught
from training.syntax.teacher.texts import sentences
from training.syntax.treebank import Example, parse, write

FLATTENED = """# sent_id = a-1
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
2.1\tx\tx\tX\tX\t_\t_\t_\t_\t_
3\tshoot\tshoot\tVERB\tVB\t_\t0\troot\t_\t_
"""


def is_tree(example: Example) -> bool:
    heads = [word.head for word in example.words]
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return heads.count(0) == 1


def is_projective(example: Example) -> bool:
    spans = [(min(i, w.head), max(i, w.head)) for i, w in enumerate(example.words, 1) if w.head]
    return not any(a < c < b < d for a, b in spans for c, d in spans)


@pytest.fixture(scope="module")
def trees() -> list[Example]:
    return generate(400, seed=7)


def test_generated_sentences_are_projective_trees(trees: list[Example]) -> None:
    assert all(is_tree(tree) and is_projective(tree) for tree in trees)


def test_the_same_seed_generates_the_same(trees: list[Example]) -> None:
    assert generate(400, seed=7) == trees
    assert generate(400, seed=8) != trees


def test_subjects_and_verbs_agree(trees: list[Example]) -> None:
    wrong = []
    for tree in trees:
        for word in tree.words:
            if word.form.lower() in ("was", "were") and word.relation.startswith("aux"):
                for other in tree.words:
                    if (
                        other.head == word.head
                        and other.relation.startswith("nsubj")
                        and other.tag in ("NN", "NNS")
                    ):
                        plural = other.tag == "NNS"
                        wrong += [tree.text] if plural != (word.form.lower() == "were") else []
    assert not wrong


def test_articles_fit_what_follows(trees: list[Example]) -> None:
    for tree in trees:
        assert " a un" not in tree.text and " a armed" not in tree.text and " an soldier" not in tree.text


def test_generated_trees_survive_writing(trees: list[Example]) -> None:
    again = list(parse(write(trees)))
    assert [tree.words for tree in again] == [tree.words for tree in trees]


def test_rows_of_several_tokens_give_their_spacing() -> None:
    (tree,) = parse(FLATTENED)
    assert [(word.form, word.spaced) for word in tree.words] == [
        ("Do", False),
        ("n't", False),
        ("shoot", True),
    ]
    assert tree.document == "a"


def test_disguises_change_only_the_case_and_quotes(trees: list[Example]) -> None:
    chance = random.Random(1)
    shown = [disguised(tree, chance) for tree in trees]
    assert any(tree.text.islower() for tree in shown)
    for tree, other in zip(trees, shown, strict=True):
        assert [w.form.lower().replace("’", "'") for w in tree.words] == [
            w.form.lower().replace("’", "'") for w in other.words
        ]
        assert [(w.head, w.relation) for w in tree.words] == [(w.head, w.relation) for w in other.words]


def test_held_out_documents_do_not_depend_on_order() -> None:
    names = [f"d{i}" for i in range(30)]
    assert held_out(names) == held_out(names[::-1]) and 0 < len(held_out(names)) < 10


def line(words: list[str], **answers: list[list[list[int]]]) -> str:
    """A line of a teacher's file; what is not given is unknown."""
    unknown: dict[str, list[list[list[int]]]] = dict.fromkeys(
        ("tags", "heads", "relations"), [[]] * len(words)
    )
    return json.dumps({"words": words} | unknown | answers)


def taught_file(path: Path, *lines: str) -> Path:
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def test_what_a_teacher_says_is_read_with_its_chances(tmp_path: Path) -> None:
    path = taught_file(tmp_path / "t.gz", line(["Guards", "fled"], heads=[[[2, 90], [0, 10]], [[0, 100]]]))
    (sentence,) = read_taught(path)
    assert sentence.words == ("Guards", "fled")
    assert sentence.choices[1, :, :2].tolist() == [[2, 0], [0, 0]]
    assert sentence.weights[1, :, :2].tolist() == [[90, 10], [100, 0]]
    assert not sentence.weights[0].any()


def test_portions_go_round_and_disguise(tmp_path: Path) -> None:
    path = taught_file(tmp_path / "t.gz", line(["Guards", "fled"]), line(["They", "shot", "him"]))
    portions_ = portions(read_taught(path), 4, seed=1)
    first, second = next(portions_), next(portions_)
    assert [len(s.words) for s in first] == [2, 3] and [len(s.words) for s in second] == [2, 3]
    shown = {s.words for _ in range(60) for s in next(portions_)}
    assert ("guards", "fled") in shown and ("Guards", "fled") in shown
    assert next(portions([], 4, seed=1)) == []


def test_texts_become_sentences_each_once(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(
        '{"text": "Guards shot a man. They fled the scene."}\n{"text": "Guards shot a man. No."}\n'
    )
    found = sentences(path, seed=1)
    assert sorted(found) == [["Guards", "shot", "a", "man", "."], ["They", "fled", "the", "scene", "."]]
    assert sentences(path, seed=1) == found
