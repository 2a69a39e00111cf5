"""From candidates to statements: drafts that hold against the text, or a word on why not."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from knowledge import model
from knowledge.codebook import NARRATION_WORDS
from knowledge.cuts import KEPT
from knowledge.entry import Entry
from knowledge.model import Kind, QuoteKind, Sourcing
from knowledge.proof import article_problems
from knowledge.quoting import SHORT_DIRECT, Span, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.claims import Names
    from knowledge.intake.candidates import Candidate
    from knowledge.intake.head import Head
    from knowledge.quoting import Text

UNWORDED: Final = "To be worded by a curator."
_ID: Final = 44  # characters of an article's id, so that its statements' ids fit


def slug(words: str, length: int = _ID) -> str:
    """Return words as an id: lower case, hyphens, no longer than may be, cut between words."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(words).lower().replace("'", "")).strip("-")
    return (
        plain if len(plain) <= length else plain[: length + 1].rpartition("-")[0] or plain[:length]
    )


def article_id(head: Head, text: Text) -> str:
    """Return an id from outlet, month and headline; without a headline, from the fingerprint."""
    month = head.published.to.strftime("%Y-%m") if head.published else ""
    parts = [slug(head.publisher or head.agency or "", 16), month, slug(head.title or "", 24)]
    made = "-".join(part for part in parts if part)
    return made if head.title else f"{made}-{text.fingerprint[:8]}".strip("-")


def article(head: Head, text: Text, name: str) -> model.Article:
    """Return an entry without statements; the head must have a date."""
    if head.published is None:
        msg = "an article needs the day it was published"
        raise ValueError(msg)
    folded = text.folded
    return model.Article(
        id=name,
        agency=_printed(head.agency, folded),
        publisher=_printed(head.publisher, folded),
        title=_printed(head.title, folded),
        byline=_printed(head.byline, folded),
        url=head.url,
        published=_published(head.published, folded),
        fingerprint=text.fingerprint,
        words=text.words,
    )


def _printed(words: str | None, folded: str) -> str | None:
    """Keep only what the text prints: an entry says no more."""
    return words if words and fold(words) in folded else None


def _published(published: model.Interval, folded: str) -> model.Interval:
    if published.printed and fold(published.printed) in folded:
        return published
    why = "date inferred from an outside fact: given by the curator who added the text"
    return model.Interval(from_=published.from_, to=published.to, basis=why)


def statements(
    made: Iterable[Candidate], text: Text, name: str, *, draft: bool = True
) -> list[model.Statement]:
    """Return one statement for all quotations of one attribution."""
    wanted = [c for c in made if c.no_quote is None and c.speaker is not None]
    groups = groupby(wanted, key=lambda c: (c.group, c.speaker.key if c.speaker else ""))
    return [
        statement(list(group), text, f"{name}-{number}", draft=draft)
        for number, (_, group) in enumerate(groups, start=1)
    ]


def statement(
    group: list[Candidate], text: Text, name: str, *, draft: bool, summary: str = UNWORDED
) -> model.Statement:
    first = group[0]
    if first.said is None:
        msg = "a candidate with a speaker has a date"
        raise ValueError(msg)
    return model.Statement(
        id=name,
        draft=draft,
        said=first.said,
        speaker=_speaker(first),
        on_behalf_of=first.holder,
        sourcing=first.sourcing,
        via=first.via,
        summary=summary,
        quotes=tuple(_quotes(group, text)),
    )


def _speaker(made: Candidate) -> model.Speaker | None:
    """Return the speaker; a name that the corpus does not know is described as printed."""
    speaker = made.speaker
    if speaker is None or made.sourcing is Sourcing.OUTLET:
        return None
    if speaker.id:
        as_ = speaker.as_ if speaker.kind is Kind.PERSON else None
        return model.Speaker(id=speaker.id, as_=as_)
    return model.Speaker(id=None, description=speaker.description or speaker.name, as_=speaker.as_)


def _quotes(group: list[Candidate], text: Text) -> Iterator[model.Quote]:
    """Yield the direct quotes, and a clause of the outlet where one of few words needs it."""
    for made in group:
        speaker = made.speaker
        if speaker is None:
            continue
        yield model.Quote(
            kind=QuoteKind.DIRECT,
            exact=made.exact,
            start=made.quotation.words.start,
            end=made.quotation.words.end,
            attribution=text[speaker.printed],
            refers_to=speaker.refers_to,
        )
    short = [c for c in group if len(c.exact.split()) < SHORT_DIRECT]
    for sentence in dict.fromkeys(c.sentence for c in short):
        yield _clause(text, sentence, next(c for c in short if c.sentence == sentence))


def _clause(text: Text, sentence: Span, made: Candidate) -> model.Quote:
    """Return the shortest run of the sentence that may stand for it around a quotation."""
    speaker = made.speaker
    run = _shortest(text, sentence, made) or _window(text, sentence, made.quotation.whole.start)
    start, end = run
    before, after = start > sentence.start, end < sentence.end
    exact = f"{'[…] ' * before}{text[run]}{' […]' * after}"
    return model.Quote(
        kind=QuoteKind.NARRATION,
        exact=exact,
        start=start,
        end=end,
        attribution=text[speaker.printed] if speaker else None,
        refers_to=speaker.refers_to if speaker else None,
    )


def _shortest(text: Text, sentence: Span, made: Candidate) -> Span | None:
    """Return the run from speaker to quotation, unless what is left out changes the meaning."""
    if made.speaker is None or not sentence.holds(made.speaker.printed):
        return None
    whole, printed = made.quotation.whole, made.speaker.printed
    run = Span(min(whole.start, printed.start), max(whole.end, printed.end))
    left_out = [Span(sentence.start, run.start), Span(run.end, sentence.end)]
    lost = any(p.search(text[gap]) for p in KEPT.values() for gap in left_out)
    long = len(text[run].split()) > NARRATION_WORDS
    return None if lost or long or not text[left_out[1]].strip(".,) ") else run


def _window(text: Text, sentence: Span, quoted: int) -> Span:
    """Return the sentence; of a long one the words to its end, or else so far as may be shown.

    What relays a sentence mostly closes it, and may not be cut.
    """
    words = [Span(m.start(), m.end()) for m in re.finditer(r"\S+", text[sentence])]
    spare = len(words) - NARRATION_WORDS
    if spare <= 0:
        return sentence
    at = next((i for i, w in enumerate(words) if sentence.start + w.end > quoted), 0)
    first = min(at, spare)
    last = words[first + NARRATION_WORDS - 1]
    return Span(sentence.start + words[first].start, sentence.start + last.end)


def proved(entry: model.Article, text: Text, names: Names) -> tuple[model.Article, list[str]]:
    """Leave out each statement that does not hold against the text, and say why."""
    left_out = list[str]()
    while problems := list(article_problems(Entry("", entry, {}), text, names)):
        at, why = next(
            (
                (int(f[1]), p.why)
                for p in problems
                if (f := p.field.split("."))[0] == "statements" and len(f) > 1
            ),
            (len(entry.statements) - 1, problems[0].why),
        )
        if at < 0:
            return entry, [*left_out, *(p.why for p in problems)]
        lost = entry.statements[at]
        left_out.append(f"{lost.quotes[0].exact[:60]!r}: {why}")
        kept = entry.statements[:at] + entry.statements[at + 1 :]
        entry = entry.model_copy(update={"statements": kept})
    return entry, left_out
