"""What a bot serves of a corpus that can change: at the start, and while it is running."""

from __future__ import annotations

import logging
import threading
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bot.block_kit.block_elements import bullets, line, paragraph, run
from bot.block_kit.message import Message, gate
from bot.slack.logs import places
from knowledge.corpus import (
    JudgingError,
    KnowledgeBaseError,
    Stamp,
    UnservedError,
    explain_os_error,
    stamp,
    stamp_entries,
)
from knowledge.kb import (
    GateVerdict,
    KnowledgeBase,
    cache_folder,
    find_remembered_pass,
    read_verdict,
    start_judging,
    write_elsewhere,
    write_elsewhere_if_needed,
)

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from knowledge.kb import PassedCheck, SwappableKb

_log = logging.getLogger(__name__)
_SHOWN = 10  # problems; `stancebook check` shows all
_DIGEST = 12  # characters of it, as the buttons carry
_today: Callable[[], date] = date.today  # where the bot runs


class Seen(NamedTuple):
    """What differs whenever a file was written, of the entries and of the texts."""

    entries: Stamp
    texts: Stamp


class Begun(NamedTuple):
    """What a bot begins with: what may be served, judged after the files were seen."""

    seen: Seen
    served: PassedCheck
    problems: tuple[str, ...]


def begin(entries: Path, articles: Path) -> Begun:
    """Judge a corpus before it is served; raise UnservedError or JudgingError where nothing may be.

    What is remembered to have passed is not checked again.
    """
    if why := write_elsewhere_if_needed():
        _log_stand_in(why.strerror)
    _log.info("reading the corpus in %s", entries.absolute())
    found = see(entries, articles)
    passed = find_remembered_pass(entries, articles, _today())
    if passed:
        return Begun(found, passed, ())
    _log.info("checking the corpus, which is not known to have passed; this may take a while")
    verdict = read_verdict(start_judging(entries, articles, _today()))
    if _stands_in(verdict):
        verdict = read_verdict(start_judging(entries, articles, _today()))
    if verdict.served is None and verdict.broke_off:
        raise JudgingError(verdict.broke_off)
    if verdict.served is None:
        raise UnservedError(entries, verdict.problems)
    return Begun(found, verdict.served, verdict.reasons)


def _stands_in(verdict: GateVerdict) -> bool:
    """Return whether what was built did not fit into the cache, and another place now takes it."""
    if not verdict.cache_fault or not write_elsewhere():
        return False
    _log_stand_in(verdict.cache_fault)
    return True


def _log_stand_in(fault: str | None) -> None:
    _log.warning(
        "the cache %s cannot be written (%s): what is built is kept in a temporary folder, and"
        " is built again at the next start. XDG_CACHE_HOME names another place",
        cache_folder(),
        fault,
    )


def see(entries: Path, articles: Path) -> Seen:
    return Seen(stamp_entries(entries), stamp([articles]))


def opened(file: Path, articles: Path) -> KnowledgeBase:
    """Open a kb with the texts at hand and names to complete, made before anybody asks."""
    kb = KnowledgeBase(file, articles)
    kb.latest.settled_by  # noqa: B018 (read once, when first looked at)
    kb.passages  # noqa: B018 (read once, when first looked at)
    kb.completions  # noqa: B018 (made once, when first looked at)
    return kb


