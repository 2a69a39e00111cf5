"""Whatever word is added to a question that is answered: it counts, is named, or is harmless."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.answers.answer import Answer, Outcome
from bot.cli.ask import ask
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.text.english.question_words import FILLERS, QUALIFIERS, SPEAKERS
from knowledge.text.english.titles import FOLDED_TITLES, TITLE_PARTS
from knowledge.text.folding import tokenize
from knowledge.world.world_knowledge import NAMES, WORDS
from tests.places import TESTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

QUESTIONS = TESTS / "questions"
# Those about words and about lists, which no added word can turn into a question about another.
OTHERWISE = {"check", "issues", "said"}
DICTIONARY = 400  # words of each kind that are drawn from
HARMLESS = FILLERS | QUALIFIERS | SPEAKERS | FOLDED_TITLES | TITLE_PARTS
CHOSEN = (
    *("banana", "quickly", "fishing", "treaty", "travel", "secret", "minister", "war", "summit"),
    *("Hunter", "hunter", "Kenji", "maria", "Moon", "kim", "Johnson", "Putin", "macron", "Suzuki"),
    *("France", "Ruritania", "narnia", "philippines", "Vietnam", "russia", "Hong", "Northern"),
    *("qwxz", "Zemblia", "blorp", "North", "South", "west", "eastern", "New", "DR", "President"),
    *("7", "2030", "13", "1999", "three", "opposition", "airlines", "parliament", "party", "army"),
)  # fmt: skip


class Asked(NamedTuple):
    """A question of the sets that is answered."""

    corpus: str
    words: tuple[str, ...]


@cache
def _answered_questions() -> list[Asked]:
    found = []
    for corpus in ("korea", "second"):
        rows = json.loads((QUESTIONS / f"{corpus}.json").read_text(encoding="utf-8"))
        due = [r for r in rows if "answer" in r["expect"]["outcome"] and r["cat"] not in OTHERWISE]
        found += [Asked(corpus, tuple(row["q"].split(" "))) for row in due]
    return found


@cache
def _words_of_the_world() -> list[str]:
    """Return some words of every kind: ordinary ones, given names, surnames, states, bodies."""
    chosen: list[str] = []
    for file in (NAMES, WORDS):
        listed = [line.split("\t")[0] for line in file.read_text(encoding="utf-8").splitlines()]
        chosen += random.Random(file.name).sample(listed, DICTIONARY)
    return chosen + [word.title() for word in chosen]


@pytest.fixture(scope="module")
def second_kb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    file = tmp_path_factory.mktemp("second") / "second.sqlite"
    build(QUESTIONS / "second" / "entries", file)
    opened = KnowledgeBase(file)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def kbs(shipped_kb: KnowledgeBase, second_kb: KnowledgeBase) -> dict[str, KnowledgeBase]:
    return {"korea": shipped_kb, "second": second_kb}


def _about(answer: Answer) -> tuple[object, ...]:
    """Return what an answer is about and shows."""
    who = [ref and ref.id for ref in (answer.holder, answer.person, answer.organization)]
    said = [statement.id for statement in answer.statements]
    who += [cell.holder.id for cell in answer.compared]
    on = (answer.issue, answer.issues_without_record)
    return (answer.command, answer.outcome, who, on, said, answer.as_of)


def _told(answer: Answer) -> str:
    """Return all that an answer says of how the question was read."""
    read = [word.typed for word in answer.read_as]
    words = [*answer.not_understood, *read, answer.reason or "", answer.also_asked or ""]
    words += [check.asked for check in answer.checks]  # what is checked is repeated whole
    return " ".join(words).lower()


def _is_party(kb: KnowledgeBase, answer: Answer, word: str) -> bool:
    """Return whether a word names the holder once more, or a party to the issue answered."""
    named = {name.target for name in kb.names.exact([t.folded for t in tokenize(word)])}
    on = [t.issue for s in answer.statements for t in s.stances]
    parties = {p for issue in on for p in kb.issues[issue].parties}
    held = {answer.holder.id} if answer.holder else set()
    own = kb.states_of_person(answer.person.id) if answer.person else ()
    return bool(named & {*parties, *held, *own})


def _with(words: tuple[str, ...], added: str, at: int) -> str:
    first = 1 if words[0].startswith("/") else 0
    place = first + at % (len(words) - first + 1)
    return " ".join([*words[:place], added, *words[place:]])


_PLACES = st.integers(0, 30)


@pytest.mark.slow(seconds=4)
@settings(max_examples=300)
@given(
    asked=st.deferred(lambda: st.sampled_from(_answered_questions())),
    added=st.deferred(lambda: st.sampled_from([*CHOSEN, *_words_of_the_world()])),
    at=_PLACES,
)
@example(Asked("korea", ("/stance", "biden", "talks")), "Hunter", 0)
@example(
    Asked("korea", ("how", "does", "beijing", "see", "the", "north-south", "dialogue")), "russia", 1
)
@example(Asked("korea", ("/stance", "us", "end-of-war")), "not", 0)
@example(Asked("korea", ("japan", "nuclear", "power", "status", "of", "nk")), "travel", 2)
@example(Asked("korea", ("Japan", "and", "South", "Korea", "on", "talks")), "unsecuritycouncil", 0)
def test_no_word_is_dropped_silently(kbs, today, asked, added, at):
    kb = kbs[asked.corpus]
    before = ask(kb, " ".join(asked.words), today).answer
    assume(before.outcome is Outcome.ANSWER)
    after = ask(kb, _with(asked.words, added, at), today).answer
    if _about(before) != _about(after) or added.lower() in _told(after):
        return
    harmless = all(token.folded in HARMLESS for token in tokenize(added))
    assert harmless or _is_party(kb, after, added)


@given(
    surname=st.sampled_from(["Kono", "Biden", "Abe", "Suga", "Tillerson", "Funakoshi"]),
    given_name=st.deferred(lambda: st.sampled_from(_given_names())),
    question=st.sampled_from(["/who {}", "/stance {} talks", "what did {} say about pressure?"]),
    fold=st.sampled_from([str, str.lower, str.upper]),
)
def test_a_given_name_before_a_surname_is_somebody_else(
    shipped_kb, today, surname, given_name, question, fold
):
    own = shipped_kb.names.exact([given_name.lower(), surname.lower()])
    assume(not own)
    answer = ask(shipped_kb, question.format(fold(f"{given_name} {surname}")), today).answer
    assert answer.outcome is not Outcome.ANSWER
    assert answer.person is None


@cache
def _given_names() -> list[str]:
    lines = [line.split("\t") for line in WORDS.read_text(encoding="utf-8").splitlines()]
    return [word.title() for word, kinds in lines if kinds == "g" and len(word) > 2][::40]


@given(
    asked=st.deferred(lambda: st.sampled_from(_answered_questions())),
    fold=st.sampled_from([str.lower, str.upper, str.title]),
)
def test_the_case_of_the_letters_does_not_change_whose_words_are_shown(kbs, today, asked, fold):
    kb, typed = kbs[asked.corpus], " ".join(asked.words)
    before = ask(kb, typed, today).answer
    after = ask(kb, fold(typed), today).answer
    assume(before.outcome is Outcome.ANSWER and after.outcome is Outcome.ANSWER)
    assert _about(before)[2] == _about(after)[2]


@pytest.mark.slow(seconds=4)
def test_a_holder_and_an_issue_are_the_same_in_either_order(shipped_kb: KnowledgeBase, today: date):
    kb = shipped_kb
    entities, issues = kb.entities.values(), kb.issues.values()
    holders = [entity.name for entity in entities if entity.state == entity.id]
    for holder in holders:
        for issue in [issue.name for issue in issues]:
            one = ask(kb, f"/stance {holder} {issue}", today).answer
            other = ask(kb, f"/stance {issue} {holder}", today).answer
            assert _about(one) == _about(other)
