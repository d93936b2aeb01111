"""News pages made up for measuring, with the size and the mix of markup, script and words of real ones."""

import html
import random
from collections.abc import Iterator, Sequence

SIZE = 173_000  # bytes, the middle size of news pages in web archives
_WORDS = [
    "the",
    "guards",
    "border",
    "soldiers",
    "were",
    "told",
    "to",
    "hold",
    "their",
    "fire",
    "and",
    "river",
    "town",
    "said",
    "source",
    "order",
    "shot",
    "on",
    "Tuesday",
    "province",
    "people",
    "village",
    "night",
    "no",
    "one",
    "may",
    "go",
    "near",
]
_LINKED = (
    '<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",'
    '"headline":"{}","datePublished":"2022-01-26T10:03:00+09:00",'
    '"publisher":{{"@type":"Organization","name":"The Watch"}}}}</script>'
)


def pages(number: int, *, size: int = SIZE, stories: Sequence[str] = ()) -> Iterator[str]:
    """So many different pages of about this size, which tell the stories in turn, where there are any."""
    for seed in range(number):
        chance = random.Random(seed)
        told = stories[seed % len(stories)].split("\n\n") if stories else _paragraphs(chance)
        yield _page(chance, seed, size, told)


def _paragraphs(chance: random.Random) -> list[str]:
    return [" ".join(_sentence(chance, 15) for _ in range(4)) for _ in range(25)]


def _page(chance: random.Random, number: int, size: int, told: Sequence[str]) -> str:
    title = f"Report {number}"
    paragraphs = "".join(f"<p>{html.escape(each)}</p>" for each in told)
    cards = "".join(
        f'<div class="card"><a href="/r/{n}"><img src="/i{n}.jpg" alt="x"></a><h3><a href="/r/{n}">'
        f'{_sentence(chance, 9)}</a></h3><span class="d">2022.01.{n % 28 + 1:02d}</span></div>'
        for n in range(180)
    )
    links = "".join(f'<li><a href="/s/{n}">{_sentence(chance, 3)}</a></li>' for n in range(220))
    body = f"<nav><ul>{links}</ul></nav><article><h1>{title}</h1>{paragraphs}</article><aside>{cards}</aside>"
    head = _head(chance, title, number)
    script = f"<script>function f(){{return '{_sentence(chance, 40)}'}};</script>"
    fill = script * max((size - len(head) - len(body)) // len(script), 0)
    return f"<!doctype html><html lang=en><head>{head}{fill}</head><body>{body}</body></html>"


def _head(chance: random.Random, title: str, number: int) -> str:
    metas = "".join(f'<meta property="og:x{n}" content="{_sentence(chance, 8)}">' for n in range(25))
    styles = "".join(f'<link rel="stylesheet" href="/{n}.css">' for n in range(15))
    return (
        f'<meta charset="utf-8"><title>{title} | The Watch</title>{metas}'
        f'<meta property="og:title" content="{title}">'
        '<meta property="article:published_time" content="2022-01-26T10:03:00+09:00">'
        f'<link rel="canonical" href="https://watch.example/{number}">{styles}{_LINKED.format(title)}'
    )


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."
