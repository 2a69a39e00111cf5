"""What is not measured: "the strongest statement" and "how tough is Japan" seek no words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import listed
from bot.answers.refusals import refuse
from knowledge.questions import Intent
from knowledge.text import ARTICLES, ASKED_FOR, RANKED, RANKING

_BEING = frozenset({"is", "are", "was", "were", "whos"})
_HOW_MUCH = frozenset({"more", "most", "less", "least"})
_WHOEVER = frozenset({"who", "whos", "which", "what"})

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.questions import Topic


def answer_not_measured(asked: Asked, found: Topic) -> Answer | None:
    """Say that nothing is ranked or measured, where a question on no issue wants it."""
    says = found.issues or found.intent is Intent.WHO_SAID
    measures = () if says else _list_measures(asked, found)
    typed = list(dict.fromkeys([*_list_ranked(asked), *measures]))
    if not typed:
        return None
    told = listed([f"“{words}”" for words in typed])
    reason = f"I do not rank or measure anything, so {told} is not answered."
    refused = refuse(asked, f"{reason} I tell who said what, when, and per which source.", ())
    return refused.model_copy(update={"not_understood": ()})


def _list_ranked(asked: Asked) -> Iterator[str]:
    """Yield the words, as typed, of which it is asked who is so: "who is stricter"."""
    question, words = asked.question, asked.question.words
    for i in sorted(question.unclear):
        if words[i] not in RANKED:
            continue
        before = [w for w in words[:i] if w not in ARTICLES | _HOW_MUCH]
        if before and before[0] in _WHOEVER and before[-1] in _BEING | {"who"}:  # "who's"
            yield question.typed_between(i, i + 1)


def _list_measures(asked: Asked, found: Topic) -> Iterator[str]:
    """Yield the words, as typed, by which something is to be ranked, or that follow "how"."""
    question, words = asked.question, asked.question.words
    for i in sorted(question.unclear):
        before, after = words[i - 1 : i], words[i + 1 : i + 2]
        ranked = words[i] in RANKING and (i == 0 or not ASKED_FOR.isdisjoint(after))
        adjective = before == ("how",) and "ADJ" in asked.kb.world.parts_of_speech(words[i])
        opens = i == 1 or words[i - 2 : i - 1] == ("by",)  # "by how tough they are"
        if ranked:
            yield question.typed_between(i, i + 1)
        elif adjective and opens and words[i] in found.words:
            yield question.typed_between(i - 1, i + 1)
