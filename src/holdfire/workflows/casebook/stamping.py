"""Time-stamps by others (RFC 3161): what to ask an authority, and its answer, checked and kept; offline."""

import hashlib
from pathlib import Path

from cryptography.x509 import load_pem_x509_certificates

from holdfire.errors import BookError
from holdfire.model.log import Checkpoint
from holdfire.model.stored import Stamp
from holdfire.store.book import Book, Reader
from holdfire.store.rows import Entry, TimestampRow
from holdfire.workflows.casebook.moment import now, shown
from holdfire.workflows.writing import whole_file

try:
    import rfc3161_client as rfc3161
except ImportError:
    raise BookError(
        "time-stamps need rfc3161-client", remedy="install it with: pip install rfc3161-client"
    ) from None


def request(book: Reader, path: Path) -> Checkpoint:
    """Write what to send to a time-stamp authority, about the last signature under the log."""
    checkpoints = book.log.checkpoints()
    if not checkpoints:
        raise BookError("nothing is signed yet", where=book.where, remedy="see whether its key is there")
    last = checkpoints[-1]
    asked = rfc3161.TimestampRequestBuilder().data(last.signed()).build()
    with whole_file(path) as file:
        file.write(asked.as_bytes())
    return last


def attach(book: Book, response: Path, authority: Path, *, who: str) -> tuple[Checkpoint, str]:
    """Check an authority's answer against its root certificate, and keep both.

    The signature that it is about, and its time. BookError where it is not good, or about nothing here.
    """
    answer, root = _bytes(response), _bytes(authority)
    try:
        decoded = rfc3161.decode_timestamp_response(answer)
    except ValueError as error:
        raise BookError(f"is no answer of a time-stamp authority: {error}", where=str(response)) from None
    for made in reversed(book.log.checkpoints()):
        if _imprint(decoded, made.signed()) == decoded.tst_info.message_imprint.message:
            break
    else:
        raise BookError("is about no signature of this casebook", where=str(response))
    at = checked(Stamp(made.upto, answer, root, made.signed()), where=str(response))
    digest = hashlib.sha256(answer).hexdigest()
    row = TimestampRow(id=digest, upto=made.upto, sha256=digest, authority=root.decode("ascii"))
    with book.change(who=who, at=now()) as change:
        change.write(change.missing([Entry(row, {"bytes": answer})]))
    return made, at


def checked(stamp: Stamp, *, where: str) -> str:
    """The time that an answer gives; BookError where it is not good by its root."""
    try:
        roots = load_pem_x509_certificates(stamp.authority)
        builder = rfc3161.VerifierBuilder()
        for root in roots:
            builder = builder.add_root_certificate(root)
        answer = rfc3161.decode_timestamp_response(stamp.response)
        builder.build().verify_message(answer, stamp.over)
    except (rfc3161.VerificationError, ValueError) as error:
        remedy = "ask the authority for its root certificate as PEM"
        raise BookError(f"the time-stamp is not good: {error}", where=where, remedy=remedy) from None
    return shown(answer.tst_info.gen_time)


def _imprint(answer: "rfc3161.TimeStampResponse", message: bytes) -> bytes:
    """The hash of a message by the algorithm that an answer uses."""
    names = {32: "sha256", 48: "sha384", 64: "sha512"}
    return hashlib.new(names.get(len(answer.tst_info.message_imprint.message), "sha256"), message).digest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BookError(f"cannot be read: {error.strerror}", where=str(path)) from None
