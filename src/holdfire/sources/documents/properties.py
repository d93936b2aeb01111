"""What the properties of an office file or a PDF say → title and EDTF: drops what programs write there."""

import re

from holdfire.errors import DateError
from holdfire.sources.published import published_date

_BY_PROGRAM = re.compile(
    r"microsoft \w+ - .*|\(?(?:untitled|anonymous|unspecified|unnamed)\)?\d*"
    r"|document\d*|제목 ?없음|문서 ?\d*|\W*"
    r"|.*\.(?:docx?|hwpx?|indd|pdf|rtf|odt|qxd)",
    re.IGNORECASE,
)
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?")


def stated_title(text: str | None) -> str | None:
    """The title that a person gave, None where a program made one up."""
    title = " ".join((text or "").replace("\x00", "").split())
    return None if _BY_PROGRAM.fullmatch(title) else title


def stated_date(text: str | None) -> str | None:
    """The date of a property, in ISO 8601 or as PDFs write it (`D:20220126100300+09'00'`)."""
    given = (text or "").strip()
    found = _PDF_DATE.match(given)
    try:
        return published_date(_iso(found) if found else given)
    except DateError:
        return None


def _iso(found: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zulu, hours, minutes = found.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not (day and hour):
        return date
    zone = zulu or (f"{hours}:{minutes or '00'}" if hours else "")
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"
