"""The corpus judged beside what is served, in a process of its own.

The answers keep the interpreter to themselves meanwhile, and what building needs is gone with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from knowledge.corpus.errors import JudgingError
from knowledge.kb.check_history import PassedCheck
from knowledge.kb.gate import GateVerdict, judge

if TYPE_CHECKING:
    from collections.abc import Iterable


def start_judging(
    entries: Path, articles: Path, today: date, before: PassedCheck | None = None
) -> subprocess.Popen[str]:
    """Begin to judge the entries; `before` is what is served."""
    with TemporaryFile("w+", encoding="utf-8") as given:  # a pipe would have to be waited for
        json.dump(before and asdict(before), given)
        given.seek(0)
        return subprocess.Popen(  # noqa: S603 (this module itself)
            [
                sys.executable,
                "-P",
                "-m",
                "knowledge.kb.judging_process",
                entries,
                articles,
                str(today),
            ],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the bot, which ends this process itself
        )


def read_verdict(process: subprocess.Popen[str]) -> GateVerdict:
    """Wait for what was started, and return its verdict; raise JudgingError where it broke."""
    printed, failed = process.communicate()
    if process.returncode:
        raise JudgingError(failed.strip().rpartition("\n")[2] or "no reason given")
    data = json.loads(printed)
    return GateVerdict(_pass(data["served"]), tuple(data["problems"]))


def _pass(data: dict[str, Any] | None) -> PassedCheck | None:
    return PassedCheck(**data) if data else None


def _environment() -> dict[str, str]:
    """Leave out the tokens, which judging does not need."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SLACK_")}
    return {**kept, "PYTHONIOENCODING": "utf-8"}


def main(arguments: Iterable[str]) -> None:
    entries, articles, today = arguments
    before = _pass(json.load(sys.stdin))
    found = judge(Path(entries), Path(articles), date.fromisoformat(today), before)
    sys.stdout.write(json.dumps(asdict(found)))


if __name__ == "__main__":
    main(sys.argv[1:])
