"""Who is in: sessions are kept in memory alone, and end with the program."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from threading import Lock

HOURS_IDLE = 12


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is in, and what they may do: `see`, `decide`, `review`, `sources`."""

    name: str
    rights: frozenset[str]

    def may(self, right: str) -> bool:
        """Whether they may do a thing."""
        return right in self.rights


@dataclass(slots=True)
class Session:
    """One browser of one person; `notes` are to be shown once; `is_blind` hides what others decided."""

    person: Person
    forgery_token: str
    seen: float
    notes: list[tuple[str, str]] = field(default_factory=list)
    is_blind: bool = False

    def is_own(self, token: str) -> bool:
        """Whether a form was made by this session's own pages."""
        return compare_digest(token.encode(), self.forgery_token.encode())

    def note(self, what: str, *, kind: str = "done") -> None:
        """Have something told on the next page."""
        self.notes.append((kind, what))

    def taken(self) -> list[tuple[str, str]]:
        """What is to be told, once."""
        notes, self.notes = self.notes, []
        return notes


class Sessions:
    """The sessions there are, by the secret in the browser's cookie; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._held: dict[str, Session] = {}
        self._lock = Lock()

    def open(self, person: Person) -> str:
        """Let a person in; the secret for the cookie."""
        secret = secrets.token_urlsafe(32)
        with self._lock:
            self._sweep()
            self._held[secret] = Session(person, secrets.token_urlsafe(32), self._clock())
        return secret

    def get(self, secret: str) -> Session | None:
        """The session of a cookie, if it has one that did not lie idle for too long."""
        with self._lock:
            self._sweep()
            session = self._held.get(secret)
            if session is not None:
                session.seen = self._clock()
            return session

    def close(self, secret: str) -> None:
        """End a session."""
        with self._lock:
            self._held.pop(secret, None)

    def _sweep(self) -> None:
        since = self._clock() - HOURS_IDLE * 3600
        self._held = {key: each for key, each in self._held.items() if each.seen > since}
