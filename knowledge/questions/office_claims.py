"""Claim the words of offices, and read who held them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.names.held_posts import Certainty
from knowledge.questions.claims import Claims
from knowledge.questions.office_reading import read_office
from knowledge.questions.question import FoundName, Stranger
from knowledge.questions.words import Use
from knowledge.text.english.office_words import NOT_YET, TODAY_IN_OFFICE
from knowledge.text.english.question_words import (
    FILLERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from knowledge.names.held_posts import HeldPost
    from knowledge.names.post_spans import PostSpan
    from knowledge.names.resolver import Name
    from knowledge.questions.office_reading import ReadOffice

_ANY: Final = frozenset({"which", "what", "any", "some", "every"})


class OfficeClaims(Claims):
    """Reads offices as those who held them."""

    def find_offices(self) -> None:
        """Find the words of offices, so that no part of them is read as a name: "spy chief"."""
        if Kind.PERSON in self.kinds:
            asking = {i + 1 for i, word in enumerate(self.folded) if word in _ANY}
            spans = self.kb.posts.find(self.folded)
            self.offices = [span for span in spans if span.first not in asking]

    def _stands_in_an_office(self, first: int, last: int, names: tuple[Name, ...]) -> bool:
        """Return whether words are part of an office; a name that holds all of it goes first."""
        over = [o for o in self.offices if o.first < last and first < o.last]
        if not over:
            return False
        wider = all(first <= o.first and o.last <= last for o in over)
        longer = last - first > max(o.last - o.first for o in over)
        whole = any(not n.weak and (longer or n.kind is not Kind.PERSON) for n in names)
        owned = bool(names) and all(self._owns_inside(o, first, last) for o in over)
        if owned or (whole and wider):
            self.offices = [o for o in self.offices if o not in over]
            return False
        return True

    def _owns_inside(self, office: PostSpan, first: int, last: int) -> bool:
        """Return whether a name tells somebody by an office in it: "the Lunish leader's sister"."""
        return first < office.first and office.last < last and self.words[office.last - 1].owns

    def read_offices(self, today: date) -> None:
        """Read who held an office; a title before a name is that person's."""
        for span in self.offices:
            if any(self.uses[span.first : span.last]):
                continue
            read = read_office(self.kb, span, self.words, self.found, self.asked_date)
            read = self._held_today(read, today)
            self.uses[span.first : span.last] = [Use.POST] * (span.last - span.first)
            if read.person:
                self._describe(read.person, read)
            elif not self._is_before_a_stranger(span.last):
                served = self._serving_a_person(self._narrowed(read), span)
                read = self._of_nobody(served)
                self._claim_office(read)

    def _of_nobody(self, read: ReadOffice) -> ReadOffice:
        """Return an office of a state that is not on record as one that nobody held.

        The state stands before it, or behind "of": "the French defense minister".
        """
        of = self.folded[read.last : read.last + 1] == ["of"]
        behind = {read.last + 1, read.last + 2} if of else ()
        for other in self.strangers:
            before = other.last == read.first and not self.words[read.first].broken
            if before or other.first in behind:
                self.strangers = [s for s in self.strangers if s is not other]
                first, last = min(read.first, other.first), max(read.last, other.last)
                return replace(read, first=first, last=last, posts=(), ever=())
        return read

    def _serving_a_person(self, read: ReadOffice, span: PostSpan) -> ReadOffice:
        """Return an office that a leader's 's stands before as one held there in that one's time.

        Where nobody on record certainly did, the words name a stranger: "Kono's chief of staff".
        So does an office under anybody else, and "Shin's boss": no article says who that is.
        """
        owner = next((f for f in self.found if f.last == read.first and self._is_owner(f)), None)
        if owner is None:
            return read
        if span.is_any_head or not any(self._led_a_state(name) for name in owner.names):
            self.found = [found for found in self.found if found is not owner]
            return replace(read, first=owner.first, posts=(), ever=())
        states = {s for n in owner.names for s in self.kb.states_of_person(n.target)}
        there = tuple(post for post in read.posts if post.state in states)
        own = [post for n in owner.names for post in self.kb.posts.of(n.target)]
        posts = tuple(post for post in there if any(_are_of_one_time(post, o) for o in own))
        self.found = [found for found in self.found if found is not owner]
        return replace(read, first=owner.first, posts=posts, ever=there)

    def _led_a_state(self, name: Name) -> bool:
        led = self.kb.led_by(name.target)
        return any(self.kb.entities[b.organization].state == b.organization for b in led)

    def _is_owner(self, found: FoundName) -> bool:
        """Return whether a person's name ends with 's."""
        people = all(name.kind is Kind.PERSON for name in found.names)
        return people and self.words[found.last - 1].owns

    def _narrowed(self, read: ReadOffice) -> ReadOffice:
        """Return an office for a state as one that nobody on record held: it is another office.

        "Japan's top diplomat for North Korea" is not Japan's foreign minister.
        """
        at = read.last
        if self.folded[at : at + 1] != ["for"] or self.words[at].broken:
            return read
        state = next((f for f in self.found if f.first == at + 1 and self._is_state(f)), None)
        if state is None or state is read.of:
            return read
        self.found = [found for found in self.found if found is not state]
        return replace(read, last=state.last, posts=(), ever=())

    def _is_state(self, found: FoundName) -> bool:
        return all(
            name.kind is Kind.ORGANIZATION and self.kb.entities[name.target].state == name.target
            for name in found.names
        )

    def _held_today(self, read: ReadOffice, today: date) -> ReadOffice:
        """Return an office without those who held it another time, where it is asked for today.

        "The current president" is whoever holds it today, and "the next one" nobody on record.
        """
        first = read.first - self._tells_when(read.first - 1, read)
        told = {self.folded[i] for i in range(first, read.last) if self.uses[i] is not Use.NAME}
        if read.person or self.asked_date or told.isdisjoint(TODAY_IN_OFFICE | NOT_YET):
            return read
        held = () if told & NOT_YET else _holding(read.posts, today)
        return replace(read, first=first, posts=held)

    def _tells_when(self, at: int, read: ReadOffice) -> bool:
        """Return whether the word before an office says when it is held."""
        beside = at >= 0 and self.uses[at] is None and not self.words[read.first].broken
        return beside and self.folded[at] in TODAY_IN_OFFICE | NOT_YET

    def _describe(self, person: FoundName, read: ReadOffice) -> None:
        held = {post.person for post in read.posts}
        names = tuple(name for name in person.names if name.target in held) or person.names
        described = replace(
            person,
            names=names,
            posts=read.posts,
            described=True,
            is_stand_in=read.is_stand_in,
            read_as=person.read_as or len(names) < len(person.names),
        )
        self.found = [described if f is person else f for f in self.found]

    def _is_before_a_stranger(self, at: int) -> bool:
        """Return whether a title stands before a name that is not on record: "President Xi"."""
        if at >= len(self.words) or self.uses[at] or self.words[at].broken:
            return False
        capital = self.words[at].capital and self.capitals_tell
        folded = self.folded[at]
        if folded in FILLERS:
            return False
        return capital or not self.world.parts_of_speech(folded)

    def _claim_office(self, read: ReadOffice) -> None:
        first, last = read.first, read.last
        self.found = [f for f in self.found if f is not read.of]
        typed = self.typed_as(first, last)
        if read.posts:
            names = tuple(self.kb.name_as(post.person) for post in read.posts)
            self.uses[first:last] = [Use.NAME] * (last - first)
            found = FoundName(typed, names, first, last, read_as=True, posts=read.posts)
            self.found.append(found)
        else:
            self.uses[first:last] = [Use.STRANGER] * (last - first)
            self.strangers.append(Stranger(typed, first, last, is_office=True, ever=read.ever))


def _holding(posts: Iterable[HeldPost], day: date) -> tuple[HeldPost, ...]:
    """Return the posts that can be held on a day."""
    return tuple(post for post in posts if post.on(day, day) >= Certainty.PERHAPS)


def _are_of_one_time(one: HeldPost, other: HeldPost) -> bool:
    """Return whether two posts were certainly held on one day."""
    days = [one.first, one.last, other.first, other.last]
    if not all(days) or one.person == other.person:
        return False
    return max(filter(None, days[::2])) <= min(filter(None, days[1::2]))
