"""How a review begins: the text and its head are read, and the decisions so far are taken up."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from knowledge.corpus.corpus_lock import keep_lock
from knowledge.corpus.errors import IntakeError
from knowledge.intake.add import article_store, drafts
from knowledge.intake.add.bulk_adding import JOURNALS
from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.read.head import Head
from knowledge.intake.review import drafts_on_record, new_quotations
from knowledge.intake.review.base_entry import make_base
from knowledge.intake.review.decision_journal import DecisionJournal, Step
from knowledge.intake.review.review_session import Review
from knowledge.text.article_text import Text
from knowledge.text.head_dates import printed_date

if TYPE_CHECKING:
    from knowledge.intake.add.library import Library
    from knowledge.intake.read.candidate import Candidate

_REVIEWED: Final = (
    "Somebody else is reviewing this text. Go on with it once they have left their review."
)


def begin_review(
    library: Library, content: bytes, given: Head, *, again: bool = False
) -> Review | article_store.AddedText:
    """Begin or go on with a text's review; with `again`, of the drafts of one on record.

    Raises IntakeError where the text cannot be read, or nothing gives its day of publication.
    """
    raw, text, found, _ = read_article(content, given)
    journal = _open_journal(library, text)
    head = found.override(**_read_given(journal))
    same = library.find_known_text(text)
    if same and not again:
        return same
    every = _find_candidates(library, raw, head, journal)
    base, on_record = make_base(library, head, text)
    made = drafts_on_record.find_undecided(base, every, text)
    drafted = drafts_on_record.find_proposed_again(base, made, text)
    journal.align([_make_key(c) for c in made])
    return Review(library, raw, text, base, head, made, journal, drafted, on_record)


def _find_candidates(
    library: Library, raw: str, head: Head, journal: DecisionJournal
) -> list[Candidate]:
    """Return what the reading proposes and what the curator found, as the text prints them."""
    found, new = library.reader.find_candidates(raw, head), journal.quotations
    if head.published and new:
        known = library.reader.known
        found += new_quotations.make_candidates(Text(raw), head.published, known, new)
    return sorted(found, key=lambda c: (c.whole.start, c.whole.end))


def _make_key(made: Candidate) -> str:
    """Return what a candidate is known again by: its kind, its place, and who is given it."""
    speaker = made.speaker
    printed = f"{speaker.printed.start}-{speaker.printed.end}" if speaker else "nobody"
    return f"{made.kind} {made.whole.start}-{made.whole.end} {printed}"


def give_head(library: Library, content: bytes, name: str, value: str) -> None:
    """Keep a field of the head that a curator gives; `begin_review` reads it again."""
    step = Step(what=f"{name}: {value or 'not printed'}", head={name: value})
    _open_journal(library, read_article(content, Head()).text).take(step)


def find_head_problem(library: Library, content: bytes, name: str, value: str) -> str | None:
    """Return what the text speaks against a field of the head that a curator gives, if anything."""
    read = read_article(content, Head())
    given = _convert_given({name: value})
    entry = drafts.make_article(read.head.override(**given), read.text, "new")
    faults = library.reader.check.find_faults(entry, read.text)
    return next((f.why for f in faults if f.where[:1] == (name,)), None)


def _open_journal(library: Library, text: Text) -> DecisionJournal:
    """Return the decisions on disk, beside the texts: they hold words of the article.

    Raises IntakeError while another sitting reviews the same text: they would share one journal.
    """
    corpus = sha256(str(library.entries.resolve()).encode()).hexdigest()[:8]
    file = library.articles / JOURNALS / f"review-{text.fingerprint[:16]}-{corpus}.jsonl"
    journal = DecisionJournal(file)
    if not keep_lock(journal.lock):
        raise IntakeError(_REVIEWED)
    journal.resume()
    return journal


def _read_given(journal: DecisionJournal) -> dict[str, Any]:
    """Return what a curator gave of the head; an empty answer is one too, and gives nothing."""
    return _convert_given(journal.head)


def _convert_given(head: dict[str, str]) -> dict[str, Any]:
    given: dict[str, Any] = {name: value for name, value in head.items() if value}
    if "published" in given:
        given["published"] = printed_date(given["published"])
    return given
