"""How many a noun phrase counts: a number, a range, or nothing that can be said."""

import re

from holdfire.model.incident import Count
from holdfire.reading.grammar.dependents import Dependents

_WORDS = re.compile(r"\w+")
_UNITS = _WORDS.findall(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = _WORDS.findall("twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
NUMBERS |= {f"{t}-{u}": NUMBERS[t] + NUMBERS[u] for t in _TENS for u in _UNITS[1:10]}
NUMBERS |= {"both": 2, "pair": 2, "duo": 2, "trio": 3, "dozen": 12, "hundred": 100, "thousand": 1000}
VAGUE = {
    "several": Count(low=3),
    "few": Count(low=2),
    "couple": Count(low=2),
    "tens": Count(low=20),
    "dozens": Count(low=24),
    "scores": Count(low=40),
    "hundreds": Count(low=200),
    "thousands": Count(low=2000),
}
"""Words for uncertain numbers, by the convention of the gold reports' manual."""

GROUPS = frozenset({"group", "band", "crowd", "gang", "column", "family"})
"""Words for people of whom only what follows "of" tells how many they are."""
NOBODY = frozenset({"nobody", "none", "no-one"})
NEAR = 3
SEVERAL = 2
JOINED = frozenset({*NUMBERS, "and", "a", "-"}) - {"both", "pair", "duo", "trio", "dozen"}
LARGE = frozenset({"hundred", "thousand"})
LONGEST_NUMBER = 6
_AT_LEAST = re.compile(r"\b(?:at least|no fewer than|not less than|no less than|a minimum of)(?: \w+)?$")
_MORE_THAN = re.compile(r"\b(?:more than|over|upwards of|in excess of)(?: \w+)?$")
_AT_MOST = re.compile(r"\b(?:at most|up to|no more than|as many as)(?: \w+)?$")
_LESS_THAN = re.compile(r"\b(?:fewer than|less than|under)(?: \w+)?$")
BOUNDS = frozenset(
    {"least", "fewer", "less", "minimum", "more", "over", "upwards", "excess", "most", "up", "many", "under",
     "between", "to", "or", "-", "–"}
)  # fmt: skip
_RANGE = re.compile(r"(?:\bbetween (\w+) and|\b(?:from )?(\w+) (?:to|or|-|–)) (\w+)$")
ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
AMOUNTS = frozenset({"number", "total", "majority", "rest"})
"""Singulars that stand for many."""
AGES = frozenset({"age", "aged", "year", "years", "-year-old", "percent", "per", "%"})
_NOBODY_NEW = re.compile(
    r"(?:[\w-]+ of )?(?:(?:all|both|the|only|other|\w+) )*"
    r"(?:them|those|dead|deceased|wounded|injured|victims?|casualties|survivors?)"
)
OF_TWO = frozenset({"other", "former", "latter", "eldest", "oldest", "youngest"})
"""What singles out one of those told of before: "the other died"."""


def is_number(said: str) -> bool:
    """Whether words are no more than a number: "30", "three", "several"."""
    plain = said.lower().replace(",", "")
    return plain.isdigit() or plain in NUMBERS or plain in VAGUE


def names_nobody(said: str) -> bool:
    """Whether words only take up people told of beside them: "two of the dead", "all five victims"."""
    return _NOBODY_NEW.fullmatch(said.lower()) is not None


def count_of(tree: Dependents, head: int) -> int | Count | None:
    """How many a noun phrase counts: a number, a range, or None where it does not say."""
    if (written := _written(tree, head)) is not None:
        whole, begin = written
        return _bounded(tree, whole, begin) if isinstance(whole, int) else whole
    number, at = _number(tree, head)
    if isinstance(number, int) and at is not None and at < head:
        number = _added(tree, head, at, number)
    if number is None or isinstance(number, Count) or at is None:
        return number
    return _bounded(tree, number, at)


def _added(tree: Dependents, head: int, at: int, number: int) -> int:
    """The sum in "four Armenian and three Azerbaijani soldiers"."""
    between = range(at + 1, head)
    more = [
        n
        for t in between
        if tree.tags[t] == "CD" and (n := number_in(tree.tokens[t].text.lower())) is not None
    ]
    linked = any(tree.tokens[t].text.lower() == "and" for t in between)
    total = number + sum(more) if more and linked and head - at > NEAR else number
    return total + _is_beside_one(tree, head, at)


def _is_beside_one(tree: Dependents, head: int, at: int) -> bool:
    """Whether an age before the number is that of one more: "a 3-year-old and four adults"."""
    if at < 2 or tree.lemmas[at - 1] != "and":
        return False
    return any(tree.lemmas[c] == "old" and c < at - 1 for c in tree.all(head, "amod"))


def _bounded(tree: Dependents, number: int, at: int) -> int | Count:
    """The number with what the words before it make of it ("at least", "between two and")."""
    around_it = {t.text.lower() for t in tree.tokens[max(0, at - 4) : at + 3]}
    if around_it.isdisjoint(BOUNDS):
        return number
    low = " ".join(t.text.lower() for t in tree.tokens[max(0, at - 4) : at + 1])
    after = " ".join(t.text.lower() for t in tree.tokens[at + 1 : at + 3])
    for around in (low, f"{low} {after}"):
        span = _RANGE.search(around)
        ends = (
            [n for n in (number_in(span[1] or span[2]), number_in(span[3])) if n is not None] if span else []
        )
        if len(ends) == 2 and number in ends and ends[0] < ends[1]:
            return Count(low=ends[0], high=ends[1])
    before = " ".join(t.text.lower() for t in tree.tokens[max(0, at - 4) : at])
    if _AT_LEAST.search(before) or after.startswith("or more"):
        return Count(low=number)
    if _AT_MOST.search(before):
        return Count(high=number)
    if _MORE_THAN.search(before):
        return Count(low=number + 1)
    return Count(high=number - 1) if _LESS_THAN.search(before) else number


def number_in(word: str) -> int | None:
    """The number that one word is, in figures or letters."""
    bare = word.replace(",", "")
    if bare.isdecimal() and bare.isascii() and len(bare) <= LONGEST_NUMBER:
        return int(bare)
    return NUMBERS.get(word)


def _number(tree: Dependents, head: int) -> tuple[int | Count | None, int | None]:
    """The number of a phrase, and the token that says it where a word before it may bound it."""
    word = tree.tokens[head].text.lower()
    if tree.lemmas[head] in GROUPS and tree.one(head, "nummod") is None:
        of = [c for c in tree.all(head, "nmod") if tree.case(c) == "of"]
        return (_number(tree, of[0])[0] if of else None), None
    if word in NOBODY or (word == "one" and _bears_none(tree, head)):
        return 0, None
    before = [c for c in tree.all(head, "nummod", "amod", "det", "nmod", "compound") if c < head]
    itself = tree.tags[head] == "CD"
    for child in (head, *before) if itself else (*before, *_number_beside(tree, head), head):
        found = _said(tree, child, head)
        if found is not None:
            return found, child - 2 if _tens_before(tree, child) else child
    if tree.tags[head][0] == "N" and _bears_none(tree, head):
        return 0, None
    return (1 if _is_one(tree, head) else None), None


def _written(tree: Dependents, head: int) -> tuple[int | Count, int] | None:
    """A number of several words, and where it begins: "two hundred and fifty", "several hundred"."""
    last = max((c for c in tree.all(head, "nummod") if c < head), default=None)
    if last is None or tree.tokens[last].text.lower() not in NUMBERS:
        return None
    while last + 1 < head and tree.tokens[last + 1].text.lower() in JOINED:
        last += 1
    first = last
    while first > 0 and tree.tokens[first - 1].text.lower() in JOINED:
        first -= 1
    words = [t.text.lower() for t in tree.tokens[first : last + 1]]
    while words[0] == "and":
        words, first = words[1:], first + 1
    if LARGE.isdisjoint(words):
        return None
    vague = VAGUE.get(tree.tokens[first - 1].text.lower()) if first and words[0] in LARGE else None
    if vague is not None and vague.low is not None:
        return Count(low=vague.low * _value(words)), first
    return (_value(words), first) if len(words) >= SEVERAL else None


def _value(words: list[str]) -> int:
    """What a number in words is: hundreds multiply what stands before them, thousands all of it."""
    total = part = 0
    for word in words:
        if word in ("and", "a", "-"):
            continue
        value = NUMBERS[word]
        if word == "thousand":
            total, part = total + max(part, 1) * value, 0
        elif word == "hundred":
            part = max(part, 1) * value
        else:
            part += value
    return total + part


def _bears_none(tree: Dependents, head: int) -> bool:
    return _has(tree, head, "no", "neither")


def _number_beside(tree: Dependents, head: int) -> tuple[int, ...]:
    """The number right before a plural that the tree hangs elsewhere: "she and three others"."""
    before = head - 1
    beside = before >= 0 and tree.tags[before] == "CD" and tree.tags[head] == "NNS"
    return (before,) if beside and tree.relations[before] in ("conj", "nsubj", "nsubj:pass", "obj") else ()


def _said(tree: Dependents, child: int, head: int) -> int | Count | None:
    """The number that a word before the head, or the head itself, stands for."""
    word = tree.tokens[child].text.lower()
    if child == head and tree.tags[head] != "CD" and word not in VAGUE and word not in NUMBERS:
        return None
    if child != head and any(tree.lemmas[c] in AGES for c in tree.children[child]):
        return None
    if word in VAGUE:
        return VAGUE[word]
    value = number_in(word)
    if value is None:
        return None
    value += _tens_before(tree, child) + _units_behind(tree, child)
    scaled = [c for c in tree.children[child] if c < child and tree.tags[c] == "CD"]
    times = number_in(tree.tokens[scaled[-1]].text.lower()) if scaled and value in (12, 100, 1000) else None
    return value * times if times else value


def _tens_before(tree: Dependents, token: int) -> int:
    """The tens joined to a number by a hyphen, which are cut from it: the twenty of "twenty-nine"; else 0."""
    units, tens = tree.tokens[token].text.lower(), token - 2
    if tens < 0 or tree.tokens[token - 1].text != "-" or not 0 < NUMBERS.get(units, 0) < 10:
        return 0
    word = tree.tokens[tens].text.lower()
    joined = tree.tokens[tens].end + 1 == tree.tokens[token].start
    return NUMBERS[word] if joined and word in _TENS else 0


def _units_behind(tree: Dependents, token: int) -> int:
    """The units joined to tens by a hyphen: the nine of "twenty-nine"; else 0."""
    units = token + 2
    if units >= len(tree.tokens) or not _tens_before(tree, units):
        return 0
    return NUMBERS[tree.tokens[units].text.lower()]


def _is_one(tree: Dependents, head: int) -> bool:
    """Whether a phrase names exactly one: "a man", "the man and woman", "his son", a name, "he"."""
    tag, word = tree.tags[head], tree.tokens[head].text.lower()
    if tag == "PRP":
        return word in ("he", "she", "him", "her", "himself", "herself")
    if tag == "NNP" or word.endswith("-old"):
        return True
    if word == "old":
        return _has(tree, head, "a", "an", "the", "another")
    if tag != "NN" or word in AMOUNTS:
        return stands_for_one(tree, head)
    if _has(tree, head, "a", "an", "another", "the", "this", "that") or (
        tree.one(head, "nmod:poss", "appos") is not None
    ):
        return True
    aged = tree.has(head, ("old",), "amod")
    shares = tree.relations[head] == "conj" and tree.tags[tree.heads[head]] == "NN"
    return aged or (shares and _is_one(tree, tree.heads[head]))


def stands_for_one(tree: Dependents, head: int) -> bool:
    """Whether a word that is no noun stands for one: "another was hurt", "a third", "a Syrian"."""
    tag, written = tree.tags[head], tree.tokens[head].text
    people = written[:1].isupper() and _has(tree, head, "a", "an")
    word = written.lower()
    if (tag == "DT" and word == "another") or (tag == "JJ" and (people or word in ORDINALS)):
        return True
    if tag == "NN" and word in ORDINALS - {"second"}:
        return _has(tree, head, "a", "the") and tree.one(head, "nmod") is None
    return (tag == "JJR" or word in OF_TWO) and _has(tree, head, "the") and tree.one(head, "nmod") is None


def _has(tree: Dependents, head: int, *words: str) -> bool:
    return any(tree.tokens[c].text.lower() in words for c in tree.children[head])
