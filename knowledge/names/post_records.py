"""Read the posts of a corpus: whose each is, and the words that it goes by."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.names.held_posts import HeldPost, read_days
from knowledge.names.offices import Office, read_office, stems
from knowledge.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from knowledge.names.resolver import Name, Names

LONGEST_NAME: Final = 6  # words of a state's name


class PrintedAs(NamedTuple):
    """Words that an article prints for somebody, and the days between which it was so."""

    words: str
    article: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PostRow:
    """A membership as the kb stores it; a description has no title and no organization."""

    person: str
    title: str | None
    organization: str | None
    start: str | None
    end: str | None
    printed: tuple[PrintedAs, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PostRecord:
    """A held post with the offices that its words name, the title's first.

    `body` are the words of its organization's names: "NIS director".
    """

    held: HeldPost
    offices: tuple[Office, ...]
    body: frozenset[str]
    place: int = 0
    """Its place among all posts, the newest first."""

    def is_like(self, office: Office) -> bool:
        return any(own.is_like(office) for own in self.offices)

    def has_role(self, roles: Iterable[str]) -> bool:
        return any(own.role in roles for own in self.offices)

    def is_about(self, about: frozenset[str]) -> bool:
        return any(about <= own.about | self.body for own in self.offices)


class StateNames:
    """The names of states among words."""

    def __init__(
        self, names: Names, named: Iterable[Name], states: Mapping[str, str | None]
    ) -> None:
        self._names, self._states = names, states
        self._keys = defaultdict[str, set[str]](set)
        self._words: dict[str, list[str]] = {}
        for name in named:
            if states.get(name.target) == name.target:
                words = fold(name.text).split()
                self._keys["".join(words)].add(name.target)
                if name.preferred:
                    self._words[name.target] = words

    def naming(self, words: Sequence[str]) -> int:
        """Return how many words at the beginning name a state; 0 where none does."""
        lengths = range(min(len(words), LONGEST_NAME), 0, -1)
        return next((last for last in lengths if "".join(words[:last]) in self._keys), 0)

    def any_name(self, words: Sequence[str]) -> int:
        """Return how many words at the beginning are a name of anything; 0 where none is."""
        lengths = range(min(len(words), LONGEST_NAME), 0, -1)
        return next((last for last in lengths if self._names.exact(words[:last])), 0)

    def words_of(self, organization: str) -> list[str]:
        """Return the words of a state's preferred name; none for another organization."""
        return self._words.get(organization, [])

    def only_one_in(self, words: Sequence[str]) -> str | None:
        """Return the one state that the words name, or None."""
        found, at = set[str](), 0
        while at < len(words):
            named = self.naming(words[at:])
            found |= self._keys["".join(words[at : at + named])] if named else set()
            at += named or 1
        return found.pop() if len(found) == 1 else None

    def without_states(self, words: Sequence[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            named = self.naming(words[at:])
            if not named:
                yield words[at]
            at += named or 1

    def state_of(self, organization: str | None) -> str | None:
        return self._states.get(organization or "")


def read_records(
    rows: Iterable[PostRow], named: Iterable[Name], states: StateNames
) -> list[PostRecord]:
    """Return the posts, the newest first, with what titles, print and weak names call them."""
    of_person = defaultdict[str, list[PostRow]](list)
    for row in rows:
        of_person[row.person].append(row)
    reader = _Reader(named, of_person, states)
    records = [record for rows in of_person.values() for record in reader.records(rows)]
    records.sort(key=lambda record: record.held.newest_first())
    return [replace(record, place=place) for place, record in enumerate(records)]


class _Reader:
    def __init__(
        self,
        named: Iterable[Name],
        of_person: Mapping[str, Sequence[PostRow]],
        states: StateNames,
    ) -> None:
        rows = [row for rows in of_person.values() for row in rows]
        bodies = {row.organization for row in rows}
        self._states = states
        self._offices: dict[tuple[str, frozenset[str] | None], Office | None] = {}
        self._names = defaultdict[str, list[str]](list)
        for name in named:
            weak_name_of_holder = (
                name.kind is Kind.PERSON and name.weak and name.target in of_person
            )
            if weak_name_of_holder or name.target in bodies:
                self._names[name.target].append(name.text)
        self._bodies = {body: self._body(body) for body in bodies if body}
        titles = (self._title(row) for row in rows)
        self._roles = frozenset(office.role for office in titles if office)

    def _body(self, organization: str) -> frozenset[str]:
        """Return the words of a body's names, without those of its state."""
        words = set[str]()
        for text in self._names[organization]:
            words.update(self._states.without_states(fold(text).split()))
        return stems(words)

    def _title(self, row: PostRow) -> Office | None:
        return self._read(row.title, None) if row.title else None

    def _called(self, text: str) -> Office | None:
        """Return the office that other words name, if it is one at all."""
        return self._read(text, self._roles)

    def _read(self, text: str, roles: frozenset[str] | None) -> Office | None:
        key = text, roles
        if key not in self._offices:
            self._offices[key] = read_office(fold(text).split(), self._states.naming, roles)
        return self._offices[key]

    def records(self, rows: Sequence[PostRow]) -> Iterator[PostRecord]:
        """Yield one person's posts; words that may be for several of them are for each."""
        posts = [row for row in rows if row.title is not None]
        described = [row for row in rows if row.title is None]
        printed = {
            id(post): [*(p.words for p in post.printed), *_same_article(post, posts, described)]
            for post in posts
        }
        records = [self._record(post, printed[id(post)]) for post in posts]
        yield from (self._with_weak_names(record, records) for record in records)
        for row in described:
            if not any(row in _one_post(post, posts, described) for post in posts):
                yield from self._description(row)

    def _record(self, row: PostRow, words: Sequence[str]) -> PostRecord:
        title = self._title(row)
        others = [self._called(text) for text in words]
        offices = [title, *others]
        known = dict.fromkeys(office for office in offices if office)
        body = self._bodies.get(row.organization or "", frozenset())
        return PostRecord(self._held(row, row.title or ""), tuple(known), body)

    def _with_weak_names(self, record: PostRecord, others: Sequence[PostRecord]) -> PostRecord:
        """Add the offices that weak names of its holder say, unless another post is meant."""
        known = dict.fromkeys(record.offices)
        for text in self._names.get(record.held.person, ()):
            office = self._called(text)
            alike = [other for other in others if office and other.is_like(office)]
            meant = [other for other in alike if office and other.is_about(office.about)]
            if office and record in (meant or (alike if len(alike) == 1 else [])):
                known[office] = None
        return replace(record, offices=tuple(known))

    def _description(self, row: PostRow) -> Iterator[PostRecord]:
        for printed in row.printed:
            office = self._called(printed.words)
            if office:
                words = fold(printed.words).split()
                held = self._held(row, printed.words, self._states.only_one_in(words))
                yield PostRecord(held, (office,), frozenset())

    def _held(self, row: PostRow, title: str, state: str | None = None) -> HeldPost:
        attested = tuple((printed.first, printed.last) for printed in row.printed)
        return HeldPost(
            row.person,
            title,
            row.organization,
            state or self._states.state_of(row.organization),
            tuple(dict.fromkeys(printed.words for printed in row.printed)),
            attested,
            row.start,
            row.end,
            *read_days(attested, row.start, row.end),
        )


def _same_article(
    post: PostRow, posts: Sequence[PostRow], described: Sequence[PostRow]
) -> list[str]:
    return [p.words for row in _one_post(post, posts, described) for p in row.printed]


def _one_post(
    post: PostRow, posts: Sequence[PostRow], described: Sequence[PostRow]
) -> list[PostRow]:
    """Return the descriptions by articles that give the person this post alone."""
    articles = {printed.article for printed in post.printed}
    for other in posts:
        if other is not post:
            articles -= {printed.article for printed in other.printed}
    return [row for row in described if {p.article for p in row.printed} <= articles]
