"""Print how many wrong entries the proof accepts: `make proof-mutants`; with -v, which.

Exit code: 1 where more of them pass than may.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.proof_mutants.corpora import at_hand
from tests.proof_mutants.cut_mutants import AT_MOST, try_all


def main(*, is_verbose):
    """Print the tables; return whether the limit holds."""
    holds = True
    for corpus in at_hand():
        holds &= print_cuts(corpus, is_verbose=is_verbose)
    return holds


def print_cuts(corpus, *, is_verbose):
    """Print, by the number of words that a further cut drops, how many such cuts pass."""
    tried, passed = Counter(), Counter()
    for mutant, accepted in try_all(corpus):
        tried[mutant.words] += 1
        passed[mutant.words] += accepted
        if accepted and is_verbose:
            print(f"  {mutant.statement}: {mutant.dropped!r} is cut: {mutant.exact}")
    for words, count in tried.items():
        share = passed[words] / count
        print(f"{corpus.name:10}cut of {words}  {passed[words]:5} of {count:5} pass {share:6.1%}")
    return all(passed[words] <= AT_MOST * count for words, count in tried.items())


if __name__ == "__main__":
    sys.exit(not main(is_verbose="-v" in sys.argv[1:]))
