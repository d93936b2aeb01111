"""Names for what leaves, as formats of linked data want them: URNs of the made-up ids, and nothing else."""

import hashlib

from holdfire.release.released import Page

ROOT = "urn:holdfire:release:"


def urn(kind: str, made: str) -> str:
    """The name of an incident, order, group …: `urn:holdfire:release:incident:1f…`."""
    return f"{ROOT}{kind}:{made}"


def page_id(page: Page) -> str:
    """An id of a published page, from its address alone."""
    return hashlib.sha256(page.url.encode()).hexdigest()[:24]
