"""Stancebook's /check on the benchmark: the whole answer to the command, as a reader gets it."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from bot.cli.ask import ask
from knowledge.check_quote import Verdict
from knowledge.corpus import canonical
from knowledge.corpus.model import Article
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.text.article_text import Text
from tests.check_benchmark.build_set import CORPORA
from tests.check_benchmark.cases import (
    ALTERED,
    MISLEADING_CUT,
    NOT_PRINTED,
    PRINTED,
    ROOT,
    UNCLEAR,
    WRONG_SPEAKER,
    Finding,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bot.answers.answer import Check
    from tests.check_benchmark.cases import Case

TODAY = date(2026, 11, 29)
_DAY = {"from": "2025-01-01", "to": "2025-01-01", "printed": "1 January 2025", "basis": "printed"}
_FOUND = {
    Verdict.EXACT: PRINTED,
    Verdict.PART: PRINTED,
    Verdict.DIFFERS: ALTERED,
    Verdict.NOT_THEIRS: WRONG_SPEAKER,
    Verdict.NOT_FOUND: NOT_PRINTED,
    Verdict.NOT_PROVED: UNCLEAR,
    Verdict.NOT_CHECKED: UNCLEAR,
}


def check_all(cases: Iterable[Case], folder: Path) -> Iterator[Finding]:
    """Yield a finding for each case, in no order; `folder` is for the knowledge bases."""
    by_text: dict[str, list[Case]] = {}
    for case in cases:
        by_text.setdefault(case.source_path or "", []).append(case)
    alone = by_text.pop("", [])
    yield from _check_in_corpora(by_text, folder)
    yield from _check_sentences(alone, folder)


def _check_in_corpora(by_text: dict[str, list[Case]], folder: Path) -> Iterator[Finding]:
    for number, (entries, texts) in enumerate(CORPORA):
        file = folder / f"corpus-{number}.sqlite"
        build(entries, file)
        own = [path for path in by_text if (ROOT / path).parent == texts]
        with closing(KnowledgeBase(file, texts)) as kb:
            for path in own:
                yield from (check(kb, case) for case in by_text[path])


def _check_sentences(cases: list[Case], folder: Path) -> Iterator[Finding]:
    """Check claims of one sentence, with no other text at hand: an article of it, by nobody."""
    entries = folder / "sentences" / "articles"
    entries.mkdir(parents=True)
    for text in {Text(case.text).fingerprint: Text(case.text) for case in cases}.values():
        article = _article_of(text)
        (entries / f"{article.id}.yaml").write_text(canonical.write(article), encoding="utf-8")
    build(entries.parent, folder / "sentences.sqlite")
    for case in cases:
        alone = folder / "texts" / case.id
        alone.mkdir(parents=True)
        (alone / "text.txt").write_text(case.text, encoding="utf-8")
        with closing(KnowledgeBase(folder / "sentences.sqlite", alone)) as kb:
            yield check(kb, case)


def _article_of(text: Text) -> Article:
    return Article.model_validate(
        {
            "id": f"sentence-{text.fingerprint[:12]}",
            "agency": None,
            "publisher": "Benchmark",
            "title": None,
            "byline": None,
            "url": None,
            "published": _DAY,
            "fingerprint": text.fingerprint,
            "words": text.words,
        }
    )


def check(kb: KnowledgeBase, case: Case) -> Finding:
    """Ask /check; a first question opens what is opened once, and is not measured."""
    _ = kb.passages
    question = f"/check {case.speaker or ''} “{case.claim}”"
    started = time.process_time()
    answer = ask(kb, question, TODAY).answer
    seconds = time.process_time() - started
    checks = answer.checks
    if len(checks) != 1:
        return Finding(case.id, UNCLEAR, seconds, f"{len(checks)} checks")
    warned = [f"{one.kind} {one.where}: {one.word}" for one in checks[0].meaning_changes]
    return Finding(
        case.id, _find(checks[0]), seconds, "; ".join([checks[0].verdict.value, *warned])
    )


def _find(check: Check) -> str:
    """Return what the answer finds; whatever it says to be careful of is a cut that misleads."""
    if check.theirs is False:
        return WRONG_SPEAKER
    found = _FOUND[check.verdict]
    if found != PRINTED:
        return found
    if check.meaning_changes:
        return MISLEADING_CUT
    is_open = check.unknown_names or check.possible_speakers
    return UNCLEAR if is_open or check.unrecorded_gap else PRINTED
