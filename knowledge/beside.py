"""A new kb built beside the one that is served, in a process of its own.

The answers keep the interpreter to themselves meanwhile, and what building needs is gone with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Outcome:
    """The kb that was built, or why there is none."""

    digest: str = ""
    kb: str = ""
    problems: tuple[str, ...] = ()


def start(entries: Path, articles: Path, served: str) -> subprocess.Popen[str]:
    """Begin to check and build the entries, unless their digest is the one that is served."""
    return subprocess.Popen(  # noqa: S603 (this module itself)
        [sys.executable, "-P", "-m", "knowledge.beside", entries, articles, served],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=_environment(),
        start_new_session=True,  # Ctrl-C is for the bot, which ends this process itself
    )


def outcome(process: subprocess.Popen[str]) -> Outcome:
    """Wait for what was started, and say what came of it."""
    told, failed = process.communicate()
    if process.returncode:
        last = failed.strip().rpartition("\n")[2] or "no reason given"
        return Outcome(problems=(f"it could not be built ({last})",))
    data = json.loads(told)
    return Outcome(data["digest"], data["kb"], tuple(data["problems"]))


def _environment() -> dict[str, str]:
    """Leave out the tokens, which building does not need."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SLACK_")}
    return {**kept, "PYTHONIOENCODING": "utf-8"}


def build(entries: Path, articles: Path, served: str) -> Outcome:
    """Check and build; entries whose digest is served are left alone."""
    from knowledge.folder import kb_digest  # noqa: PLC0415 (the bot needs none of it)

    try:
        digest = kb_digest(entries)
        if digest == served:
            return Outcome(digest)
        return _checked(entries, articles, digest)
    except CorpusError as error:
        return Outcome(problems=tuple(map(str, error.problems)))
    except OSError as error:
        return Outcome(problems=(f"{error.filename}: {error.strerror}",))


def _checked(entries: Path, articles: Path, digest: str) -> Outcome:
    from knowledge import shipped  # noqa: PLC0415 (likewise)
    from knowledge.check import run_check  # noqa: PLC0415

    today = date.today()  # noqa: DTZ011 (the day where the bot runs)
    problems = run_check(entries, articles, today=today).problems
    if problems:
        return Outcome(digest, problems=tuple(map(str, problems)))
    return Outcome(digest, str(shipped.built(entries)))


def main(arguments: Iterable[str]) -> None:
    entries, articles, served = arguments
    sys.stdout.write(json.dumps(asdict(build(Path(entries), Path(articles), served))))


if __name__ == "__main__":
    main(sys.argv[1:])
