"""Who each quotation of a question is said to be by: names on record, and words that may be one."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.elsewhere import (
    ends_name,
    is_elsewhere,
    is_in_short_line,
    is_of_asked_words,
    is_origin,
)
from bot.answers.unnamed_speakers import list_unnamed
from bot.block_kit.safe_text import clip
from knowledge.check_quote import (
    divide_beside,
    is_given,
    is_in_later_line,
    leads_to_quotation,
    outline_quotations,
    place_quotations,
)
from knowledge.corpus import Kind
from knowledge.questions import Use
from knowledge.text import ASKING_ABOUT_WORDS, BESIDE_A_CLAIMED_SPEAKER, SAYING, SPOKEN_OF

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from knowledge.check_quote import Beside
    from knowledge.names import Name, Names
    from knowledge.questions import FoundName, Question

_SHOWN = 5  # names not read that an answer lists
_MOST = 20  # quotations whose speakers are read
_LONG = 60  # characters of one
_PROSE = 5  # words beside quotations from which on they are prose, and not just a name
NO_NAMES = BESIDE_A_CLAIMED_SPEAKER | ASKING_ABOUT_WORDS
_BOTH = frozenset({"and", "or"})
SOMEBODY = "someone"  # a speaker whose name is not told
# What goes on after the first word of "rolf grell: “…”".
_LABELS = re.compile(r"(?: [^\W\d_]+){0,2}:(?!\s?\w)")
# Who it is is asked, so that a name beside that only says of whom.
_ASKS_WHO = frozenset("who whom whose whoever".split())
# Behind the name of whom a check is about: "On Japan: “…”", "About Japan’s remarks: “…”".
_HEADS_WORDS = re.compile(r"(?:[’']s?(?: \w{1,20}){1,2})?:\s?“")
_PARTING = frozenset("\n\t:;!?")
_APART = 3  # characters between two words of one name at most: a quotation is longer


class ClaimedSpeaker(NamedTuple):
    """Who may be meant, and words that were not read, with the name that they may be part of.

    `near` are names like those words; nobody is taken to be meant by a name that is only near.
    `certain` is false where the names may belong to another quotation instead. `is_beside` says
    that they stand in lines of the message that were not read. Those of `unread` that are on
    record, and only spoken of, are `mentioned`.
    """

    names: tuple[Name, ...] = ()
    read: tuple[FoundName, ...] = ()
    unread: tuple[str, ...] = ()
    near: tuple[Name, ...] = ()
    certain: bool = True
    is_beside: bool = False
    mentioned: tuple[str, ...] = ()

    @property
    def speaker(self) -> str | None:
        """Return whose the words are said to be, if it is one, and it is certain which."""
        return self.names[0].target if self.certain and len(self.names) == 1 else None

    @property
    def namesakes(self) -> tuple[Name, ...]:
        """Return the people who share the one name that is given, where several do."""
        shared = self.certain and len(self.read) == 1 < len(self.names)
        by_name = shared and not self.read[0].posts
        return self.names if by_name and self.names[0].kind is Kind.PERSON else ()

    @property
    def typed(self) -> str:
        """Return the names to repeat before the words, so that they are read as they were."""
        if not self.certain and len(self.names) == 1:
            return f"{self.names[0].target} or {SOMEBODY}"
        return " and ".join(name.target for name in self.names) or " ".join(self.unread)

    @property
    def meant(self) -> tuple[Name, ...]:
        """Return whom to ask about: names like one that is not read, or that an office may mean."""
        if not self.names:
            return self.near
        shared = self.certain and len(self.read) == 1 < len(self.names)
        return self.names if shared else ()

    @property
    def doubtful(self) -> tuple[Name, ...]:
        """Return whom the words may be said to be by, where it cannot be told."""
        return () if self.speaker or self.namesakes else self.names

    def or_beside(self, beside: ClaimedSpeaker | None) -> ClaimedSpeaker:
        """Return who is named in other lines, where nobody is named here."""
        nobody = not (self.names or self.unread)
        return beside._replace(is_beside=True) if beside and nobody else self

    def may_only_be(self, speakers: Collection[str]) -> bool:
        """Return whether the one name in lines that were not read may be that of who speaks."""
        one = self.is_beside and len({found.typed for found in self.read}) == 1
        return one and any(name.target in speakers for name in self.names)


def claimed_speakers(
    names: Names, question: Question, strangers: Iterable[tuple[int, int]] = ()
) -> tuple[ClaimedSpeaker, ...] | None:
    """Read to whom each quotation is given; None where one name at most is beside them.

    `strangers` are places where the prose names somebody who is not on record.
    """
    quotations = place_quotations(question.typed)
    alone = len(quotations) == 1
    mentions = _list_mentions(question, strangers, every=alone)
    meant = {mention.meant for mention in mentions} | {_targets(f) for f in question.found}
    if not (quotations and mentions):
        return None
    places = [mention.place for mention in mentions]
    beside = _doubt_later_lines(question.typed, quotations, places)
    given = all(one.select(places) and not one.by_pronoun for one in beside)
    doubted = any(one.in_later_line for one in beside)
    if len(meant) == 1 and not alone and given and not doubted:
        return None
    if alone and beside[0].certain and beside[0].select(places) == places:
        return None
    return tuple(_speaker_beside(names, question, places, one) for one in beside[:_MOST])


def _doubt_later_lines(
    typed: str, quotations: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]
) -> list[Beside]:
    """Return what belongs to each quotation, in doubt where it is the name of a line above."""
    outlined = outline_quotations(typed)
    beside = divide_beside(typed, quotations, places)
    return [
        one._replace(certain=False, in_later_line=True)
        if is_in_later_line(outlined, place, one.select(places))
        else one
        for place, one in zip(quotations, beside, strict=True)
    ]


def or_unnamed(
    question: Question, who: ClaimedSpeaker, places: Sequence[tuple[int, int]] | None = None
) -> ClaimedSpeaker:
    """Return to whom words are given, if not by name then by a role: "an official said"."""
    if who.names:
        return who
    unnamed = [one.place for one in list_unnamed(question, question.typed)]
    typed = [question.typed[slice(*one)] for one in unnamed if places is None or one in places]
    roles = tuple(clip(role, _LONG) for role in typed[:_SHOWN])
    told = all(any(words in role for role in roles) for words in who.unread)
    return who._replace(unread=roles) if roles and told else who


def _speaker_beside(
    names: Names, question: Question, mentions: Sequence[tuple[int, int]], beside: Beside
) -> ClaimedSpeaker:
    places = beside.select(mentions)
    within = question.within(places)
    who = claimed_speaker(names, within)._replace(certain=beside.certain)
    if not who.names:
        who = or_unnamed(question, who, places) if beside.certain else who
    if any(question.typed[slice(*place)].lower() == SOMEBODY for place in places):
        who = who._replace(certain=False)
    if not who.names:
        return or_topic(within, who)
    if not who.unread:
        return who
    # "Japan’s Abe" is not Japan; of "Kono, Abe" either may be meant.
    people = tuple(name for name in who.names if name.kind is Kind.PERSON)
    return who._replace(names=people, certain=who.certain and not people)


def _is_apart(question: Question, outlined: str, found: FoundName, place: tuple[int, int]) -> bool:
    """Return whether a name says where or to whom, and leads to no quotation: "with Abe"."""
    return is_elsewhere(question, found.first) and not leads_to_quotation(outlined, place)


class _Mention(NamedTuple):
    """Where words name somebody, and whom: ids, or the words of a name that is not on record."""

    place: tuple[int, int]
    meant: frozenset[str]


def _list_mentions(
    question: Question, strangers: Iterable[tuple[int, int]], *, every: bool
) -> list[_Mention]:
    """Return the names beside quotations, in order, also those that are not on record.

    Beside several, those that say where or to whom are told apart here; `every` keeps them.
    """
    mentions = [_Mention(question.place(f.first, f.last), _targets(f)) for f in question.found]
    if not every:
        outlined = outline_quotations(question.typed)
        beside = zip(question.found, mentions, strict=True)
        mentions = [m for f, m in beside if not _is_apart(question, outlined, f, m.place)]
    mentions += _list_strangers(question)
    if not every:
        mentions = [mention for mention in mentions if not is_origin(outlined, mention.place)]
    roles = [one.place for one in list_unnamed(question, question.typed)]
    mentions += _list_others(question, [*roles, *strangers], mentions)
    return sorted(mentions, key=lambda one: one.place)


def _list_strangers(question: Question) -> Iterator[_Mention]:
    """Yield the names that are not on record, each whole."""
    taken = {i for f in question.found for i in range(f.first, f.last)}
    for stranger in question.strangers:
        numbers = range(stranger.first, stranger.last)
        if taken.isdisjoint(numbers) and any(may_be_a_name(question, i) for i in numbers):
            taken |= set(numbers)
            typed = " ".join(question.words[stranger.first : stranger.last])
            yield _Mention(question.place(stranger.first, stranger.last), frozenset({typed}))
    for i in range(len(question.words)):
        if i not in taken and may_be_a_name(question, i):
            yield _Mention(question.place(i, i + 1), frozenset({question.words[i]}))


def _list_others(
    question: Question, places: Iterable[tuple[int, int]], mentions: Sequence[_Mention]
) -> Iterator[_Mention]:
    """Yield those who are named where no name was read: "an official said", "- “…” Grell"."""
    taken = [mention.place for mention in mentions]
    for start, end in places:
        if not any(place[0] < end and start < place[1] for place in taken):
            taken.append((start, end))
            yield _Mention((start, end), frozenset({question.typed[start:end]}))


def _targets(found: FoundName) -> frozenset[str]:
    return frozenset(name.target for name in found.names)


def may_be_a_name(question: Question, at: int) -> bool:
    """Return whether a word that was not read looks like the name of a speaker."""
    word = question.parsed[at]
    if word.folded == SOMEBODY:
        return True
    if at not in question.unclear or word.folded in NO_NAMES:
        return False
    beside = {question.words[i] for i in (at - 1, at + 1) if 0 <= i < len(question.words)}
    labels = _LABELS.match(question.typed, word.end)
    return _is_written_as_name(question, at) or bool(labels) or not beside.isdisjoint(SAYING)


def _is_written_as_name(question: Question, at: int) -> bool:
    """Return whether a capital tells a name; that of a first word does so before another."""
    word, after = question.parsed[at], question.parsed[at + 1 : at + 2]
    goes_on = any(w.capital and not w.broken and at + 1 in question.unclear for w in after)
    told = word.capital and (not word.opens or goes_on)
    return told and not is_elsewhere(question, at)


def claimed_speaker(names: Names, question: Question) -> ClaimedSpeaker:
    """Read who is named; "Taro Aso" is no Taro Kono, and neither is "Konno"."""
    unread = {i for i in question.unclear if _may_be_part_of_a_name(question.words[i])}
    unread |= {
        i
        for stranger in question.strangers
        if not unread.isdisjoint(range(stranger.first, stranger.last))
        for i in range(stranger.first, stranger.last)
    }
    unread -= _ordinary(question, unread)
    near = [f for f in question.found if not _is_on_record(names, question, f)]
    unread |= {i for found in near for i in range(found.first, found.last)}
    outlined = outline_quotations(question.typed)
    places = {found: question.place(found.first, found.last) for found in question.found}
    apart = {*near, *(f for f, place in places.items() if is_of_asked_words(outlined, place))}
    exact = [found for found in question.found if found not in apart]
    taken = {found: _widened(question, found, unread) for found in exact}
    read = [
        found
        for found, span in taken.items()
        if len(span) == found.last - found.first and not _is_object(question, found)
    ]
    left = set(exact).difference(read)
    spoken_of = [f for f in left if len(taken[f]) == f.last - f.first]
    # "DR Congo" is near Congo; "Taro Aso" is not near Taro Kono.
    near += [f for f in exact if f in left.difference(spoken_of) and f.name.kind is not Kind.PERSON]
    named = {name.target: name for found in read for name in found.names}
    people = [name for name in named.values() if name.kind is Kind.PERSON]
    # Of "Rolf Grell, Velmora" it is the first that is not read, and not Velmora that speaks.
    bodies = [] if _has_stranger(question, unread) else named.values()
    near_names = [*(name for found in near for name in found.names), *_ending(names, question)]
    return ClaimedSpeaker(
        names=tuple(people or bodies),
        read=tuple(read),
        unread=tuple(_unread(question, unread, [s for f, s in taken.items() if f in left])),
        near=tuple({name.target: name for name in near_names}.values()),
        mentioned=tuple(clip(question.typed_between(f.first, f.last), _LONG) for f in spoken_of),
    )


def or_topic(question: Question, who: ClaimedSpeaker) -> ClaimedSpeaker:
    """Return to whom words are given, if to nobody then in doubt to whom a check is about.

    "Re Kono: “…”" may ask whether he said so, and "“…” via Kono’s office" too.
    """
    if who.names or set(who.unread).difference(who.mentioned) or _ASKS_WHO & {*question.words}:
        return who
    outlined = outline_quotations(question.typed)
    topics = [f for f in question.found if _is_topic(question, outlined, f)]
    names = {name.target: name for found in topics for name in found.names}
    if not names:
        return who
    typed = {clip(question.typed_between(f.first, f.last), _LONG) for f in topics}
    left = tuple(words for words in who.unread if words not in typed)
    return who._replace(names=tuple(names.values()), read=tuple(topics), unread=left, certain=False)


def _is_topic(question: Question, outlined: str, found: FoundName) -> bool:
    """Return whether a check of words is about a person, or about whoever stands before a colon."""
    if not _is_object(question, found):
        return False
    place = question.place(found.first, found.last)
    person = found.name.kind is Kind.PERSON and is_in_short_line(outlined, place)
    return person or bool(_HEADS_WORDS.match(outlined, place[1]))


def has_rival(question: Question, who: ClaimedSpeaker) -> bool:
    """Return whether a stranger, or "someone", is named beside somebody on record."""
    joins = [i for i, word in enumerate(question.words) if word in _BOTH]
    ends = {i for found in who.read for i in (found.first, found.last - 1)}
    pairs = [(i - 1, i + 1) for i in joins if 0 < i < len(question.words) - 1]
    beside = [i for pair in pairs if not ends.isdisjoint(pair) for i in pair]
    return any(question.uses[i] is Use.STRANGER or question.words[i] == SOMEBODY for i in beside)


def _has_stranger(question: Question, unread: Collection[int]) -> bool:
    """Return whether a name that is not on record stands there to speak."""
    at = [i for i in unread if question.uses[i] is Use.STRANGER]
    return any(not is_elsewhere(question, i) for i in at)


def _ordinary(question: Question, unread: Collection[int]) -> set[int]:
    """Return the words of prose that stand beside no name, and that nothing is given to."""
    if len(question.words) < _PROSE:
        return set()
    plain = {i for i in unread if question.uses[i] is Use.WORD and not question.parsed[i].capital}
    outlined = outline_quotations(question.typed) if plain else ""
    named = {i for found in question.found for i in range(found.first, found.last)}
    runs = _join(question, [range(i, i + 1) for i in {*unread, *named}])
    return {
        i
        for run in runs
        if plain.issuperset(run) and not is_given(outlined, question.place(run.start, run.stop))
        for i in run
    }


def _may_be_part_of_a_name(word: str) -> bool:
    """Return whether a word may be one; the number of a note or of a list's item is none."""
    return word not in NO_NAMES and not word.isdigit()


