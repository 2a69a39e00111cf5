"""The speakers of speech under labels: whom "MR HOLLIS" and "A" mean in one text.

A label goes by the names that the text prints in full, wherever they stand. "A" is the one person
whom the lines above the first label name as interviewed, or name at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.speech.found_speaker import FoundSpeaker
from knowledge.speech.name_parts import (
    NAME,
    OWNER,
    WHEN_OR_WHERE,
    find_name,
    find_role,
    find_title,
    is_role,
    list_runs,
)
from knowledge.text.article_text import Span, fold
from knowledge.text.english.document_words import BEHIND_A_NAME
from knowledge.text.english.head_words import PAPER
from knowledge.text.english.label_words import (
    ASKS_SOMEBODY,
    GIVES_OWN_NAME,
    INTERVIEWED,
    SMALL_IN_LABELS,
    SPOKE_TO,
)
from knowledge.text.english.roles import BODIES
from knowledge.text.english.titles import HONORS, PRINTED_TITLES
from knowledge.text.folding import tokenize, without_titles
from knowledge.text.labeled_speech import find_labeled_speech, is_answering, is_asking, strip_aside
from knowledge.text.locating import stands_in
from knowledge.text.titled_speech import find_person_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.speech.reading import Reading
    from knowledge.text.folding import Token
    from knowledge.text.labeled_speech import LabeledSpeech

_INITIALS: Final = re.compile(r"(?:[A-Z]\.?){2,3}")
_MYSELF: Final = re.compile(r"I'\w+\s")  # "I'm Per Dahl"
_OF_AN_OFFICE: Final = re.compile(r"\s(?:for|of)\s")
_PLAIN: Final = 5  # letters of a word that a headline in capitals would begin with one
_BYLINE: Final = re.compile(r"\s*(?:interview(?:ed)? )?by\b", re.IGNORECASE)


class _Printed(NamedTuple):
    """A person's name in the text, with the post before it and the id where it is on record."""

    span: Span
    name: str
    id: str | None
    as_: str | None

    @property
    def key(self) -> str:
        return self.id or self.name.casefold()


