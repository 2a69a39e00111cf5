"""Print how many wrong entries the proof accepts: `make proof-mutants`; with -v, which.

Exit code: 1 where more of them pass than may.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.proof_mutants import cut_mutants, fact_mutants
from tests.proof_mutants.corpora import at_hand


def main(*, is_verbose):
    """Print the tables; return whether the limits hold."""
    holds = True
    for corpus in at_hand():
        holds &= print_cuts(corpus, is_verbose=is_verbose)
        holds &= print_facts(corpus, is_verbose=is_verbose)
    return holds


def print_cuts(corpus, *, is_verbose):
    """Print, by the number of words that a further cut drops, how many such cuts pass."""
    tried, passed = Counter(), Counter()
    for mutant, accepted in cut_mutants.try_all(corpus):
        tried[mutant.words] += 1
        passed[mutant.words] += accepted
        if accepted and is_verbose:
            print(f"  {mutant.statement}: {mutant.dropped!r} is cut: {mutant.exact}")
    for words, count in tried.items():
        print_share(f"{corpus.name:10}cut of {words}", passed[words], count)
    return all(passed[words] <= cut_mutants.AT_MOST * count for words, count in tried.items())


def print_facts(corpus, *, is_verbose):
    """Print, by the field that was changed, how many wrong facts pass, and how many of all."""
    tried, passed = Counter(), Counter()
    for mutant, accepted in fact_mutants.try_all(corpus):
        tried[mutant.field] += 1
        passed[mutant.field] += accepted
        if accepted and is_verbose:
            print(f"  {mutant.statement.id}: {mutant.field} becomes {mutant.value!r}")
    for field, count in tried.items():
        print_share(f"{corpus.name:10}{field}", passed[field], count)
    print_share(f"{corpus.name:10}all facts", passed.total(), tried.total())
    return passed.total() <= fact_mutants.AT_MOST * tried.total()


def print_share(what, passed, count):
    print(f"{what:30}{passed:5} of {count:5} pass {passed / count:6.1%}", flush=True)


if __name__ == "__main__":
    sys.exit(not main(is_verbose="-v" in sys.argv[1:]))