def _ending(names: Names, question: Question) -> Iterator[Name]:
    """Yield the organizations on record by whose name a stranger's ends: "DR Congo"."""
    for stranger in question.strangers:
        for first in range(stranger.first + 1, stranger.last):
            found = names.exact(question.words[first : stranger.last])
            yield from (n for n in found if n.kind is Kind.ORGANIZATION and not n.weak)


def _is_on_record(names: Names, question: Question, found: FoundName) -> bool:
    """Return whether a name is written as it is on record, or is an office that one person held."""
    if found.posts and found.clear and not found.edited:
        return True
    targets = {name.target for name in found.names}
    return any(
        targets <= {name.target for name in names.exact(question.words[first:last])}
        for first, last in _pieces(question, found)
    )


def _pieces(question: Question, found: FoundName) -> Iterator[tuple[int, int]]:
    """Yield a name whole, and without the office that stands behind a comma in it."""
    yield found.first, found.last
    for at in range(found.first + 1, found.last):
        if question.parsed[at].broken:
            yield found.first, at


def _is_object(question: Question, found: FoundName) -> bool:
    """Return whether words are about somebody, and not claimed to be theirs: "with Japan"."""
    before = found.first - 1
    if before < 0 or question.words[before] not in SPOKEN_OF or ends_name(question, before):
        return False
    place, outlined = question.place(found.first, found.last), outline_quotations(question.typed)
    return not (leads_to_quotation(outlined, place) or is_given(outlined, place))