class Watcher:
    """Looks every few seconds; stop() ends it, and a check that is under way.

    Files are only listed; they are read where one was written, and not before the writing seems
    over: when two looks in a row find the same.
    """

    def __init__(
        self,
        swappable: SwappableKb,
        entries: Path,
        articles: Path,
        begun: Begun,
        tell: Callable[[Message], None],
    ) -> None:
        self._swappable, self._tell = swappable, tell
        self._entries, self._articles = entries, articles
        self._begun = begun
        self._last = self._taken = begun.seen
        self._texts = begun.seen.texts  # those that the kb which is served has read
        self._text_count = 0  # of these
        self._served: PassedCheck | None = begun.served
        self._refused_on: date | None = None
        self._told: set[tuple[str, ...]] = set()
        self._stop = threading.Event()
        self._judging: subprocess.Popen[str] | None = None
        self._thread: threading.Thread | None = None

    def start(self, seconds: float) -> None:
        """Report what is wrong at the start, and look every so many seconds; 0 is never."""
        _log_unproved(self._begun.served, self._articles)
        with self._swappable.reading() as kb:
            self._text_count = kb.passages.text_count
            if not self._begun.served.unproved:
                _log_missing_texts(kb, self._articles)
        self._answer_for(self._begun.problems)
        if seconds:
            self._thread = threading.Thread(
                target=self._run, args=(seconds,), name="corpus", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if judged := self._judging:
            judged.kill()
        if self._thread:
            self._thread.join()

    def _run(self, seconds: float) -> None:
        while not self._stop.wait(seconds):
            try:
                self.look()
            except Exception as error:  # noqa: BLE001 (whatever it is, the next look may do better)
                _log.error("the corpus could not be looked at: %s", places(error))

    def look(self) -> None:
        """Take the corpus where it has changed, and is not changing any more.

        What was refused is judged again on another day: a date may not lie in the future any more.
        """
        found = see(self._entries, self._articles)
        settled, self._last = found == self._last, found
        if settled and (found != self._taken or self._refused_on not in {None, _today()}):
            self._take(found)

    def _take(self, found: Seen) -> None:
        verdict = self._judged()
        if self._stop.is_set() or see(self._entries, self._articles) != found:
            return  # written to meanwhile: the next looks see to it
        self._taken = found
        problems = verdict.reasons
        try:
            self._serve(verdict.served, found.texts)
        except KnowledgeBaseError as error:
            problems = (*problems, str(error))
        except OSError as error:  # such as no room for the index of the texts
            problems = (*problems, explain_os_error(error))
        self._answer_for(problems)

    def _judged(self) -> GateVerdict:
        try:
            verdict = self._judge()
            return self._judge() if _stands_in(verdict) else verdict
        except JudgingError as error:  # nobody knows: what is served stays
            return GateVerdict(self._served, (str(error),))
        finally:
            self._judging = None

    def _judge(self) -> GateVerdict:
        self._judging = start_judging(self._entries, self._articles, _today(), self._served)
        if self._stop.is_set():  # before it could be seen
            self._judging.kill()
        return read_verdict(self._judging)

    def _serve(self, passed: PassedCheck | None, texts: Stamp) -> None:
        """Serve what passed, unless it is served already with these texts; or nothing."""
        old = self._swappable.digest
        new = passed.digest if passed else ""
        if new != old or texts != self._texts:
            kb = opened(passed.kb, self._articles) if passed else None
            before, self._text_count = self._text_count, kb.passages.text_count if kb else 0
            if kb and self._text_count < before:
                _log_missing_texts(kb, self._articles, logging.WARNING)
            self._swappable.swap(kb)
            self._texts = texts
            _log_swap(old, new)
            if passed and passed.unproved != (self._served and self._served.unproved):
                _log_unproved(passed, self._articles)
        self._served = passed

    def _answer_for(self, problems: tuple[str, ...]) -> None:
        """Report why the latest version of the corpus is not served, or that it is again."""
        self._refused_on = _today() if problems else None
        if problems:
            self._refuse(problems)
        elif self._told:
            self._told.clear()
            _log.info("the corpus passes its check again")
            self._tell(relief(self._kept))

    def _refuse(self, problems: tuple[str, ...]) -> None:
        kept = f"kept digest {self._kept}" if self._kept else "nothing is served"
        count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
        _log.warning("the corpus does not pass its check, %s: %s", kept, count)
        for problem in problems[:_SHOWN]:
            _log.warning("does not pass: %s", problem)
        if problems not in self._told:
            self._told.add(problems)
            self._tell(refusal(problems, self._kept))

    @property
    def _kept(self) -> str:
        return self._swappable.digest[:_DIGEST]


def _log_swap(old: str, new: str) -> None:
    if not new:
        _log.error("withdrew the corpus: digest %s is contradicted", old[:_DIGEST])
    elif new == old:
        _log.info("read the texts anew: digest %s", new[:_DIGEST])
    else:
        _log.info("swapped the corpus: digest %s → %s", old[:_DIGEST] or "none", new[:_DIGEST])


def _log_missing_texts(kb: KnowledgeBase, articles: Path, level: int = logging.INFO) -> None:
    """Say how many texts are left; quotes that were proved once stay so without them."""
    count, total = kb.passages.text_count, len(kb.fingerprints())
    if count < total:
        where = articles.absolute()
        _log.log(
            level,
            "texts of %d of %d articles are in %s: /check looks in no other",
            count,
            total,
            where,
        )


def _log_unproved(passed: PassedCheck, articles: Path) -> None:
    if passed.unproved:
        names = sorted(passed.unproved.values())
        more = ", …" if len(names) > _SHOWN else ""
        listed = ", ".join(names[:_SHOWN]) + more
        _log.warning(
            "not proved, since their texts are not in %s: %d articles (%s)",
            articles.absolute(),
            len(names),
            listed,
        )


def refusal(problems: tuple[str, ...], kept: str) -> Message:
    """Return a message to curators on why the latest version is not served; `kept` is what is."""
    lead = "The corpus does not pass its check, so its latest version is not served."
    foot = (
        f"Answers still come from the last version that passed ({kept})."
        if kept
        else "No earlier version passes either: the bot answers no question until one does."
    )
    if len(problems) > _SHOWN:
        foot += f" There are {len(problems)} problems: run 'stancebook check' to see all of them."
    shown = [[run(problem)] for problem in problems[:_SHOWN]]
    blocks = [paragraph(line(run(lead, bold=True)), bullets(shown), line(run(foot)))]
    return gate(Message("\n".join([lead, *(f"• {p}" for p in problems[:_SHOWN]), foot]), blocks))


def relief(served: str) -> Message:
    """Return a message to curators that the corpus passes again."""
    text = f"The corpus passes its check again; answers come from it ({served})."
    return gate(Message(text, [paragraph(line(run(text)))]))
