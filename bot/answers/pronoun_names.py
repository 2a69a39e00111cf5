"""Name whom a pronoun stands for, where the last question leaves one: "and his successor?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.people_asked_before import list_people
from bot.answers.question_in_full import CompletedQuestion
from bot.answers.ref import Ref
from bot.answers.taken_over import TakenOver
from knowledge.check_quote import blank_quotations
from knowledge.corpus import Kind
from knowledge.questions import FoundName, Stranger, find_pronoun, read
from knowledge.text import GRAMMAR, PRONOUN_OF, SAYING, THEN, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase
    from knowledge.text import Token

_OWNING: Final = frozenset({"his", "her", "its", "their"})
_OF_A_STATE: Final = frozenset({"its", "their"})
_OF_PEOPLE: Final = frozenset({"he", "him", "his", "she", "her"})
_SAYING: Final = frozenset({"he", "she"})
_ASKING: Final = frozenset({"did", "has", "does", "is", "was"})
_DONE_TO: Final = frozenset({"him", "her"})
_LONGEST: Final = 14  # words


def name_pronoun(kb: KnowledgeBase, typed: str, last: LastQuestion) -> CompletedQuestion | None:
    """Return a question with a name for its pronoun; None where it may stand for several.

    Where the question names somebody before it, the pronoun may be that one's.
    """
    tokens = tokenize(typed)
    pronouns = [t for t in tokens if t.folded in _OF_PEOPLE | _OF_A_STATE]
    if len({_meaning(t.folded) for t in pronouns}) != 1 or len(tokens) > _LONGEST:
        return None
    who = _find_one(kb, last, pronouns[0].folded)
    named = _list_named_before(kb, typed, pronouns[0].start)
    if who is None or who in named or (named and not _are_objects(tokens)):
        return None
    if len(named) > 1:  # "Brandt met Okafor and spoke with him"
        return None
    asked, days = _part_then(kb, typed, last)
    text = f"{_replace(asked, tokenize(asked), kb.name_of(who))} {days}".rstrip()
    return CompletedQuestion(text, _take(last, days, Ref(id=who, name=kb.name_of(who))))


def name_days(kb: KnowledgeBase, typed: str, last: LastQuestion) -> CompletedQuestion | None:
    """Return a question with the days asked about before for its "then" at the end."""
    asked, days = _part_then(kb, typed, last)
    return CompletedQuestion(f"{asked} {days}", _take(last, days)) if days else None


def name_year(kb: KnowledgeBase, typed: str, last: LastQuestion) -> str | None:
    """Return a question with the year asked about before for a day that has none."""
    days = read(kb, typed).asked_date
    ends = {day.year for day in (last.first_day, last.last_day) if day}
    if days is None or not days.lacks_year or len(ends) != 1:
        return None
    return f"{typed[: days.end]} {ends.pop()}{typed[days.end :]}"


def _part_then(kb: KnowledgeBase, typed: str, last: LastQuestion) -> tuple[str, str]:
    """Return a question without a "then" that ends it, and the days that it stands for."""
    then = THEN.search(typed)
    if not then or not last.typed_days or read(kb, typed).asked_date:
        return typed, ""
    return typed[: then.start()].rstrip(), last.typed_days


def _take(last: LastQuestion, days: str, *names: Ref) -> TakenOver:
    return TakenOver(
        names=names,
        first_day=last.first_day if days else None,
        last_day=last.last_day if days else None,
    )


def name_speaker(kb: KnowledgeBase, typed: str, last: LastQuestion) -> CompletedQuestion | None:
    """Return a question whether somebody said a quotation, with a name for who is called "he".

    Pronouns of the quotation are as they are; None where it names somebody itself.
    """
    beside = blank_quotations(typed)
    tokens = tokenize(beside)
    words = [token.folded for token in tokens]
    called = [t for t in tokens if t.folded in _OF_PEOPLE | _OF_A_STATE]
    if len(called) != 1 or called[0].folded not in _SAYING or len(tokens) > _LONGEST:
        return None
    asks = not _ASKING.isdisjoint(words) and not SAYING.isdisjoint(words)
    who = _find_one(kb, last, called[0].folded) if asks else None
    if who is None or _list_named_before(kb, beside, len(beside)):
        return None
    name = kb.name_of(who)
    text = f"{typed[: called[0].start]}{name}{typed[called[0].end :]}"
    return CompletedQuestion(text, TakenOver(names=(Ref(id=who, name=name),)))


def asks_of_an_office(kb: KnowledgeBase, typed: str) -> bool:
    """Return whether whose office it is, is told by a pronoun: "and his foreign minister?"."""
    words = [token.folded for token in tokenize(typed)]
    if len(words) > _LONGEST or _OWNING.isdisjoint(words):
        return False
    question = read(kb, typed)
    offices = (found.first for found in question.found if found.posts and not found.described)
    return any(first > 0 and question.words[first - 1] in _OWNING for first in offices)


def _meaning(pronoun: str) -> str:
    return PRONOUN_OF.get(pronoun, "it")


def _find_one(kb: KnowledgeBase, last: LastQuestion, pronoun: str) -> str | None:
    """Return the one of whom the last question was whom a pronoun fits."""
    if pronoun in _OF_A_STATE:
        bodies = [who for who in last.who if kb.entities[who].kind is Kind.ORGANIZATION]
        return bodies[0] if len(last.who) == len(bodies) == 1 else None
    people = list_people(kb, last)
    fitting = [who for who in people if find_pronoun(kb, who) in {None, PRONOUN_OF[pronoun]}]
    return fitting[0] if len(fitting) == 1 else None


def _list_named_before(kb: KnowledgeBase, typed: str, end: int) -> set[str]:
    """Return those whom a question names before a pronoun, which may be theirs."""
    question = read(kb, typed)
    spans: list[FoundName | Stranger] = [*question.found, *question.strangers]
    before = [span for span in spans if question.places[span.first][0] < end]
    names = {n.target for f in before if isinstance(f, FoundName) for n in f.names}
    return {*names.difference(kb.issues), *(s.typed for s in before if isinstance(s, Stranger))}


def _are_objects(tokens: Sequence[Token]) -> bool:
    """Return whether pronouns only stand for whom something is done to: "did Kono meet her"."""
    pronouns = _list_pronouns(tokens)
    return all(token.folded in _DONE_TO and not owns for token, owns in pronouns)


def _replace(typed: str, tokens: Sequence[Token], name: str) -> str:
    """Return the text with a name for each pronoun, with 's where it says whose something is."""
    parts, end = [], 0
    for token, owns in _list_pronouns(tokens):
        parts += [typed[end : token.start], f"{name}'s" if owns else name]
        end = token.end
    return "".join([*parts, typed[end:]])


def _list_pronouns(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Yield each pronoun, and whether it says whose something is."""
    after = [*(token.folded for token in tokens[1:]), ""]
    for token, following in zip(tokens, after, strict=True):
        if token.folded in _OF_PEOPLE | _OF_A_STATE:
            alone = token.folded == "her" and following in GRAMMAR | {""}
            yield token, token.folded in _OWNING and not alone
