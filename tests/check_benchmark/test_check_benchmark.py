"""The benchmark of quote checks: built alike each time, and /check as good on it as measured."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.check_benchmark import __main__ as runner
from tests.check_benchmark import changes, peers, stancebook_checks
from tests.check_benchmark.build_set import build_set
from tests.check_benchmark.cases import (
    ALTERED,
    NOT_PRINTED,
    PRINTED,
    RIGHTS,
    SET,
    UNCLEAR,
    Case,
    Finding,
    read_cases,
    write_case,
)
from tests.check_benchmark.scores import score, write_table

pytestmark = pytest.mark.one_python

# Of each kind, how many claims /check judged otherwise when it was last measured; 0 of the others.
OTHERWISE = {
    "whole": 1,
    "word_changed": 1,
    "right_speaker": 3,
    "misleading_cut": 3,
    "honest_cut": 19,
    "fresh_misleading_cut": 5,
    "fresh_honest_cut": 2,
}


def test_the_set_is_what_its_builder_makes():
    assert SET.read_text(encoding="utf-8").splitlines() == [write_case(c) for c in build_set()]


def test_every_case_has_one_text_and_a_right_verdict():
    cases = read_cases()
    assert len({case.id for case in cases}) == len(cases)
    for case in cases:
        assert bool(case.source) != bool(case.source_path), case
        assert case.right in RIGHTS
        assert case.claim.split()


def test_no_altered_claim_is_printed():
    for case in read_cases():
        if case.right in {ALTERED, NOT_PRINTED}:
            assert " ".join(case.claim.split()) not in " ".join(case.text.split()), case


@pytest.mark.slow(seconds=8)
def test_check_is_as_good_as_measured(tmp_path):
    cases = read_cases()
    found = score(cases, stancebook_checks.check_all(cases, tmp_path))
    assert found.cases.keys() == found.right.keys()
    otherwise = {kind: count - found.right[kind] for kind, count in found.cases.items()}
    assert {k: n for k, n in otherwise.items() if n > OTHERWISE.get(k, 0)} == {}


def case(kind, right):
    return Case(id=f"{kind}-{right}", kind=kind, right=right, claim="the bell", source="the bell")


def test_a_verdict_that_is_left_open_accepts_and_is_right_of_nothing():
    cases = [case("whole", PRINTED), case("spliced", ALTERED)]
    found = score(cases, [Finding(c.id, UNCLEAR, 0.001) for c in cases])
    assert not found.right
    assert found.count_fine({ALTERED}) == (0, 1)
    assert found.count_fine({PRINTED}) == (0, 1)


def test_what_a_peer_cannot_judge_is_said_and_not_counted():
    cases = [case("whole", PRINTED), case("spliced", ALTERED)]
    found = score(cases, [Finding(c.id, PRINTED, 0.001) for c in cases], {"spliced"})
    assert found.count_fine({PRINTED, ALTERED}) == (1, 1)
    table = write_table(Counter(c.kind for c in cases), {"peer": found})
    assert "| `spliced` | 1 | not judged |" in table
    assert "| **altered or not printed, called fine** |  | not judged |" in table


@pytest.mark.parametrize("change", changes.CHANGES.values(), ids=changes.CHANGES)
def test_words_without_a_place_for_a_change_are_left_alone(change):
    assert change("Rain fell.", [], None) is None


def test_peers_that_cannot_be_installed_are_left_out_with_a_word(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(peers, "ENVIRONMENT", tmp_path)
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\necho 'no network' >&2\nexit 1\n")
    python.chmod(0o755)
    assert runner.run_peers() == {}
    assert capsys.readouterr().err == (
        "The peers are left out, because they cannot be installed: no network\n"
    )


def test_a_peer_that_fails_is_left_out_with_a_word(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(peers, "ENVIRONMENT", tmp_path)
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\n[ "$2" = pip ] || { echo "no such check" >&2; exit 1; }\n')
    python.chmod(0o755)
    assert runner.run_peers() == {}
    assert "gtrex is left out, because it failed: no such check" in capsys.readouterr().err
