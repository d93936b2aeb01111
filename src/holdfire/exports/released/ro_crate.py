"""The files of a release → RO-Crate 1.1: what each is, under what licence, by whom, made with what."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import PurePosixPath

import msgspec

from holdfire.release.licences import LICENCES
from holdfire.release.publication import Publication
from holdfire.views.released_facts import facts

PATH = "ro-crate-metadata.json"
SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_MEDIA = {
    ".json": "application/json", ".jsonl": "application/jsonl", ".jsonld": "application/ld+json",
    ".csv": "text/csv", ".geojson": "application/geo+json", ".html": "text/html", ".pdf": "application/pdf",
    ".parquet": "application/vnd.apache.parquet",
}  # fmt: skip


def ro_crate(told: Publication, files: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """The metadata file; `files` are paths and what they are."""
    encode = msgspec.json.encode
    yield b'{"@context":' + encode(f"{SPECIFICATION}/context") + b',"@graph":[\n'
    head, root, *rest = _root(told, sorted(files))
    yield encode(head) + b",\n" + encode(root)[:-1]
    for number, page in enumerate(told.pages):
        yield (b",\n" if number else b',"citation":[\n') + encode({"@id": page.url})
    yield b"]}" if len(told.pages) else b"}"
    for entity in chain(rest, _entities(told)):
        yield b",\n" + encode(entity)
    yield b"]}\n"


def _root(told: Publication, files: list[tuple[str, str]]) -> Iterator[dict[str, object]]:
    head = facts(told)
    yield {
        "@id": PATH,
        "@type": "CreativeWork",
        "conformsTo": {"@id": SPECIFICATION},
        "about": {"@id": "./"},
    }
    root: dict[str, object] = {
        "@id": "./",
        "@type": "Dataset",
        "name": head.title,
        "description": f"{head.sentence} It says what reports tell and finds no one guilty.",
        "datePublished": told.day,
        "license": {"@id": _licence(told)},
        "hasPart": [{"@id": path} for path, _ in files],
        "mentions": {"@id": "#compiled"},
    }
    if told.publisher:
        root["publisher"] = {"@id": "#publisher"}
    yield root
    for path, what in files:
        media = _MEDIA.get(PurePosixPath(path).suffix, "application/octet-stream")
        yield {"@id": path, "@type": "File", "name": path, "description": what, "encodingFormat": media}


def _licence(told: Publication) -> str:
    return LICENCES[told.licence][1] if told.licence in LICENCES else "#no-licence"


def _entities(told: Publication) -> Iterator[dict[str, object]]:
    name = LICENCES.get(told.licence, ("No licence is given: ask who published this", ""))[0]
    yield {"@id": _licence(told), "@type": "CreativeWork", "name": name, "description": name}
    if told.publisher:
        yield {"@id": "#publisher", "@type": "Organization", "name": told.publisher}
    yield {
        "@id": "#holdfire",
        "@type": "SoftwareApplication",
        "name": "Holdfire",
        "version": told.by.rpartition(" ")[2],
    }
    yield {
        "@id": "#compiled",
        "@type": "CreateAction",
        "name": f"Compiled for the audience {told.audience}",
        "endTime": told.day,
        "instrument": {"@id": "#holdfire"},
        "result": {"@id": "./"},
    }
    for page in told.pages:
        cited = {
            "@id": page.url,
            "@type": "Article",
            "name": page.title or page.url,
            "publisher": page.outlet,
        }
        yield {name: value for name, value in cited.items() if value}
