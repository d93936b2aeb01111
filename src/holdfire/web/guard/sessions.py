"""Who is in: a session for each browser, and what its person may do."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import compare_digest
from threading import Lock

from holdfire.store.book import Book
from holdfire.store.sessions import StoredSession

HOURS_IDLE = 12
SEEN_EVERY = 600
"""Seconds after which it is written down again that somebody was seen."""


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
    """The sessions there are, by the secret in the browser's cookie; `clock` gives seconds (Unix).

    With a `book` they are kept there, and go on when the program starts anew; each ends where its account
    changes. Without one they are in memory alone, and end with the program.
    """

    def __init__(self, clock: Callable[[], float], book: Book | None = None) -> None:
        self._clock = clock
        self._book = book
        self._held: dict[str, Session] = {}
        self._kept: dict[str, StoredSession] = {}
        self._lock = Lock()

    def open(self, person: Person, *, account: int | None = None) -> str:
        """Let a person in, by their account as it stood at a place in the log; the secret for the cookie."""
        secret = secrets.token_urlsafe(32)
        session = Session(person, _token(secret), self._clock())
        with self._lock:
            self._sweep()
            self._held[secret] = session
        if account is not None:
            self._keep(secret, session, account)
        return secret

    def get(self, secret: str) -> Session | None:
        """The session of a cookie, with what its person may do now; None where it has ended."""
        with self._lock:
            self._sweep()
            session = self._held.get(secret)
        if self._book is not None:
            session = self._admitted(self._book, secret, session)
        if session is not None:
            session.seen = self._clock()
            kept = self._kept.get(secret)
            if kept is not None and session.seen - kept.seen > SEEN_EVERY:
                self._keep(secret, session, kept.account)
        return session

    def hide(self, secret: str, *, is_blind: bool) -> None:
        """Hide from a session what others decided, or show it again; it stays so over a new start."""
        session, kept = self._held.get(secret), self._kept.get(secret)
        if session is not None:
            session.is_blind = is_blind
            if kept is not None:
                self._keep(secret, session, kept.account)

    def close(self, secret: str) -> None:
        """End a session."""
        with self._lock:
            self._held.pop(secret, None)
            there = self._kept.pop(secret, None) is not None
        if there and self._book is not None:
            with self._book.change(who="", at="") as change:
                change.end_session(secret)

    def _admitted(self, book: Book, secret: str, session: Session | None) -> Session | None:
        """The session as the casebook has it; one of an account that changed since has ended."""
        kept = book.sessions.get(secret, since=self._since()) if secret else None
        account = book.accounts.get(kept.name) if kept is not None else None
        if (
            kept is None
            or account is None
            or not account.is_open
            or book.accounts.place(kept.name) != kept.account
        ):
            with self._lock:
                self._held.pop(secret, None)
                self._kept.pop(secret, None)
            return None
        person = Person(account.name, frozenset(account.rights))
        if session is None:
            session = Session(person, _token(secret), self._clock(), is_blind=kept.is_blind)
        session.person = person
        with self._lock:
            self._kept[secret] = kept
            return self._held.setdefault(secret, session)

    def _keep(self, secret: str, session: Session, account: int) -> None:
        """Write a session into the casebook."""
        if self._book is None:
            return
        kept = StoredSession(session.person.name, account, int(session.seen), session.is_blind)
        with self._book.change(who=kept.name, at="") as change:
            change.put_session(secret, kept, since=self._since())
        with self._lock:
            self._kept[secret] = kept

    def _since(self) -> int:
        return int(self._clock() - HOURS_IDLE * 3600)

    def _sweep(self) -> None:
        self._held = {key: each for key, each in self._held.items() if each.seen > self._since()}
        self._kept = {key: each for key, each in self._kept.items() if key in self._held}


def _token(secret: str) -> str:
    """What the forms of a session carry: it follows from the secret, which no page ever shows."""
    return hmac.new(secret.encode(), b"forms", sha256).hexdigest()
