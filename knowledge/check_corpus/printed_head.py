"""Hold an article's head against where its text prints it: in lines of its own, not in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.subject_places import find_words
from knowledge.corpus.errors import Fault
from knowledge.text import head_dates
from knowledge.text.article_text import Span
from knowledge.text.dates_at_verbs import skip_dateline
from knowledge.text.english import byline_words
from knowledge.text.english.frame_words import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.model import Article
    from knowledge.speech.reading import Reading, Sentence

_OR_NULL = "Copy it as the head prints it, or write null if the text does not print it."


class PrintedHead:
    """The head of one article, and the text that prints it."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._article, self._reading, self._text = article, reading, reading.text

    def faults(self) -> Iterator[Fault]:
        """Yield what of a head stands in the text, but not as what it is given as."""
        yield from self._title()
        for name in ("byline", "publisher", "agency"):
            words = getattr(self._article, name)
            places = list(find_words(words, self._text.folded)) if words else []
            if places and not any(self._is_of_head(name, at) for at in places):
                why = f"The text prints {words!r} only in its prose, and not as its {name}."
                yield Fault((name,), why, _OR_NULL)
        yield from self._published()

    def _title(self) -> Iterator[Fault]:
        title = self._article.title
        places = list(find_words(title, self._text.folded)) if title else []
        if places and not any(map(self._fills_its_lines, places)):
            why = f"{title!r} is not a whole line of the text."
            yield Fault(("title",), why, "Copy the headline whole.")

    def _fills_its_lines(self, at: Span) -> bool:
        lines = [line for line in self._text.lines if line.touches(at)]
        before = self._text[Span(lines[0].start, at.start)]
        after = self._text[Span(at.end, lines[-1].end)].lstrip("\"'.")
        begins = not before.strip("\"' ") or byline_words.BEFORE_A_TITLE.search(before)
        return bool(begins) and (not after or bool(byline_words.AFTER_A_TITLE.match(after)))

    def _is_of_head(self, name: str, at: Span) -> bool:
        """Return whether a name stands in a line of its own, or as who wrote or published it."""
        sentence = self._reading.find_sentence(at.start)
        if sentence is None or not self._is_prose(sentence):
            return not self._is_in_title(at)
        before = self._text[Span(sentence.span.start, at.start)]
        after = self._text[Span(at.end, sentence.span.end)]
        if name == "byline":
            written = byline_words.BEFORE_A_BYLINE.search(before)
            return bool(written or byline_words.AFTER_A_BYLINE.match(after))
        dateline = at.end <= sentence.span.start + skip_dateline(self._text[sentence.span])
        return dateline or bool(byline_words.BEFORE_ITSELF.search(before)) or before[-1:] == "("

    def _is_prose(self, sentence: Sentence) -> bool:
        words = self._text[sentence.span]
        return sentence.main and any(m[0].islower() for m in FINITE.finditer(words))

    def _is_in_title(self, at: Span) -> bool:
        title = self._article.title
        return bool(title) and any(t.holds(at) for t in find_words(title or "", self._text.folded))

    def _published(self) -> Iterator[Fault]:
        """Yield a fault where the head prints a day and `published` does not say so."""
        published = self._article.published
        prose = (s.span.start for s in self._reading.sentences if self._is_prose(s))
        first = next(prose, 0)
        days = list(head_dates.days(self._text.folded[:first]))
        if published.printed or len(days) != 1:
            return
        why = f"The head prints a day: {days[0].printed!r}."
        what_to_do = "Give it in 'printed', with that day and the basis 'printed'."
        yield Fault(("published", "printed"), why, what_to_do)
