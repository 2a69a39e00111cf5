"""Saved web pages: the article's text and head, printed or from the metadata."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, Final

from knowledge.corpus.errors import IntakeError
from knowledge.corpus.model import Interval
from knowledge.intake.read.head import Head
from knowledge.text.head_dates import days, printed_date, unsure

_PAGE: Final = re.compile(
    r"\s*(?:(?:<!--.*?-->|<\?xml.*?\?>)\s*)*<(?:!doctype\s+html|(?:html|head|body|main|article|section"
    r"|div|p|h[1-6]|header|meta|title|link|script|style|span|figure|table)\b[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN: Final = re.compile(r"(?is)<!--.*?-->|<(script|style|head)\b.*?</\1\s*>|<[^<>]+>")
_DATES: Final = {"original_date": True, "extensive_search": False}  # no year of a copyright
_METADATA: Final = "date inferred from an outside fact: the metadata of the page, which prints none"


def is_page(raw: str) -> bool:
    """Return whether a text is HTML, also after a comment of the program that saved it."""
    return _PAGE.match(raw) is not None


def read_page(raw: str) -> tuple[str, Head]:
    """Return the article's text under the page's own head, and that head."""
    page = _extract(raw)
    if page is None or not page.text:
        msg = (
            "The file holds no article text. Copy the text from the page into a file, and add that."
        )
        raise IntakeError(msg)
    head = _find_published(raw, page.date).override(
        title=page.title or None,
        publisher=page.sitename or None,
        byline=page.author or None,
        url=page.url or None,
    )
    return _add_head(page.text, head), head


def _extract(raw: str) -> Any:  # noqa: ANN401 (trafilatura's Document is not typed)
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 (only adding HTML needs it)
    except ImportError as error:
        missing = error.name or "trafilatura"
        msg = f"Reading HTML needs {missing}. In a checkout, run: pip install '.[curate]'"
        raise IntakeError(msg) from error
    return bare_extraction(
        raw,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )


def _find_published(raw: str, found: str | None) -> Head:
    """Return the day as the page prints it, or as its metadata say, marked as inferred.

    Figures that can be read two ways decide nothing, unless the page says elsewhere which it is.
    """
    day, seen = printed_date(found or ""), unescape(_UNSEEN.sub(" ", raw))
    if day is None:
        return Head(unsure=unsure(seen))
    if printed := next((other for other in days(seen) if other.from_ == day.from_), None):
        return Head(published=printed)
    if day.from_.isoformat() not in raw and (two := unsure(seen)):
        return Head(unsure=two)
    return Head(published=Interval(from_=day.from_, to=day.to, basis=_METADATA))


def _add_head(body: str, head: Head) -> str:
    """Return the text below the page's head, so that the text prints all that an entry says."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    printed = head.published.printed if head.published else None
    above = [head.publisher, head.title, head.byline and f"By {head.byline}", printed]
    known = set(lines)
    return "\n\n".join([*(line for line in above if line and line not in known), *lines])
