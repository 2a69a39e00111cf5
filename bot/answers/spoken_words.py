"""What was said, found by its words: who said it, or what somebody said that names no issue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import Answer, Outcome
from bot.answers.done_to import (
    find_act,
    find_urged,
    is_of_who_it_was_done_to,
    list_doing,
    nobody_did,
    refuse_act,
)
from bot.answers.first_and_last import (
    asks_of_an_issue,
    names_an_issue,
    nobody_on_issue,
    said_on_issue,
)
from bot.answers.phrases import listed, with_article
from bot.answers.positions import issues_below, said_of, sorted_by_place
from bot.answers.refusals import NOT_NO_POSITION, clip_typed
from bot.answers.said_on_days import answer_said_on_days
from bot.answers.spoken_about import (
    concerns,
    is_among_parties,
    is_circumstance,
    is_person,
    list_accounts,
    list_said_of,
)
from bot.answers.spoken_answer import answer_with, keep_in_time, list_spoken, list_voiced
from bot.answers.spoken_in_order import (
    answer_all_in_order,
    answer_in_order,
    find_order,
    put_in_order,
)
from bot.answers.turned_claims import find_turn, list_missing_turns, turns_another_thing
from knowledge.corpus import Kind, Sourcing
from knowledge.questions import Intent, find_called, find_deed
from knowledge.text import TURNING, tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.answers.answer import Choice
    from bot.answers.asked import Asked
    from bot.answers.done_to import Act
    from knowledge.citations import CitedStatement
    from knowledge.kb import FoundStatement
    from knowledge.questions import Actor, Topic

_NEAR = 3  # statements that have some of the words
_ENOUGH = 0.5  # of the words, to be near
OF_OTHER_DAYS = "Words of other days about it are on record."


def has_words(found: Topic) -> bool:
    """Return whether there are words, or somebody spoken of, to look for."""
    return bool(found.words or found.issue_words or found.objects)


def answer_by_words(asked: Asked, found: Topic, *, as_answer: bool) -> Answer | None:
    """Answer with the statements that have every word; else list those near, or nothing.

    `as_answer` is false where a position was asked for: statements then are no answer to it.
    """
    asked = replace(asked, spoken=True)
    if on_days := answer_said_on_days(asked, found):
        return on_days
    order = find_order(asked, found)
    if order is None:
        return _answer_by_words(asked, found, as_answer=as_answer)
    if asks_of_an_issue(asked, order.topic):
        return answer_in_order(asked, order)
    if not _sought(asked, order.topic):
        about = _answer_by_objects(asked, order.topic)
        return put_in_order(about, order) or answer_all_in_order(asked, order)
    if not order.is_certain and _search_whole(asked, found).whole:
        return _answer_by_words(asked, found, as_answer=as_answer)
    return put_in_order(_answer_by_words(asked, order.topic, as_answer=as_answer), order)


def _answer_by_words(asked: Asked, found: Topic, *, as_answer: bool) -> Answer | None:
    """Answer with the statements that have every word, in whatever order is theirs."""
    if act := find_act(asked, found):
        return _answer_who_did(asked, found, act)
    if not _sought(asked, found):
        return _answer_by_objects(asked, found)
    if names_an_issue(asked, found) and (said := _said_on_issue(asked, found)):
        return answer_with(asked, found, Outcome.ANSWER, said, reason="On record:")
    whole, have_all, hits, sought = _search_whole(asked, found)
    if whole and as_answer:
        said = _statements(whole)
        missing = list_missing_turns(asked.question, said)
        reason = _heading(sought, missing, find_turn(asked.question, said))
        choices = tuple(_offer_others(asked, found, said))
        read = {**_having_sought(asked, sought), "choices": choices}
        return answer_with(asked, found, Outcome.ANSWER, said, reason=reason, **read)
    deed = {find_deed(asked.kb, asked.question)}  # alone it is near nothing
    if not whole and asks_of_an_issue(asked, found):
        return _answer_on_issue(asked, found)
    near = [h for h in hits if len(h.matched) >= _ENOUGH * len(sought) and h.matched - deed]
    if not near and deed.issuperset(sought) and not asked.question.found:
        return None  # "which countries have changed their position?" names nothing to look for
    elsewhen = [] if whole or near else _find_on_other_days(asked, found)
    if elsewhen:
        reason = f"{_open_reason(asked, found, sought)} On other days:"
        read = _having_sought(asked, sought)
        return answer_with(asked, found, Outcome.NO_RECORD, elsewhen, reason=reason, **read)
    people = [w for w in found.asked_about if asked.kb.entities[w].kind is Kind.PERSON]
    others = [] if near or whole else list_spoken(asked, people)[:_NEAR]
    reason = _reason(asked, found, sought, whole=_statements(whole), near=bool(near or others))
    return answer_with(
        asked,
        found,
        Outcome.NO_RECORD,
        _statements(whole or near[:_NEAR]) or others,
        reason=nobody_did(found) if have_all and not whole else reason,
        **_having_sought(asked, sought),
    )


def _answer_who_did(asked: Asked, found: Topic, act: Act) -> Answer:
    """Answer who did something to somebody by the words that say so, and by no others."""
    said = keep_in_time(asked, (), list_said_of(asked, [act.actor]))
    if told := list_doing(asked, act, said):
        reason = f"On record with {_in_marks([act.typed])}:"
        read = _having_sought(asked, [act.verb])
        return answer_with(asked, found, Outcome.ANSWER, told, reason=reason, **read)
    return refuse_act(asked, act)


def _find_on_other_days(asked: Asked, found: Topic) -> list[CitedStatement]:
    """Return statements with every word that are of other days than those asked about."""
    if not asked.dated:
        return []
    always = replace(asked, question=replace(asked.question, asked_date=None))
    return _statements(_search_whole(always, found).whole)[:_NEAR]


def _answer_on_issue(asked: Asked, found: Topic) -> Answer:
    """Answer who said anything on an issue, where no words on record have its name."""
    if said := _said_on_issue(asked, found):
        return answer_with(asked, found, Outcome.ANSWER, said, reason="On record:")
    reason = nobody_on_issue(asked, found)
    return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason)


def _said_on_issue(asked: Asked, found: Topic) -> list[CitedStatement]:
    return keep_in_time(asked, (), said_on_issue(asked, found))


def _offer_others(asked: Asked, found: Topic, said: Iterable[CitedStatement]) -> list[Choice]:
    """Offer all on an issue where its lone word is not in all of them: "who spoke of sanctions"."""
    if not asks_of_an_issue(asked, found) or len(found.issues) > 1:
        return []
    told = {statement.id for statement in said}
    if told.issuperset(statement.id for statement in _said_on_issue(asked, found)):
        return []
    sides = [actor.target for actor in found.speaking_for if actor.target]
    question = f"/timeline {' '.join([*sides, *found.issues])}{asked.dated}"
    label = f"{asked.issue_ref(found.issues[0]).short}, all statements"
    return [asked.choice(asked.kb.name_as(found.issues[0]), question, label)]


class _Hits(NamedTuple):
    """Statements that have every word and are of whom is meant, that have every word, and all."""

    whole: list[FoundStatement]
    have_all: list[FoundStatement]
    every: list[FoundStatement]
    sought: Sequence[str]


def _search_whole(asked: Asked, found: Topic) -> _Hits:
    hits, sought = _search(asked, found, _sought(asked, found))
    have_all = [hit for hit in hits if len(hit.matched) == len(sought)]
    whole = [h for h in have_all if not is_of_who_it_was_done_to(asked, found, h.statement)]
    whole = [h for h in whole if not turns_another_thing(h.statement, sought, found.issue_words)]
    return _Hits(whole, have_all, hits, sought)


def _sought(asked: Asked, found: Topic) -> list[str]:
    """Return the words to look for; those of an issue only where nothing else was typed.

    What somebody did is looked for with whom it was done to: "who met Nora Blau".
    """
    sought = list(dict.fromkeys(found.words)) or list(dict.fromkeys(found.issue_words))
    deed = find_deed(asked.kb, asked.question) if found.intent is Intent.WHO_SAID else None
    if deed is None or found.issues:
        return sought
    done_to = [word for actor in found.objects for word in find_called(asked.kb, actor)]
    return list(dict.fromkeys([*sought, deed, *done_to]))


def _answer_by_objects(asked: Asked, found: Topic) -> Answer | None:
    """Answer with what was said of somebody, where nothing but their name was typed."""
    of_position = found.intent is Intent.POSITION
    objects = tuple(a for a in found.objects if not is_circumstance(asked.question, a))
    if found.objects and not objects:
        return None if of_position else _answer_with_all(asked, found)
    found = replace(found, objects=objects)
    named = bool(objects) and all(actor.names for actor in objects)
    if found.intent is Intent.WHO_SAID and named and not (found.asked_about or found.issues):
        return _answer_who_spoke_of(asked, found)
    of_people = all(map(is_person, found.objects))
    if not (found.objects and found.asked_about) or (of_position and not of_people):
        return None
    said = keep_in_time(asked, found.asked_about, list_spoken(asked, found.asked_about))
    accounts = keep_in_time(asked, (), list_accounts(asked, found))
    about = _list_about(asked, found, said, accounts)
    if about:
        return _answer_about(asked, found, about)
    if of_position:
        return None
    who = _name_speaker(asked, found)
    naming = [] if said else said_of(asked, found.asked_about[0])
    nothing = f"Nothing on record from {who}{asked.when}." if naming else ""
    among = [s for s in said if is_among_parties(asked, s, found.objects)]
    not_about = _tell_not_named if among else _tell_nothing_about
    reason = f"{nothing or not_about(found, who, asked.when)} {NOT_NO_POSITION}"
    elsewhen = list_other_days(asked, found)
    near = among or said or [s for s in naming if concerns(asked, s, found.objects)] or naming
    return answer_with(
        asked,
        found,
        Outcome.NO_RECORD,
        near[:_NEAR],
        reason=f"{reason} {OF_OTHER_DAYS}" if elsewhen else reason,
        choices=tuple(elsewhen),
    )


def _answer_about(asked: Asked, found: Topic, about: Sequence[CitedStatement]) -> Answer:
    """Answer with what is about somebody, or has the verb that they stand behind: "urge Sordia"."""
    act = find_urged(asked, found)
    if act is None:
        reason = _heading_about(asked, found, about)
        return answer_with(asked, found, Outcome.ANSWER, about, reason=reason)
    if told := list_doing(asked, act, about):
        reason = f"On record with {_in_marks([act.typed])}:"
        read = _having_sought(asked, [act.verb])
        return answer_with(asked, found, Outcome.ANSWER, told, reason=reason, **read)
    by = _by(asked, found)
    opening = f"No statement on record{by} has {_in_marks([act.typed])}{asked.when}."
    reason = f"{opening} {NOT_NO_POSITION}"
    return answer_with(asked, found, Outcome.NO_RECORD, about[:_NEAR], reason=reason)


def _list_about(
    asked: Asked, found: Topic, said: Iterable[CitedStatement], accounts: Iterable[CitedStatement]
) -> list[CitedStatement]:
    """Return what was said of somebody; accounts of outlets count for a state where all else fails.

    Beside its own words they would be too many, and are told by issue.
    """
    own, told = ([s for s in of if concerns(asked, s, found.objects)] for of in (said, accounts))
    beside = told if any(map(is_person, found.objects)) or not own else []
    return sorted_by_place([*own, *beside])


def list_other_days(asked: Asked, found: Topic) -> list[Choice]:
    """Return the question of all days, where words about whoever is spoken of are of others."""
    if not asked.dated or not found.asked_about:
        return []
    always = replace(asked, question=replace(asked.question, asked_date=None))
    who = found.asked_about[0]
    if not any(concerns(always, said, found.objects) for said in list_spoken(always, [who])):
        return []
    person = asked.kb.entities[who].kind is Kind.PERSON
    label = f"All that {asked.kb.name_of(who)} said"
    question = f"/who {who}" if person else f"/timeline {who}"
    return [asked.choice(asked.kb.name_as(who), question, label)]


def _heading_about(asked: Asked, found: Topic, about: Sequence[CitedStatement]) -> str:
    """Return of whom statements are, and of whom else they were asked for and are not."""
    told = [a for a in found.objects if any(concerns(asked, said, [a]) for said in about)]
    names, others = (
        [_name_of(asked, actor) for actor in found.objects if (actor in told) is is_told]
        for is_told in (True, False)
    )
    but = f", not about {listed(others, 'or')}" if others else ""
    return f"On record about {listed(names)}{but}:"


def _tell_nothing_about(found: Topic, whose: str, when: str = "") -> str:
    """Return that nobody is named in somebody's words, or that no statement is about a state.

    What the record leaves off a sentence may name them.
    """
    if all(map(is_person, found.objects)):
        return _tell_not_named(found, whose, when)
    typed = [f"“{clip_typed(actor.typed)}”" for actor in found.objects]
    return f"No statement on record by {whose} is about {listed(typed)}{when}."


def _tell_not_named(found: Topic, whose: str, when: str = "") -> str:
    """Return that nobody is named; of a party to what the words are on no more can be told."""
    typed = [f"“{clip_typed(actor.typed)}”" for actor in found.objects]
    return f"The words on record by {whose} do not name {listed(typed, 'or')}{when}."


def _answer_who_spoke_of(asked: Asked, found: Topic) -> Answer:
    """Answer who said anything about somebody: "who talked about Sordia"."""
    names = listed([_name_of(asked, actor) for actor in found.objects])
    if said := keep_in_time(asked, (), list_said_of(asked, found.objects)):
        reason = f"On record about {names}:"
        return answer_with(asked, found, Outcome.ANSWER, said, reason=reason)
    reason = f"{_tell_not_named(found, 'others', asked.when)} {NOT_NO_POSITION}"
    return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason)


def _answer_with_all(asked: Asked, found: Topic) -> Answer | None:
    """Answer with all that somebody said, where the names beside only say where or when."""
    if not found.asked_about:
        return None
    if said := keep_in_time(asked, found.asked_about, list_spoken(asked, found.asked_about)):
        reason = "On record, whatever the place or time:"
        return answer_with(asked, found, Outcome.ANSWER, said, reason=reason)
    who = _name_speaker(asked, found)
    reason = f"Nothing on record from {who}{asked.when}. {NOT_NO_POSITION}"
    return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason)


def _name_speaker(asked: Asked, found: Topic) -> str:
    """Return those asked about as a sentence names them: "Japan or the United States"."""
    return listed([with_article(asked.kb.name_of(who)) for who in found.asked_about], "or")


def _name_of(asked: Asked, actor: Actor) -> str:
    return asked.kb.name_of(actor.target) if actor.target else actor.typed


def _search(
    asked: Asked, found: Topic, words: Sequence[str]
) -> tuple[list[FoundStatement], Sequence[str]]:
    """Return the statements that have most of the words, and the words that were looked for.

    Where an issue is named too, those on it go first, and then those that have its words too.
    """
    if not found.issues or not found.words:
        return _find(asked, found, words), words
    below = [issue.id for issue in issues_below(asked, found.issues)]
    on_it = _find(asked, found, words, issues=below)
    if any(len(hit.matched) == len(words) for hit in on_it):
        return on_it, words
    every = list(dict.fromkeys([*words, *found.issue_words]))
    return _find(asked, found, every), every


def _find(
    asked: Asked, found: Topic, words: Sequence[str], issues: Sequence[str] = ()
) -> list[FoundStatement]:
    who = found.asked_about or _side_of(found)
    states = [one for one in who if asked.kb.entities[one].state == one]
    speakers = [one for one in who if one not in states]
    hits = asked.kb.search(words, holders=states, issues=issues)
    if speakers:
        own = {s.id for s in list_voiced(asked, speakers)}
        hits = [hit for hit in asked.kb.search(words, issues=issues) if hit.statement.id in own]
    said = {s.id for s in keep_in_time(asked, who, [hit.statement for hit in hits])}
    kept = [hit for hit in hits if hit.statement.id in said]
    return [hit for hit in kept if not _is_of(hit.statement, found.excluded)]


def _is_of(statement: CitedStatement, who: Collection[str]) -> bool:
    speaker = statement.speaker
    return statement.on_behalf_of in who or bool(speaker and speaker.id in who)


def _side_of(found: Topic) -> tuple[str, ...]:
    """Return whose officials are asked for: "which Japanese diplomat said"."""
    return tuple([a.target for a in found.speaking_for if a.target])


def _statements(hits: Iterable[FoundStatement]) -> list[CitedStatement]:
    return [hit.statement for hit in hits]


def _having_sought(asked: Asked, words: Sequence[str]) -> dict[str, object]:
    """Return the fields that say which words were looked for: they were read as such."""
    sought = {_folded(word) for word in words}
    left = [word for word in asked.question.not_understood if _folded(word) not in sought]
    return {"sought": tuple(words), "not_understood": tuple(dict.fromkeys(left))}


def _folded(word: str) -> str:
    """Return a word without what nobody sees in it, such as a soft hyphen."""
    return " ".join(token.folded for token in tokenize(word))


def _heading(sought: Sequence[str], missing: Sequence[str], turn: str | None) -> str:
    """Return what statements have, and what turns the question or them and the other lacks."""
    beside = f", beside a “{turn}” that your words do not have" if turn else ""
    but = f", not with {_in_marks(missing)}" if missing else beside
    return f"On record with {_in_marks(sought)}{but}:"


def _in_marks(words: Iterable[str]) -> str:
    return listed([f"“{clip_typed(word)}”" for word in words])


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
            opening = f"No issue goes by “{clip_typed(' '.join(words))}”."
        accounts = any(said.sourcing is Sourcing.OUTLET for said in whole)
        return f"{opening} Statements{'' if accounts else _by(asked, found)} that mention it:"
    return f"{opening} Near:" if near else f"{opening} {NOT_NO_POSITION}"


def _open_reason(asked: Asked, found: Topic, words: Sequence[str]) -> str:
    """Return that no statement of the days asked about has the words."""
    typed = clip_typed(" ".join(words))
    every = "all of " if found.issues and len(words) > 1 else ""
    return f"No statement on record{_by(asked, found)} has {every}“{typed}”{asked.when}."


def _by(asked: Asked, found: Topic) -> str:
    return f" by {_name_speaker(asked, found)}" if found.asked_about else ""


def words_beside(asked: Asked, found: Topic) -> list[str]:
    """Return the doubtful words, but for those that the statements on record on it have too.

    What turns a question ("not") is in many statements and decides nothing there.
    """
    if not found.doubtful:
        return []
    who = found.asked_about
    ordinary = [word.lower() for word in found.doubtful if word.lower() not in TURNING]
    said: set[str] = set()
    for hit in asked.kb.search(ordinary, issues=found.issues):
        speaker = hit.statement.speaker
        if hit.statement.on_behalf_of in who or (speaker and speaker.id in who):
            said |= hit.matched
    said -= TURNING | {"against"}
    return [word for word in found.doubtful if word.lower() not in said]
