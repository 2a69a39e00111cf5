"""Find the offices that words name, and who held them when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from knowledge.names.held_posts import Certainty, HeldPost, sort_posts
from knowledge.names.offices import stems
from knowledge.names.post_records import StateNames, read_records
from knowledge.names.post_spans import OfficeWords, find_spans
from knowledge.text.english.office_words import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from knowledge.names.offices import Office
    from knowledge.names.post_records import PostRecord, PostRow
    from knowledge.names.post_spans import PostSpan
    from knowledge.names.resolver import Name, Names


_TWO: Final = 2
_WORDS_OF_A_TOPIC: Final = 2


class Posts:
    """All posts on record by role, state and body; never changed, so safe across threads."""

    def __init__(
        self,
        rows: Iterable[PostRow],
        named: Collection[Name],
        names: Names,
        states: Mapping[str, str | None],
    ) -> None:
        """Index the posts; `states` has the state of each organization."""
        self._names, self._states = names, StateNames(names, named, states)
        records = read_records(rows, named, self._states)
        self._of: dict[str, list[PostRecord]] = defaultdict(list)
        self._by_role: dict[str, list[PostRecord]] = defaultdict(list)
        self._by_body: dict[tuple[str, str | None], list[PostRecord]] = defaultdict(list)
        for record in records:
            self._of[record.held.person].append(record)
            for role in dict.fromkeys(office.role for office in record.offices):
                self._by_role[role].append(record)
                for body in {record.held.organization, record.held.state} - {None}:
                    self._by_body[role, body].append(record)
        self._in_office = _in_office(records)
        self._words = self._office_words()

    def _office_words(self) -> OfficeWords:
        about = {
            role: {o.about | r.body for r in records for o in r.offices if o.role == role}
            | {o.about for r in records for o in r.offices if o.role == role}
            for role, records in self._by_role.items()
        }
        topical = {
            role: {o.about for r in records for o in r.offices if _is_on(o)}
            for role, records in self._by_role.items()
        }
        words = {role: frozenset[str]().union(*sets) for role, sets in about.items()}
        taken = {a for a in ABBREVIATIONS if any(not n.weak for n in self._names.exact([a]))}
        return OfficeWords(about, topical, words, taken, self._states.any_name, self._states.naming)

    def find(self, words: Sequence[str]) -> list[PostSpan]:
        """Return the offices that folded words name, from left to right."""
        return find_spans(words, self._words)

    def holders(
        self,
        span: PostSpan,
        *,
        organizations: Collection[str] = (),
        day: date | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> list[HeldPost]:
        """Return who held the office, the newest first, each with what is certain of the days.

        `organizations` are the states and bodies named beside it; any post fits that is of one of
        them. Empty: nobody on record held that post.
        """
        records = partial(self._with_role, organizations=organizations)
        found = self._about_one_of(span.office, organizations) or _holding(
            span.office, records, organizations
        )
        begin, end = day or first or last, day or last or first
        if begin and end:
            return [replace(p, certainty=self._certainty(p, begin, end)) for p in found]
        return found

    def held_by(self, person: str, span: PostSpan) -> list[HeldPost]:
        """Return the times that the person held the office, the newest first."""
        own = self._of.get(person, ())
        return _holding(span.office, lambda roles: (r for r in own if r.has_role(roles)))

    def is_stand_in(self, person: str, span: PostSpan) -> bool:
        """Return whether what a person held only stands for the office, and has another name."""
        own = (r for r in self._of.get(person, ()) if r.has_role(span.office.roles))
        return not _matching(own, span.office)

    def of(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> list[HeldPost]:
        """Return the person's posts, those of the days asked first, then the newest first."""
        return sort_posts((record.held for record in self._of.get(person, ())), first, last)

    def _about_one_of(self, office: Office, organizations: Collection[str]) -> list[HeldPost]:
        """Return who held an office of one state that is about another: the US envoy to Japan."""
        if len(organizations) < _TWO:
            return []
        found: list[HeldPost] = []
        for about in organizations:
            others = [other for other in organizations if other != about]
            words = stems(self._states.words_of(about))
            records = partial(self._with_role, organizations=others)
            asked = replace(office, about=office.about | words)
            found += _holding(asked, records, others) if words else []
        return found

    def _with_role(
        self, roles: Iterable[str], organizations: Collection[str]
    ) -> Iterator[PostRecord]:
        for role in roles:
            if not organizations:
                yield from self._by_role.get(role, ())
            for organization in organizations:
                yield from self._by_body.get((role, organization), ())

    def _certainty(self, post: HeldPost, first: date, last: date) -> Certainty:
        certainty = post.on(first, last)
        if certainty is Certainty.EARLIER and any(
            other.person != post.person
            and other.first
            and other.first <= last
            and (post.last is None or post.last < other.first)
            for other in self._in_office[id(post)]
        ):
            return Certainty.NOT_THEN
        return certainty


def _in_office(records: Iterable[PostRecord]) -> dict[int, list[HeldPost]]:
    """Return for each post, by its id, all those in the same office, itself included."""
    together = defaultdict[object, list[HeldPost]](list)
    for record in records:
        office = replace(record.offices[0], acting=False, former=False) if record.offices else None
        together[record.held.organization, office].append(record.held)
    return {id(post): posts for posts in together.values() for post in posts}


def _is_on(office: Office) -> bool:
    """Return whether what stands after "on" can be what the office is about, and no topic."""
    return office.joined == "on" or len(office.about) > _WORDS_OF_A_TOPIC


def _holding(
    office: Office,
    with_role: Callable[[Iterable[str]], Iterable[PostRecord]],
    organizations: Collection[str] = (),
) -> list[HeldPost]:
    """Return who held the office, the newest first; if nobody did, who holds what stands for it."""
    found = _matching(with_role(office.roles), office)
    if office.is_whole:  # the president of a state, and not of its parliament
        found = [r for r in found if r.held.organization in organizations] or found
    if found:
        places = {record.place: record.held for record in found}
        return [places[place] for place in sorted(places)]
    others = (_holding(other, with_role, organizations) for other in office.stand_ins)
    return next(filter(None, others), [])


def _matching(records: Iterable[PostRecord], asked: Office) -> list[PostRecord]:
    """Return those in the office; in a state with just that office, no office of narrower kind."""
    exact: list[PostRecord] = []
    wider: list[PostRecord] = []
    for record in records:
        offices = [o for o in record.offices if _is_one(o, asked)]
        if any(o.about == asked.about for o in offices):
            exact.append(record)
        elif any(_is_about(asked, o, record.body) for o in offices):
            wider.append(record)
    if not asked.about and not asked.is_whole:
        return [*exact, *wider]
    having = {_state(record.held) for record in exact}
    bodies = {r.held.organization for r in exact if r.held.organization != r.held.state}
    others = (r for r in wider if _state(r.held) not in having or r.held.organization in bodies)
    return [*exact, *others]


def _state(post: HeldPost) -> str | None:
    return post.state or post.organization


def _is_one(office: Office, asked: Office) -> bool:
    return (
        office.role in asked.roles
        and office.deputy is asked.deputy
        and (office.acting or not asked.acting)
    )


def _is_about(asked: Office, office: Office, body: Collection[str]) -> bool:
    if asked.is_whole and not asked.about:
        return False
    return all(word in office.about or word in body for word in asked.about)
