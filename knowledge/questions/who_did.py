"""Who did something to somebody: "who sent Nora Blau a letter" is not who Nora Blau is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.names.personal_names import split_name
from knowledge.names.surnames import find_surnames
from knowledge.questions.words import UNREAD
from knowledge.text.english.irregular_forms import VERB_OF
from knowledge.text.english.question_words import (
    ASKED_FOR,
    AUXILIARIES,
    LEADING,
    POLARITY,
    SAYING,
    SPEAKERS,
    SPEECH_ACTS,
    WHO,
)
from knowledge.text.english.side_words import SIDES
from knowledge.text.english.small_words import ARTICLES, STOP_WORDS
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.actors import Actor
    from knowledge.questions.question import Question

_WHICH: Final = frozenset({"which", "what"})
_HAVING: Final = frozenset("has have had did ever also else first last".split())
_DENYING: Final = frozenset("do does dont doesnt didnt hasnt havent not never".split())
# Behind one of these a verb has no ending: "who does not trust", "which states distrust".
_BEFORE_A_BARE_VERB: Final = frozenset("do does did dont doesnt didnt".split())
BEFORE_AN_OBJECT: Final = ARTICLES | {"to", "with", "against"}
_URGING: Final = frozenset(
    """urge urged warn warned threaten threatened criticize criticized criticise criticised
    praise praised caution cautioned promise promised pledge pledged propose proposed""".split()
)
_DEMANDING: Final = frozenset(
    "ask asked demand demanded request requested require required".split()
)
_OF_A_TOPIC: Final = frozenset(
    "mention mentioned describe described note noted quote quoted say said state stated".split()
)
WHENCE: Final = frozenset("from in at of among inside within".split())
# The words alone are in many a sentence: "warned against a delay".
_OF_A_SIDE: Final = {"against": "opposed", "for": "supported"}
_OF_AN_ATTITUDE: Final = frozenset("to toward towards of for about with at by over".split())
_ENDINGS: Final = ("ed", "es", "s")


def find_deed(kb: KnowledgeBase, question: Question) -> str | None:
    """Return the verb that says what somebody did whose name is asked for, if there is one.

    A verb of saying or of leading is none: those ask for something else.
    """
    words, at = question.words, _skip_whoever(question)
    if at is None:
        return None
    plural = words[0] in _WHICH and words[at - 1].endswith("s")
    while at < len(words) and words[at] in _HAVING | _DENYING:
        plural = plural or words[at] in _BEFORE_A_BARE_VERB
        at += 1
    if at + 1 >= len(words) or words[at] in LEADING | SAYING:
        return None
    ordinary = question.uses[at] in UNREAD or words[at] in POLARITY | ASKED_FOR
    ordinary = ordinary or _is_read_as_an_issue(question, at)  # "who visited Sordia"
    bare = plural and question.uses[at] in UNREAD and _is_verb(kb, words[at])
    of_several = words[0] in _WHICH and words[at] in POLARITY
    finite = bare or _is_finite(kb, words[at]) or of_several
    return words[at] if ordinary and finite else None


def _skip_whoever(question: Question) -> int | None:
    """Return where the words end that ask for somebody: "who", "which Sordians", "who in Lutha"."""
    words = question.words
    by_first = {found.first: found.last for found in question.found}
    if words[:1] and words[0] in WHO:
        place = 1 + (words[1:2] != () and words[1] in WHENCE)
        place += place > 1 and words[place : place + 1] == ("the",)
        return by_first.get(place, 1) if place > 1 else 1
    if not words[:1] or words[0] not in _WHICH:
        return None
    at = by_first.get(1, 1)
    at += words[at : at + 1] != () and words[at] in SPEAKERS
    return at if at > 1 else None


def _is_read_as_an_issue(question: Question, at: int) -> bool:
    return any(f.first == at == f.last - 1 and f.name.kind is Kind.ISSUE for f in question.found)


def find_speech_act(question: Question) -> str | None:
    """Return the verb of whoever is asked for that does more than tell: "who pledged talks"."""
    at = _skip_whoever(question) or len(question.words)
    while at < len(question.words) and question.words[at] in _HAVING:
        at += 1
    verb = question.words[at : at + 1]
    return verb[0] if verb and verb[0] in SPEECH_ACTS else None


def find_attributed(question: Question, actors: Iterable[Actor]) -> str | None:
    """Return how somebody is said to be disposed: "who said Lutha is ready for talks"."""
    for actor in actors:
        before = _skip_before_object(question, actor)
        before -= before > 0 and question.words[before] == "that"
        at = actor.last
        while at < len(question.words) and question.words[at] in AUXILIARIES | {"still", "now"}:
            at += 1
        said = before > 0 and question.words[before] in SAYING and at > actor.last
        if said and at < len(question.words) and question.words[at] in POLARITY | SIDES:
            return question.words[at]
    return None


def find_attitude(kb: KnowledgeBase, question: Question) -> str | None:
    """Return the word for how somebody is disposed whose name is asked for: "who is open to".

    Before "of" and the like a noun says who somebody is instead: "who is head of the navy".
    """
    begin = at = _skip_whoever(question) or len(question.words)
    while at < len(question.words) and _says_how(kb, question.words[at]):
        at += 1
    if at == begin or at + 1 >= len(question.words):
        return None
    word, after = question.words[at : at + 2]
    if word in _OF_A_SIDE:
        return _OF_A_SIDE[word]
    if (word, after) == ("in", "favor"):
        return after
    return word if after in _OF_AN_ATTITUDE and _is_quality(kb, word) else None


def _says_how(kb: KnowledgeBase, word: str) -> bool:
    """Return whether a word stands before a quality: "would be", "not", "seriously"."""
    return word in AUXILIARIES | _HAVING | {"not"} or kb.world.parts_of_speech(word) == {"ADV"}


def _is_quality(kb: KnowledgeBase, word: str) -> bool:
    if word in POLARITY | SIDES:
        return True
    speech = kb.world.parts_of_speech(word)
    return "ADJ" in speech or (word.endswith("ed") and "VERB" in speech)


def find_act_on(question: Question, actor: Actor) -> int | None:
    """Return the place of the verb of saying, or of a side, that somebody stands right behind.

    "Who warned Lutha" asks for an act. Behind "about" they are what words are about, and so
    they are behind "mention".
    """
    at = _skip_before_object(question, actor)
    if at < 1 or question.words[at - 1] not in WHO | SPEAKERS | _HAVING:
        return None
    return at if _is_act(question.words[at]) else None


def find_urging(question: Question, actor: Actor) -> int | None:
    """Return the place of a verb that says more than that words were said to somebody.

    "What did Sordia urge Lutha to do" asks for more than what it told Lutha.
    """
    at = _skip_before_object(question, actor)
    if at > 1 and question.words[at] in {"from", "of"} and question.words[at - 1] in _DEMANDING:
        return at - 1
    return at if at > 0 and question.words[at] in _URGING else None


def _skip_before_object(question: Question, actor: Actor) -> int:
    at = actor.first - 1
    while at > 0 and question.words[at] in BEFORE_AN_OBJECT:
        at -= 1
    return at


def _is_act(word: str) -> bool:
    of = {word, word.removesuffix("s")}
    return not of.isdisjoint(SAYING | POLARITY) and of.isdisjoint(_OF_A_TOPIC)


def _is_finite(kb: KnowledgeBase, word: str) -> bool:
    """Return whether a word is a verb in a form of the past, or of he and she."""
    finite = word in VERB_OF or word.endswith(_ENDINGS)
    return finite and _is_verb(kb, word)


def _is_verb(kb: KnowledgeBase, word: str) -> bool:
    return "VERB" in kb.world.parts_of_speech(word)


def find_called(kb: KnowledgeBase, actor: Actor) -> list[str]:
    """Return the words by which an article goes on to call somebody: of a person, the surname."""
    if actor.target and actor.names[0].kind is Kind.PERSON:
        parts = split_name(kb.name_of(actor.target))
        if surnames := find_surnames(kb.world, parts):
            return [surnames[0].folded]
    words = [token.folded for token in tokenize(actor.typed)]
    return [word for word in words if word not in STOP_WORDS] or words