class LabeledSpeakers:
    """The speakers of the labels of one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._text = reading, reading.text
        self._in_full = dict[str, list[_Printed]]()  # by the name of a label

    def find(self, speech: LabeledSpeech) -> FoundSpeaker | None:
        """Return whom a label means; None for who asks, and where the text does not say."""
        if speech.titled:
            return self._find_in_heading(speech)
        name, post = _read_label(self._text[speech.label])
        if is_asking(name) or self.is_outlets(name):
            return None
        if is_answering(name):
            return self._make(speech, self._answerer) if self._answerer else None
        return self._find_on_record(speech, name, post) or self._find_printed(speech, name, post)

    def find_asker(self, speech: LabeledSpeech) -> FoundSpeaker | None:
        """Return who asks under a label that names no person: by the words, else by the label."""
        name, _ = strip_aside(self._text[speech.label])
        if not is_asking(name) and not self.is_outlets(name):
            return None
        first = self._text[speech.parts[0]] if speech.parts else ""
        given = GIVES_OWN_NAME.match(first) if is_asking(name) else None
        if given:
            start, end = (speech.parts[0].start + at for at in given.span("name"))
            return FoundSpeaker(Span(start, end), given["name"], kind=Kind.PERSON)
        return FoundSpeaker(speech.label, description=name)

    def _find_in_heading(self, speech: LabeledSpeech) -> FoundSpeaker:
        """Return who speaks in a document or a speech: its person, or all of its parties."""
        heading = self._text[speech.label]
        spoken = find_person_heading(heading)
        who = BEHIND_A_NAME.split(spoken["who"])[0] if spoken else ""
        if found := find_name(who):
            post = find_title(who[: found.start()].strip())
            known = self._reading.known.find_target(found[0])
            target = known[0] if known else None
            return FoundSpeaker(speech.label, found[0], target, Kind.PERSON, as_=post)
        parties = self._list_parties(speech)
        if not parties:
            return FoundSpeaker(speech.label, description=heading)
        each = [FoundSpeaker(speech.label, heading, p, Kind.ORGANIZATION) for p in parties]
        return replace(each[0], jointly=tuple(each)) if len(each) > 1 else each[0]

    def _list_parties(self, speech: LabeledSpeech) -> list[str]:
        """Return the bodies on record that a heading names, each once."""
        found = self._reading.known.find_mentions(self._text[speech.label])
        return list(dict.fromkeys(m.target for m in found if m.kind is Kind.ORGANIZATION))

    def is_outlets(self, name: str) -> bool:
        """Return whether the paper asks under a label, or the author whom its byline names."""
        return self._is_paper(name) or list_name_words(name) <= self._authors

    @cached_property
    def _authors(self) -> frozenset[str]:
        """The words of the bylines above the labels."""
        spoken = find_labeled_speech(self._text)
        above = takewhile(lambda ln: ln.end <= spoken[0].label.start, self._text.lines)
        bylines = [self._text[ln] for ln in above if _BYLINE.match(self._text[ln])]
        return frozenset[str]().union(*map(list_name_words, bylines))

    def _is_paper(self, name: str) -> bool:
        """Return whether a label is a paper: "Courier:" under "Ruritania Courier"."""
        words = name.casefold().removeprefix("the ")
        lines = (self._text[line] for line in self._text.lines[:3])
        papers = [line.casefold() for line in lines if PAPER.search(line)]
        named = self._reading.known.find_target(name)
        own = named is not None and named[0] in self._reading.known.media
        whole = [m for m in PAPER.finditer(name) if m.end() == len(name) and m.start()]
        named_above = bool(PAPER.search(name)) and any(words in line for line in papers)
        return own or named_above or (bool(whole) and self._asks(name))

    def _asks(self, name: str) -> bool:
        """Return whether a question stands under a label, or its words are to somebody."""
        spoken = [s for s in find_labeled_speech(self._text) if self._text[s.label] == name]
        return any(ASKS_SOMEBODY.search(self._text[part]) for s in spoken for part in s.parts)

    def _find_on_record(
        self, speech: LabeledSpeech, name: str, post: str | None
    ) -> FoundSpeaker | None:
        target = self._reading.known.find_target(name)
        if target is None or target[1] is Kind.ISSUE:
            return None
        return FoundSpeaker(speech.label, name, target[0], target[1], as_=post)

    def _find_printed(
        self, speech: LabeledSpeech, name: str, post: str | None
    ) -> FoundSpeaker | None:
        if name not in self._in_full:
            self._in_full[name] = self._list_in_full(name)
        found = self._in_full[name]
        if len(found) > 1:
            return None
        if found:
            return self._make(speech, found[0], post)
        own, title = _split_title(name)
        if _INITIALS.fullmatch(name):  # which the text does not write out
            return None
        body = not BODIES.isdisjoint(own.casefold().split())
        kind = Kind.ORGANIZATION if body else Kind.PERSON
        return FoundSpeaker(speech.label, own, kind=kind, as_=post or title)

    def _list_in_full(self, name: str) -> list[_Printed]:
        """Return the people whose names in full have all words of a label."""
        if held := [p for p in self._people if _is_same_post(p.as_, name)]:
            return held[:1]
        if held := [p for p in self._posts_in_labels if _is_same_post(p.as_, name)]:
            return held[:1]
        words = list_name_words(name)
        named = [p for p in self._people if words <= list_name_words(p.name)]
        fitting = {p.key: p for p in _choose_by_title(name, named)}
        if not fitting and _INITIALS.fullmatch(name):
            own = name.replace(".", "")
            fitting = {p.key: p for p in self._people if _list_initials(p.name) == own}
        return [p for p in fitting.values() if not self._is_part(p, fitting)]

    def _is_part(self, one: _Printed, others: dict[str, _Printed]) -> bool:
        """Return whether a name that is not on record is a part, or the capitals, of another."""
        own = list_name_words(one.name)
        before = takewhile(lambda o: o is not one, others.values())
        return one.id is None and (
            any(own == list_name_words(o.name) for o in before)
            or any(
                own < list_name_words(o.name) or (o.id and own == list_name_words(o.name))
                for o in others.values()
                if o is not one
            )
        )

    def _make(
        self, speech: LabeledSpeech, found: _Printed, post: str | None = None
    ) -> FoundSpeaker:
        same = found.name.casefold() == strip_aside(self._text[speech.label])[0].casefold()
        return FoundSpeaker(
            speech.label,
            found.name,
            found.id,
            Kind.PERSON,
            as_=post or found.as_,
            refers_to=None if same else self._text[found.span],
        )

    @cached_property
    def _people(self) -> list[_Printed]:
        """The people whom the text names in full: on record, in its prose, or in a label."""
        found = [*self._find_unknown(), *self._find_in_head(), *self._find_in_labels()]
        names = {p.name.casefold() for p in self._known}  # else one who is on record is two
        return [*self._known, *(p for p in found if p.name.casefold() not in names)]

    @cached_property
    def _known(self) -> list[_Printed]:
        mentions = [m for m in self._reading.cast.book.mentions if m.kind is Kind.PERSON]
        found = [self._read_known(m.span, m.target) for m in mentions]
        return sorted(found, key=lambda p: p.as_ is None)

    def _read_known(self, span: Span, target: str) -> _Printed:
        before = self._text[Span(self._line_of(span).start, span.start)]
        run = re.search(r"(?:[A-Z][\w'-]*\s+)+$", before)
        return _Printed(span, self._text[span], target, find_title(run[0].strip()) if run else None)

    def _line_of(self, span: Span) -> Span:
        """Return the line of a name, which goes over no line's end."""
        lines = self._text.lines
        return lines[max(0, bisect_right(lines, span.start, key=lambda ln: ln.start) - 1)]

    def _find_unknown(self) -> Iterator[_Printed]:
        end = len(self._text.folded)
        for printed in self._reading.cast.book.find_last(end, end):
            for at, words in _split_joined(printed.whole, self._text[printed.whole]):
                found = find_name(words)
                if found is None or " " not in found[0]:
                    continue
                span = Span(at.start + found.start(), at.start + found.end())
                if not self._line_of(span).holds(span) or _MYSELF.match(found[0]):
                    continue
                known = any(p.span.touches(span) for p in self._known)
                if not known and BODIES.isdisjoint(found[0].casefold().split()):
                    title = find_title(words[: found.start()].strip())
                    yield _Printed(span, found[0], None, title)

    def _find_in_head(self) -> Iterator[_Printed]:
        """Yield the names in the lines above the labels, where capitals or a title show them."""
        spoken = find_labeled_speech(self._text)
        above = takewhile(lambda ln: ln.end <= spoken[0].label.start, self._text.lines)
        for line in above if spoken else ():
            words = self._text[line]
            plain = sum(word.islower() and len(word) >= _PLAIN for word in words.split())
            for run in list_runs(words):
                printed = words[slice(*run)]
                found = find_name(printed)
                title = find_title(printed[: found.start()].strip()) if found else None
                if found is None or found[0].count(" ") != 1 or not (plain or title):
                    continue
                if BODIES.isdisjoint(found[0].casefold().split()):
                    start = line.start + run.start + found.start()
                    yield _Printed(Span(start, start + len(found[0])), found[0], None, title)

    def _find_in_labels(self) -> Iterator[_Printed]:
        for speech in find_labeled_speech(self._text):
            name, post = _read_label(self._text[speech.label])
            if len(list_name_words(name)) > 1 and not self._reading.known.find_target(name):
                start = speech.label.start + self._text[speech.label].index(name)
                span = Span(start, start + len(name))
                yield _Printed(span, name, None, post)

    @cached_property
    def _posts_in_labels(self) -> list[_Printed]:
        """The people whose labels have a post before a surname: "MAYOR DAHL"."""
        found = []
        for speech in find_labeled_speech(self._text):
            name, _ = _read_label(self._text[speech.label])
            own, title = _split_title(name)
            if title and len(list_name_words(own)) == 1:
                at = speech.label.start + self._text[speech.label].index(own)
                found.append(_Printed(Span(at, at + len(own)), own, None, title))
        return found

    @cached_property
    def _answerer(self) -> _Printed | None:
        """Return who is interviewed, as the lines above the first label say it."""
        found = find_labeled_speech(self._text)
        head = Span(0, found[0].label.start) if found else Span(0, 0)
        named = [p for p in self._people if head.holds(p.span) and not self._is_askers(p)]
        if told := self._find_interviewed(head):
            fitting = [p for p in named if list_name_words(p.name) >= list_name_words(told.name)]
            return next((p for p in fitting if p.as_), (*fitting, told)[0])
        people = {p.key: p for p in reversed(self._list_who_spoke(named) or named)}
        return next(iter(people.values())) if len(people) == 1 else None

    def _list_who_spoke(self, named: list[_Printed]) -> list[_Printed]:
        """Return the people whose line says that they "spoke to the Courier"."""
        found = []
        for printed in named:
            line = self._line_of(printed.span)
            spoke = SPOKE_TO.search(self._text[line])
            # "Ada Finch leads the talks on the Lund Line. She spoke to the Courier."
            if spoke and (not spoke["pronoun"] or printed.span.start == line.start):
                found.append(printed)
        return found

    def _find_interviewed(self, head: Span) -> _Printed | None:
        """Return the name behind "an interview with", and who "spoke to the Courier"."""
        match = INTERVIEWED.search(self._text.folded, head.start, head.end)
        end = self._line_of(Span(match.end(), match.end())).end if match else 0
        phrase = NAME.match(self._text.folded, match.end(), end) if match else None
        own = find_name(phrase[0]) if phrase else None
        if phrase is None or own is None:
            return None
        span = Span(phrase.start() + own.start(), phrase.start() + own.end())
        return _Printed(span, own[0], None, None)

    def _is_askers(self, printed: _Printed) -> bool:
        return self._is_author(printed) or self._is_paper(printed.name)

    def _is_author(self, printed: _Printed) -> bool:
        if _BYLINE.match(self._text[self._line_of(printed.span)]):
            return True
        return list_name_words(printed.name) <= self._authors

    def may_answer(self, printed: str) -> bool:
        """Return whether somebody may be who answers, where a curator has to choose.

        The lines above the first label print these words, and neither as who asks nor beside who
        is said to be interviewed.
        """
        found = find_labeled_speech(self._text)
        head = Span(0, found[0].label.start) if found else Span(0, 0)
        told = self._find_interviewed(head)
        return (
            told is None
            and stands_in(fold(printed), self._text[head])
            and not self.is_outlets(printed)
        )


