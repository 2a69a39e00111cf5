"""Folding a text, and finding a quote in it: exactly there, or with the nearest text instead."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

# The whole of what may differ between a quote and the text: nothing else is folded.
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
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
_SPACES = re.compile(r"\s+")
_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*•)")
SHORT_DIRECT = 5  # words; a shorter direct quote is shown inside its clause
CUT = "[...]"  # the folded form of […], which marks what a narration leaves out


def fold(text: str) -> str:
    """Fold Unicode form, white space, quotation marks, dashes, ellipses and ligatures; no more."""
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
    """A quote that the text does not print exactly once: why, and the nearest text."""

    why: str
    nearest: str = ""


class Text:
    """One article's text as quotes are held against it.

    `folded` is the whole text in one line; offsets everywhere count its characters.
    """

    def __init__(self, raw: str) -> None:
        self.folded = fold(raw)
        self.fingerprint = hashlib.sha256(self.folded.encode()).hexdigest()
        self.words = len(self.folded.split())
        self._raw = raw

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
        return max(0, bisect_right([s.start for s in self.sentences], offset) - 1)

    def around(self, span: Span) -> Span:
        """Return the sentences that `span` touches, with one more on either side."""
        first, last = self.sentence_at(span.start), self.sentence_at(max(span.start, span.end - 1))
        last = min(last + 1, len(self.sentences) - 1)
        return Span(self.sentences[max(0, first - 1)].start, self.sentences[last].end)

    def occurrences(self, words: str) -> list[Span]:
        """Return every place where the folded words stand as whole words."""
        pattern = rf"(?<!\w){re.escape(words)}(?!\w)" if words else r"(?!)"
        return [Span(*m.span()) for m in re.finditer(pattern, self.folded)]

    def __getitem__(self, span: Span) -> str:
        return self.folded[span.start : span.end]


def find_direct(text: Text, exact: str) -> Span | NotFound:
    """Find the one place where `exact` is all that stands between a printed pair of marks."""
    words = fold(exact)
    places = [s for s in text.occurrences(words) if _between_marks(text.folded, s)]
    if len(places) == 1:
        return places[0]
    if places:
        return NotFound(f"the text prints these words between marks {len(places)} times")
    if whole := _longer_marks(text, words):
        return NotFound("is shorter than what stands between the printed marks", whole)
    if text.occurrences(words):
        return NotFound("the text prints these words, but not between quotation marks")
    return NotFound("is not in the text", nearest(words, text.folded))


def _between_marks(folded: str, span: Span) -> bool:
    before = folded[span.start - 1 : span.start]
    after = folded[span.end : span.end + 2]
    return bool(before) and before in "\"'" and (after[:1] == before or after == "," + before)


def _longer_marks(text: Text, words: str) -> str:
    marked = re.findall(r'"([^"]+)"', text.folded)
    return next((m.removesuffix(",") for m in marked if words in m), "")


def find_narration(text: Text, exact: str) -> list[Span] | NotFound:
    """Find the runs of a narration, in order, within one sentence; raise nothing."""
    runs = pieces(exact)
    for sentence in text.sentences:
        if spans := _runs_in(text, sentence, runs):
            return spans
    if all(text.occurrences(run) for run in runs):
        return NotFound("stitches together words of several sentences", _sentence_of(text, runs[0]))
    lost = next(run for run in runs if not text.occurrences(run))
    return NotFound("is not in the text", nearest(lost, text.folded))


def _runs_in(text: Text, sentence: Span, runs: list[str]) -> list[Span]:
    spans, at = [], sentence.start
    for run in runs:
        place = next((s for s in text.occurrences(run) if at <= s.start), None)
        if place is None or place.end > sentence.end:
            return []
        spans.append(place)
        at = place.end
    return spans


def _sentence_of(text: Text, run: str) -> str:
    return text[text.sentences[text.sentence_at(text.occurrences(run)[0].start)]]


def nearest(words: str, folded: str) -> str:
    """Return the slice of the text that is most like the words: a hint, never a proof."""
    from rapidfuzz import fuzz

    place = fuzz.partial_ratio_alignment(words, folded)
    if place is None:
        return ""
    start = folded.rfind(" ", 0, place.dest_start + 1) + 1
    end = folded.find(" ", place.dest_end)
    return folded[start : end if end >= 0 else None]


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
