"""What costs most: invented questions at the five articles, and at generated corpora of more.

CPU of one thread beside wall, the least of a few runs, texts at hand. Chance first, then mutants of
the costliest. Against rapidfuzz's partial_ratio of the same words in the same texts, which finds
where they stand nearly, and nothing else. python -m tests.bench.worst [QUESTIONS [SEED [ARTICLES]]]
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from faker import Faker
from rapidfuzz import fuzz

from knowledge.corpus.folder import ENTRIES
from knowledge.intake.add.bulk_adding import BulkReport, add_folder
from knowledge.intake.add.library import Library
from knowledge.intake.read.head import Head
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.shipped import open_kb
from knowledge.questions.question import MAX_LENGTH
from tests.bench.adding import article
from tests.hostile_questions import HostileQuestion, HostileQuestions, named_hostile_questions
from tests.questions.gold import rows_of
from tests.questions.question_sets import SETS

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTIONS = 2_000
CLIMBED = 0.1  # of them are mutants, which take ten times as long
SEED = 20261
BUDGET = 100.0  # milliseconds of CPU
SHOWN = 10
ECHOED = 60  # characters
DRAWN_FROM = 50  # texts
TODAY = date(2026, 11, 29)
TEXTS = os.environ.get("STANCEBOOK_ARTICLES")

Figures = dict[str, float | int | str]


class Cost(NamedTuple):
    """Milliseconds: of the thread's CPU, which counts, and of the clock."""

    cpu: float
    wall: float


def cost(work: Callable[[], object], times: int = 1) -> Cost:
    """Return the least cost of a few runs: the rest is what else the machine did."""
    found = []
    for _ in range(times):
        cpu, wall = time.thread_time(), time.perf_counter()
        work()
        found.append(Cost((time.thread_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3))
    return min(found)


def cost_of(kb: KnowledgeBase, question: HostileQuestion, times: int = 1) -> Cost:
    return cost(lambda: question.ask_of(kb, TODAY), times)


def find_worst(
    kb: KnowledgeBase, texts: list[str], count: int, seed: int
) -> list[tuple[Cost, HostileQuestion]]:
    """Return the costliest of so many questions, measured again, the worst first."""
    asked = [row.question for questions in SETS for row in rows_of(questions.file)]
    drawn = HostileQuestions(seed, kb, texts[:DRAWN_FROM], asked)
    found = {q: cost_of(kb, q).cpu for _, q in named_hostile_questions(drawn.words)}
    chance = int(count * (1 - CLIMBED))
    for _ in range(chance):
        question = drawn.draw()
        found[question] = cost_of(kb, question).cpu
    drawn.climb(lambda q: cost_of(kb, q).cpu, found, count - chance)
    worst = sorted(found, key=found.__getitem__, reverse=True)[: 3 * SHOWN]
    again = [(cost_of(kb, question, 5), question) for question in worst]
    return sorted(again, reverse=True)[:SHOWN]


def peer(question: HostileQuestion, texts: list[str]) -> float:
    """Return the CPU that rapidfuzz takes to align the words with each text."""
    words = question.text[:MAX_LENGTH]
    return cost(lambda: [fuzz.partial_ratio(words, text) for text in texts], 3).cpu


def show(question: HostileQuestion) -> str:
    """Return the question shortened and escaped, with its length."""
    text = question.text.encode("ascii", "backslashreplace").decode()
    cut = text if len(text) <= ECHOED else f"{text[: ECHOED // 2]} ... {text[-ECHOED // 2 :]}"
    return f"{question.surface} {cut!r} ({len(question.text):,})"


def measure(kb: KnowledgeBase, folder: Path | None, count: int, seed: int) -> Figures:
    """Return the worst of so many questions of a knowledge base."""
    files = sorted(folder.glob("*.txt")) if folder else []
    texts = [file.read_text(encoding="utf-8") for file in files]
    gc.collect()
    gc.freeze()  # as the running bot does
    worst = find_worst(kb, texts, count, seed)
    gc.unfreeze()
    figures: Figures = {"questions": count, "texts": len(texts)}
    figures["worst, ms of CPU"] = round(worst[0][0].cpu, 1)
    figures["within budget"] = str(worst[0][0].cpu <= BUDGET)
    for taken, question in worst:
        shown = f"{taken.cpu:.1f} ms of CPU, {taken.wall:.1f} of wall"
        if texts and (other := peer(question, texts[:DRAWN_FROM])):
            shown += f", {taken.cpu / other:.2g} times rapidfuzz"
        figures[show(question)] = shown
    return figures


def run(kb: KnowledgeBase, count: int = QUESTIONS, seed: int = SEED) -> Figures:
    folder = Path(TEXTS) if TEXTS else None
    with closing(KnowledgeBase(kb.path, folder)) as opened:
        return measure(opened, folder, count, seed)


def grow(articles: int, count: int, seed: int) -> Figures:
    """Return the worst of so many questions at a generated corpus of so many articles more."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        generate(articles, place)
        build(place / "corpus", place / "kb.sqlite")
        with closing(KnowledgeBase(place / "kb.sqlite", place / "articles")) as kb:
            return measure(kb, place / "articles", count, seed)


def generate(count: int, place: Path) -> None:
    """Write a corpus of the five articles and so many generated ones, with their texts."""
    shutil.copytree(ENTRIES, place / "corpus")
    (place / "in").mkdir()
    faker = Faker()
    faker.seed_instance(7)
    for i in range(count):
        (place / "in" / f"{i:05}.txt").write_text(article(faker, i), encoding="utf-8")
    library = Library.open(place / "corpus", place / "articles")
    for _ in add_folder(library, place / "in", Head(), BulkReport(), workers=2):
        pass
    for file in (place / "corpus" / "articles").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\ndraft: true\n", "\n"), encoding="utf-8")


def main(words: list[str]) -> bool:
    count, seed, articles = (*map(int, words), *(QUESTIONS, SEED, 0)[len(words) :])
    figures = grow(articles, count, seed) if articles else run(open_kb(), count, seed)
    for key, value in figures.items():
        print(f"{key:110} {value}")
    return figures["within budget"] == "True"


if __name__ == "__main__":
    sys.exit(not main(sys.argv[1:]))
