"""The sets of questions, the corpus each is asked of, and how much must be answered right."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.cli.ask import ask
from knowledge.corpus.folder import ENTRIES
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.questions.gold import Mark, judge, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.answer import Answer
    from tests.questions.gold import Judgment, Row

HERE = Path(__file__).parent
TODAY = date(2026, 11, 29)  # one day for all, so that "last year" has one meaning


class QuestionSet(NamedTuple):
    name: str
    file: Path
    entries: Path
    floor: int
    """The percentage that must be right; none may be WRONG."""


SETS = [
    QuestionSet("korea", HERE / "korea.json", ENTRIES, floor=98),
    QuestionSet("second", HERE / "second.json", HERE / "second" / "entries", floor=99),
]
# Gold about the built-in corpus that is not in the repository.
_FILE = os.environ.get("STANCEBOOK_QUESTIONS")
FURTHER = QuestionSet("further", Path(_FILE), ENTRIES, floor=95) if _FILE else None


class Asked(NamedTuple):
    row: Row
    answer: Answer
    judgment: Judgment


class Score(NamedTuple):
    kinds: dict[str, Counter[Mark]]
    """How many questions of each kind have each mark."""

    @property
    def overall(self) -> Counter[Mark]:
        return sum(self.kinds.values(), Counter())

    @property
    def percent_right(self) -> float:
        return 100 * self.overall[Mark.RIGHT] / self.overall.total()

    def holds(self, floor: int) -> bool:
        return self.percent_right >= floor and not self.overall[Mark.WRONG]


def open_corpus(entries: Path, folder: Path) -> KnowledgeBase:
    """Build the kb of entries in a folder and open it, with no article text at hand."""
    file = folder / f"{entries.parent.name}.sqlite"
    if not file.exists():
        build(entries, file)
    return KnowledgeBase(file)


def asked_of(kb: KnowledgeBase, rows: Iterable[Row]) -> Iterator[Asked]:
    for row in rows:
        answer = ask(kb, row.question, TODAY).answer
        yield Asked(row, answer, judge(row.gold, answer))


def ask_all(questions: QuestionSet, folder: Path) -> list[Asked]:
    """Ask a whole set of its corpus, whose kb is built in a folder."""
    with closing(open_corpus(questions.entries, folder)) as kb:
        return list(asked_of(kb, rows_of(questions.file)))


def score(asked: Iterable[Asked]) -> Score:
    kinds: dict[str, Counter[Mark]] = {}
    for each in asked:
        kinds.setdefault(each.row.kind, Counter())[each.judgment.mark] += 1
    return Score(kinds)
