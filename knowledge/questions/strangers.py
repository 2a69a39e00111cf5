"""Names that are not on record: "Antony Blinken", "Hunter Biden", "New Mexia", "Moon Chung-in"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.employers import find_employed
from knowledge.questions.given_names import GivenNames
from knowledge.questions.question import FoundName, Stranger
from knowledge.questions.words import UNREAD, Use
from knowledge.text.english.meeting_words import TALKS
from knowledge.text.english.order_words import ORDERING
from knowledge.text.english.question_words import (
    ASKED_FOR,
    AUXILIARIES,
    BEFORE_A_TOPIC,
    BEGINNING,
    BODIES_BESIDE_A_STATE,
    COMPOUNDING,
    FILLERS,
    OUTLETS_BESIDE_A_STATE,
    POLARITY,
    QUALIFIERS,
    SAYING,
    SPEAKERS,
)
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.folding import tokenize
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from knowledge.kb.knowledge_base import Entity
    from knowledge.names.resolver import Name
    from knowledge.questions.question import Question
    from knowledge.questions.words import Word
    from knowledge.world import World

# After one of these nouns, "opposition to" is an attitude and no body.
_WIDEST: Final = 8  # words beside a name that may be part of it, on either side
_TOWARD: Final = frozenset({"to", "against", "towards", "toward"})
# "This year's position" is nobody's.
_TIMES: Final = frozenset(
    "year month week day decade century spring summer autumn fall winter yesterday tomorrow".split()
)
_OF: Final = {("of",), ("of", "the"), ("in",), ("in", "the")}
_WITHIN: Final = frozenset({"of", "in", "from"})
_BODIES: Final = {Kind.ORGANIZATION}
_INSIDE: Final = frozenset({"of", "al", "el", "bin", "ibn", "de", "la", "du", "van", "von", "der"})


def is_known_name(world: World, word: str) -> bool:
    """Return whether a word is a given name or a surname somewhere."""
    return world.is_given_name(word) or world.is_surname(word)


def sort_unread(
    world: World, words: Sequence[Word], uses: Sequence[Use | None], capitals_tell: bool
) -> Iterator[Use]:
    """Yield the use of each word, with those not read sorted."""
    for i, (word, use) in enumerate(zip(words, uses, strict=True)):
        if use is not None:
            yield use
            continue
        following = words[i + 1] if i + 1 < len(words) else None
        yield _sort(world, word, following, capitals_tell)


def _sort(world: World, word: Word, following: Word | None, capitals_tell: bool) -> Use:
    ordinary = bool(world.parts_of_speech(word.folded))
    if word.capital and capitals_tell:
        beside = following is not None and following.capital and not following.broken
        if not word.opens or (beside and is_known_name(world, word.folded)):
            return Use.STRANGER
    if ordinary:
        return Use.WORD
    if word.capital or is_known_name(world, word.folded) or not word.folded.isascii():
        return Use.STRANGER
    return Use.UNKNOWN


def join(world: World, entities: Mapping[str, Entity], question: Question) -> Question:
    """Make one stranger of the words of each name, with a name on record that is a part of it."""
    return _Joining(world, entities, question).joined()


def _join_words(text: str) -> str:
    return "".join(token.folded for token in tokenize(text))


def _is_state(body: Entity | None) -> bool:
    return body is not None and body.state == body.id


class _Joining:
    def __init__(self, world: World, entities: Mapping[str, Entity], question: Question) -> None:
        self.world, self.entities, self.question = world, entities, question
        self.words, self.uses = question.parsed, list(question.uses)
        self.found = list(question.found)
        self.strangers: list[Stranger] = list(question.strangers)
        self.of_world = {i for s in question.strangers for i in range(s.first, s.last)}
        self._given = GivenNames(world, question)

    def joined(self) -> Question:
        for at in range(len(self.words)):
            if self._is_asked_about(at):
                self.uses[at] = Use.STRANGER
        self._gather()
        self._join_parts()
        self._join_bodies()
        for first, last in find_employed(self.world, self.question, self.uses, self.found):
            self._add(first, last)
        for found in list(self.found):
            # Else a stranger has taken it up since.
            if Use.STRANGER not in self.uses[found.first : found.last]:
                self._widen(found)
        for stranger in list(self.strangers):
            if any(stranger is other for other in self.strangers):
                self._compound(stranger)
        self.strangers.sort(key=lambda stranger: stranger.first)
        return replace(
            self.question,
            uses=tuple(self.uses),
            found=tuple(self.found),
            strangers=tuple(self.strangers),
        )

    def _is_asked_about(self, at: int) -> bool:
        """Return whether an ordinary word stands where somebody is named: "what did unions say"."""
        word, words = self.question.words[at], self.question.words
        if not self._is_noun(at, alone=True) or word in SPEAKERS | QUALIFIERS:
            return False
        after = words[at + 1] if at + 1 < len(words) else ""
        before = [w for w in words[max(at - 2, 0) : at] if w not in ARTICLES]
        if self.words[at].owns:
            alone = at == 0 or self.uses[at - 1] is Use.GRAMMAR
            return alone and after in ASKED_FOR and word not in _TIMES
        if before and before[-1] in AUXILIARIES:
            return after in SAYING | POLARITY
        return at == 0 and after in BEFORE_A_TOPIC and self.world.is_mainly_given_name(word)

    def _gather(self) -> None:
        """Make strangers of neighboring words that are names, "of" between them included."""
        taken = {i for s in self.strangers for i in range(s.first, s.last)}
        at, count = 0, len(self.words)
        while at < count:
            last = at
            while last < count and self._goes_on(at, last, taken):
                last += 1
            while last > at and not self._ends(at, last - 1):
                last -= 1
            if last > at:
                self._add(at, last)
            at = max(last, at + 1)

    def _join_parts(self) -> None:
        """Make a stranger of two persons' parts side by side: "Lena Dool" is neither of them."""
        for one, other in pairwise(sorted(self.found, key=lambda found: found.first)):
            apart = other.first != one.last or self._are_parted(other.first)
            run_on = self._runs_on(one, other)
            if not apart and (run_on or (self._is_part(one) and self._is_part(other))):
                shared = {n.target for n in one.names} & {n.target for n in other.names}
                if not shared and not self.words[one.last - 1].owns:
                    self._add(one.first, other.last)

    def _runs_on(self, one: FoundName, other: FoundName) -> bool:
        """Return whether a person's name with a hyphen goes on with another: "Kim Yo-jong-un".

        What meets a person is a state, or somebody else.
        """
        inside = any(self.words[i].hyphened for i in range(one.first + 1, one.last))
        person = all(name.kind is Kind.PERSON for name in one.names)
        joined = person and inside and self.words[other.first].hyphened
        bodies = [self.entities.get(n.target) for n in other.names if n.kind is Kind.ORGANIZATION]
        return joined and len(bodies) == len(other.names) and not any(map(_is_state, bodies))

    def _are_parted(self, at: int) -> bool:
        """Return whether a sign parts a word from the one before: "Kono, Kang", "Kono/Kang".

        So does a hyphen where the two meet: "a Kono-Kang meeting".
        """
        between = self.question.typed[self.words[at - 1].end : self.words[at].start]
        return self._meet(at) or self.words[at].broken or between.strip() in {"/", "&", "+"}

    def _meet(self, at: int) -> bool:
        """Return whether a hyphen joins somebody on record to whom they meet: "Kono-Xi talks"."""
        behind = self.question.words[at + 1 : at + 2]
        alike = self.words[at].capital == self.words[at - 1].capital  # not "Yong-chol"
        if not self.words[at].hyphened or not alike or TALKS.isdisjoint(behind):
            return False
        people = (f for f in self.question.found if f.names[0].kind is Kind.PERSON)
        return any(at in {f.first, f.last} for f in people)

    def _join_bodies(self) -> None:
        """Make a stranger of a body of another state: "Central Bank of Calvenia".

        So is a noun for a body before a state: "bank of Japan", "the opposition in Japan".
        """
        for named in list(self.found):
            noun = self._noun_before(named.first)
            if noun is not None and named.names[0].kind is not Kind.ISSUE:
                self._add(noun, named.last)
        for body, state in pairwise(sorted(self.found, key=lambda found: found.first)):
            between = self.question.words[body.last : state.first]
            if between in _OF and self._is_of_another(body, state):
                self._add(body.first, state.last)

    def _noun_before(self, first: int) -> int | None:
        """Return the number of the noun for a body whose state begins at a word."""
        words = self.question.words
        of = first - 1 - (first > 1 and words[first - 1] == "the")
        if of < 1 or words[of] not in _WITHIN or words[of - 1] not in BODIES_BESIDE_A_STATE:
            return None
        unread = self.uses[of - 1] in {Use.GRAMMAR, *UNREAD}
        return of - 1 if unread and not self._is_attitude(of - 1, first) else None

    def _is_attitude(self, noun: int, state: int) -> bool:
        """Return whether "opposition in Japan to talks" is meant, and no body."""
        after = next((f.last for f in self.found if f.first == state), len(self.words))
        return self.question.words[noun] == "opposition" and not _TOWARD.isdisjoint(
            self.question.words[after : after + 1]
        )

    def _is_of_another(self, body: FoundName, state: FoundName) -> bool:
        """Return whether no reading of the two has the one belong to the other."""
        kinds = {name.kind for name in (*body.names, *state.names)}
        states = {self.entities[name.target].state for name in state.names if kinds == _BODIES}
        own = {self.entities[name.target].state for name in body.names if kinds == _BODIES}
        return bool(states) and own.isdisjoint(states)

    def _is_part(self, found: FoundName) -> bool:
        """Return whether a part of a person's name was typed, or something like it."""
        people = all(name.kind is Kind.PERSON for name in found.names)
        part = found.read_as or all(map(self._is_shortened, found.names))
        return people and part and (not found.posts or found.described)

    def _is_shortened(self, name: Name) -> bool:
        """Return whether a name on record is but a part of a person's whole name: "Jae-in"."""
        own = self.entities.get(name.target)
        typed, whole = (_join_words(text) for text in (name.text, own.name if own else name.text))
        return typed in whole and typed != whole

    def _goes_on(self, first: int, at: int, taken: set[int]) -> bool:
        if at in taken or (at > first and self.words[at].broken):
            return False
        inside = at > first and self.question.words[at] in _INSIDE
        return self.uses[at] is Use.STRANGER or inside or self._hangs_on(first, at)

    def _ends(self, first: int, at: int) -> bool:
        return self.uses[at] is Use.STRANGER or self._hangs_on(first, at)

    def _hangs_on(self, first: int, at: int) -> bool:
        """Return whether a hyphen joins a word to a stranger's name: "Chung-in", "Ki-moon"."""
        if at <= first or not self.words[at].hyphened or self._are_parted(at):
            return False
        return not self._is_organization(at)

    def _is_organization(self, at: int) -> bool:
        named = [f for f in self.found if f.first <= at < f.last]
        return any(name.kind is not Kind.PERSON for f in named for name in f.names)

    def _widen(self, found: FoundName) -> None:
        """Make a stranger of a name on record whose neighbor makes it another name."""
        if found.names[0].kind is Kind.ISSUE:
            return
        first, last = found.first, found.last
        while (
            max(found.first - _WIDEST, 0) < first
            and not self.words[first].broken
            and self._belongs_before(first - 1, found)
        ):
            first -= 1
        while (
            last < min(found.last + _WIDEST, len(self.words))
            and not self.words[last].broken
            and self._belongs_after(last, found)
        ):
            last += 1
        if (first, last) != (found.first, found.last):
            self.found.remove(found)
            self._add(first, last)

    def _belongs_before(self, at: int, found: FoundName) -> bool:
        word, use = self.question.words[at], self.uses[at]
        if self.words[at + 1].hyphened and self._are_parted(at + 1):
            return False
        if found.names[0].kind is Kind.PERSON:
            hyphened = use is Use.WORD and self.words[at + 1].hyphened
            return self._is_name_part(at) or hyphened or self._given.is_given(at, found)
        if word in COMPOUNDING and use in {Use.GRAMMAR, Use.TITLE, *UNREAD}:
            return True
        return use in UNREAD and self.words[at + 1].hyphened

    def _belongs_after(self, at: int, found: FoundName) -> bool:
        word, use = self.question.words[at], self.uses[at]
        if self.words[at - 1].owns:
            return False
        if found.names[0].kind is Kind.PERSON:
            hyphened = self.words[at].hyphened and use is not Use.NAME
            if hyphened and self._are_parted(at):
                return False
            return self._is_name_part(at) or hyphened or self._is_surname_after(at, found)
        if self._is_outlet(at) or self._is_federal_state(at):
            return True
        if word in BODIES_BESIDE_A_STATE and use is not Use.NAME:
            following = self.question.words[at + 1] if at + 1 < len(self.words) else ""
            return following not in _TOWARD
        hyphened = use in UNREAD and self.words[at].hyphened
        own = use is Use.STRANGER and at not in self.of_world
        return own or hyphened or self._owns_as_noun(at) or self._acts(at, found)

    def _acts(self, at: int, found: FoundName) -> bool:
        """Return whether a noun stands between a name and a verb: "what does Japan motors say"."""
        before = self.question.words[found.first - 1] if found.first else ""
        after = self.question.words[at + 1] if at + 1 < len(self.words) else ""
        noun = self._is_noun(at) and self.question.words[at] not in BEGINNING | ORDERING
        return before in AUXILIARIES and noun and after in SAYING | POLARITY

    def _owns_as_noun(self, at: int) -> bool:
        """Return whether ordinary nouns from there own something: "Japan motor club's view"."""
        while at < len(self.words) and self._is_noun(at):
            if self.words[at].owns:
                return True
            at += 1
        return False

    def _is_noun(self, at: int, *, alone: bool = False) -> bool:
        if self.uses[at] is not Use.WORD or (self.words[at].broken and not alone):
            return False
        return "NOUN" in self.world.parts_of_speech(self.question.words[at])

    def _is_outlet(self, at: int) -> bool:
        """Return whether a word makes an outlet of the state before it: "Japan Times on"."""
        words = self.question.words
        after = words[at + 1] if at + 1 < len(words) else ""
        named = self.words[at].capital and not self.words[at].opens
        outlet = words[at] in OUTLETS_BESIDE_A_STATE and self.uses[at] is not Use.NAME
        return outlet and (named or after in BEFORE_A_TOPIC | SAYING)

    def _is_federal_state(self, at: int) -> bool:
        """Return whether a capital makes a name of "State", and no verb: "Washington State"."""
        typed = self.question.typed_between(at, at + 1)
        after = self.question.words[at + 1 : at + 2]
        asks = not AUXILIARIES.isdisjoint(self.question.words[:at])
        return typed == "State" and not (asks and BEFORE_A_TOPIC.intersection(after))

    def _is_surname_after(self, at: int, found: FoundName) -> bool:
        """Return whether a surname stands after a given name alone: "rex morgan"."""
        word, given = self.question.words[at], self.question.words[at - 1]
        unread = self.uses[at] is Use.WORD and word not in FILLERS
        if not unread or found.last - found.first != 1:
            return False
        return self.world.is_given_name(given) and self.world.is_surname(word)

    def _is_name_part(self, at: int) -> bool:
        return self.uses[at] in {Use.STRANGER, Use.UNKNOWN} and at not in self.of_world

    def _compound(self, stranger: Stranger) -> None:
        """Read "New Narnia" whole, and with the state it is of: "People's Party of Japan"."""
        first, last = stranger.first, stranger.last
        while first > 0 and not self.words[first].broken:
            if self.question.words[first - 1] not in COMPOUNDING or self._is_named(first - 1):
                break
            first -= 1
        if last + 1 < len(self.words) and self.question.words[last] in {"of", "in"}:
            of = next((f for f in self.found if f.first == last + 1), None)
            last = of.last if of and of.names[0].kind is Kind.ORGANIZATION else last
        beside = next((f for f in self.found if f.first == last), None)
        if beside and beside.names[0].kind is Kind.ORGANIZATION and self._is_one_name(last):
            last = beside.last
        if (first, last) != (stranger.first, stranger.last):
            self.strangers.remove(stranger)
            self._add(first, last)

    def _is_one_name(self, at: int) -> bool:
        """Return whether a capitalized name goes on with the next word: "US Forces Korea"."""
        before, after = self.words[at - 1], self.words[at]
        return before.capital and after.capital and not after.broken and not before.owns

    def _is_named(self, at: int) -> bool:
        return self.uses[at] in {Use.NAME, Use.POST, Use.DATE}

    def _add(self, first: int, last: int) -> None:
        """Add a stranger, with all that lies within it."""
        while first > 0 and self.words[first].hyphened and not self._are_parted(first):
            first -= 1
        while last < len(self.words) and self.words[last].hyphened and not self._are_parted(last):
            last += 1
        spend((len(self.found) + len(self.strangers)) // 8)
        within = [s for s in self.strangers if s.first < last and first < s.last]
        first = min([first, *(s.first for s in within)])
        last = max([last, *(s.last for s in within)])
        self.strangers = [s for s in self.strangers if s.last <= first or last <= s.first]
        self.found = [f for f in self.found if not (f.first < last and first < f.last)]
        self.uses[first:last] = [Use.STRANGER] * (last - first)
        self.strangers.append(Stranger(self.question.typed_between(first, last), first, last))
