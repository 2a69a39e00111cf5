"""Watches the corpus of a running bot: swaps in what passes the check, tells what does not."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from bot.logs import places
from bot.message import Message, bullets, gate, line, paragraph, run
from knowledge import beside
from knowledge.base import KnowledgeBase
from knowledge.errors import KnowledgeBaseError
from knowledge.folder import Stamp, kb_digest, stamp, watched

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from knowledge.living import Living

_log = logging.getLogger(__name__)
_SHOWN = 10  # problems; `stancebook check` shows all
_DIGEST = 12  # characters of it, as the buttons carry


class Watcher:
    """Looks every few seconds; stop() ends it, and a build that is under way.

    Files are only listed; they are read where one was written, and not before the writing seems
    over: when two looks in a row find the same.
    """

    def __init__(
        self, living: Living, entries: Path, articles: Path, tell: Callable[[Message], None]
    ) -> None:
        self._living, self._entries, self._articles, self._tell = living, entries, articles, tell
        self._folders = watched(entries, articles)
        self._last = stamp(self._folders)
        served = kb_digest(entries) == living.digest
        self._tried: Stamp | None = self._last if served else None
        self._told: set[tuple[str, ...]] = set()
        self._stop = threading.Event()
        self._building: subprocess.Popen[str] | None = None
        self._thread: threading.Thread | None = None

    def start(self, seconds: float) -> None:
        """Look every so many seconds, in a thread."""
        self._thread = threading.Thread(
            target=self._run, args=(seconds,), name="corpus", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if building := self._building:
            building.kill()
        if self._thread:
            self._thread.join()

    def _run(self, seconds: float) -> None:
        while not self._stop.wait(seconds):
            try:
                self.look()
            except Exception as error:  # noqa: BLE001 (whatever it is, the next look may do better)
                _log.error("the corpus could not be looked at: %s", places(error))

    def look(self) -> None:
        """Take the corpus where it has changed, and is not changing any more."""
        found = stamp(self._folders)
        settled, self._last = found == self._last, found
        if settled and found != self._tried:
            self._take(found)

    def _take(self, found: Stamp) -> None:
        made = self._built()
        if self._stop.is_set() or stamp(self._folders) != found:
            return  # written to meanwhile: the next looks see to it
        self._tried = found
        if made.problems:
            self._refuse(made.problems)
        elif made.kb:
            self._swap(made.kb)

    def _built(self) -> beside.Outcome:
        self._building = beside.start(self._entries, self._articles, self._living.digest)
        if self._stop.is_set():  # before it could be seen
            self._building.kill()
        made = beside.outcome(self._building)
        self._building = None
        return made

    def _swap(self, file: str) -> None:
        old = self._living.digest
        try:
            kb = KnowledgeBase(Path(file), self._articles)
            kb.passages  # noqa: B018 (read now, and not by the first who asks)
        except KnowledgeBaseError as error:
            self._refuse((str(error),))
            return
        self._living.swap(kb)
        self._told.clear()
        _log.info("swapped the corpus: digest %s → %s", old[:_DIGEST], kb.digest[:_DIGEST])

    def _refuse(self, problems: tuple[str, ...]) -> None:
        kept = self._living.digest[:_DIGEST]
        _log.warning(
            "the changed corpus does not pass, kept digest %s: %d problems", kept, len(problems)
        )
        for problem in problems[:_SHOWN]:
            _log.warning("does not pass: %s", problem)
        if problems not in self._told:
            self._told.add(problems)
            self._tell(refusal(problems, kept))


def refusal(problems: tuple[str, ...], kept: str) -> Message:
    """Say to curators why their change is not served."""
    lead = "The changed corpus does not pass its check, and is not served."
    foot = f"Answers still come from the one before it ({kept})."
    if len(problems) > _SHOWN:
        foot += f" There are {len(problems)} problems: 'stancebook check' tells all."
    shown = [[run(problem)] for problem in problems[:_SHOWN]]
    blocks = [paragraph(line(run(lead, bold=True)), bullets(shown), line(run(foot)))]
    return gate(Message("\n".join([lead, *(f"• {p}" for p in problems[:_SHOWN]), foot]), blocks))
