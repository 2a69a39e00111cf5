"""Messages that hold a quotation: its check is meant, unless something else is asked beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.speaker_mentions import may_be_a_name
from bot.answers.unmarked_words import QUOTED, is_name
from knowledge.check_quote import (
    PRINTED,
    blank_quotations,
    find_leads,
    has_marks,
    is_given,
    outline_quotations,
    place_quotations,
    read_quotations,
    verify_quote,
)
from knowledge.corpus import Kind
from knowledge.questions import Use, read
from knowledge.text import (
    ASKING_ABOUT_WORDS,
    AUXILIARIES,
    FILLERS,
    SAYING,
    TURNING,
    allow,
    tokenize,
)

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Question

LONG: Final = 4  # words between marks that are a quotation; of fewer, those that are printed
_BESIDE = ASKING_ABOUT_WORDS | {"quote", "said", "says", "told", "wrote"}
# Beside several quotations, what joins one to the next: "…" says Kono, while Abe replied "…".
_JOINING = SAYING | frozenset(
    "and or but while whereas then vs versus by also later the it as called calls".split()
)
_ARTICLES = frozenset({"a", "an", "the"})
_OF_A_NAME = frozenset({Use.NAME, Use.TITLE, Use.POST, Use.DATE})
# Beside several quotations, words that ask something else of those who are named.
_ASKING_WORDS = frozenset(
    "what where how why when which stand stands stance position view views policy on about".split()
)
_PHRASE: Final = 2  # words between marks that are sought within what is printed, at least
_TO_FIND: Final = 15_000  # steps that this may take
_TRIED: Final = 5  # quotations that are looked at: no more are checked at once
# What is asked of somebody who is named, though a quotation stands beside it. Each question word is
# followed for so many characters: to the end of the text for each, thousands take too long.
_ASKING: Final = re.compile(
    r"\b(?:what|how|why|where|which)\b[^.?!\n]{0,200}?\b(?:think|thinks|thought|stand|stands|stood|feel"
    r"|feels|want|wants|view|views|see|sees|react\w*|stance|position|policy|opinion"
    r"|(?:say|says|said)\s+(?:about|on))\b"
    r"|\b(?:stances?|positions?|polic(?:y|ies)|views?|opinions?)\s+(?:on|of|about|regarding|towards?)\b"
    r"|\b(?:does|do|did|is|are|was|were|would|will|has|have)\b[^.?!\n]{0,200}?\b(?:support|oppose|back|want"
    r"|favou?r|accept|reject|endorse|agree|willing|ready|against)\w*"
    r"|\bwho(?:\s+(?:is|was)|[’']s)\s+(?!this\b|that\b|it\b|the\b)\w",
    re.IGNORECASE,
)


# "Is “…” what Kono says about it?": it is whose the words are that is asked.
_IS_WHAT: Final = re.compile(r"\b(?:is|was|are|were)(?:n[’']t)?\s{4,}what\b", re.IGNORECASE)


def are_quotations(kb: KnowledgeBase, text: str) -> bool:
    """Return whether a message is several quotations, not mere names, and who said them."""
    several = len(place_quotations(text)) > 1 and is_quotation(kb, text)
    return several and not are_names(kb, text)


def are_names(kb: KnowledgeBase, text: str) -> bool:
    """Return whether all that stands between marks is what somebody or something is called."""
    return all(is_name(kb, words) for words in read_quotations(text))


def is_quotation(kb: KnowledgeBase, text: str) -> bool:
    """Return whether quotations have nothing beside them but who "said" them: "Kono: …"."""
    beside, quotations = read(kb, blank_quotations(text)), read_quotations(text)
    if not beside.words:
        return True
    several = len(quotations) > 1
    if _is_labeled(beside, text):
        return not are_names(kb, text)
    if max((len(tokenize(words)) for words in quotations), default=0) < QUOTED:
        says_who = _names_speakers(beside) and _says_who(beside, several=several)
        return says_who and not are_names(kb, text)
    told = several and _names_speakers(beside) and _ASKING_WORDS.isdisjoint(beside.words)
    return told or _says_who(beside, several=several)


def _is_labeled(beside: Question, text: str) -> bool:
    """Return whether all that stands beside a quotation is a stranger it is given to."""
    outlined = outline_quotations(text)
    strangers = [range(s.first, s.last) for s in beside.strangers]
    places = [beside.place(s.start, s.stop) for s in strangers]
    named = {i for span in strangers for i in span}
    named |= {i for i, word in enumerate(beside.words) if word in _BESIDE | _ARTICLES}
    given = bool(places) and all(is_given(outlined, place) for place in places)
    return given and len(named) == len(beside.words)


def _names_speakers(beside: Question) -> bool:
    """Return whether words name somebody who can speak, and no issue."""
    kinds = {name.kind for found in beside.found for name in found.names}
    return bool(kinds) and Kind.ISSUE not in kinds


def _says_who(beside: Question, *, several: bool) -> bool:
    """Return whether words are names, and that somebody "said" it; of several, what joins them."""
    known = _BESIDE | _JOINING if several else _BESIDE
    named = {i for i, use in enumerate(beside.uses) if use in _OF_A_NAME}
    named |= {i for i, word in enumerate(beside.words) if word in known}
    if several:
        named |= {i for i in range(len(beside.words)) if may_be_a_name(beside, i)}
    return len(named) == len(beside.words)


def asks_of_somebody(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words ask what somebody who is named thinks or wants."""
    asks = _ASKING.search(words) and not _IS_WHAT.search(words)
    return bool(asks) and _names_any(read(kb, words))


