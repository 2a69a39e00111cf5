"""Hold Stancebook, and with --peers others, to the benchmark of quote checks: `make bench-check`.

With -v each case that was not judged right is printed. Figures go to build/bench-check.json too.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.check_benchmark import peers, stancebook_checks
from tests.check_benchmark.cases import ROOT, read_cases
from tests.check_benchmark.scores import score, write_table

RESULT = ROOT / "build" / "bench-check.json"


def main(*, with_peers, is_verbose):
    """Print the table, and write down each finding."""
    cases = read_cases()
    with tempfile.TemporaryDirectory() as folder:
        found = {"Stancebook": list(stancebook_checks.check_all(cases, Path(folder)))}
    not_judged = {peer.name: peer.not_judged for peer in peers.PEERS}
    found |= run_peers() if with_peers else {}
    scores = {name: score(cases, own, not_judged.get(name, ())) for name, own in found.items()}
    if is_verbose:
        print_faults(cases, found)
    print(write_table(Counter(case.kind for case in cases), scores))
    RESULT.parent.mkdir(exist_ok=True)
    findings = {name: [vars(one) for one in own] for name, own in found.items()}
    RESULT.write_text(json.dumps(findings, indent=1), encoding="utf-8")
    print(f"\nfindings written to {RESULT.relative_to(ROOT)}", file=sys.stderr)


def run_peers():
    """Return the findings of each peer that can be installed and runs; say which cannot."""
    if why := peers.install():
        print(f"The peers are left out, because they cannot be installed: {why}", file=sys.stderr)
        return {}
    found = {}
    for peer in peers.PEERS:
        ran = peers.run(peer)
        if isinstance(ran, str):
            print(f"{peer.name} is left out, because it failed: {ran}", file=sys.stderr)
        else:
            found[peer.name] = ran
    return found


def print_faults(cases, found):
    by_id = {case.id: case for case in cases}
    for name, own in found.items():
        for one in own:
            if one.found != (case := by_id[one.id]).right:
                whose = f" ({case.speaker})" if case.speaker else ""
                print(f"{name}: {one.id}: {one.found} ({one.said}): {case.claim}{whose}")


if __name__ == "__main__":
    main(with_peers="--peers" in sys.argv[1:], is_verbose="-v" in sys.argv[1:])
