"""An article's text as quotes are held against it: folded, in sentences, and as printed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from knowledge.text.english.titles import ENDS_WITH_TITLE, LONGEST_TITLE
from knowledge.text.letter_table import LetterTable
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The whole of what may differ between a quote and the text: nothing else is folded.
_LONG_DASHES = "—―"
_MARK = "\x1a"  # stands for a long dash until its place is noted: it parts words, a hyphen does not
_FOLDED = LetterTable(
    {
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys(_LONG_DASHES, _MARK),
        _MARK: "",
        "\N{SOFT HYPHEN}": "",
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
_FOR_A_SEARCH = 10  # steps of a search through an article
_FOR_A_PLACE = 4  # steps for each place found
# A word that was parted at a line's end, where a soft hyphen shows: its halves are one word.
_PARTED = re.compile("\N{SOFT HYPHEN}(?:[^\\S\\n]*\\n[^\\S\\n]*|[^\\S\\n]+)(?=\\w)")
_WORD = re.compile(r"\w")
_INSIDE_WORD = re.compile(r"\w\w")
_JOINED = re.compile(r"\w['-]\w|\d[.,]\d")
_SPACES = re.compile(r"\s+")
_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*•)")
# Where a sentence ends with a word that only looks abbreviated: "in May.", "told me.", "said no."
_WHOLE_WORDS = "May me Me no No art miss".split()
_ENDS_THERE = "|".join(
    rf"(?<=\b{word}\.{mark}\s)" for word in _WHOLE_WORDS for mark in ("", "['\"]")
)
# The space is sought first, and one behind a stop or mark: that is many times as fast.
_NO_ABBREVIATION = re.compile(rf"\s(?<=[.'\"]\s)(?:{_ENDS_THERE})\s*+(?=['\"(]*+[A-Z])")
SHORT_DIRECT = 5  # words; a shorter direct quote is shown inside its clause
CUT = "[...]"  # the folded form of […], which marks what a narration leaves out


def fold(text: str) -> str:
    """Fold Unicode form, white space, quotation marks, dashes, ellipses and ligatures; no more."""
    return _marked(text).replace(_MARK, "-")


def _marked(text: str) -> str:
    """Fold all but the long dashes."""
    if not text.isascii() or _MARK in text:
        text = _FOLDED.apply(_PARTED.sub("", text))
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def pieces(exact: str) -> list[str]:
    """Return the runs of a quote between its cuts, folded."""
    return [run for part in fold(exact).split(CUT) if (run := part.strip())]


def _join_titles(sentences: Iterable[str]) -> Iterator[str]:
    """Yield sentences, none of which ends with the dot of a title: "He met Ms. Dong"."""
    held = ""
    for sentence in sentences:
        held += sentence
        if not ENDS_WITH_TITLE.search(held, max(0, len(held.rstrip()) - LONGEST_TITLE)):
            yield held
            held = ""
    if held:
        yield held


class Span(NamedTuple):
    """A slice of a folded text: offsets in characters, the end not included."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Text:
    """One article's text as quotes are held against it.

    `folded` is the whole text in one line; offsets everywhere count its characters. `raw` has its
    lines and marks as they are printed.
    """

    def __init__(self, raw: str) -> None:
        marked = _marked(raw)
        self.folded = marked.replace(_MARK, "-")
        self._dashes = frozenset([m.start() for m in re.finditer(_MARK, marked)])
        self.located: dict[tuple[str, str], list[list[Span]]] = {}  # by kind and words of a quote
        self.beside: dict[tuple[str, tuple[str, ...]], list[Span]] = {}  # posts, by holder's names
        self.located_at: dict[tuple[str, str], dict[tuple[int, int], list[list[Span]]]] = {}
        self.raw = _PARTED.sub("", raw)

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

        parts = [segment("en", self.folded[p.start : p.end]) for p in self.paragraphs]
        joined = (s for sentences in parts for s in _join_titles(sentences))
        return self._locate([s for sentence in joined for s in _NO_ABBREVIATION.split(sentence)])

    @cached_property
    def paragraphs(self) -> list[Span]:
        return self._locate(_PARAGRAPHS.split(self.raw))

    def paragraph_around(self, span: Span) -> Span:
        """Return the paragraph that holds a span, or the span where none holds it whole."""
        found = self.paragraphs[self.paragraph_at(span.start)] if self.paragraphs else span
        return found if found.holds(span) else span

    @cached_property
    def lines(self) -> list[Span]:
        """The lines as they are printed, but for empty ones."""
        return self._locate(self.raw.splitlines())

    def _locate(self, parts: list[str]) -> list[Span]:
        spans, at = [], 0
        for part in filter(None, map(fold, parts)):
            start = self.folded.index(part, at)
            at = start + len(part)
            spans.append(Span(start, at))
        return spans

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the paragraph that holds the character at `offset`."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

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
        spend(_FOR_A_SEARCH + _FOR_A_PLACE * len(found))
        return [span for span in found if self.is_whole(span)]

    def is_whole(self, span: Span) -> bool:
        """Return whether a span begins and ends with whole words and numbers."""
        return not (self._cuts_word(span.start) or self._cuts_word(span.end))

    def _cuts_word(self, at: int) -> bool:
        """Return whether a word or number goes on across an offset: can't, 3,500, non-binding."""
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
        after = self.folded[span.end : self._word_end(span.end)]
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

    def _word_end(self, offset: int) -> int:
        end = self.folded.find(" ", offset)
        return end if end >= 0 else len(self.folded)

    @cached_property
    def _printed_words(self) -> list[str]:
        """The words of the raw text, but for those that folding leaves nothing of."""
        return [word for word in self.raw.split() if word.isalnum() or _marked(word)]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [0, *(m.end() for m in _SPACES.finditer(self.folded))]
