"""What was said, found by its words: who said it, or what somebody said that names no issue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.done_by import answer_whom
from bot.answers.done_to import find_urged, nobody_did
from bot.answers.first_and_last import (
    asks_of_an_issue,
    names_an_issue,
    nobody_on_issue,
)
from bot.answers.named_speakers import tell_by_whom
from bot.answers.refusals import NOT_ALL_SEARCHED, NOT_NO_POSITION, clip_typed, list_typed, refuse
from bot.answers.said_about_somebody import answer_about_somebody, answer_with_all
from bot.answers.said_on_days import answer_said_on_days
from bot.answers.speech_acts import answer_who_acted, list_on_issue
from bot.answers.spoken_answer import answer_with, list_spoken
from bot.answers.spoken_in_order import (
    answer_all_in_order,
    answer_in_order,
    find_order,
    put_in_order,
)
from bot.answers.turned_claims import find_turn, list_missing_turns
from bot.answers.word_search import (
    WordHits,
    fold_word,
    having_sought,
    list_sought,
    search_words,
    statements_of,
)
from knowledge.corpus import Kind, Sourcing
from knowledge.questions import Intent, find_attitude, find_called, find_deed, find_setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.answer import Choice
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic

_POINTING = frozenset({"same", "similar", "similarly", "likewise"})  # at words that are not typed
_NEAR = 3  # statements that have some of the words
_ENOUGH = 0.5  # of the words, to be near


def has_words(found: Topic) -> bool:
    """Return whether there are words, or somebody spoken of, to look for."""
    return bool(found.words or found.issue_words or found.objects)


def answer_by_words(asked: Asked, found: Topic, *, as_answer: bool) -> Answer | None:
    """Answer with the statements that have every word; else list those near, or nothing.

    `as_answer` is false where a position was asked for: statements then are no answer to it.
    """
    asked = replace(asked, spoken=True)
    if found.words and _POINTING.issuperset(found.words):
        if not (found.issues or found.objects):
            return _refuse_pointing(asked, found.words[0])
        found = replace(found, words=())  # it is named as not read
    return (
        answer_whom(asked, found)
        or answer_said_on_days(asked, found)
        or _answer_without_setting(asked, found, as_answer=as_answer)
        or _answer_as_ordered(asked, found, as_answer=as_answer)
    )


def _refuse_pointing(asked: Asked, word: str) -> Answer:
    reason = f"I do not know what “{word}” points to. Name some of the words, or an issue."
    return refuse(asked, reason, (), not_understood=())


def _answer_as_ordered(asked: Asked, found: Topic, *, as_answer: bool) -> Answer | None:
    """Answer with the first, the last or all that have every word, where their order is asked."""
    order = find_order(asked, found)
    if order is None:
        return _answer_by_words(asked, found, as_answer=as_answer)
    if asks_of_an_issue(asked, order.topic):
        return answer_in_order(asked, order)
    if not list_sought(asked, order.topic):
        about = answer_about_somebody(asked, order.topic)
        return put_in_order(about, order) or answer_all_in_order(asked, order)
    if not order.is_certain and search_words(asked, found).whole:
        return _answer_by_words(asked, found, as_answer=as_answer)
    return put_in_order(_answer_by_words(asked, order.topic, as_answer=as_answer), order)


def _answer_without_setting(asked: Asked, found: Topic, *, as_answer: bool) -> Answer | None:
    """Answer without the words on a setting, where no statement has them: "at the conference".

    Entries do not tell where words were said, so that it is none on record that has no such word.
    """
    place = find_setting(asked.question)
    words = {asked.question.words[i] for i in range(*place)} if place else set()
    kept = tuple(word for word in found.words if fold_word(word) not in words)
    if place is None or len(kept) == len(found.words) or search_words(asked, found).whole:
        return None
    others = tuple(a for a in found.objects if not place[0] <= a.first < place[1])
    left = replace(found, words=kept, objects=others)
    alone = not (kept or others or found.issues)
    answer = (
        answer_with_all(asked, left)
        if alone
        else _answer_by_words(asked, left, as_answer=as_answer)
    )
    if answer is None:
        return None
    unread = [w for w in answer.not_understood if fold_word(w) not in words]
    phrase = clip_typed(asked.question.typed_between(*place))
    return answer.model_copy(update={"not_understood": (phrase, *unread)})


def _answer_by_words(asked: Asked, found: Topic, *, as_answer: bool) -> Answer | None:
    """Answer with the statements that have every word, in whatever order is theirs."""
    if acted := answer_who_acted(asked, found):
        return acted
    if (urged := find_urged(asked, found)) and {*found.words} == {urged.verb}:
        found = replace(found, intent=Intent.WORDS, words=())  # "what did Sordia ask of Lutha"
    if not list_sought(asked, found):
        return answer_about_somebody(asked, found)
    if names_an_issue(asked, found) and (said := list_on_issue(asked, found)):
        return answer_with(asked, found, Outcome.ANSWER, said, reason="On record:")
    hits = search_words(asked, found)
    if hits.whole and as_answer:
        return _answer_with_words(asked, found, hits)
    nothing_alone = _list_near_nothing(asked, found)
    if not hits.whole and nothing_alone.isdisjoint(hits.sought) and asks_of_an_issue(asked, found):
        return _answer_on_issue(asked, found)
    return _answer_with_near(asked, found, hits)


def _answer_with_words(asked: Asked, found: Topic, hits: WordHits) -> Answer:
    """Answer with the statements that have every word."""
    said, sought = statements_of(hits.whole), hits.sought
    missing = list_missing_turns(asked.question, said)
    reason = _heading(sought, missing, find_turn(asked.question, said))
    choices = tuple(_offer_others(asked, found, said))
    read = {**having_sought(asked, sought), "choices": choices}
    return answer_with(asked, found, Outcome.ANSWER, said, reason=reason, **read)


def _answer_with_near(asked: Asked, found: Topic, hits: WordHits) -> Answer | None:
    """List the statements that mention the words, or that have some of them."""
    sought, whole = hits.sought, statements_of(hits.whole)
    deed = _list_near_nothing(asked, found)
    near = [h for h in hits.every if len(h.matched) >= _ENOUGH * len(sought) and h.matched - deed]
    if not near and deed.issuperset(sought) and not asked.question.found:
        return None  # "which countries have changed their position?" names nothing to look for
    elsewhen = [] if whole or near else _find_on_other_days(asked, found)
    if elsewhen:
        reason = f"{_open_reason(asked, found, sought)} On other days:"
        return _list_instead(asked, found, sought, elsewhen, reason)
    others = [] if near or whole else _list_said_by(asked, found)[:_NEAR]
    reason = _reason(asked, found, sought, whole=whole, near=bool(near or others))
    if hits.have_all and not whole:
        reason = nobody_did(found, near=bool(near or others))
    listed = whole or statements_of(near[:_NEAR]) or others
    return _list_instead(asked, found, sought, listed, reason)


def _list_near_nothing(asked: Asked, found: Topic) -> set[str | None]:
    """Return the words that are near nothing alone: a verb, or whom an attitude is toward."""
    if deed := find_deed(asked.kb, asked.question):
        return {deed}
    of_attitude = find_attitude(asked.kb, asked.question) is not None
    named = found.objects if of_attitude else ()
    return {word for actor in named for word in find_called(asked.kb, actor)}


def _list_said_by(asked: Asked, found: Topic) -> list[CitedStatement]:
    """Return what those said who are asked about and are people."""
    people = [who for who in found.asked_about if asked.kb.entities[who].kind is Kind.PERSON]
    return list_spoken(asked, people)


def _list_instead(
    asked: Asked,
    found: Topic,
    sought: Sequence[str],
    said: Sequence[CitedStatement],
    reason: str,
) -> Answer:
    """Answer that nothing on record has the words, and list what is nearest to them."""
    read = having_sought(asked, sought)
    return answer_with(asked, found, Outcome.NO_RECORD, said, reason=reason, **read)


def _find_on_other_days(asked: Asked, found: Topic) -> list[CitedStatement]:
    """Return statements with every word that are of other days than those asked about."""
    if not asked.dated:
        return []
    always = replace(asked, question=replace(asked.question, asked_date=None))
    return statements_of(search_words(always, found).whole)[:_NEAR]


def _answer_on_issue(asked: Asked, found: Topic) -> Answer:
    """Answer who said anything on an issue, where no words on record have its name."""
    if said := list_on_issue(asked, found):
        return answer_with(asked, found, Outcome.ANSWER, said, reason="On record:")
    reason = nobody_on_issue(asked, found)
    return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason)


def _offer_others(asked: Asked, found: Topic, said: Iterable[CitedStatement]) -> list[Choice]:
    """Offer all on an issue where its lone word is not in all of them: "who spoke of sanctions"."""
    if not asks_of_an_issue(asked, found) or len(found.issues) > 1:
        return []
    told = {statement.id for statement in said}
    if told.issuperset(statement.id for statement in list_on_issue(asked, found)):
        return []
    sides = [actor.target for actor in found.speaking_for if actor.target]
    question = f"/timeline {' '.join([*sides, *found.issues])}{asked.dated}"
    label = f"{asked.issue_ref(found.issues[0]).short}, all statements"
    return [asked.choice(asked.kb.name_as(found.issues[0]), question, label)]


def _heading(sought: Sequence[str], missing: Sequence[str], turn: str | None) -> str:
    """Return what statements have, and what turns the question or them and the other lacks."""
    beside = f", beside a “{turn}” that your words do not have" if turn else ""
    but = f", not with {list_typed(missing)}" if missing else beside
    return f"On record with {list_typed(sought)}{but}:"


def _reason(
    asked: Asked,
    found: Topic,
    words: Sequence[str],
    *,
    whole: Sequence[CitedStatement],
    near: bool,
) -> str:
    opening = _open_reason(asked, found, words)
    if whole:  # what an outlet says of somebody is no statement by them
        if not found.issues:
            opening = f"No issue goes by {list_typed([' '.join(words)])}."
        accounts = any(said.sourcing is Sourcing.OUTLET for said in whole)
        return (
            f"{opening} Statements{'' if accounts else tell_by_whom(asked, found)} that mention it:"
        )
    if near:
        return f"{opening} Near:"
    left = NOT_ALL_SEARCHED if found.intent is Intent.WHO_SAID else NOT_NO_POSITION
    return f"{opening} {left}"


def _open_reason(asked: Asked, found: Topic, words: Sequence[str]) -> str:
    """Return that no statement of the days asked about has the words."""
    typed = clip_typed(" ".join(words))
    every = "all of " if found.issues and len(words) > 1 else ""
    return f"No statement on record{tell_by_whom(asked, found)} has {every}“{typed}”{asked.when}."
