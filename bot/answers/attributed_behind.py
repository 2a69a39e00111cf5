"""Words without marks before who is told to have said them: "…, Brandt warned at the talks."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.speaker_labels import find_label, is_name_on_record
from knowledge.check_quote import PRINTED, VERB, is_clause, verify_quote
from knowledge.text import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.kb import KnowledgeBase

_LAST_COMMA: Final = compile_later(r"(\S.*[^\s,]),\s++([^\n,]{4,160})", re.DOTALL)
# To whom, where or when it was said.
_TO: Final = (
    r"(?:\s+(?:reporters|journalists|parliament|lawmakers|(?:to|at|in|on|before|after|during|as"
    r"|following|yesterday|today|earlier|later|last)\b)[^\n]{0,80})?[\s.]*"
)
_WHO_SAID: Final = compile_later(rf"(.{{2,60}}?)\s+{VERB}{_TO}", re.IGNORECASE)
_SAID_WHO: Final = compile_later(rf"{VERB}\s+(.{{2,60}}?){_TO}", re.IGNORECASE)


def divide_behind(kb: KnowledgeBase, line: str) -> Iterator[tuple[str, str]]:
    """Yield who is named with a verb of speech behind the last comma, and the words before it.

    Words that no article prints are somebody's only if this one is on record.
    """
    parted = _LAST_COMMA.fullmatch(line)
    if parted is None or not is_clause(parted[1]):
        return
    told = filter(None, (form.fullmatch(parted[2]) for form in (_WHO_SAID, _SAID_WHO)))
    for who in (found[1].strip(" .") for found in told):
        name = find_label(kb, who)
        if (name and is_name_on_record(kb, name)) or _is_printed(kb, parted[1]):
            yield name or who, parted[1]


def _is_printed(kb: KnowledgeBase, words: str) -> bool:
    return verify_quote(kb, words).comparison.verdict in PRINTED
