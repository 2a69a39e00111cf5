"""An article's head and text: found in HTML or plain text, or given by the curator."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from knowledge.errors import IntakeError
from knowledge.intake.when import MONTH
from knowledge.model import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

_HTML: Final = re.compile(
    r"^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<article)", re.IGNORECASE
)
_BYLINE: Final = re.compile(r"^(?:By|BY)\s+(?P<who>[A-Z][^\d,.|]{2,60})$")
_DATES: Final = re.compile(
    rf"{MONTH}\s+\d{{1,2}},\s+\d{{4}}|\d{{1,2}}\s+{MONTH}\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
)
_AGENCY: Final = re.compile(
    r"\b(?:Kyodo(?: News)?|Reuters|Associated Press|AP|AFP|Agence France-Presse|Yonhap|Xinhua|Jiji"
    r"(?: Press)?|TASS|Interfax|dpa|ANSA|EFE|PTI|UPI|Bloomberg)\b"
)
_BODY_WORDS: Final = 25  # a line of more, or with a full stop, is the article's own text
_TITLE_WORDS: Final = 4
_LINES: Final = 12  # of the head
_LONG_LINE: Final = 120


@dataclass(frozen=True)
class Head:
    """What is known about an article beside its text; None where nothing prints it.

    `encoding` is how its file is written, where a curator says so.
    """

    title: str | None = None
    agency: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Interval | None = None
    encoding: str | None = None

    def given(self, **fields: str | Interval | None) -> Head:
        """Return the head with what a curator gave in place of what was found."""
        return replace(self, **{k: v for k, v in fields.items() if v is not None})  # type: ignore[arg-type]


def is_html(raw: str) -> bool:
    return _HTML.match(raw) is not None


def read(raw: str) -> tuple[str, Head]:
    """Return an article's text with a blank line between paragraphs, and the head found in it."""
    raw = raw.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n").replace("\0", "")
    text, head = _from_html(raw) if is_html(raw) else (_paragraphs(raw), None)
    if not text.strip():
        msg = "holds no text of an article"
        raise IntakeError(msg)
    return text, head or _from_text(text)


def _from_html(raw: str) -> tuple[str, Head]:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 (only adding HTML needs it)
    except ImportError as error:
        msg = "reading HTML needs the extra 'curate': pip install 'stancebook[curate]'"
        raise IntakeError(msg) from error
    page = bare_extraction(raw, with_metadata=True, include_comments=False, include_tables=False)
    if page is None or isinstance(page, dict) or not page.text:
        msg = "holds no text of an article"
        raise IntakeError(msg)
    head = Head(
        title=page.title or None,
        publisher=page.sitename or None,
        byline=page.author or None,
        url=page.url or None,
        published=printed_date(page.date) if page.date else None,
    )
    return _with_head(page.text, head), head


def _with_head(body: str, head: Head) -> str:
    """Put the page's own head above its text, so that what an entry prints stands in the text."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    printed = head.published.printed if head.published else None
    above = [head.publisher, head.title, head.byline and f"By {head.byline}", printed]
    known = set(lines)
    return "\n\n".join([*(line for line in above if line and line not in known), *lines])


def _paragraphs(raw: str) -> str:
    """Part paragraphs by blank lines where a text has each on one line of its own."""
    lines = [line for line in raw.splitlines() if line.strip()]
    single = "\n\n" not in raw.strip() and not re.search(r"\n[ \t]+\n", raw)
    long_ones = sum(len(line) > _LONG_LINE for line in lines)
    return "\n\n".join(lines) if single and long_ones * 2 >= len(lines) > 1 else raw


def _from_text(text: str) -> Head:
    """Read the short lines above the first paragraph."""
    lines, rest = list(_head_lines(text)), Head()
    title = max(
        (line for line in lines if _is_title(line)),
        key=lambda line: len(line.split()),
        default=None,
    )
    for line in lines:
        if match := _BYLINE.match(line):
            rest = rest.given(byline=match["who"].strip())
        if (match := _DATES.search(line)) and rest.published is None:
            rest = rest.given(published=printed_date(match[0]))
        if line != title and (match := _AGENCY.search(line)):
            rest = rest.given(agency=match[0])
    first = lines[0] if lines else ""
    outlet = first if first != title and not _AGENCY.search(first) and _is_outlet(first) else None
    return rest.given(title=title, publisher=outlet)


def _head_lines(text: str) -> Iterator[str]:
    for line in [line.strip(" •\t") for line in text.splitlines() if line.strip(" •\t")][:_LINES]:
        ends = re.search(r"[.?!]['\"”’]?$", line) and not re.match(r"By\b", line)  # Jr.
        if len(line.split()) >= _TITLE_WORDS and (ends or len(line.split()) > _BODY_WORDS):
            return
        yield line


def _is_title(line: str) -> bool:
    plain = not re.search(r"[.!]$|[|>]|^By\b", line) and not _DATES.search(line)
    return plain and len(line.split()) >= _TITLE_WORDS


def _is_outlet(line: str) -> bool:
    words = line.split()
    return len(words) < _TITLE_WORDS + 1 and all(w[:1].isupper() and not w.isupper() for w in words)


def printed_date(printed: str) -> Interval | None:
    """Read a day as an article's head prints it; None for what is no day."""
    day = _day(printed.strip())
    return Interval(from_=day, to=day, printed=printed.strip(), basis="printed") if day else None


def _day(printed: str) -> date | None:
    plain = re.sub(
        r"(\d)(?:st|nd|rd|th)\b", r"\1", printed.replace(".", "").replace("Sept ", "Sep ")
    )
    for form in ("%Y-%m-%d", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(plain, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None
