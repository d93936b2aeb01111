"""Formats of a release, read by the programs and contexts of others: `make readers` installs them (npm)."""

import json
import shutil
import subprocess
from importlib import resources
from pathlib import Path

import pytest

from holdfire.exports.released.annotations import annotations
from holdfire.exports.released.formats import files
from holdfire.exports.released.odrl import odrl
from holdfire.exports.released.ro_crate import PATH
from holdfire.release.publication import Publication
from tests.exports.publications import publication
from tests.release.telling import page
from tests.release.test_quotes import TEXT, records, release

READERS = Path(__file__).parents[2] / "build" / "readers"
CONTEXT = READERS / "node_modules" / "@digitalbazaar" / "odrl-context" / "contexts" / "odrl.jsonld"
NS = "http://www.w3.org/ns/odrl/2/"
CRATES = READERS / ".venv" / "bin" / "rocrate-validator"
RULES = ("permission", "prohibition", "obligation")
needs_readers = pytest.mark.skipif(
    not CONTEXT.is_file() or shutil.which("node") is None,
    reason="the readers of others are not here: `make readers` installs them (it needs npm)",
)


needs_crates = pytest.mark.skipif(
    not CRATES.is_file(), reason="the validator of RO-Crates is not here: `make readers` installs it"
)


def quoting():
    """A publication whose one order is quoted from its page."""
    made = release([page("o")], records(["o"]))
    return Publication(
        "public", "2023-03-01", "Holdfire", (5, 5), (2, 1), made.rows, made.groups, made.orders, made.pages,
        quotes=made.quotes,
    )  # fmt: skip


@needs_readers
def test_recogito_reads_the_annotations_with_both_selectors(tmp_path):
    """Its W3C adapter refuses what has no quote or no position, and joins the two."""
    told = quoting()
    (tmp_path / "a.jsonld").write_bytes(b"".join(annotations(told)))
    script = shutil.copy(Path(__file__).parent / "readers" / "annotations.mjs", READERS / "annotations.mjs")
    ran = subprocess.run(["node", script, tmp_path / "a.jsonld"], capture_output=True, check=True)
    (read,) = json.loads(ran.stdout)
    (selector,) = read["selector"]
    assert read["bodies"] == 2
    assert (selector["quote"], selector["start"], selector["end"]) == (
        told.quotes[0].exact, told.quotes[0].start, told.quotes[0].end,
    )  # fmt: skip
    assert TEXT[selector["start"] : selector["end"]] == selector["quote"]


@needs_readers
def test_orders_are_odrl_by_the_context_of_the_w3c_vocabulary():
    """Expanded by a JSON-LD processor: what the vocabulary has no term for would be dropped."""
    jsonld = pytest.importorskip("pyld.jsonld")
    context = json.loads(CONTEXT.read_text(encoding="utf-8"))

    def load(url, _options=None):
        assert url == "http://www.w3.org/ns/odrl.jsonld"
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": context,
        }

    told = publication()
    whole = json.loads(b"".join(odrl(told)))
    policies = jsonld.expand(whole, {"documentLoader": load})
    ordered = [order for order in told.orders if order.clauses]
    assert {each["@id"] for each in policies} == {f"urn:holdfire:release:order:{o.id}" for o in ordered}
    for policy in policies:
        assert policy["@type"] == [f"{NS}Set"]
        assert not [key for key in policy if ":" not in key and not key.startswith("@")]
        rules = [rule for name in RULES for rule in policy.get(NS + name, ())]
        assert rules
        for rule in rules:
            assert rule[f"{NS}target"]
            assert rule[f"{NS}action"][0]["@id"].startswith("urn:holdfire:vocabulary:")
            for constraint in rule.get(f"{NS}constraint", ()):
                left = constraint[f"{NS}leftOperand"][0]["@id"]
                assert left in {f"{NS}spatial", f"{NS}dateTime", "urn:holdfire:vocabulary:means"}
                assert constraint[f"{NS}operator"][0]["@id"].removeprefix(NS) in {
                    "eq",
                    "gteq",
                    "lteq",
                    "isAnyOf",
                }
                assert constraint[f"{NS}rightOperand"]


@pytest.mark.slow
@needs_crates
def test_the_crate_holds_to_the_shapes_of_the_ro_crate_validator(tmp_path):
    """All that is required holds; of what is recommended, we know no author and no address of a publisher.

    The validator gets the context from a package, as it would from the network.
    """
    out = tmp_path / "out"
    for file in files(publication(publisher="Border Watch")):
        (out / file.path).parent.mkdir(parents=True, exist_ok=True)
        (out / file.path).write_bytes(b"".join(file.pieces))
    context = resources.files("rocrate") / "data" / "ro-crate.jsonld"
    crate = json.loads((out / PATH).read_bytes())
    crate["@context"] = json.loads(context.read_text(encoding="utf-8"))["@context"]
    (out / PATH).write_text(json.dumps(crate), encoding="utf-8")
    asked = ("--profile-identifier", "ro-crate-1.1", "--requirement-severity", "RECOMMENDED", "--offline")
    written = ("--output-format", "json", "--output-file", tmp_path / "said.json")
    subprocess.run([CRATES, "-y", "validate", out, *asked, *written], capture_output=True, check=False)
    issues = json.loads((tmp_path / "said.json").read_text(encoding="utf-8"))["issues"]
    assert {(each["severity"], each["violatingProperty"]) for each in issues} == {
        ("RECOMMENDED", "http://schema.org/author"),
        ("RECOMMENDED", "http://schema.org/url"),
    }