def _split_joined(span: Span, name: str) -> Iterator[tuple[Span, str]]:
    """Yield the names of a run such as "Per Dahl and Marta Quill"."""
    at = span.start
    for part in name.split(" and "):
        yield Span(at, at + len(part)), part
        at += len(part) + len(" and ")


def _read_label(label: str) -> tuple[str, str | None]:
    """Return the name and post of a label, also of "THE MINISTER (Per Dahl)", "Mayor Per Dahl"."""
    name, post = strip_aside(label)
    post = None if WHEN_OR_WHERE.match(post or "") else post  # "Per Dahl, by video"
    office = _OF_AN_OFFICE.split(name)[0]  # "The Minister for Fisheries and Ports"
    if post and find_role(name.casefold()) and not find_name(office) and find_name(post):
        return post, name
    own = None if post or name.isupper() else find_name(name)
    lead = name[: own.start()].strip() if own else ""
    title = None if OWNER.fullmatch(lead) else find_title(lead) if lead else None
    if own and OWNER.fullmatch(lead):  # "Velmora's Per Dahl"
        return own[0], post
    return (own[0], title) if own and title and " " in own[0] else (name, post)


def _choose_by_title(label: str, named: list[_Printed]) -> list[_Printed]:
    """Return those of several namesakes whom the text gives a label's title: "MINISTER"."""
    title = " ".join(label.casefold().split()[:-1])
    titled = {p.key for p in named if title and (p.as_ or "").casefold() == title}
    titled = titled or {p.key for p in named if title and _ends_in(p.as_, title)}
    return [p for p in named if p.key in titled] if len(titled) == 1 else named


