"""Invented texts as the intake reads them, with no name on record."""

from __future__ import annotations

from datetime import date

from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.model import Interval
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text

NOBODY = KnownNames.of(Corpus())
PUBLISHED = Interval(
    from_=date(2025, 4, 16), to=date(2025, 4, 16), printed="16 April 2025", basis="printed"
)


def read(raw, title=None):
    return find_candidates(raw, PUBLISHED, NOBODY, title=title)


def list_said(raw):
    """Return each proposed quotation with whoever is given for it."""
    text = Text(raw)
    return [(c.exact(text), c.speaker.key) for c in read(raw) if c.quotation and not c.no_quote]


def list_speakers(raw):
    return [speaker for _, speaker in list_said(raw)]


def list_narrations(raw):
    text = Text(raw)
    return [c.exact(text) for c in read(raw) if not c.quotation]
