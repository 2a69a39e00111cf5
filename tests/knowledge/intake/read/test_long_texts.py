"""Reading and drafting take work in step with the length of a text, whatever it repeats."""

from __future__ import annotations

import pytest

from knowledge.corpus.corpus_reader import Corpus
from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.add.library import DraftReader
from knowledge.intake.read import quotes_in_marks
from knowledge.intake.read.head import Head
from tests.steps import LINEAR, count_steps

HEAD = "Harbor Gazette\n\nEnvoy calls river plan premature\n\nJuly 9, 2025\n\n"
READER = DraftReader.of(Corpus())
PIECES = {
    "the same words": "“We are ready,” Marta Quill said.\n\n",
    "the same words in one paragraph": "“We are ready,” Marta Quill said. ",
    "other words in one paragraph": "“We are ready, {},” Marta Quill said. ",
    "words of a pronoun": "“No,” she said. ",
    "a run that is never closed": "“We go on {}.\n\n",
    "one endless sentence": "Marta Quill said it was {}, ",
    "marks in one endless sentence": "“no {}” and, ",
}


def _draft(piece, times):
    raw = HEAD + "".join(piece.replace("{}", _count(i)) for i in range(times))
    read = read_article(raw.encode(), Head())
    return READER.draft_entry(read.raw, read.text, read.head)


def _count(number):
    """Return a number in letters, as a name that no other number has."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}").title()


@pytest.mark.slow(seconds=12)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_drafting_grows_with_the_text(piece):
    _draft(piece, 60)  # what is loaded on first use
    short, long = (count_steps(lambda n=n: _draft(piece, n)) for n in (60, 240))
    assert long / short < LINEAR


def test_a_paragraph_is_judged_once_for_all_its_quotations(monkeypatch):
    judged = []
    judge = quotes_in_marks._is_no_prose
    monkeypatch.setattr(
        quotes_in_marks, "_is_no_prose", lambda words: judged.append(words) or judge(words)
    )
    _draft(PIECES["the same words in one paragraph"], 50)
    assert len(judged) == 1
