"""What is wanted of an answer: a position, who holds it, words, or who somebody is."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.measured_by import is_sided_with
from knowledge.questions.question_parts import QuestionParts
from knowledge.questions.rows_of_names import are_joined
from knowledge.questions.sides import is_answered, rules_out
from knowledge.questions.talking import is_talking
from knowledge.questions.which_of import follows_which_of
from knowledge.questions.who_did import find_attitude, find_deed
from knowledge.questions.whom import find_whom
from knowledge.questions.words import Use
from knowledge.text.english.order_words import ORDERING
from knowledge.text.english.question_words import (
    ASKED_FOR,
    AUXILIARIES,
    BEFORE_A_TOPIC,
    BEGINNING,
    CHANGED,
    CHANGING,
    COURTESY,
    EVERYONE,
    EXCEPTING,
    HOLDING,
    LEADING,
    OFFICES,
    POLARITY,
    SAYING,
    SPEAKERS,
    SUPPOSING,
    TIMELINES,
    WHO,
)
from knowledge.text.english.related_words import SPEAKING_FOR_SOMEBODY
from knowledge.text.english.side_words import FEARING, HESITANT, NO_SIDE, SIDES
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.questions.actors import Actor

_QUOTED: Final = frozenset("quote quotes quoted quotation wording words verbatim word".split())
_OPENING: Final = COURTESY | {"and", "so", "but"}
_SIDES: Final = HESITANT | NO_SIDE | {"against", "behind", "for"}
_VERBS: Final = POLARITY | SAYING | ASKED_FOR | _SIDES
_ANYONE: Final = frozenset({"anyone", "anybody", "somebody", "someone", "nobody", "noone"})
_WHOEVER: Final = EVERYONE | {"somebody", "someone", "others", "people"}
_SAID_BY_SOMEBODY: Final = frozenset({"is", "was", "were", "been"})
_ASKING: Final = WHO | {"which", "what", "anyone", "anybody", "whose"}
_DOING: Final = BEFORE_A_TOPIC | SAYING | POLARITY | {"to", "who"}
_BEING: Final = frozenset({"is", "was", "are", "were", "the"})
# What joins an attitude to whom it is toward: "critical of Moon", "hostile to Japan".
_OF_AN_ATTITUDE: Final = frozenset({"of", "to", "toward", "towards", "about", "with"})
# What is asked besides of whoever was asked about: "and what did he say".
_FURTHER: Final = frozenset({"what", "whats", "when", "where", "why", "how", "did", "does", "has"})
_ASKED_OF_THE_PAST: Final = frozenset({"how", "hows", "when", "did", "has", "have", "ever"})
_WOULD: Final = SUPPOSING - {"will"}
_BEHIND_A_SIDE: Final = frozenset({"against", "behind", "for"})
_HELD_BY: Final = HOLDING | SIDES
_TAKING: Final = SIDES - {"for", "con", "pro", "anti"}  # as verbs: "supports", "opposes"
_OPENING_WORDS: Final = 4  # "which of the sources say"
_VERB_BY: Final = 9  # words in which the verb of "who" stands


class Intent(StrEnum):
    """What is wanted: where somebody stands, who stands there, somebody's words, or whose words."""

    POSITION = "position"
    WHO_HOLDS = "who_holds"
    WORDS = "words"
    WHO_SAID = "who_said"
    WHO_IS = "who_is"
    WHO_LEADS = "who_leads"


