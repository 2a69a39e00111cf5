"""Decide what a bot may serve: entries that pass their check, else the last version that did."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.check_corpus.served_entries import choose_served
from knowledge.corpus.errors import CorpusError, JudgingError, Problem, tell_problems
from knowledge.corpus.folder_faults import find_folder_faults
from knowledge.corpus.os_errors import explain_os_error
from knowledge.kb import cache as user_cache
from knowledge.kb import shipped
from knowledge.kb.check_history import FailedCheck, Memory, Now, PassedCheck
from knowledge.kb.kb_seal import is_sealed
from knowledge.kb.kept_checks import load_memory, save_memory
from knowledge.kb.proof_dates import note_proofs
from knowledge.kb.schema import code_digest, kb_digest

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus


@dataclass(frozen=True)
class GateVerdict:
    """The pass whose kb may be served, if any; and why the entries as they are do not pass.

    Or why nobody knows: `broke_off` says what the machine lacked, and `cache_fault` why the user's
    cache could not be written, if it was that.
    """

    served: PassedCheck | None
    problems: tuple[str, ...] = ()
    broke_off: str = ""
    cache_fault: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return why the entries as they are are not served."""
        return (str(JudgingError(self.broke_off)),) if self.broke_off else self.problems


def find_remembered_pass(entries: Path, articles: Path, today: date) -> PassedCheck | None:
    """Return that the entries passed and their kb is there, where a check would say the same."""
    user_cache.remove_partials()
    if find_folder_faults(entries):
        return None
    return _find_pass(entries, Now(articles, today, load_memory(entries, today)))


def judge(
    entries: Path, articles: Path, today: date, before: PassedCheck | None = None
) -> GateVerdict:
    """Check the entries and build their kb, unless it is known what came of it.

    Where they do not pass, say what may be served instead: best what was served `before`.
    """
    now = Now(articles, today, load_memory(entries, today))
    memory, digest = Memory.load(entries), kb_digest(entries, now.checks.files)
    if faults := find_folder_faults(entries):
        return _judge_with(faults, entries, now, before)
    try:
        outcome = memory.find_pass(digest, now) or memory.find_failure(digest, now)
        outcome = outcome or _run_check(entries, digest, now)
        if isinstance(outcome, PassedCheck):
            shipped.build_if_missing(entries, digest)
    except CorpusError as error:  # it is being written to: no outcome to remember
        verdict = GateVerdict(None, tuple(tell_problems(error.problems)))
    except OSError as error:
        fault = user_cache.find_fault(error)
        verdict = GateVerdict(None, broke_off=explain_os_error(error), cache_fault=fault)
    else:
        memory = _remember(entries, outcome)
        if isinstance(outcome, PassedCheck):
            return GateVerdict(outcome)
        verdict = GateVerdict(None, outcome.problems)
    return replace(verdict, served=_choose_instead(before, memory, now, digest))


def _find_pass(entries: Path, now: Now) -> PassedCheck | None:
    digest = kb_digest(entries, now.checks.files)
    found = Memory.load(entries).find_pass(digest, now)
    return found if found and is_sealed(found.kb) else None


def _judge_with(
    faults: list[Problem], entries: Path, now: Now, before: PassedCheck | None
) -> GateVerdict:
    """Judge entries beside which something is wrong, of which their digest does not know.

    Entries that passed without it stay served.
    """
    from knowledge.check_corpus.corpus_check import run_check

    if passed := _find_pass(entries, now):
        return GateVerdict(passed, tuple(tell_problems(faults)))
    digest, at_hand = kb_digest(entries), now.texts
    report = run_check(entries, now.articles, today=now.today)
    problems = report.problems
    memory, refused = Memory.load(entries), ""
    if of_entries := [problem for problem in problems if problem not in faults]:
        memory = _remember(entries, _failed(report.corpus, digest, at_hand, of_entries))
        refused = digest
    served = _choose_instead(before, memory, now, refused)
    return GateVerdict(served, tuple(tell_problems(problems)))


def _failed(
    corpus: Corpus, digest: str, at_hand: frozenset[str], problems: list[Problem]
) -> FailedCheck:
    texts = sorted(at_hand & {entry.model.fingerprint for entry in corpus.articles.values()})
    return FailedCheck(digest, code_digest(), tuple(texts), tuple(tell_problems(problems)))


def _remember(entries: Path, outcome: PassedCheck | FailedCheck) -> Memory:
    memory = Memory.load(entries).add(outcome)
    with suppress(OSError):  # what is not remembered is checked again
        memory.save(entries)
    return memory


def _choose_instead(
    before: PassedCheck | None, memory: Memory, now: Now, refused: str
) -> PassedCheck | None:
    if before and before.digest != refused and now.confirms_pass(before):
        return before
    return memory.find_last_pass(now)


def _run_check(entries: Path, digest: str, now: Now) -> PassedCheck | FailedCheck:
    """Run the check; raise CorpusError where the entries were written to meanwhile."""
    from knowledge.check_corpus.corpus_check import run_check

    at_hand = now.texts  # listed before they are read: what comes between is new
    report = run_check(entries, now.articles, today=now.today, memory=now.checks)
    note_proofs(report.proof.proved_keys, now.today)
    if kb_digest(entries, now.checks.files) != digest:
        why = "The entries changed while they were checked."
        raise CorpusError([Problem(str(entries), 1, "", why, "Check again.")])
    save_memory(entries, now.checks, now.today)
    if report.problems:
        return _failed(report.corpus, digest, at_hand, report.problems)
    shipped.build_if_missing(entries, digest, report.corpus)
    served = choose_served(report.corpus).articles
    without = [name for name in report.proof.articles_without_text if name in served]
    unproved = {served[name].model.fingerprint: name for name in without}
    return PassedCheck(digest, code_digest(), now.today.isoformat(), unproved)
