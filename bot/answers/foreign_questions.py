"""Questions in another language than English: they get one sentence, and no guess at a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.refusals import refuse
from knowledge.text import FILLERS, tokenize

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.questions import Question

# Everyday words of French, Spanish, German, Italian and Portuguese that are no English ones.
_WORDS: Final = frozenset(
    "le la les des du une est sont quelle quel quelles que qui dit dire sur avec pour dans pas "
    "pourquoi comment el los las una es qué que dijo dice sobre con por para cuál cual posición "
    "cómo quién der die das und ist was sagt sagte zu zum zur mit über von wer wie warum nicht "
    "ein eine il lo gli della del di che cosa dice sulla sul con perché come chi o os da do das "
    "não é sobre disse diz uma posição qual".split()
)
_ENGLISH: Final = frozenset({"was", "do", "die", "come", "o", "con", "dice", "das"})
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")
_MARK: Final = re.compile("[?？؟]")
_SEVERAL: Final = 2
_NAME: Final = 8  # characters of a name in another script, which may be nobody's on record
_REASON: Final = (
    "I read questions in English, and names in other languages too. Please ask in English."
)


def answer_other_language(asked: Asked) -> Answer | None:
    """Return that a question is in another language, if most of it is not read for that."""
    if not _is_other_language(asked.question):
        return None
    told = refuse(asked, _REASON, ())
    return told.model_copy(update={"not_understood": (), "read_as": ()})


def _is_other_language(question: Question) -> bool:
    words = [token.folded for token in tokenize(question.typed)]
    unread = [question.words[i] for i in question.unclear]
    if unread and not any(map(_LATIN.search, words)):
        return len(question.typed.strip()) > _NAME or bool(_MARK.search(question.typed))
    foreign = [word for word in words if word in _WORDS]
    sure = {word for word in foreign if word not in _ENGLISH | FILLERS}
    english = [word for word in words if word in FILLERS and word not in _WORDS]
    return len(sure) >= _SEVERAL and len(foreign) > len(english)
