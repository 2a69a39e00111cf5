"""A file that is too long, or takes too long to read, is refused in words."""

from __future__ import annotations

import signal
from datetime import date

import pytest

from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.errors import IntakeError
from knowledge.corpus.model import Interval
from knowledge.intake.add import drafts
from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.add.library import DraftReader
from knowledge.intake.read import candidate_search, reading_limits
from knowledge.intake.read.head import Head
from knowledge.intake.read.reading_limits import SlowTextError, limit_time

DAY = Interval(from_=date(2025, 7, 9), to=date(2025, 7, 9), printed="July 9, 2025", basis="printed")
HAS_CLOCK = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such clock")
SHORT = 0.02


def _turn(*_, **_options):
    while True:
        pass


def _turn_stubbornly():
    """Go on after the first error, as a library may that catches all."""
    try:
        _turn()
    except Exception:  # noqa: BLE001 (that is what some do)
        _turn()


@HAS_CLOCK
@pytest.mark.parametrize("work", [_turn, _turn_stubbornly])
def test_what_takes_too_long_is_stopped_and_told(work, monkeypatch):
    monkeypatch.setattr(reading_limits, "_AGAIN", SHORT)
    with pytest.raises(SlowTextError, match=r"took more than 0\.02 seconds"), limit_time(SHORT):
        work()


@HAS_CLOCK
def test_the_limit_ends_with_the_work_and_the_outer_one_holds():
    before = signal.getsignal(signal.SIGVTALRM)
    with limit_time(100), limit_time(SHORT):
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] > SHORT
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0
    assert signal.getsignal(signal.SIGVTALRM) is before


@HAS_CLOCK
def test_finding_candidates_has_a_limit(monkeypatch):
    monkeypatch.setattr(reading_limits, "SECONDS", SHORT)
    monkeypatch.setattr(candidate_search, "find_quotations", _turn)
    with pytest.raises(IntakeError, match="Copy the article's own text into a file"):
        DraftReader.of(Corpus()).find_candidates("So it is.", Head(published=DAY))


def test_a_text_that_is_longer_than_any_article_is_refused(monkeypatch):
    monkeypatch.setattr(reading_limits, "LONGEST", 1000)
    assert read_article(b"So it is. " * 100, Head()).text
    with pytest.raises(IntakeError, match="has 1,010 characters, and an article has 1,000 at most"):
        read_article(b"So it is. " * 101, Head())


def test_an_entry_has_no_more_drafts_than_can_be_read_again_and_the_rest_is_told(monkeypatch):
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 2)
    said = "\n\n".join(
        f"“We will keep number {i} running,” Marta Quill said on Monday. It was late in the {i}th year."
        for i in range(3)
    )
    read = read_article(f"July 9, 2025\n\n{said}\n".encode(), Head())
    entry, left_out = DraftReader.of(Corpus()).draft_entry(read.raw, read.text, read.head)
    assert len(entry.statements) == 2
    assert left_out == ["1 proposal, because an entry holds 2 drafts at most. --review shows all."]
