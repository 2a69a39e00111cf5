"""Messages that ask for all that there is: "list your articles", "show me everything"."""

from __future__ import annotations

import re
from typing import Final

_SHOW: Final = (
    r"(?:(?:please|can you|could you)\s+)?(?:list|show|give|tell|name|see)(?:\s+(?:me|us))?"
)
_WHICH: Final = r"(?:all|your|the|of|available|what|which|any)"
_ARTICLE: Final = r"(?:(?:news\s+)?articles?|sources|documents)"
_YOU_HAVE: Final = (
    r"(?:\s+(?:that\s+)?(?:(?:do\s+)?you\s+(?:have|hold|know|use|cover|read|rest\s+on|got)"
    r"|are\s+there|on\s+record|(?:in|of)\s+the\s+(?:corpus|knowledge\s+base|record)))"
)
_ARTICLES: Final = re.compile(
    rf"\W*(?:{_SHOW}\s+(?:{_WHICH}\s+)*{_ARTICLE}(?:{_YOU_HAVE})?"
    rf"|(?:what|which|how\s+many)\s+{_ARTICLE}{_YOU_HAVE}"
    rf"|(?:your|all(?:\s+(?:the|your))?)\s+{_ARTICLE})(?:\s+please)?\W*",
    re.IGNORECASE,
)
_EVERYTHING: Final = re.compile(
    rf"\W*(?:(?:{_SHOW}\s+)?(?:everything|it\s+all)(?:{_YOU_HAVE})?"
    rf"|{_SHOW}\s+all(?:{_YOU_HAVE})|what{_YOU_HAVE})(?:\s+please)?\W*",
    re.IGNORECASE,
)


def asks_for_articles(text: str) -> bool:
    """Return whether all articles are asked for."""
    return bool(_ARTICLES.fullmatch(text))


def asks_for_everything(text: str) -> bool:
    """Return whether whatever there is is asked for: all issues tell what can be asked."""
    return bool(_EVERYTHING.fullmatch(text))
