"""Lines of JSON → Reports: adds the hash and the language; drops keys that a report has no place for."""

import hashlib
from typing import Any

import msgspec

from holdfire.errors import HoldfireError, SourceError
from holdfire.model.report import Report
from holdfire.sources.languages import language_of
from holdfire.sources.published import published_date

SHAPE = '{"text": …, "id"?: …, "published"?: …, "title"?: …, "outlet"?: …, "url"?: …}'
_REMEDY = f"give one object a line: {SHAPE}"


class LineError(SourceError):
    """A line that gives no report; `id` is the id it carries, where it carries one."""

    def __init__(
        self, problem: str, *, id: str | None = None, where: str = "", remedy: str = _REMEDY
    ) -> None:
        super().__init__(problem, where=where, remedy=remedy)
        self.id = id


def given(line: str | bytes) -> Report:
    """The report that a line of JSON gives; its own id is kept in `source_id`.

    The id of the report is the hash of its text, as if the text lay in a file. A text without words is
    let pass here: `require_words` refuses it where words are needed.
    """
    row = _object(line)
    source_id = _id(row)
    try:
        return _report(row, source_id)
    except LineError:
        raise
    except HoldfireError as error:
        raise LineError(f'"published": {error.problem}', id=source_id, remedy=error.remedy) from None


def _report(row: dict[str, Any], source_id: str | None) -> Report:
    if "text" not in row:
        raise LineError('the line has no "text"', id=source_id)
    text, published, title, outlet, url = (
        _string(row, key, source_id) for key in ("text", "published", "title", "outlet", "url")
    )
    if text is None:
        raise LineError('"text" must be a string, not null', id=source_id)
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Report(
        id=digest,
        words=text,
        raw_sha256=digest,
        title=title,
        outlet=outlet,
        url=url,
        published=published_date(published) if published else None,
        language=language_of(text),
        source_id=source_id,
    )


def _object(line: str | bytes) -> dict[str, Any]:
    try:
        row = msgspec.json.decode(line if isinstance(line, bytes) else line.encode())
    except RecursionError:
        raise LineError("the line is nested too deeply") from None
    except UnicodeDecodeError as error:
        raise LineError(
            f"the line is not UTF-8 (byte {error.start})", remedy="save the lines as UTF-8"
        ) from None
    except UnicodeEncodeError as error:
        raise LineError(f"the line holds half of a surrogate pair (character {error.start})") from None
    except msgspec.DecodeError as error:
        raise LineError(f"the line is not JSON: {error}") from None
    if not isinstance(row, dict):
        raise LineError(f"the line must be a JSON object, not {_kind(row)}")
    return row


def _id(row: dict[str, Any]) -> str | None:
    name = row.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int | None):
        raise LineError(f'"id" must be a string, not {_kind(name)}')
    return None if name is None else str(name)


def _string(row: dict[str, Any], key: str, source_id: str | None) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise LineError(f'"{key}" must be a string, not {_kind(value)}', id=source_id)
    return value


def _kind(value: object) -> str:
    kinds = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        str: "a string",
    }
    return kinds.get(type(value), "null")
