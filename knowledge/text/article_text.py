"""Folding a text, and finding a quote in it: exactly there, or with the nearest text instead."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# The whole of what may differ between a quote and the text: nothing else is folded.
_LONG_DASHES = "—―"
_MARK = "\x1a"  # stands for a long dash until its place is noted: it parts words, a hyphen does not
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys(_LONG_DASHES, _MARK),
        _MARK: None,
        "\N{SOFT HYPHEN}": None,
        "…": "...",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)
# Pairs of marks: folding makes curly ones straight, and leaves these as they are.
MARKS = {'"': '"', "'": "'", "«": "»", "‹": "›", "「": "」"}
_WORD = re.compile(r"\w")
_INSIDE_WORD = re.compile(r"\w\w")
_JOINED = re.compile(r"\w['-]\w|\d[.,]\d")
_SPACES = re.compile(r"\s+")
_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*•)")
SHORT_DIRECT = 5  # words; a shorter direct quote is shown inside its clause
_SAME_END = 15  # points for a nearest text that begins, or ends, with the same word
_SPARE = 3  # words that the nearest text may be longer or shorter
_LIKE = 60  # per cent, below which the nearest text is no hint
CUT = "[...]"  # the folded form of […], which marks what a narration leaves out


def fold(text: str) -> str:
    """Fold Unicode form, white space, quotation marks, dashes, ellipses and ligatures; no more."""
    return _marked(text).replace(_MARK, "-")


def _marked(text: str) -> str:
    """Fold all but the long dashes."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_FOLDED))).strip()


def pieces(exact: str) -> list[str]:
    """Return the runs of a quote between its cuts, folded."""
    return [run for part in fold(exact).split(CUT) if (run := part.strip())]