def _widened(question: Question, found: FoundName, unread: set[int]) -> range:
    """Return the numbers of a name's words with the unread ones beside it."""
    first, last = found.first, found.last
    while first - 1 in unread and _is_beside(question, first - 1):
        first -= 1
    while last in unread and _is_beside(question, last - 1):
        last += 1
    return range(first, last)


def _is_beside(question: Question, number: int) -> bool:
    """Return whether a word and the next one may be one name, with nothing that parts them.

    A quotation does, and so do a line's end and a colon: "Check my lede:" and "Kono: …" below it.
    """
    between = question.typed[question.places[number][1] : question.places[number + 1][0]]
    return len(between) <= _APART and _PARTING.isdisjoint(between)


def _unread(question: Question, unread: set[int], names: list[range]) -> Iterator[str]:
    """Yield the words that were not read, those side by side as one, and no more than a few."""
    within = {number for name in names for number in name}
    spans = _join(question, [*names, *(range(i, i + 1) for i in unread - within)])
    for span in spans[:_SHOWN]:
        yield clip(question.typed_between(span.start, span.stop), _LONG)


def _join(question: Question, spans: Iterable[range]) -> list[range]:
    """Join the words of one name."""
    joined: list[range] = []
    for span in sorted(spans, key=attrgetter("start")):
        if joined and joined[-1].stop == span.start and _is_beside(question, span.start - 1):
            span = range(joined.pop().start, span.stop)  # noqa: PLW2901
        joined.append(span)
    return joined
