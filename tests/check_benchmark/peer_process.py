"""Runs one peer on the benchmark, in the environment it is installed in: standard library and peer.

python -m tests.check_benchmark.peer_process gtrex|krokai|quotecheck: findings as JSON lines.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from tests.check_benchmark.cases import (
    ALTERED,
    MISLEADING_CUT,
    NOT_PRINTED,
    PRINTED,
    UNCLEAR,
    Finding,
    read_cases,
)


def open_gtrex(text):
    """Verify under the default policy, which accepts sound tiers; what is not grounded is aligned."""
    import gtrex

    threshold = gtrex.DEFAULT_REPAIR_THRESHOLD
    repairer = gtrex.Repairer(
        text, gtrex.Policy(repair_mode="annotate", repair_threshold=threshold)
    )

    def check(claim):
        repair = repairer.repair(claim)
        if repair.before.grounded:
            return PRINTED, repair.before.verdict
        if repair.before.verdict == "stitched":
            return UNCLEAR, "stitched"
        is_near = repair.action != "rejected" or repair.stage.endswith("guard")
        return ALTERED if is_near else NOT_PRINTED, f"{repair.action} at {repair.stage}"

    return check


def open_krokai(text):
    from krokai.corpus import Corpus
    from krokai.verdicts import CLEAN
    from krokai.verify import check as verify

    folder = Path(tempfile.mkdtemp(dir=tempfile.gettempdir()))
    (folder / "source.txt").write_text(text, encoding="utf-8")
    corpus = Corpus([str(folder)], quiet=True, cache_dir=str(folder / "cache"))
    found = dict.fromkeys(CLEAN, PRINTED)
    found |= dict.fromkeys(
        ("TRUNCATED_CONDITION", "TRUNCATED_OPENING", "ELLIPSIS_HIDES"), MISLEADING_CUT
    )
    found |= dict.fromkeys(
        ("OPERATOR", "SPLICED", "PARTIAL", "ALTERED", "SCATTERED", "FRAGMENTS"), ALTERED
    )
    found["NOT_FOUND"] = NOT_PRINTED

    def check(claim):
        verdict = verify(claim, corpus)[0]
        return found.get(verdict, UNCLEAR), verdict

    return check


def open_quotecheck(text):
    import quotecheck

    found = {"found": PRINTED, "interleaved": PRINTED, "drift": ALTERED, "absent": NOT_PRINTED}

    def check(claim):
        status = quotecheck.check(claim, text).status
        return found[status], status

    return check


OPEN = {"gtrex": open_gtrex, "krokai": open_krokai, "quotecheck": open_quotecheck}


def main(name):
    """Print a finding for each case; opening a text is not measured."""
    opened = {}
    with tempfile.TemporaryDirectory() as tempfile.tempdir:
        for case in read_cases():
            key = case.source_path or case.source
            if key not in opened:
                opened[key] = OPEN[name](case.text)
                opened[key]("A first claim, which loads what is loaded once")
            started = time.process_time()
            found, said = opened[key](case.claim)
            seconds = time.process_time() - started
            print(json.dumps(asdict(Finding(case.id, found, seconds, said))))


if __name__ == "__main__":
    main(sys.argv[1])