class Span(NamedTuple):
    """A slice of a folded text: offsets in characters, the end not included."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class NotFound:
    """A quote that the text does not print exactly once: why, the words, and the nearest text."""

    why: str
    words: str = ""
    nearest: str = ""
    what_to_do: str = ""


class Text:
    """One article's text as quotes are held against it.

    `folded` is the whole text in one line; offsets everywhere count its characters.
    """

    def __init__(self, raw: str) -> None:
        marked = _marked(raw)
        self.folded = marked.replace(_MARK, "-")
        self._dashes = frozenset(i for i, letter in enumerate(marked) if letter == _MARK)
        self.located: dict[tuple[str, str], list[list[Span]]] = {}  # by kind and words of a quote
        self._raw = raw

    @cached_property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.folded.encode()).hexdigest()

    @cached_property
    def words(self) -> int:
        return len(self.folded.split())

    @cached_property
    def caseless(self) -> str:
        """The folded text in one case, as a head may be in capitals."""
        return self.folded.casefold()

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences; none runs over a paragraph's end."""
        from sentencex import segment

        found = [s for p in self.paragraphs for s in segment("en", self.folded[p.start : p.end])]
        return self._locate(found)

    @cached_property
    def paragraphs(self) -> list[Span]:
        return self._locate(_PARAGRAPHS.split(self._raw))

    def _locate(self, parts: list[str]) -> list[Span]:
        spans, at = [], 0
        for part in filter(None, map(fold, parts)):
            start = self.folded.index(part, at)
            at = start + len(part)
            spans.append(Span(start, at))
        return spans

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds the character at `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def around(self, span: Span) -> Span:
        """Return the sentences that `span` touches, with one more on either side."""
        if not self.sentences:
            return Span(0, len(self.folded))
        first, last = self.sentence_at(span.start), self.sentence_at(max(span.start, span.end - 1))
        last = min(last + 1, len(self.sentences) - 1)
        return Span(self.sentences[max(0, first - 1)].start, self.sentences[last].end)

    def occurrences(self, words: str) -> list[Span]:
        """Return every place where the folded words stand as whole words and whole numbers."""
        if not _WORD.search(words):
            return []
        found, at = list[Span](), self.folded.find(words)
        while at >= 0:
            found.append(Span(at, at + len(words)))
            at = self.folded.find(words, at + 1)
        return [span for span in found if self._is_whole(span)]

    def _is_whole(self, span: Span) -> bool:
        return not (self._cuts_word(span.start) or self._cuts_word(span.end))

    def _cuts_word(self, at: int) -> bool:
        """Tell whether a word or number goes on across an offset: can't, 3,500, non-binding."""
        if not 0 < at < len(self.folded) or {at - 1, at} & self._dashes:
            return False
        around = self.folded[max(0, at - 2) : at + 2]
        here = min(at, 2)
        return (
            bool(_INSIDE_WORD.fullmatch(around[here - 1 : here + 1]))
            or bool(
                _JOINED.fullmatch(around[here - 2 : here + 1] if here == 2 else "")  # noqa: PLR2004
                or _JOINED.fullmatch(around[here - 1 : here + 2])
            )
        )

    def __getitem__(self, span: Span) -> str:
        return self.folded[span.start : span.end]

    def printed(self, span: Span) -> str:
        """Return a slice, less spaces at its ends, with marks and dashes as they are printed."""
        words = self[span]
        span = Span(
            span.start + len(words) - len(words.lstrip(" ")), span.start + len(words.rstrip(" "))
        )
        first, last = self._word_at(span.start), self._word_at(span.end - 1)
        raw = " ".join(self._printed_words[first : last + 1])
        before = self.folded[self._word_starts[first] : span.start]
        after = self.folded[span.end :].split(" ", 1)[0]
        start = next((i for i in range(len(raw)) if fold(raw[:i]) == before), 0)
        end = next((i for i in range(len(raw), start, -1) if fold(raw[i:]) == after), start)
        made = raw[start:end]
        return made if fold(made) == self[span] else self[span]

    def as_printed(self, words: str) -> str:
        """Return folded words of the text as it prints them first; others as they are."""
        at = self.folded.find(words)
        return self.printed(Span(at, at + len(words))) if words and at >= 0 else words

    def _word_at(self, offset: int) -> int:
        return max(0, bisect_right(self._word_starts, offset) - 1)

    @cached_property
    def _printed_words(self) -> list[str]:
        return [word for word in self._raw.split() if _marked(word)]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [0, *(m.end() for m in _SPACES.finditer(self.folded))]


def find_direct(text: Text, exact: str) -> Span | NotFound:
    """Find the one place where `exact` is all that stands between a printed pair of marks.

    A quotation that runs over paragraphs, each opened anew, is one direct quote a paragraph.
    """
    words = fold(exact)
    places = direct_places(text, exact)
    if len(places) == 1:
        return places[0]
    if places:
        return NotFound(f"the text prints these words between marks {len(places)} times", words)
    if whole := _longer_marks(text, words):
        return NotFound("is shorter than what stands between the printed marks", words, whole)
    if text.occurrences(words):
        return NotFound("the text prints these words, but not between quotation marks", words)
    return NotFound("is not in the text", words, nearest(words, text.folded))


def direct_places(text: Text, exact: str) -> list[Span]:
    """Return every place where `exact` is all that stands between a printed pair of marks."""
    found = text.occurrences(fold(exact))
    return [s for s in found if _between_marks(text.folded, s) or _runs_on(text, s)]


def _between_marks(folded: str, span: Span) -> bool:
    mark = folded[span.start - 1 : span.start] if span.start else ""
    before, after = folded[: span.start - 1][-1:], folded[span.end :].removeprefix(",")[:2]
    if mark not in MARKS or after[:1] != MARKS[mark]:
        return False
    if mark != "'":
        return MARKS[mark] not in folded[span.start : span.end]
    return not (_WORD.match(before) or _WORD.match(after[1:]))  # an apostrophe is no mark


def _runs_on(text: Text, span: Span) -> bool:
    """Tell whether a span goes from a mark to its paragraph's end, and the next opens with one."""
    mark = text.folded[max(0, span.start - 1) : span.start]
    if mark not in {'"', "'"} or (mark == '"' and mark in text[span]):
        return False
    ends = [p.end for p in text.paragraphs]
    return span.end in ends[:-1] and text.folded[span.end : span.end + 2] == f" {mark}"


def _longer_marks(text: Text, words: str) -> str:
    if not _WORD.search(words):
        return ""
    marked = re.findall(r'"([^"]+)"', text.folded)
    return next((m.removesuffix(",") for m in marked if words in m), "")


def find_narration(text: Text, exact: str) -> list[Span] | NotFound:
    """Find the runs of a narration, in order, within one sentence; raise nothing."""
    if places := narration_places(text, exact):
        return places[0]
    runs = _worded_runs(exact)
    if not runs:
        return NotFound("has no words", fold(exact))
    lost = next((run for run in runs if not text.occurrences(run)), None)
    if lost is None:
        whole = _sentence_of(text, runs[0])
        return NotFound("stitches together words of several sentences", fold(exact), whole)
    return NotFound("is not in the text", lost, nearest(lost, text.folded))


def narration_places(text: Text, exact: str) -> list[list[Span]]:
    """Return the runs of a narration in each stretch of a sentence that prints them in order."""
    places = [text.occurrences(run) for run in _worded_runs(exact)]
    if not places or not all(places):
        return []
    # By the first run: a long text has thousands of sentences, and most print none of it.
    near = dict.fromkeys(text.sentence_at(place.start) for place in places[0])
    return [spans for i in near for spans in _stretches(text.sentences[i], places)]


def _worded_runs(exact: str) -> list[str]:
    return [run for run in pieces(exact) if _WORD.search(run)]


def _stretches(sentence: Span, places: list[list[Span]]) -> Iterator[list[Span]]:
    """Yield one placement for each first and last run; those between stand as early as can be."""
    held = [[s for s in found if sentence.holds(s)] for found in places]
    for first in held[0]:
        spans = [first]
        for found in held[1:-1]:
            spans += next(([s] for s in found if spans[-1].end <= s.start), [])
        if len(held) == 1:
            yield spans
        elif len(spans) == len(held) - 1:
            yield from ([*spans, last] for last in held[-1] if spans[-1].end <= last.start)


def _sentence_of(text: Text, run: str) -> str:
    return text[text.sentences[text.sentence_at(text.occurrences(run)[0].start)]]


def nearest(words: str, folded: str) -> str:
    """Return the words of the text that are most like these, if like: a hint, never a proof."""
    from rapidfuzz import fuzz

    printed, sought = folded.split(), words.split() or [words]
    lengths = range(max(1, len(sought) - _SPARE), len(sought) + _SPARE + 1)
    windows = (printed[i : i + n] for i in range(len(printed)) for n in lengths)
    texts = sorted({_bare(" ".join(window), words) for window in windows if window})

    def likeness(text: str) -> float:
        ends = text.startswith(sought[0]) + text.endswith(sought[-1])
        return float(fuzz.ratio(words, text) + _SAME_END * ends)

    best = max(texts, key=likeness, default="")
    return best if fuzz.ratio(words, best) >= _LIKE else ""


def _bare(window: str, words: str) -> str:
    """Strip marks and the outer sentence's comma or period, which the words do not have."""
    bare = window.strip("\"'()")
    return bare if words.endswith((",", ".")) else bare.rstrip(",.")


def differences(ours: str, printed: str) -> str:
    """Mark the words that differ: `[-ours-]` and `{+printed+}` in the run of both."""
    a, b = ours.split(), printed.split()
    out: list[str] = []
    for op, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            out += a[i:j]
        else:
            out += [f"[-{' '.join(a[i:j])}-]"] * (j > i) + [f"{{+{' '.join(b[k:m])}+}}"] * (m > k)
    return " ".join(out)
