"""Texts with their quotations annotated by hand, and how many of these the intake finds.

Beside each NAME.txt lies a NAME.json: the day of publication, and each direct quotation and each
speech under a label with who a reader would accept as its speaker. See docs/desk-handbook.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from time import process_time
from typing import TYPE_CHECKING, Final

from knowledge.corpus.errors import IntakeError
from knowledge.corpus.fields import Day
from knowledge.corpus.model import Interval, Model
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.intake.read.parser import describe_use
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Span, Text, fold
from knowledge.text.folding import tokenize, without_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.intake.read.candidate import Candidate

FEWEST_WORDS: Final = 4  # fewer are terms and scare quotes as often
_GIVEN: Final = "date inferred from an outside fact: the annotation"
_SAME: Final = 0.8  # share of the words of each that two quotations have in common
_INSIDE: Final = 0.5  # share of a proposal that stands in annotated words


class AnnotatedQuotation(Model):
    """A quotation: its words as printed, where they begin, and whose they are.

    `start` counts the characters of the text with its white space folded; without it, the first
    place is meant that no quotation before has. `speaker` has every name or description that is
    right, and is empty where the text names nobody. `printed` is where the text names the speaker
    of these words: words that touch it are right as well. `label` says that the words have no marks
    of their own, but stand under a label, all that is said up to the next one.
    """

    exact: str
    start: int | None = None
    speaker: tuple[str, ...] = ()
    printed: tuple[tuple[int, int], ...] = ()
    label: bool = False


class AnnotatedText(Model):
    """The annotation of one text; `other` are further words that count as no false proposal."""

    published: Day
    quotations: tuple[AnnotatedQuotation, ...] = ()
    other: tuple[tuple[int, int], ...] = ()


@dataclass
class Tally:
    """How many annotated quotations of one kind are found, and whose; and of how many proposals."""

    annotated: int = 0
    found: int = 0
    right: int = 0
    proposed: int = 0
    confirmed: int = 0

    def describe(self, what: str) -> list[str]:
        return [
            f"{what} (recall): {_share(self.found, self.annotated)}",
            f"  with the right speaker, of all: {_share(self.right, self.annotated)}",
            f"  proposals that are annotated (precision): {_share(self.confirmed, self.proposed)}",
        ]


@dataclass
class AnnotatedCount:
    """The figures of a folder: of quotations between marks, and of speech under labels."""

    fewest: int = FEWEST_WORDS
    texts: int = 0
    words: int = 0
    seconds: float = 0
    marked: Tally = field(default_factory=Tally)
    labeled: Tally = field(default_factory=Tally)
    parser: bool = True
    differences: list[str] = field(default_factory=list)

    @property
    def figures(self) -> list[str]:
        """The figures in words; those of labels only where the texts have some."""
        if not self.texts:
            return ["The folder has no text with an annotation: NAME.txt beside NAME.json."]
        of_labels = self.labeled.annotated or self.labeled.proposed
        return [
            f"Annotated texts: {self.texts}",
            describe_use(wanted=self.parser),
            *self.marked.describe(f"Direct quotations of {self.fewest} or more words found"),
            *(
                self.labeled.describe(f"Speeches of {self.fewest} or more words under labels found")
                if of_labels
                else ()
            ),
            f"Words per second of CPU: {self.words / max(self.seconds, 1e-9):,.0f}",
        ]


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}, {100 * part / whole if whole else 100:.1f}%"


def count_annotated(
    folder: Path,
    corpus: Corpus,
    *,
    nothing: bool = False,
    parser: bool = True,
    fewest: int = FEWEST_WORDS,
) -> AnnotatedCount:
    """Count the quotations and speeches of so many words found in each annotated text of a folder.

    `nothing` leaves out every name that the corpus knows. The `parser` is used where it is
    installed.
    """
    count = AnnotatedCount(fewest, parser=parser)
    known = KnownNames.of(type(corpus)() if nothing else corpus)
    for file in sorted(folder.glob("*.json")):
        annotation = _read_annotation(file)
        text = Text(file.with_suffix(".txt").read_text(encoding="utf-8"))
        made = _find_proposals(count, text, annotation.published, known)
        try:
            places = dict(_find_places(text, annotation.quotations))
        except IntakeError as error:
            msg = f"{file.name}: {error}"
            raise IntakeError(msg) from None
        others = [Span(*span) for span in annotation.other]
        _TextCount(count, file.stem, text, places, others, made).run()
    return count


def _read_annotation(file: Path) -> AnnotatedText:
    try:
        return AnnotatedText.model_validate(json.loads(file.read_text(encoding="utf-8")))
    except ValueError as error:
        msg = f"{file.name} is not an annotation: {error}"
        raise IntakeError(msg) from None


def _find_proposals(
    count: AnnotatedCount, text: Text, day: date, known: KnownNames
) -> list[Candidate]:
    """Return what is found in a text, and count the time this takes."""
    published = Interval(from_=day, to=day, basis=_GIVEN)
    began = process_time()
    made = find_candidates(text.raw, published, known, parser=count.parser)
    count.seconds += process_time() - began
    count.texts, count.words = count.texts + 1, count.words + text.words
    return made


@dataclass
class _TextCount:
    """Counts the proposals of one text against what is annotated in it."""

    count: AnnotatedCount
    name: str
    text: Text
    places: dict[Span, AnnotatedQuotation]
    others: list[Span]
    made: list[Candidate]

    def run(self) -> None:
        quoted = [c for c in self.made if c.quotation and not c.no_quote]
        # What is told to be no quote (a question, too few words) is read as its label's too.
        spoken = [c for c in self.made if c.speech]
        for span, one in self.places.items():
            if self._is_long(span) and one.label:
                beside = [c for c in spoken if span.touches(_get_words(c))]
                self._count_found(self.count.labeled, span, one, beside)
            elif self._is_long(span):
                same = [c for c in quoted if _is_same(_get_words(c), span)]
                self._count_found(self.count.marked, span, one, same[:1])
        self._count_confirmed(self.count.marked, quoted, label=False)
        self._count_confirmed(self.count.labeled, spoken, label=True)

    def _is_long(self, span: Span) -> bool:
        return len(self.text[span].split()) >= self.count.fewest

    def _count_found(
        self, tally: Tally, span: Span, one: AnnotatedQuotation, found: list[Candidate]
    ) -> None:
        wrong = [c for c in found if not _is_right(self.text, c, one)]
        right = bool(found) and not wrong
        tally.annotated += 1
        tally.found += bool(found)
        tally.right += right
        if not right:
            speaker = wrong[0].speaker if wrong else None
            due = " or ".join(one.speaker) or "nobody"
            whose = speaker.key if speaker else "nobody" if found else "not found"
            words = self.text[span][:60]
            self.count.differences.append(f"{self.name}: {words!r}: {whose}, not {due}")

    def _count_confirmed(self, tally: Tally, made: list[Candidate], *, label: bool) -> None:
        annotated = [*(s for s, one in self.places.items() if one.label is label), *self.others]
        for span in filter(self._is_long, map(_get_words, made)):
            confirmed = _overlap(span, annotated) >= _INSIDE * (span.end - span.start)
            tally.proposed += 1
            tally.confirmed += confirmed
            if not confirmed:
                words = self.text[span][:60]
                self.count.differences.append(f"{self.name}: not annotated: {words!r}")


def _find_places(
    text: Text, quotations: Iterable[AnnotatedQuotation]
) -> Iterator[tuple[Span, AnnotatedQuotation]]:
    """Yield where each annotated quotation stands, in the order in which they are given."""
    at = 0
    for one in quotations:
        words = fold(one.exact)
        start = text.folded.find(words, at if one.start is None else one.start)
        if start < 0:
            msg = f"The text does not print {one.exact[:60]!r}, or not there."
            raise IntakeError(msg)
        at = start + len(words)
        yield Span(start, at), one


def _get_words(made: Candidate) -> Span:
    return made.quotation.words if made.quotation else made.whole


def _is_same(one: Span, other: Span) -> bool:
    longer = max(one.end - one.start, other.end - other.start)
    return _overlap(one, [other]) >= _SAME * longer


def _overlap(span: Span, others: Iterable[Span]) -> int:
    return max((min(span.end, o.end) - max(span.start, o.start) for o in others), default=0)


def _is_right(text: Text, made: Candidate, one: AnnotatedQuotation) -> bool:
    """Return whether a proposal names somebody whom the annotation accepts."""
    speaker = made.speaker
    if speaker is None:
        return not one.speaker
    if any(speaker.printed.touches(Span(*span)) for span in one.printed):
        return True
    named = {_fold_name(speaker.key), _fold_name(text[speaker.printed])} - {""}
    return bool(named & {_fold_name(name) for name in one.speaker})


def _fold_name(name: str) -> str:
    tokens = without_titles(tokenize(name)) or tokenize(name)
    return " ".join(t.folded for t in tokens if t.folded not in {"the", "a", "an"})