def is_quoting(kb: KnowledgeBase, text: str) -> bool:
    """Return whether a message quotes words, and asks nothing else about somebody it names."""
    if not has_marks(text):
        return False
    quotations = read_quotations(text)[:_TRIED]
    beside = blank_quotations(text)
    if asks_of_somebody(kb, beside):
        return False
    question = read(kb, beside)
    found = [words for words in quotations if not is_name(kb, words)]
    if any(len(tokenize(words)) >= LONG for words in found):
        return True
    if _names_an_issue(question):  # “ready” in Is Japan “ready” for talks? is a word of it
        found = [words for words in found if not _is_of_a_question(words)]
    if any(is_printed_at_all(kb, one) for words in found for one in _list_printable(words)):
        return True
    if found and _is_told(question, beside):
        return True
    if _names_any(question):  # what is given to nobody may be a word of what is asked of them
        given = _list_given(question, text)
        found = [words for words in found if words in given]
    return any(_is_part_of_print(kb, words) for words in found)


def _list_printable(words: str) -> tuple[str, ...]:
    """Return words, the same without one that turns them, and as they stand in a sentence."""
    return words, _turn(words), words[:1].lower() + words[1:]


def _list_given(question: Question, text: str) -> list[str]:
    """Return the quotations to which a name leads: Kono warned of “…”."""
    outlined = outline_quotations(text)
    places = [question.place(found.first, found.last) for found in question.found]
    quotations = place_quotations(text)
    leads = find_leads(outlined, quotations, places)
    return [words for i, words in enumerate(read_quotations(text)) if i in leads]


def _is_told(question: Question, beside: str) -> bool:
    """Return whether words around a quotation say that somebody said it, and ask nothing."""
    if "?" in beside or not _names_speakers_too(question):
        return False
    asks = question.words[0] in _ASKING_WORDS | AUXILIARIES
    return not asks and not SAYING.isdisjoint(question.words)


def _names_speakers_too(question: Question) -> bool:
    """Return whether words name somebody who can speak, maybe on an issue."""
    kinds = {name.kind for found in question.found for name in found.names}
    return not kinds <= {Kind.ISSUE}


def _is_part_of_print(kb: KnowledgeBase, words: str) -> bool:
    """Return whether several words stand in what is printed, one behind the other."""
    if len(tokenize(words)) < _PHRASE:
        return False
    with allow(_TO_FIND):
        return verify_quote(kb, words).comparison.verdict in PRINTED


def _turn(words: str) -> str:
    """Return words without one that turns them: of “not premature” the other is sought."""
    first, _, rest = words.partition(" ")
    return rest if first.lower() in TURNING else ""


def _is_of_a_question(words: str) -> bool:
    """Return whether words may stand in any question, whoever puts marks around them."""
    return all(token.folded in FILLERS for token in tokenize(words))


def _names_any(question: Question) -> bool:
    return bool(question.found or question.strangers)


def _names_an_issue(question: Question) -> bool:
    return any(name.kind is Kind.ISSUE for found in question.found for name in found.names)
