"""Whoever a check is about, in doubt as the speaker where nobody is said to be: "Re Kono: “…”"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.claimed_speaker import ClaimedSpeaker, clip_name
from bot.answers.elsewhere import is_in_short_line
from bot.answers.speaker_reading import is_object
from knowledge.check_quote import outline_quotations
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from knowledge.questions import FoundName, Question

# Who it is is asked, so that a name beside that only says of whom.
_ASKS_WHO = frozenset("who whom whose whoever".split())
# Behind the name of whom a check is about: "On Japan: “…”", "About Japan’s remarks: “…”".
_HEADS_WORDS = re.compile(r"(?:[’']s?(?: \w{1,20}){1,2})?:\s?“")


def or_topic(question: Question, who: ClaimedSpeaker) -> ClaimedSpeaker:
    """Return to whom words are given, if to nobody then in doubt to whom a check is about.

    "Re Kono: “…”" may ask whether he said so, and "“…” via Kono’s office" too.
    """
    if who.names or set(who.unread).difference(who.mentioned) or _ASKS_WHO & {*question.words}:
        return who
    outlined = outline_quotations(question.typed)
    topics = [f for f in question.found if _is_topic(question, outlined, f)]
    names = {name.target: name for found in topics for name in found.names}
    if not names:
        return who
    typed = {clip_name(question.typed_between(f.first, f.last)) for f in topics}
    left = tuple(words for words in who.unread if words not in typed)
    return who._replace(names=tuple(names.values()), read=tuple(topics), unread=left, certain=False)


def _is_topic(question: Question, outlined: str, found: FoundName) -> bool:
    """Return whether a check of words is about a person, or about whoever stands before a colon."""
    if not is_object(question, found):
        return False
    place = question.place(found.first, found.last)
    person = found.name.kind is Kind.PERSON and is_in_short_line(outlined, place)
    return person or bool(_HEADS_WORDS.match(outlined, place[1]))