def _split_title(name: str) -> tuple[str, str | None]:
    """Return a label's name, and the post in front of it, if it is more than "MR"."""
    tokens = _without_title(name)
    if not tokens:
        return name, None
    title, own = name[: tokens[0].start].strip(), name[tokens[0].start : tokens[-1].end]
    words = title.casefold().replace(".", "").split()
    return own, title if words and not HONORS.issuperset(words) else None


def _is_same_post(post: str | None, label: str) -> bool:
    """Return whether a label is the post of somebody: "THE MAYOR"."""
    one, other = ((words or "").casefold().removeprefix("the ") for words in (post, label))
    return one == other


def _ends_in(post: str | None, title: str) -> bool:
    return f" {post or ''}".casefold().endswith(f" {title}")


def _list_initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def list_name_words(name: str) -> frozenset[str]:
    """Return the words of a name in one case, without titles and initials' dots."""
    kept = frozenset(token.folded for token in _without_title(name)) - SMALL_IN_LABELS
    return kept - HONORS or kept


def _without_title(name: str) -> list[Token]:
    """Return the words of a name behind its titles: of "DEPUTY MAYOR QUILL" the last."""
    tokens = without_titles(tokenize(name))
    if not tokens:
        return tokens
    named = [] if is_role(tokens[-1].folded) else tokens[:-1]  # "GENERAL MANAGER" is nobody's name
    titled = takewhile(lambda token: token.folded in PRINTED_TITLES, named)
    return tokens[len(list(titled)) :]
