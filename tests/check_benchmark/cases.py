"""The open format of the benchmark: one claimed quotation a line, in JSON; standard library only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SET = Path(__file__).with_name("set.jsonl")

# What is right of a claim, and what a checker may find.
PRINTED = "printed"
ALTERED = "altered"
WRONG_SPEAKER = "wrong_speaker"
MISLEADING_CUT = "misleading_cut"
NOT_PRINTED = "not_printed"
UNCLEAR = "unclear"  # a checker leaves it open
RIGHTS = (PRINTED, ALTERED, WRONG_SPEAKER, MISLEADING_CUT, NOT_PRINTED)


@dataclass(frozen=True)
class Case:
    """A claim about a text: `source`, or the file at `source_path`, seen from the root."""

    id: str
    kind: str
    right: str
    claim: str
    source: str | None = None
    source_path: str | None = None
    speaker: str | None = None
    how: str | None = None
    """What was done to the printed words."""

    @property
    def text(self) -> str:
        if self.source_path:
            return (ROOT / self.source_path).read_text(encoding="utf-8")
        return self.source or ""


def write_case(case: Case) -> str:
    """Return the line of a case, which leaves out what it does not have."""
    fields = {name: value for name, value in asdict(case).items() if value is not None}
    return json.dumps(fields, ensure_ascii=False)


def read_cases(file: Path = SET) -> list[Case]:
    return [Case(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


@dataclass(frozen=True)
class Finding:
    """What a checker says of a case, with the seconds of CPU that the check took."""

    id: str
    found: str
    """One of `RIGHTS`, or `UNCLEAR`."""
    seconds: float
    said: str = ""
    """The verdict in the checker's own word."""
