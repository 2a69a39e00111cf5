"""Read the words of a question: names whole and exact first, then days, posts, titles and typos."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.nationality_claims import NationalityClaims
from knowledge.questions.near_claims import NearClaims
from knowledge.questions.office_claims import OfficeClaims
from knowledge.questions.question import MAX_LENGTH, Question, Stranger
from knowledge.questions.relative_claims import RelativeClaims
from knowledge.questions.respelling import Respelling
from knowledge.questions.sides import rules_out
from knowledge.questions.talking import is_talking
from knowledge.questions.times_in_office import TimesInOffice
from knowledge.questions.times_of_events import TimesOfEvents
from knowledge.questions.title_claims import TitleClaims
from knowledge.questions.words import APART, Use
from knowledge.questions.years_left_out import YearsLeftOut
from knowledge.text import asked_dates
from knowledge.text.english.office_words import BESIDE_AN_OFFICE, TODAY_IN_OFFICE
from knowledge.text.english.order_words import CALLING_FOR
from knowledge.text.english.question_words import (
    AUXILIARIES,
    BEFORE_US,
    BEGINNING,
    FILLERS,
    GOVERNMENTS,
    OFFICIALS,
    POLARITY,
)
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.english.titles import FOLDED_TITLES, TITLE_PARTS
from knowledge.text.folding import tokenize
from knowledge.text.work_budget import make_once, spend

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.resolver import Name
    from knowledge.text.asked_dates import AskedDate
    from knowledge.world import WorldName

EVERYTHING: Final = frozenset(Kind)
_RUN: Final = 4  # tokens in a name that is looked up by likeness, or by another spelling
# "Our government", "my position": the asker's, whoever that is.
_OF_A_STATE: Final = frozenset(
    "government governments position positions stance view views policy line attitude side".split()
)
_STEM: Final = 4  # letters of the shortest name that a possessive s without its mark hangs on
_CLOCK: Final = re.compile(r"\d{1,2}(?:am|pm|h)")
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_BACK: Final = "back"
_FOR_A_QUESTION: Final = 90  # steps that the shortest takes, beside what its words take


def read(
    kb: KnowledgeBase,
    typed: str,
    kinds: Collection[Kind] = EVERYTHING,
    *,
    today: date | None = None,
    more_alone: bool = False,
) -> Question:
    """Read a question; whatever is typed gives one, and what was not read is in it.

    `today` is the day that "last year" counts from. `more_alone` says that "more" needs no other
    word beside it, as where a quotation is blanked.
    """
    words, day = typed[:MAX_LENGTH], today or datetime.now(UTC).date()
    # A line of a message is read as a label, a signature, a heading and for whom it names.
    key = (kb, words, frozenset(kinds), day, more_alone)
    return make_once(key, lambda: _read(_Reader(kb, words, kinds), day, more_alone=more_alone))


def _read(reader: _Reader, day: date, *, more_alone: bool) -> Question:
    spend(_FOR_A_QUESTION)
    reader.read_more(alone=more_alone)
    reader.cut_possessives()
    reader.find_offices()
    reader.read_exactly()
    reader.read_date(day)
    reader.read_times_in_office(day)
    reader.read_offices(day)
    reader.drop_titles()
    reader.read_gendered_titles()
    reader.read_nationalities()
    reader.drop_grammar()
    reader.read_relatives()
    reader.read_year_left_out(day)
    reader.read_times_of_events(day)
    if reader.kinds:
        reader.read_nearly()
        reader.respell()
    reader.narrow_people()
    reader.settle()
    reader.settle_bodies()
    return reader.question()


class _Reader(
    NationalityClaims,
    NearClaims,
    OfficeClaims,
    RelativeClaims,
    Respelling,
    TimesInOffice,
    TimesOfEvents,
    TitleClaims,
    YearsLeftOut,
):
    """Reads exact names, days, titles and the words that carry no content."""

    def read_more(self, *, alone: bool) -> None:
        """Read "more" at the end, with the number of statements already seen.

        Behind "back" are the numbers seen before each of the pages that came before.
        """
        whole = len(self.folded)
        end = self._read_back()
        number = _NUMBER.fullmatch(self.folded[end - 1]) if end else None
        at = end - (2 if number else 1)
        if at < (0 if alone else 1) or self.folded[at] != "more" or self._ends_a_name(at):
            return
        self.more, self.skip = True, int(number[0]) if number else None
        self.before = tuple(map(int, self.folded[end + 1 :]))
        self.uses[at:] = [Use.MORE] * (whole - at)

    def _read_back(self) -> int:
        """Return where "back" and the numbers behind it begin, or the end of all."""
        end = whole = len(self.folded)
        while end and _NUMBER.fullmatch(self.folded[end - 1]):
            end -= 1
        return end - 1 if 0 < end < whole and self.folded[end - 1] == _BACK else whole

    def cut_possessives(self) -> None:
        """Take "japans foreign minister" for Japan's, so that its office is found."""
        for i, word in enumerate(self.folded[:-1]):
            if not word.endswith("s") or len(word) <= _STEM or self.world.parts_of_speech(word):
                continue
            owners = {name.kind for name in self.names.exact([word[:-1]])}
            if owners == {Kind.ORGANIZATION} and not self.names.exact([word]):
                self.folded[i] = word[:-1]

    def _ends_a_name(self, at: int) -> bool:
        """Return whether the words up to there end with a name of several: Thomas More."""
        return any(
            self.names.exact(self.folded[first : at + 1])
            for first in range(max(at + 1 - self.names.longest, 0), at)
        )

    def read_exactly(self) -> None:
        """Claim whole names, the longest first, anywhere and in any order.

        A longer name that the world knows goes before a shorter one on record in it; one that
        begins with an article comes last: "the North" is not named in "the North Korean minister".
        """
        count = len(self.folded)
        begins = [self._begins_long_name(first) for first in range(count)]
        order = sorted(range(count), key=[word in ARTICLES for word in self.folded].__getitem__)
        for length in range(min(max(self.names.longest, self.world.longest), count), 0, -1):
            for first in order:
                may_be_name = first + length <= count and (length <= _RUN or begins[first])
                if may_be_name and not any(self.uses[first : first + length]):
                    self._read_span(first, first + length)

    def _begins_long_name(self, first: int) -> bool:
        """Return whether a name of more words than a run may begin there, as few do."""
        ahead = self.folded[first : first + _RUN + 1]
        return self.names.may_begin(ahead) or self.world.may_begin(ahead)

    def _read_span(self, first: int, last: int) -> None:
        folded = self.folded[first:last]
        alone = len(self.words) == 1
        found = self.names.alone(folded[0]) if alone else self.names.exact(folded)
        if found and not (_joins_an_article(folded, found) or self._is_parted(first, last)):
            self._claim_exact(first, last, found)
        elif (of_world := self.world.find(folded)) and self._may_be_of_the_world(folded):
            meant = of_world.is_meant(self.typed_as(first, last))
            if meant and not self._stands_in_an_office(first, last, ()):
                self._claim_of_world(first, last, of_world)

    def _is_parted(self, first: int, last: int) -> bool:
        """Return whether a title ends a line, or stands before a quotation, that a name follows."""
        for at in range(first + 1, last):
            between = self.text[self.words[at - 1].end : self.words[at].start]
            apart = len(between) > APART or "\n" in between
            if apart and self.names.exact(self.folded[at:last]):
                return True
        return False

    def _may_be_of_the_world(self, folded: list[str]) -> bool:
        """Return whether words may name a state or body: "to go" and "the Korean" may not."""
        if folded[0] in ARTICLES or len(folded) > self.world.longest or _joins_an_article(folded):
            return False
        return len(folded) == 1 or not all(word in FILLERS for word in folded)

    def _claim_of_world(self, first: int, last: int, found: WorldName) -> None:
        own = self.kb.state_of_world.get(found.state) if found.state else None
        if own is None:
            self.uses[first:last] = [Use.STRANGER] * (last - first)
            self.strangers.append(Stranger(self.typed_as(first, last), first, last))
        elif Kind.ORGANIZATION in self.kinds:
            self._claim(first, last, (self.kb.name_as(own),), read_as=True)

    def _claim_exact(self, first: int, last: int, found: tuple[Name, ...]) -> None:
        fitting = tuple(name for name in found if name.kind in self.kinds)
        if not fitting:
            self.others.update(range(first, last))
        if not fitting or self._stands_in_an_office(first, last, fitting):
            return
        if last - first == 1 and self._is_word(first, fitting):
            self.refused.add(first)
            return
        strong = tuple(name for name in fitting if not name.weak)
        kept = strong if len(strong) > 1 else strong[:1] or fitting
        self._claim(first, last, kept, read_as=not strong)

    def _is_word(self, at: int, names: tuple[Name, ...]) -> bool:
        """Return whether a word only looks like a name: "will", "the price", "tell us"."""
        if len(self.words) == 1:
            return False
        if is_talking(self.folded, self.uses, at):
            return True
        before = self.folded[at - 1] if at else ""
        word = self.words[at]
        if all(name.weak for name in names):
            capital = word.capital and not word.opens and self.capitals_tell
            titled = before in FOLDED_TITLES
            following = self.folded[at + 1] if at + 1 < len(self.words) else ""
            people = all(name.kind is Kind.PERSON for name in names) and (
                following not in GOVERNMENTS  # "the moon", but "the moon administration"
            )
            filler = self.folded[at] in FILLERS and not capital and not titled
            return filler or (people and before in ARTICLES and not capital)
        return self.typed_as(at, at + 1) == "us" and before in BEFORE_US

    def read_date(self, today: date) -> None:
        """Read the day or days asked about, outside of the names."""
        taken = [(self.words[f.first].start, self.words[f.last - 1].end) for f in self.found]
        asked = asked_dates.find(self.text, today, taken)
        if asked and (self._is_of_an_issue(asked) or self._is_of_an_office(asked)):
            return
        self.asked_date = asked
        places = asked.places if asked else []
        for i, word in enumerate(self.words if places else ()):
            inside = any(word.start < end and start < word.end for start, end in places)
            if inside and not self.uses[i]:
                self.uses[i] = Use.DATE

    def _is_of_an_issue(self, asked: AskedDate) -> bool:
        """Return whether a year is part of what an issue is called: "the quota for 2026"."""
        inside = [w.folded for w in self.words if asked.start <= w.start and w.end <= asked.end]
        years = [word for word in inside if word.isdecimal()]
        others = [w for w in self.folded if w not in inside and w not in FILLERS]
        if len(years) != 1 or set(inside) - {*years, "for", "in", "of"}:
            return False
        return self.kb.issue_words.is_named_with(years[0], others)

    def _is_of_an_office(self, asked: AskedDate) -> bool:
        """Return whether "the present" says who is in office: "the present foreign minister"."""
        inside = [i for i, w in enumerate(self.words) if asked.start <= w.start < asked.end]
        told = [i for i in inside if self.folded[i] not in ARTICLES]
        now = bool(told) and all(self.folded[i] in TODAY_IN_OFFICE for i in told)
        return now and any(o.first <= told[-1] < o.last for o in self.offices)

    def drop_titles(self) -> None:
        """Claim titles before a name: "Mr. Kim", "Prime Minister Suga"."""
        named, people = False, self._words_of_people()
        for i in range(len(self.words) - 1, -1, -1):
            if self.uses[i] is None:
                title = self.folded[i] in FOLDED_TITLES and named
                part = self.folded[i] in TITLE_PARTS and named
                named = title or part
                if named:
                    self.uses[i] = Use.TITLE
            else:
                named = i in people

    def _words_of_people(self) -> set[int]:
        people = (f for f in self.found if all(n.kind is Kind.PERSON for n in f.names))
        return {i for found in people for i in range(found.first, found.last)}

    def drop_grammar(self) -> None:
        """Claim the words that carry no content; those that turn a question are told apart."""
        for i, word in enumerate(self.folded):
            if self.uses[i] is None and self._is_askers_own(i):
                self.uses[i] = Use.UNKNOWN
            elif self.uses[i] is None and (self._is_read_over(i) or _CLOCK.fullmatch(word)):
                self.uses[i] = Use.GRAMMAR
            elif self.uses[i] is None and word.endswith("s"):
                self._read_possessive(i)

    def _is_read_over(self, at: int) -> bool:
        """Return whether a word has no content there; "start" has none in "start supporting"."""
        word, *after = self.folded[at : at + 3]
        if word in FILLERS or self._is_what_somebody_does(at):
            return True
        if word in BESIDE_AN_OFFICE and self._is_of_an_official(at):
            return True
        if word == "people" and at and self.folded[at - 1] in AUXILIARIES:
            return True  # "what do people say" asks for whoever says something
        verb = after[1:] if after[:1] == ["to"] else after[:1]
        begins = word in BEGINNING and (word != "first" or "when" in self.folded[:at])
        return begins and at > 0 and not (POLARITY | CALLING_FOR).isdisjoint(verb)

    def _is_what_somebody_does(self, at: int) -> bool:
        """Return whether a word of several meanings is a verb there: "ruled out", "talks of"."""
        return rules_out(self.folded, at) or is_talking(self.folded, self.uses, at)

    def _is_of_an_official(self, at: int) -> bool:
        """Return whether a word only ranks an official of a body: "a senior Army official"."""
        body = next((f for f in self.found if f.first == at + 1), None)
        if body is None or body.names[0].kind is not Kind.ORGANIZATION:
            return False
        return not OFFICIALS.isdisjoint(self.folded[body.last : body.last + 1])

    def _is_askers_own(self, at: int) -> bool:
        """Return whether a word says that the asker's own state is meant: "our position"."""
        after = self.folded[at + 1] if at + 1 < len(self.folded) else ""
        return self.folded[at] in {"our", "my"} and after in _OF_A_STATE

    def _read_possessive(self, at: int) -> None:
        """Read "tokyos" as Tokyo's, where it is no word of its own."""
        stem = self.folded[at][:-1]
        if len(stem) < _STEM or self.world.parts_of_speech(self.folded[at]):
            return
        for first in range(max(at - 2, 0), at + 1):
            words = [*self.folded[first:at], stem]
            if any(self.uses[first:at]):
                continue
            fitting = tuple(n for n in self.names.exact(words) if n.kind in self.kinds)
            if fitting and fitting[0].kind is not Kind.ISSUE:
                self._claim(first, at + 1, fitting, read_as=True)
                return


def _joins_an_article(folded: list[str], names: Iterable[Name] = ()) -> bool:
    """Return whether the last word is an article and of no name: "sent the US a letter"."""
    if len(folded) == 1 or folded[-1] not in ARTICLES or len(folded[-2]) == 1:  # "U S A"
        return False
    return all(tokenize(name.text)[-1].folded != folded[-1] for name in names)
