"""Saved web pages: the article's text and head, printed or from the metadata."""

from __future__ import annotations

import re
from typing import Any, Final

from knowledge.corpus.errors import IntakeError
from knowledge.corpus.model import Interval
from knowledge.intake.read.byline import clean_author, find_as_printed
from knowledge.intake.read.head import Head, read_head
from knowledge.intake.read.named_agency import find_on_page
from knowledge.intake.read.visible_page import drop_spare_attributes, drop_unseen, list_words
from knowledge.text.english.head_words import AGENCY
from knowledge.text.head_dates import days, printed_date, unsure

_PAGE: Final = re.compile(
    r"\s*+(?:(?><!--.*?-->|<\?xml.*?\?>)\s*+)*+<(?:!doctype\s+html|(?:html|head|body|main|article|section"
    r"|div|p|h[1-6]|header|meta|title|link|script|style|span|figure|table)\b[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_DATES: Final = {"original_date": True, "extensive_search": False}  # no year of a copyright
_NO_TEXT: Final = (
    "The file holds no article text. Copy the text from the page into a file, and add that."
)
_METADATA: Final = "date inferred from an outside fact: the metadata of the page, which prints none"


def is_page(raw: str) -> bool:
    """Return whether a text is HTML, also after a comment of the program that saved it."""
    return _PAGE.match(raw) is not None


def read_page(raw: str) -> tuple[str, Head]:
    """Return the article's text under the page's own head, and that head."""
    tree = _parse(raw)
    if tree is not None:
        drop_unseen(tree)
    page = _extract(tree)
    if page is None or not page.text:
        raise IntakeError(_NO_TEXT)
    seen = " ".join(list_words(tree))
    head = _find_published(raw, seen, page.date).override(
        title=page.title or None,
        publisher=page.sitename or None,
        agency=_find_agency(page, tree),
        byline=_find_byline(page.author, seen, raw),
        url=page.url or None,
    )
    return _add_head(page.text, head), head


def _parse(raw: str) -> Any:  # noqa: ANN401 (lxml ships no types)
    """Return the tree of a page; None where it is none."""
    try:
        from trafilatura import load_html  # noqa: PLC0415 (only adding HTML needs it)
    except ImportError as error:
        missing = error.name or "trafilatura"
        msg = f"Reading HTML needs {missing}. In a checkout, run: pip install '.[curate]'"
        raise IntakeError(msg) from error
    return load_html(drop_spare_attributes(raw))


def _extract(tree: Any) -> Any:  # noqa: ANN401 (nor are trafilatura's documents typed)
    from trafilatura import bare_extraction  # noqa: PLC0415 (only adding HTML needs it)

    if tree is None:
        return None
    return bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )


def _find_byline(author: str | None, seen: str, raw: str) -> str | None:
    """Return the author with the dots that the page, or else its metadata, print."""
    who = clean_author(author or "")
    return who and (find_as_printed(who, seen) or find_as_printed(who, raw) or who)


def _find_agency(page: Any, tree: Any) -> str | None:  # noqa: ANN401 (neither has types)
    """Return the agency of the text's dateline or foot, of the author's name, or of the page."""
    author = AGENCY.search(page.author or "")
    return read_head(page.text).agency or (author[0] if author else find_on_page(tree))


def _find_published(raw: str, seen: str, found: str | None) -> Head:
    """Return the day as the page prints it, or as its metadata say, marked as inferred.

    Figures that can be read two ways decide nothing, unless the page says elsewhere which it is.
    """
    day = printed_date(found or "")
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
    if head.agency != read_head(body).agency:  # which the text alone does not show
        above.append(head.agency)
    return "\n\n".join([*(line for line in above if line and line not in known), *lines])
