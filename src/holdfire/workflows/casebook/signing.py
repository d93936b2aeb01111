"""The signatures under the log of a casebook: made with its key, and checked.

Imported only where something is signed or checked, for the library takes a while to load.
"""

from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from holdfire.errors import BookError
from holdfire.model.log import Checkpoint, signed_bytes
from holdfire.workflows.casebook.keys import SIGNER


def new_key() -> tuple[str, str]:
    """A private key and its public key, in hex."""
    made = Ed25519PrivateKey.generate()
    return made.private_bytes_raw().hex(), made.public_key().public_bytes_raw().hex()


def checkpoint(private: str, upto: int, head: bytes) -> Checkpoint:
    """Sign the log up to an entry, by its hash. BookError where the private key is none."""
    try:
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private))
    except ValueError:
        remedy = "put the right file there, or take it away to write without signing"
        raise BookError("the signing key of the casebook is damaged", remedy=remedy) from None
    signature = key.sign(signed_bytes(upto, head.hex()))
    return Checkpoint(upto, head.hex(), key.public_key().public_bytes_raw().hex(), signature.hex())


def is_signed(made: Checkpoint) -> bool:
    """Whether the signature of a checkpoint is that of its key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(made.key))
        key.verify(bytes.fromhex(made.signature), made.signed())
    except (InvalidSignature, ValueError):
        return False
    return True


def signers(settings: Mapping[str, str]) -> frozenset[str]:
    """The public keys whose signatures count."""
    return frozenset(name.removeprefix(SIGNER) for name in settings if name.startswith(SIGNER))