class IntentReading(QuestionParts):
    """Reads what is wanted."""

    def _intent(self) -> Intent:
        words = self._from_who(self._without_opening())
        if self._asks_of_all(words):
            return Intent.WHO_HOLDS
        if whom := find_whom(self.question, self._actors()):
            return Intent.WHO_IS if whom.serves else Intent.WHO_SAID
        return self._intent_of(words)

    def _intent_of(self, words: tuple[str, ...]) -> Intent:
        """Return what is wanted, where it asks neither of everyone nor to whom something was."""
        asking = bool(words) and words[0] in _ASKING
        named = words[1:2] and words[1] not in AUXILIARIES
        whose = named and any(word in SPEAKERS for word in words[1:4])
        of_nation = words[:1] == ("which",) and any(a.first == 1 for a in self._actors())
        who = asking and (words[0] in WHO or bool(whose))
        says = any(self._is_saying(i) for i in range(len(self.words)))
        by_whom = self._asks_by_whom(words)
        of_named = by_whom or self._asks_which_of()
        if of_named or not self._names_a_verb(words):
            who = False
        if self._asks_who_came_first(words) or (says and self._asks_of_whoever(words)):
            return Intent.WHO_SAID
        others = all(self._excepts(actor) for actor in self.cast.subjects)
        who = who or (self._asks_of_whoever(words) and others)
        speaks_for = asking and self._asks_who_speaks_for()
        if speaks_for or self._asks_who_somebody_is():
            said = Intent.WORDS if says and not speaks_for else Intent.POSITION
            return said if self.reading.issues else Intent.WHO_IS
        no_issue = not self.reading.issues or self._reads_a_deed_as_issue()
        of_deed = (whose or of_nation) and no_issue and self._asks_who_did_or_is()
        if (who and says) or of_deed:
            return Intent.WHO_SAID
        if who and self.reading.issues:
            return Intent.WHO_HOLDS
        if words and words[0] in WHO and not of_named:
            supposed = bool(self.reading.issues) and not _WOULD.isdisjoint(words[1:2])
            return Intent.WHO_HOLDS if supposed else self._of_somebody(words)
        if self._asks_for_an_office() or (not says and self._names_an_office_alone()):
            return Intent.WHO_IS
        wanted = (says and not by_whom) or not _QUOTED.isdisjoint(self.words)
        return Intent.WORDS if wanted else Intent.POSITION

    def _names_a_verb(self, words: Sequence[str]) -> bool:
        """Return whether one of the first words is what somebody says, or is on a side by."""
        verbs = range(1, min(len(words), _VERB_BY))
        talks = any(is_talking(self.words, self.question.uses, i) for i in range(len(self.words)))
        return talks or any(words[i] in _VERBS or rules_out(words, i) for i in verbs)

    def _asks_by_whom(self, words: Sequence[str]) -> bool:
        """Return whether it asks who tells of somebody's position: "which sources say Japan is"."""
        if not (words and words[0] in _ASKING and self.reading.issues):
            return False
        for actor in self.cast.subjects:
            at = self._skip_back(actor.first - 1)
            at -= at > 0 and self.words[at] == "that"
            told = 0 < at <= _OPENING_WORDS and self._is_saying(at)
            behind = self._without_modals(actor.last)
            takes = bool(behind) and behind[0] in _TAKING and behind[1:] != ("to",)
            side = takes or (bool(behind) and self._is_of_a_side(behind))
            if told and side:
                return True
        return False

    def _without_modals(self, at: int) -> tuple[str, ...]:
        """Return two words behind a name, but for "would" and the like before a verb."""
        modal = self.words[at : at + 1] and self.words[at] in AUXILIARIES - _BEING
        return self.words[at + bool(modal) : at + bool(modal) + 2]

    def _is_of_a_side(self, behind: Sequence[str]) -> bool:
        """Return whether words say on which side somebody is: "is against", "was reluctant"."""
        return behind[0] in _BEING and not (SIDES | _BEHIND_A_SIDE).isdisjoint(behind[1:])

    def _asks_which_of(self) -> bool:
        """Return whether it asks which of several named it is: "which of Japan and China"."""
        subjects = self.cast.subjects
        return len(subjects) > 1 and follows_which_of(self.words, subjects[0].first)

    def _of_somebody(self, words: Sequence[str]) -> Intent:
        """Return whether it asks who somebody is, who leads a body, or who did something."""
        leads = words[1:] and words[1] in LEADING and not rules_out(words, 1)
        if leads and not self.reading.issues:
            return Intent.WHO_LEADS
        sided = any(is_sided_with(self.question, actor.first) for actor in self._actors())
        of_attitude = sided or self._asks_whose_attitude()
        return Intent.WHO_SAID if of_attitude or self._asks_who_did_or_is() else Intent.WHO_IS

    def _asks_whose_attitude(self) -> bool:
        """Return whether it asks for somebody by an attitude to those named: "critical of Moon"."""
        first = min((a.first for a in self._actors()), default=0)
        at = first - 1
        while at > 1 and self.words[at] in ARTICLES:
            at -= 1
        if at < 2 or self.words[at] not in _OF_AN_ATTITUDE:  # noqa: PLR2004 ("who critical of")
            return False
        quality = "ADJ" in self.kb.world.parts_of_speech(self.words[at - 1])
        quality = quality or self.words[at - 2] == "in"  # "who is in charge of"
        return quality and at - 1 in self.question.unclear

    def _asks_who_did_or_is(self) -> bool:
        """Return whether it asks who did something, or who is "open to" what has no name here."""
        disposed = not self._actors() and find_attitude(self.kb, self.question) is not None
        return disposed or find_deed(self.kb, self.question) is not None

    def _reads_a_deed_as_issue(self) -> bool:
        """Return whether no issue is named but by what somebody did: "who visited Sordia"."""
        deed = find_deed(self.kb, self.question)
        issues = [f for f in self.question.found if f.names[0].kind is Kind.ISSUE]
        return [self.words[f.first : f.last] for f in issues] == [(deed,)]

    def _asks_who_speaks_for(self) -> bool:
        """Return whether it asks for those who speak for somebody: all said for them tells who."""
        words = (
            " ".join(word for word in self.words[: actor.first] if word not in ARTICLES)
            for actor in self.cast.subjects
        )
        return any(map(SPEAKING_FOR_SOMEBODY.search, words))

    def _asks_who_came_first(self, words: Sequence[str]) -> bool:
        """Return whether it asks who was the first or the last: "who was first on talks"."""
        if not (words and words[0] in WHO and self.reading.issues):
            return False
        after = list(dropwhile(_BEING.__contains__, words[1:]))
        return len(after) > 1 and after[0] in ORDERING and after[1] in _DOING

    def _asks_of_whoever(self, words: Sequence[str]) -> bool:
        """Return whether whoever said it is meant: "what did anyone say", "what was said of"."""
        for word, after in pairwise(words[:_VERB_BY]):
            if word in AUXILIARIES:
                return after in _WHOEVER or (word in _SAID_BY_SOMEBODY and after in SAYING)
        return False

    def _asks_of_all(self, words: Sequence[str]) -> bool:
        """Return whether it is about everyone, or about anyone who is not named."""
        if words[:1] and words[0] in EVERYONE - _ANYONE and self.reading.issues:
            return True
        if words[1:2] and words[0] in _ANYONE and words[1] in EXCEPTING | {"but"}:
            return True
        subjects = self.cast.subjects
        if self.reading.issues and subjects and all(map(self._excepts, subjects)):
            return not (EVERYONE - _ANYONE).isdisjoint(words)
        anyone = words[:1] and words[0] in AUXILIARIES and self._begins_with_anyone(words[1:])
        no_holders = all(self._is_held_on(a) or self._excepts(a) for a in subjects)
        return bool(anyone and self.reading.issues and no_holders)

    def _excepts(self, actor: Actor) -> bool:
        """Return whether somebody is left out of all who are asked for: "everyone but Japan"."""
        first, end = self._rows.get(actor.first, (actor.first, actor.last))
        at = self._skip_back(first - 1)
        while at > 0 and self.words[at] in {"for", "from", "than", "to"}:
            at -= 1
        if at < 0:
            return False
        added = self.words[at : at + 2] in {("addition", "to"), ("else", "than")}
        return added or self.words[at] in EXCEPTING or self._is_but(at, end)

    def _is_but(self, at: int, end: int) -> bool:
        """Return whether "but" leaves somebody out: right behind "all", or at the end of it all."""
        at -= at > 0 and self.words[at] == "not"  # "but not Japan"
        if self.words[at] != "but" or at == 0:
            return False
        whoever = EVERYONE | WHO
        ends = end == len(self.words) and not whoever.isdisjoint(self.words[:at])
        return ends or self.words[at - 1] in whoever | {"else"} | SPEAKERS

    @cached_property
    def _rows(self) -> dict[int, tuple[int, int]]:
        """Where the row begins and ends in which each name stands, by where the name begins."""
        actors = sorted(self._actors(), key=lambda actor: actor.first)
        rows: list[list[Actor]] = []
        for actor in actors:
            if rows and are_joined(self.question, rows[-1][-1].last, actor.first):
                rows[-1].append(actor)
            else:
                rows.append([actor])
        return {a.first: (row[0].first, row[-1].last) for row in rows for a in row}

    def _begins_with_anyone(self, words: Sequence[str]) -> bool:
        """Return whether words begin with whoever there is: "anybody", "there any other state"."""
        left = list(dropwhile({"there", "other"}.__contains__, words))
        if left[:1] == ["any"]:
            left = list(dropwhile({"other", "single"}.__contains__, left[1:]))
            return bool(left) and left[0] in SPEAKERS
        return bool(left) and left[0] in _ANYONE

    def _is_held_on(self, actor: Actor) -> bool:
        """Return whether a name follows what holders do, and is no holder: "who wants Japan in"."""
        asked_for = self.words[actor.last : actor.last + 1] and self.words[actor.last] in ASKED_FOR
        return self._first_verb < actor.first and not asked_for

    @cached_property
    def _first_verb(self) -> int:
        """Where the first word stands that says what holders do; behind all where none does."""
        verbs = (i for i, w in enumerate(self.words) if w in _HELD_BY or rules_out(self.words, i))
        return next(verbs, len(self.words))

    def _asks_who_somebody_is(self) -> bool:
        """Return whether it asks that and more, joined: "who is Kono and what did he say"."""
        at = len(self.words) - len(self._without_opening())
        if at == len(self.words) or self.words[at] not in WHO:
            return False
        at += 1
        while at < len(self.words) and self._leads_to_a_name(at):
            at += 1
        end = next((a.last for a in self._actors() if a.first == at), len(self.words))
        further = end + (self.words[end : end + 1] == ("and",))
        return further < len(self.words) and self.words[further] in _FURTHER

    def _leads_to_a_name(self, at: int) -> bool:
        return self.words[at] in _BEING or self.question.uses[at] in {Use.TITLE, Use.POST}

    def _asks_for_an_office(self) -> bool:
        """Return whether it asks what somebody was: "which post did Kono hold"."""
        people = [a for a in self.cast.subjects if a.found and a.names[0].kind is Kind.PERSON]
        left = {self.words[i] for i in self.question.unclear}
        asked = bool(left & OFFICES) or any(
            a.found and a.found.posts and a.found.described for a in people
        )
        return bool(people) and asked and left <= OFFICES and not self.reading.issues

    def _names_an_office_alone(self) -> bool:
        """Return whether nobody but who held an office is asked about: "US vice president then"."""
        offices = [a.found for a in self._actors() if a.found and a.found.posts]
        alone = len(offices) == len(self._actors()) == 1 and not self.reading.issues
        return alone and not offices[0].described and self.words[0] not in AUXILIARIES

    def _asks_over_time(self) -> bool:
        """Return whether it asks for a timeline, or how a position changed, or when it began.

        What would change a position asks for none that was.
        """
        own = {self.words[i] for i, use in enumerate(self.question.uses) if use is Use.GRAMMAR}
        if not TIMELINES.isdisjoint(own):
            return True
        if not (SUPPOSING | {"if", "unless"}).isdisjoint(own):
            return False
        asked = not _ASKED_OF_THE_PAST.isdisjoint(own)
        if "when" in own and self._asks_for_the_last(own):
            return True
        return not CHANGED.isdisjoint(own) or (asked and not (CHANGING | BEGINNING).isdisjoint(own))

    def _asks_for_the_last(self, own: set[str]) -> bool:
        """Return whether it asks what was said last, and of when: "when did Japan last comment"."""
        last = (i for i, word in enumerate(self.words) if word in ORDERING)
        unread = any(self.question.uses[i] is Use.WORD for i in last)
        return unread and not SAYING.isdisjoint(own)

    def _without_opening(self) -> tuple[str, ...]:
        """Return the words without those that only open the question: "and who"."""
        words = self.words
        while words and words[0] in _OPENING - EVERYONE:
            words = words[1:]
        return words

    def _from_who(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words from "who" on, where an issue stands before: "talks: who is for it"."""
        ends = {f.last for f in self.question.found if f.names[0].kind is Kind.ISSUE}
        at = next((i for i, word in enumerate(self.words) if i in ends and word in WHO), 0)
        return self.words[at:] if at and not self.cast.subjects else words

    def _is_saying(self, at: int) -> bool:
        asked_for = at and self.words[at - 1] in {"which", "what"} and self.words[at] in SPEAKERS
        if is_answered(self.words, at):
            return False  # "says no to talks" is on a side
        says = self.words[at] in SAYING or is_talking(self.words, self.question.uses, at)
        saying = says and self.question.uses[at] is Use.GRAMMAR
        return saying and not asked_for and not self._fears_an_issue(at)  # "which states"

    def _fears_an_issue(self, at: int) -> bool:
        """Return whether somebody is said to fear an issue: "who is worried about talks"."""
        if self.words[at] not in FEARING:
            return False
        firsts = {f.first for f in self.question.found if f.names[0].kind is Kind.ISSUE}
        return at + 1 in firsts or self._is_before(at, firsts)
