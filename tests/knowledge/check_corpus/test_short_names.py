"""What buttons and lists call an issue is given where its name is long, and is its own."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import short_names
from knowledge.corpus import corpus_reader

ISSUE = "id: {0}\nname: {1}\nquestion: Should it be built?\n"


def _warned(curator):
    found = short_names.warnings(corpus_reader.load_corpus(curator.folder))
    return [str(p) for p in found if p.file.startswith(("issues/ladders", "issues/locks"))]


def test_a_long_name_without_a_short_one_is_warned_of(curator):
    curator.write(
        "issues/ladders", ISSUE.format("ladders", "Ladders for the fish of Ostby and Lund")
    )
    (told,) = _warned(curator)
    assert "issues/ladders.yaml" in told
    assert "'Ladders for the fish of Ostby and Lund' is long for buttons" in told


@pytest.mark.parametrize("more", ["", "short: Fish ladders\n"])
def test_a_name_that_a_button_shows_or_a_short_one_is_enough(curator, more):
    curator.write("issues/ladders", ISSUE.format("ladders", "Fish ladders") + more)
    assert _warned(curator) == []


def test_a_short_name_that_two_issues_have_is_warned_of_at_both(curator):
    for name in ("ladders", "locks"):
        curator.write(f"issues/{name}", ISSUE.format(name, f"River {name}") + "short: River\n")
    assert [line.split("/")[1].split(".")[0] for line in _warned(curator)] == ["ladders", "locks"]
    assert "is also what buttons call 'locks'" in _warned(curator)[0]


def test_an_issue_that_only_groups_others_needs_no_short_name(curator):
    curator.write("issues/ladders", "id: ladders\nname: Ladders for the fish of Ostby and Lund\n")
    assert _warned(curator) == []
