"""Whoever is named by somebody else speaks for themselves: "Kono’s aide", "Japan’s opposition"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.questions.question import FoundName, Stranger
from knowledge.questions.words import UNREAD, Use
from knowledge.text.english.question_words import GOVERNMENTS, SAYING
from knowledge.text.english.related_words import OTHER_BODIES, RELATED, SPEAKING_FOR

if TYPE_CHECKING:
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.resolver import Name
    from knowledge.questions.question import Question

_REACH: Final = 5  # words from a name to the last noun beside it
_ONE_OF_SEVERAL: Final = frozenset("a an another one some two three several many".split())
_BEFORE_A_ROLE: Final = _ONE_OF_SEVERAL | {"the"}
_DESCRIBING: Final = frozenset("close familiar briefed privy near inside involved".split())
_DESCRIBED: Final = 12  # words of a description
_PLACES: Final = frozenset({"in", "of", "to", "at"})
_NOUN: Final = frozenset({"NOUN"})
_NAMED: Final = frozenset({Use.NAME, Use.STRANGER})


class _Owner(NamedTuple):
    """Words that name somebody, by whom another may be named."""

    first: int
    last: int
    found: FoundName | None

    @property
    def kind(self) -> Kind | None:
        return self.found.name.kind if self.found else None


def tell_apart(kb: KnowledgeBase, question: Question) -> Question:
    """Take whoever is named by somebody else for a stranger, and "a spokesman" for no one man.

    In "Kono’s aide Rolf Grell" it is the second name that counts.
    """
    return _Related(kb, _open_offices(kb, _join_descriptions(question))).told_apart()


def _join_descriptions(question: Question) -> Question:
    """Make a stranger of "a source close to Velmora’s talks", who is none of those named there."""
    for role in (i for i, word in enumerate(question.words) if word in SPEAKING_FOR):
        last = _find_end_of_description(question, role)
        if last > role + 1:
            first = role - (role > 0 and question.words[role - 1] in _BEFORE_A_ROLE)
            question = question.having_stranger(first, last)
    return question


def _find_end_of_description(question: Question, role: int) -> int:
    """Return where the words end by which somebody without a name is told from others."""
    words, last = question.words, role + 1
    if words[last : last + 1] and words[last] in _DESCRIBING:
        while last < min(len(words), role + _DESCRIBED) and not question.parsed[last].broken:
            if words[last] in SAYING:
                break
            last += 1
    return last


def _open_offices(kb: KnowledgeBase, question: Question) -> Question:
    """Read "a State Department spokesman" as one of that body: which of them nobody says."""
    for office in [f for f in question.found if f.posts and f.first > 0]:
        words = question.words
        if words[office.first - 1] in _ONE_OF_SEVERAL:
            body = kb.names.exact(words[office.first : office.last - 1])
            question = _replace_office(question, office, [b for b in body if not b.weak])
    return question


def _replace_office(question: Question, office: FoundName, body: list[Name]) -> Question:
    role, uses = office.last - 1, list(question.uses)
    found = [f for f in question.found if f is not office]
    if len(body) == 1 and body[0].kind is Kind.ORGANIZATION:
        typed = question.typed_between(office.first, role)
        found.append(FoundName(typed, tuple(body), office.first, role, read_as=False))
        uses[role] = Use.WORD
        return replace(question, uses=tuple(uses), found=tuple(found))
    return question.having_stranger(office.first, office.last)


class _Related:
    """The names of a question, and the nouns beside each."""

    def __init__(self, kb: KnowledgeBase, question: Question) -> None:
        self.kb, self.question = kb, question
        self.words, self.uses, self.parsed = question.words, list(question.uses), question.parsed
        self.found, self.strangers = list(question.found), list(question.strangers)
        self._at = {i: f for f in question.found for i in range(f.first, f.last)}

    def told_apart(self) -> Question:
        for noun in [i for i, word in enumerate(self.words) if word in RELATED]:
            self._join_named_after(noun)
        taken = 0
        for owner in self._list_owners():
            if owner.first < taken:
                continue
            end = self._find_noun(owner)
            if end is not None:
                taken = self._settle(owner, end)
        return replace(
            self.question,
            uses=tuple(self.uses),
            found=tuple(self.found),
            strangers=tuple(sorted(self.strangers, key=lambda s: s.first)),
        )

    def _join_named_after(self, noun: int) -> None:
        """Make a stranger of "an aide to Kono", and of "an ally of Kono’s"."""
        last = noun + 2
        inside = last < len(self.words) and not self.parsed[noun + 1].broken
        named = self._at.get(last) if inside and not self.parsed[last].broken else None
        if named is None or not self._belongs_to(noun, named):
            return
        first = noun
        while first > 0 and not self.parsed[first].broken and self._describes(first - 1):
            first -= 1
        self._add_stranger(first, named.last)

    def _belongs_to(self, noun: int, named: FoundName) -> bool:
        """Return whether somebody is named by whom they serve: an envoy to a state, an aide."""
        if self.words[noun + 1] == "to":
            return self.words[noun] not in SPEAKING_FOR
        person = named.name.kind is Kind.PERSON
        return person and self.words[noun + 1] in {"of", "for"} and self.uses[noun] is not Use.NAME

    def _describes(self, at: int) -> bool:
        """Return whether a word says which: "a former", "the chief", "one"."""
        qualifies = self.uses[at] in {Use.WORD, Use.TITLE, Use.POST, Use.UNKNOWN}
        return qualifies or self.words[at] in _BEFORE_A_ROLE

    def _list_owners(self) -> list[_Owner]:
        named = [_Owner(f.first, f.last, f) for f in self.found if not f.posts]
        named += [_Owner(s.first, s.last, None) for s in self.strangers]
        return sorted(named, key=lambda owner: owner.first)

    def _find_noun(self, owner: _Owner) -> int | None:
        """Return where the noun for somebody else ends, in the words behind a name."""
        last, nouns = len(self.words), []
        for at in range(owner.last, min(owner.last + _REACH, last)):
            if self.parsed[at].broken or not self._goes_on(at):
                break
            if self.words[at] in RELATED and not self._is_compounded(at):
                nouns.append(at)
        else:
            at = min(owner.last + _REACH, last)
        if nouns and self._is_somebody_else(owner, nouns):
            return self._go_on(nouns[-1] + 1, at)
        return at if not nouns and self._speaks_for_itself(owner, at) else None

    def _go_on(self, end: int, last: int) -> int:
        """Return where the nouns end that go on from one: "coast" and "guard"."""
        while end < last and self.uses[end] is Use.WORD and self._is_noun(end):
            end += 1
        return end

    def _is_noun(self, at: int) -> bool:
        return "NOUN" in self.kb.world.parts_of_speech(self.words[at])

    def _speaks_for_itself(self, owner: _Owner, end: int) -> bool:
        """Return whether plain nouns stand between a name and a verb: "Lund’s farmers say"."""
        if owner.kind is Kind.PERSON or not self._owns(owner) or end == owner.last:
            return False
        plain = all(self.uses[i] in UNREAD for i in range(owner.last, end))
        says = self.words[end : end + 1] != () and self.words[end] in SAYING
        said = owner.first > 0 and self.words[owner.first - 1] in SAYING
        return plain and self._is_noun(end - 1) and (says or said)

    def _goes_on(self, at: int) -> bool:
        """Return whether a word may stand between a name and a noun: "US", "foreign", "aide"."""
        named = self._at.get(at)
        if named and named.name.kind is Kind.PERSON and not named.posts:
            return False
        if self.words[at] in RELATED:
            return True
        return self.uses[at] in {Use.NAME, Use.TITLE, Use.POST, *UNREAD} and (
            self.words[at] not in SAYING
        )

    def _is_compounded(self, at: int) -> bool:
        """Return whether another noun follows: in "press conference" nobody is named."""
        if at + 1 >= len(self.words) or self.parsed[at + 1].broken or at + 1 in self._at:
            return False
        word = self.words[at + 1]
        parts = self.kb.world.parts_of_speech(word)
        return word not in RELATED and self.uses[at + 1] is Use.WORD and set(parts) == _NOUN

    def _is_somebody_else(self, owner: _Owner, nouns: list[int]) -> bool:
        """Return whether the nouns name another than the one they stand beside.

        An official of a state speaks for it, and so does its government.
        """
        words = {self.words[at] for at in nouns}
        if owner.kind is Kind.PERSON:
            return self._owns(owner) or nouns[0] == owner.last
        if owner.kind is Kind.ORGANIZATION and words <= SPEAKING_FOR | GOVERNMENTS:
            return False
        return owner.found is None or not words.isdisjoint(OTHER_BODIES) or self._is_alone(nouns)

    def _owns(self, owner: _Owner) -> bool:
        return self.parsed[owner.last - 1].owns

    def _is_alone(self, nouns: list[int]) -> bool:
        """Return whether no name follows an office: "the Chinese minister", without "Li"."""
        return not self._is_name(nouns[-1] + 1)

    def _is_name(self, at: int) -> bool:
        inside = at < len(self.words) and not self.parsed[at].broken
        return inside and self.uses[at] in _NAMED

    def _settle(self, owner: _Owner, end: int) -> int:
        """Make a stranger of a name with the noun beside it, or leave the name behind both."""
        if self._is_name(end) and (named := self._at.get(end)) and named.name.kind is Kind.PERSON:
            self._drop(owner.first, end, Use.TITLE)
            return end
        end = self._find_end(end)
        self._add_stranger(owner.first, end)
        return end

    def _add_stranger(self, first: int, last: int) -> None:
        self._drop(first, last, Use.STRANGER)
        self.strangers.append(Stranger(self.question.typed_between(first, last), first, last))

    def _find_end(self, end: int) -> int:
        """Return where the name of a stranger ends that stands behind a noun, or its place."""
        place = end + (self.words[end : end + 1] != () and self.words[end] in _PLACES)
        while self._is_name(place):
            end = place = place + 1
        return end

    def _drop(self, first: int, last: int, use: Use) -> None:
        """Use words as parts of another name; what they named by themselves is dropped."""
        self.uses[first:last] = [use] * (last - first)
        self.found = [f for f in self.found if f.last <= first or last <= f.first]
        self.strangers = [s for s in self.strangers if s.last <= first or last <= s.first]
