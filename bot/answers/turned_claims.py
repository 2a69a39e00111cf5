"""Words that turn a claim: a “not” or a refusal of its own, or a “not” of the words found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.questions import Use
from knowledge.text import (
    AGAINST,
    ASKED_OR_ASKING,
    ASKING,
    ATTITUDES,
    AUXILIARIES,
    CLAIMED_DEEDS,
    CLAIMING,
    DENY,
    NOT_WORDS,
    OPEN_QUESTIONS,
    REFUSING,
    REVERSING,
    TURNING_A_CLAIM,
    UTTERING,
    search_words,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.citations import CitedStatement
    from knowledge.questions import Question

# Of names, dates and offices they are part, and nothing is turned.
_PART_OF_A_NAME: Final = frozenset({Use.NAME, Use.DATE, Use.POST})
_NEAR = 3  # words from "not" on, of which one says that it is about saying


def list_turning(question: Question) -> Iterator[str]:
    """Yield the words, as typed, that turn what is said of somebody: "it is not ready"."""
    for i in _find_turning(question):
        yield question.typed_between(i, i + 1)


def list_claimed_deeds(question: Question) -> Iterator[str]:
    """Yield the verbs by which a question claims a deed, and does not ask: "Lutha refused to go".

    They follow a name, and no word that asks.
    """
    named = {found.last for found in question.found}
    for i, word in enumerate(question.words):
        if word in CLAIMED_DEEDS and i in named and ASKING.isdisjoint(question.words[:i]):
            yield question.typed_between(i, i + 1)


def list_unsaid(question: Question) -> Iterator[str]:
    """Yield the verbs by which somebody did not say something: "refused to say", "avoids saying".

    No position answers whether they did.
    """
    for i, word in enumerate(question.words):
        if word in REFUSING and not UTTERING.isdisjoint(question.words[i + 1 : i + _NEAR]):
            yield question.typed_between(i, i + 1)


def list_attitudes(question: Question, said: Iterable[CitedStatement]) -> Iterator[str]:
    """Yield the verbs of an attitude that no statement has: "praised" of what warns against it."""
    asked = [
        i
        for i, word in enumerate(question.words)
        if word in ATTITUDES and question.uses[i] is Use.GRAMMAR
    ]
    has = _stems(_words_of(said)) if asked else set()
    for i in asked:
        if has.isdisjoint(_stems([question.words[i]])):
            yield question.typed_between(i, i + 1)


def list_missing_turns(question: Question, said: Sequence[CitedStatement]) -> list[str]:
    """Return what turns a question and was not looked for, where no statement has it too."""
    quoted = [quote.exact for statement in said for quote in statement.quotes]
    has = {token.folded for exact in quoted for token in tokenize(exact)}
    turning = list_turning(question) if quoted else ()
    missing = [word for word in turning if has.isdisjoint(t.folded for t in tokenize(word))]
    return list(dict.fromkeys([*missing, *list_attitudes(question, said)]))


def turns_another_thing(
    said: CitedStatement, sought: Iterable[str], issue_words: Iterable[str]
) -> bool:
    """Return whether a statement has "eased" only apart from the issue that is to be eased.

    "Easing tensions" in one quotation and "sanctions" in another are no eased sanctions.
    """
    turning = [_stems([word]) for word in sought if word in REVERSING]
    on = _stems(issue_words)
    texts = [_stems([q.context or q.exact]) for q in said.quotes] if turning and on else []
    return any(
        any(stems & has for has in texts) and not any(stems & has and on & has for has in texts)
        for stems in turning
    )


def _words_of(said: Iterable[CitedStatement]) -> Iterator[str]:
    """Yield what statements say, as an outlet and a curator tell it too."""
    for statement in said:
        yield statement.summary
        for quote in statement.quotes:
            yield quote.context or quote.exact


def _stems(texts: Iterable[str]) -> set[str]:
    return {stem for text in texts for word in search_words(text) for stem in word.stems}


def list_denials(question: Question) -> Iterator[str]:
    """Yield the words that deny that somebody said what is quoted: "never said", "denied"."""
    named = {i for found in question.found for i in range(found.first, found.last)}
    for i in _find_turning(question):
        until = next((j for j in range(i + 1, i + _NEAR + 1) if j in named), i + _NEAR + 1)
        saying = not UTTERING.isdisjoint(question.words[i + 1 : until])
        if question.words[i] in DENY or saying:
            yield question.typed_between(i, i + 1)


def _find_turning(question: Question) -> list[int]:
    """Return the numbers of the words that turn a claim, and are of no name, date or office."""
    if TURNING_A_CLAIM.isdisjoint(question.words):  # as most are, however long
        return []
    named = {i for found in question.found for i in range(found.first, found.last)}
    return [
        i
        for i, word in enumerate(question.words)
        if word in TURNING_A_CLAIM
        and not (i in named or question.uses[i] in _PART_OF_A_NAME)
        and _is_of_a_claim(question, i)
    ]


def _is_of_a_claim(question: Question, at: int) -> bool:
    """Return whether it is not a question that expects a yes, nor "or not" at the end of one."""
    words, word = question.words, question.words[at]
    before, after = words[at - 1] if at else None, words[at + 1 : at + 2]
    if word not in AUXILIARIES:
        return before != "or"
    return before is not None and ASKED_OR_ASKING.isdisjoint((before, *after))


def find_turn(question: Question, said: Iterable[CitedStatement]) -> str | None:
    """Return a word that denies something, if each statement has one and the claim has none."""
    words = set(question.words)
    if not words & CLAIMING or words & (OPEN_QUESTIONS | AGAINST) or any(list_turning(question)):
        return None
    turns = [_turn(statement) for statement in said]
    return turns[0] if turns and all(turns) else None


def _turn(statement: CitedStatement) -> str | None:
    found = (token.folded for quote in statement.quotes for token in tokenize(quote.exact))
    return next((word for word in found if word in NOT_WORDS), None)
