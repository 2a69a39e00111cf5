"""The corpus judged beside what is served, in a process of its own.

The answers keep the interpreter to themselves meanwhile, and what building needs is gone with it.
"""

from __future__ import annotations

import gc
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final

from knowledge.corpus.errors import JudgingError, KnowledgeBaseError
from knowledge.corpus.os_errors import explain_os_error
from knowledge.kb.check_history import PassedCheck
from knowledge.kb.connections import Connections
from knowledge.kb.gate import GateVerdict, judge
from knowledge.kb.text_index import TextOwner, update_index

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST: Final = 30  # minutes: whoever waits longer wants to hear that something is wrong
# Looking for cycles among all entries took a sixth of the time, and hardly any are let go.
_RARELY: Final = (200_000, 20, 20)
_KILLED: Final = 9  # SIGKILL, which Windows has not
_TOO_LONG: Final = (
    "It took longer than {:g} minutes, and was ended. Run 'stancebook check' to see where it stays."
)


def start_judging(
    entries: Path, articles: Path, today: date, before: PassedCheck | None = None
) -> subprocess.Popen[str]:
    """Begin to judge the entries; `before` is what is served.

    Raises JudgingError where the system does not let it begin.
    """
    arguments = (entries, articles, str(today))
    try:
        with TemporaryFile("w+", encoding="utf-8") as given:  # a pipe would have to be waited for
            json.dump(before and asdict(before), given)
            given.seek(0)
            return _start(given, *arguments)
    except OSError as error:
        raise JudgingError(explain_os_error(error)) from None


def _start(given: IO[str], *arguments: Path | str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 (this module itself)
        [sys.executable, "-P", "-m", "knowledge.kb.judging_process", *arguments],
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=_environment(),
        start_new_session=True,  # Ctrl-C is for the bot, which ends this process itself
    )


def read_verdict(process: subprocess.Popen[str], minutes: float = LONGEST) -> GateVerdict:
    """Wait for what was started, and return its verdict; raise JudgingError where it broke.

    It is ended where it takes longer than so many minutes, or nobody waits for it any more.
    """
    with process:
        try:
            printed, failed = process.communicate(timeout=minutes * 60)
        except subprocess.TimeoutExpired:
            raise JudgingError(_TOO_LONG.format(minutes)) from None
        finally:
            process.kill()  # which does nothing to one that has ended
    if process.returncode:
        raise JudgingError(_explain_end(process.returncode, failed))
    data = json.loads(printed)
    data["served"], data["problems"] = _pass(data["served"]), tuple(data["problems"])
    return GateVerdict(**data)


def _explain_end(code: int, failed: str) -> str:
    """Return why a process ended: the last line that it wrote, or the signal that ended it."""
    if last := failed.strip().rpartition("\n")[2]:
        return last
    if code == -_KILLED:
        return "The system ended its process, perhaps because the machine was out of memory."
    return f"Its process ended with code {code} and gave no reason."


def _pass(data: dict[str, Any] | None) -> PassedCheck | None:
    return PassedCheck(**data) if data else None


def _environment() -> dict[str, str]:
    """Leave out the tokens, which judging does not need."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SLACK_")}
    return {**kept, "PYTHONIOENCODING": "utf-8"}


def main(arguments: Iterable[str]) -> None:
    gc.set_threshold(*_RARELY)
    entries, articles, today = arguments
    before = _pass(json.load(sys.stdin))
    found = judge(Path(entries), Path(articles), date.fromisoformat(today), before)
    if found.served:
        _index_texts(found.served.kb, Path(articles))
    sys.stdout.write(json.dumps(asdict(found)))


def _index_texts(kb: Path, articles: Path) -> None:
    """Make the index of the whole texts, so that the bot only opens it."""
    with suppress(OSError, sqlite3.Error, KnowledgeBaseError):  # the bot makes one for itself
        with closing(Connections(kb)) as connections:
            rows = connections.rows("SELECT fingerprint, id, shown FROM article")
        if articles.is_dir():
            update_index(articles, {f: TextOwner(name, bool(shown)) for f, name, shown in rows})


if __name__ == "__main__":
    main(sys.argv[1:])
