"""Read a question that goes on from the one before: what it names, and what it leaves out.

"And South Korea?" leaves out the issue, "on talks?" whose position, "why?" both. A question that
stands by itself is not read as one: it says itself whom and what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.intent import Intent
from knowledge.questions.reader import read
from knowledge.questions.speaking_pronouns import find_speaking_pronoun
from knowledge.questions.topic import find_topic
from knowledge.questions.words import Use
from knowledge.text.english import short_question_words as phrases
from knowledge.text.english.gendered_titles import PRONOUN_OF
from knowledge.text.english.question_words import (
    BEFORE_A_TOPIC,
    COURTESY,
    EXCEPTING,
    TURNING,
    WHO,
)
from knowledge.text.english.side_words import AGAINST, HESITANT
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from re import Pattern

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.actors import Actor
    from knowledge.questions.question import Question
    from knowledge.questions.topic import Topic
    from knowledge.text.folding import Token

_LONGEST: Final = 14  # words
_TURNING: Final = TURNING | EXCEPTING
_AGREEING: Final = frozenset("agree agrees agreed disagree disagrees disagreed".split())
_SIDED: Final = (HESITANT | AGAINST) - {
    "against",
    "anti",
    "con",
    "doubt",
    "doubts",
    "fear",
    "fears",
}
_BEFORE_A_PARTY: Final = frozenset("with between against on toward towards to".split())
_OF_A_POSITION: Final = frozenset({Intent.POSITION, Intent.WORDS})
_NAMING: Final = frozenset({Use.NAME, Use.DATE, Use.POST, Use.TITLE})


class Wanted(StrEnum):
    """What is wanted with what the last question was about."""

    NAMED = "named"
    """The same of others, on something else, or of other days."""
    BESIDE = "beside"
    """Those named beside those asked about before."""
    WITHOUT = "without"
    """The same without those named."""
    ONLY = "only"
    """The same of nobody but those named, or on nothing else."""
    ALL_OTHERS = "all_others"
    """All others on record: beside one alone, and without several."""
    BESIDE_OTHERS = "beside_others"
    """Those asked about side by side with all others on record."""
    SIDE_BY_SIDE = "side_by_side"
    """Those asked about side by side, or one of them with all others on record."""
    THESE = "these"
    """Several of those asked about side by side."""
    FIRST_OF_THESE = "first_of_these"
    """Who of these was the first."""
    FORMER = "former"
    """The same of the first of two."""
    LATTER = "latter"
    """The same of the last of two."""
    NTH = "nth"
    """The same of one of several; `count` is its number."""
    WHEN = "when"
    """Since when it was so."""
    CHANGES = "changes"
    """What changed."""
    FIRST_OF_ALL = "first_of_all"
    """Who was the first of all on record."""
    FIRST = "first"
    """What was first of what was asked about."""
    LATEST = "latest"
    """What is so now."""
    HOLDERS = "holders"
    """Who stands on a side."""
    BEFORE = "before"
    """What was so before."""
    AFTER = "after"
    """What was so later."""
    OF_THEM = "of_them"
    """What whoever was asked about says of somebody who is named."""
    ABOUT = "about"
    """The same: `words` are those behind the verb, "about Japan"."""
    SPEAKERS = "speakers"
    """Who said it."""
    PERSON = "person"
    """Who the speaker is."""
    SETTING = "setting"
    """To whom it was said, or where: no entry tells; `words` are those typed."""
    WORDS = "words"
    """The words."""
    REASONS = "reasons"
    """Why it is so."""
    ISSUES = "issues"
    """What else whoever was asked about is on record on."""
    SOURCES = "sources"
    """The articles."""
    CITATION = "citation"
    """A form to paste; `words` name its style."""


_WHOLE: Final[Mapping[Wanted, Pattern[str]]] = {
    Wanted.THESE: phrases.THESE,
    Wanted.FIRST_OF_THESE: phrases.FIRST_OF_THESE,
    Wanted.FORMER: phrases.FORMER,
    Wanted.LATTER: phrases.LATTER,
    Wanted.NTH: phrases.NTH,
    Wanted.ALL_OTHERS: phrases.ALL_OTHERS,
    Wanted.BESIDE_OTHERS: phrases.BESIDE_OTHERS,
    Wanted.SIDE_BY_SIDE: phrases.SIDE_BY_SIDE,
    Wanted.WHEN: phrases.WHEN,
    Wanted.CHANGES: phrases.CHANGES,
    Wanted.FIRST_OF_ALL: phrases.FIRST_OF_ALL,
    Wanted.FIRST: phrases.FIRST,
    Wanted.LATEST: phrases.LATEST,
    Wanted.BEFORE: phrases.BEFORE,
    Wanted.AFTER: phrases.AFTER,
    Wanted.SPEAKERS: phrases.SPEAKERS,
    Wanted.PERSON: phrases.PERSON,
    Wanted.SETTING: phrases.SETTING,
    Wanted.WORDS: phrases.WORDS,
    Wanted.REASONS: phrases.REASONS,
    Wanted.ISSUES: phrases.ISSUES,
    Wanted.SOURCES: phrases.SOURCES,
}
# What opens words that name somebody, and what is then wanted of those.
_BEFORE_NAMES: Final[Mapping[Wanted, Pattern[str]]] = {
    Wanted.BESIDE: phrases.BESIDE,
    Wanted.WITHOUT: phrases.LEAVING_OUT,
    Wanted.ONLY: phrases.ONLY,
}


@dataclass(frozen=True, slots=True)
class ShortQuestion:
    """A question that leaves something out.

    `words` are those that name somebody or something, as typed, and `days` those that name days.
    `who` are the ids of those named, empty where `words` may name several; `issues` likewise.
    `of_them` says that whoever was asked about is asked about again: "what do they say on …".
    `pronoun` is the word that stands for them where others are named as well, and `around` what
    is typed before and behind it: "what does he say about …". `called` is "he" or "she" where
    the words call somebody so. `count` is how many of those asked about are meant: "the two".
    `agrees` says that whoever was asked about is measured by those named, and `then` that the days
    asked about before are meant.
    """

    wanted: Wanted
    words: str = ""
    days: str = ""
    who: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    names_who: bool = False
    names_issue: bool = False
    of_them: bool = False
    pronoun: str = ""
    around: tuple[str, str] = ("", "")
    called: str = ""
    count: int = 0
    agrees: bool = False
    then: bool = False


def read_short(
    kb: KnowledgeBase, typed: str, today: date | None = None, *, replies: bool = False
) -> ShortQuestion | None:
    """Return what a question leaves to the one before; None where it stands by itself.

    `replies` says that the bot asked for a name before: a name alone is then the reply to that.
    """
    tokens = _without_courtesy(tokenize(typed))
    if not tokens or len(tokens) > _LONGEST:
        return None
    short = _read_short(kb, typed, tokens, today, replies=replies)
    called = {PRONOUN_OF[token.folded] for token in tokens if token.folded in PRONOUN_OF}
    return replace(short, called=called.pop()) if short and len(called) == 1 else short


def _read_short(
    kb: KnowledgeBase, typed: str, tokens: list[Token], today: date | None, *, replies: bool
) -> ShortQuestion | None:
    opened = phrases.OPENING.match(_join(tokens))
    tokens = tokens[len(opened[0].split()) :] if opened else tokens
    if not tokens:
        return None
    if wanted := _whole(tokens):
        counts = {**phrases.NUMBERS, **phrases.ORDINALS}
        count = next((counts[t.folded] for t in tokens if t.folded in counts), 0)
        then = phrases.THEN.search(_join(tokens)) is not None
        return ShortQuestion(wanted, _join(tokens), count=count, then=then)
    if asks_who := phrases.HOLDERS.fullmatch(_join(tokens)):
        side = asks_who["side"]
        does = f"is {side}" if side else asks_who["does"]
        return ShortQuestion(Wanted.HOLDERS, f"{asks_who['who'] or 'who'} {does}")
    if citation := phrases.CITATION.fullmatch(_join(tokens)):
        style = next(filter(None, citation.group("style", "alone", "named")), "")
        return ShortQuestion(Wanted.CITATION, style)
    wanted, tokens = _before_names(tokens)
    words = typed[tokens[0].start : _end(typed, tokens)].strip()
    return _ShortReader(kb, words, today).read(wanted, opened=bool(opened), replies=replies)


def _before_names(tokens: list[Token]) -> tuple[Wanted, list[Token]]:
    """Return what words before a name, or "only" behind it, want of whoever is named."""
    if tokens[1:] and tokens[-1].folded in phrases.AFTER_THE_ONLY:
        return Wanted.ONLY, tokens[:-1]
    words = _join(tokens)
    for wanted, pattern in _BEFORE_NAMES.items():
        if opening := pattern.match(words):
            return wanted, tokens[len(opening[0].split()) :]
    return Wanted.NAMED, tokens


def _end(typed: str, tokens: list[Token]) -> int:
    """Return where words end: with what is typed, unless the last of them was read already."""
    read_already = {*phrases.AFTER_THE_ONLY, *COURTESY}
    rest = [token.folded for token in tokenize(typed[tokens[-1].end :])]
    return tokens[-1].end if rest and read_already.issuperset(rest) else len(typed)


def _without_courtesy(tokens: list[Token]) -> list[Token]:
    """Return the words without those of courtesy at both ends: "ok thanks, and China please"."""
    while tokens and tokens[0].folded in COURTESY:
        tokens = tokens[1:]
    while tokens and tokens[-1].folded in COURTESY:
        tokens = tokens[:-1]
    return tokens


def _join(tokens: list[Token]) -> str:
    return " ".join([token.folded for token in tokens])


def _whole(tokens: list[Token]) -> Wanted | None:
    """Return what words ask for that are one of the phrases, and nothing else."""
    words = _join(tokens)
    return next((w for w, pattern in _WHOLE.items() if pattern.fullmatch(words)), None)


class _ShortReader:
    """Reads which names a short question has, and whether it is one."""

    def __init__(self, kb: KnowledgeBase, words: str, today: date | None) -> None:
        self._words = words
        self._question: Question = read(kb, words, today=today)
        self._topic: Topic = find_topic(kb, self._question)

    def read(self, wanted: Wanted, *, opened: bool, replies: bool) -> ShortQuestion | None:
        if self._is_unclear():
            return None
        subjects = () if self._are_parties(opened) else self._topic.subjects
        clear = all(actor.target for actor in subjects)
        read = ShortQuestion(
            wanted,
            *self._part_from_days(),
            who=self._topic.asked_about if subjects and clear else (),
            issues=() if self._topic.issue_choices else self._topic.issues,
            names_who=bool(subjects),
            names_issue=self._names_issue,
            of_them=self._has(phrases.THEY),
            agrees=self._has(_AGREEING),
        )
        if not read.names_issue and (at := self._find_pronoun()) is not None:
            return self._of_them(read, at)
        if wanted is Wanted.NAMED and subjects and self._names_whom_it_is_about():
            return replace(read, wanted=Wanted.ABOUT, words=self._words)
        if wanted is Wanted.BESIDE:
            return read if read.names_who or self._is_of_days(read) else None
        if wanted in {Wanted.WITHOUT, Wanted.ONLY}:
            return read if self._narrows(read) else None
        if read.names_who and self._names_more():
            return None
        if self._topic.over_time and not (read.names_who or read.names_issue):
            return replace(read, wanted=Wanted.CHANGES)
        return read if self._goes_on(read, opened=opened, replies=replies) else None

    def _names_whom_it_is_about(self) -> bool:
        """Return whether nobody but those spoken of is named: "and about Japan", "on Kono"."""
        about = self._question.words[:1] and self._question.words[0] in BEFORE_A_TOPIC
        return bool(about) and self._is_bare() and not self._names_issue

    def _names_more(self) -> bool:
        """Return whether more is told than whom it asks, or they only have a part: "with Japan"."""
        only_dealt_with = self._question.words[0] in _BEFORE_A_PARTY - BEFORE_A_TOPIC
        return self._names_issue or bool(self._topic.objects) or only_dealt_with

    def _find_pronoun(self) -> int | None:
        firsts = [actor.first for actor in self._topic.subjects]
        return find_speaking_pronoun(self._question.words, firsts)

    def _of_them(self, read: ShortQuestion, at: int) -> ShortQuestion:
        """Return a question about those named that somebody is asked whom a pronoun stands for."""
        first, last = self._question.places[at]
        around = self._words[:first], self._words[last:]
        pronoun = self._question.words[at]
        return replace(read, wanted=Wanted.OF_THEM, pronoun=pronoun, around=around)

    def _are_parties(self, opened: bool) -> bool:
        """Return whether those named only say which issue is meant: "they on talks with Japan"."""
        of_others = opened or self._has(phrases.THEY)
        return of_others and self._names_issue and all(map(self._is_party, self._topic.subjects))

    def _is_party(self, actor: Actor) -> bool:
        before = [w for w in self._question.words[: actor.first] if w not in ARTICLES]
        return bool(before) and before[-1] in _BEFORE_A_PARTY

    @property
    def _names_issue(self) -> bool:
        return bool(self._topic.issues or self._topic.issue_choices)

    def _part_from_days(self) -> tuple[str, str]:
        """Return the words without the days, and the days."""
        asked, typed = self._question.asked_date, self._words
        if asked is None:
            return typed, ""
        left = f"{typed[: asked.start]} {typed[asked.end :]}"
        return left.strip(" ,;?"), typed[asked.start : asked.end].strip()

    def _is_unclear(self) -> bool:
        """Return whether something was not read: it is then left as it is.

        Whose time in office is meant is read, though no days of it are known.
        """
        date = self._question.asked_date
        no_days = date and date.problem and not date.leader
        topic = self._topic
        words = self._question.words
        left = {
            i for i in self._question.unclear - topic.read_words if words[i] not in phrases.REPLYING
        }
        doubtful = [w for w in topic.doubtful if w.lower() not in phrases.SPEAKING_PRONOUNS]
        bad = topic.strangers or topic.of_other_parties or doubtful or self._question.strangers
        return bool(left or bad or self._question.more or no_days)

    def _narrows(self, read: ShortQuestion) -> bool:
        """Return whether nothing but a name, an issue or days is kept, or left out."""
        if read.names_who and read.names_issue:
            return False
        bare = self._is_bare() or (read.names_who and self._has(phrases.POSITION))
        return bare and (read.names_who or read.names_issue or bool(read.days))

    def _is_of_days(self, read: ShortQuestion) -> bool:
        """Return whether days are named, and nothing else."""
        return bool(read.days) and not read.names_issue and self._is_bare()

    def _goes_on(self, read: ShortQuestion, *, opened: bool, replies: bool) -> bool:
        of_an_office = opened and self._topic.intent is Intent.WHO_IS and not self._has(WHO)
        if not (self._topic.intent in _OF_A_POSITION or of_an_office) or self._topic.over_time:
            return False
        if of_an_office:
            return read.names_who and not read.names_issue and self._is_bare()
        if read.names_issue:
            return opened or self._is_bare() or self._has(phrases.THEY)
        if read.names_who:
            return self._names_one(read, opened=opened, replies=replies)
        return bool(read.days) and not self._topic.objects and (opened or self._is_bare())

    def _names_one(self, read: ShortQuestion, *, opened: bool, replies: bool) -> bool:
        """Return whether somebody is named, and what they are asked about is not.

        A person's name alone asks who that is, but for a reply and for "by Orin Dask", and what
        somebody said asks for all of it.
        """
        if self._leaves_out():
            return False
        if self._has(phrases.THAT) or self._has(_AGREEING):
            return True
        if opened and self._topic.intent is Intent.POSITION:
            return True
        names = [name for actor in self._topic.subjects for name in actor.names]
        if any(name.kind is Kind.PERSON for name in names):
            return (replies or self._question.words[0] == "by") and self._is_bare()
        of_some_days = read.days or "did" in self._question.words  # all that was said then
        if not read.days and self._has(_SIDED | phrases.REPLYING):
            return True  # "why is Seoul reluctant?", "what did Seoul reply?"
        return self._is_bare() or (self._has(phrases.POSITION) and not of_some_days)

    def _leaves_out(self) -> bool:
        """Return whether somebody is named who is not meant: "without Japan", "before Suga"."""
        words, subjects = self._question.words, self._topic.subjects
        before = {words[actor.first - 1] for actor in subjects if actor.first}
        return self._has(_TURNING) or not before.isdisjoint(phrases.BESIDE_THE_POINT)

    def _has(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self._question.words)

    def _is_bare(self) -> bool:
        """Return whether there is nothing but names, days and what joins them."""
        read_as_issue = self._topic.read_words
        return all(
            use in _NAMING or i in read_as_issue or word in phrases.BESIDE_NAMES
            for i, (word, use) in enumerate(
                zip(self._question.words, self._question.uses, strict=True)
            )
        )
