"""Many short byte strings, and structs as such, in one piece: a tenth of what as many objects take."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Generic, TypeVar, overload

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


class Packed:
    """Byte strings by their number."""

    def __init__(self, parts: Iterable[bytes] = ()) -> None:
        self._bytes = bytearray()
        self._ends = array("Q")
        for part in parts:
            self.add(part)

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:
        start = self._ends[number - 1] if number else 0
        return bytes(self._bytes[start : self._ends[number]])

    def __iter__(self) -> Iterator[bytes]:
        start = 0
        for end in self._ends:
            yield bytes(self._bytes[start:end])
            start = end

    def add(self, part: bytes) -> int:
        """Add one; its number."""
        self._bytes += part
        self._ends.append(len(self._bytes))
        return len(self._ends) - 1


class Structs(Sequence[T], Generic[T]):
    """Structs of one `kind` by their place, packed until they are asked for."""

    kind: ClassVar[type[msgspec.Struct]]

    def __init__(self, those: Iterable[T] = ()) -> None:
        self._packed = Packed(map(msgspec.json.encode, those))

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return self._made(self._packed[range(len(self))[at]])

    def __iter__(self) -> Iterator[T]:
        return map(self._made, self._packed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def put(self, each: T) -> int:
        """Put one behind the others; its place."""
        return self._packed.add(msgspec.json.encode(each))

    def _made(self, raw: bytes) -> T:
        return msgspec.json.decode(raw, type=self.kind)  # type: ignore[return-value]
