"""Comments that a curator wrote stay with their fields when a tool writes the file anew."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_corpus import comments
from knowledge.check_corpus.kept_comments import join_comments, keep_comments
from knowledge.corpus import canonical
from knowledge.corpus.model import Person

NEW = """format: 2
id: ada-lind
name: Ada Lind
aliases:
  - Ada
  - Lind
memberships:
  - title: Envoy
    organization: velmora
    start: '2021'
    attested:
      - article: gazette
        as: envoy
        date: {from: '2021-03-01', to: '2021-03-01', printed: March 1, basis: printed}
note: So it is.
"""


@pytest.mark.parametrize(
    ("old", "kept"),
    [
        ("# Ask.\nid: ada-lind\n", {"id: ada-lind": "# Ask.\nid: ada-lind"}),
        ("name: 'Ada Lind' # so\n", {"name: Ada Lind": "name: Ada Lind  # so"}),
        ("name: Ada Lind # so\n", {"name: Ada Lind": "name: Ada Lind  # so"}),
        (
            "aliases: # two\n- Lind # b\n- Ada # a\n",
            {
                "aliases:": "aliases:  # two",
                "- Ada": "- Ada  # a",
                "- Lind": "- Lind  # b",
            },
        ),
        ("aliases:\n# the last\n- Lind\n", {"  - Lind": "  # the last\n  - Lind"}),
        (
            "memberships:\n- organization: velmora\n  # since?\n  start: '2020'\n  title: Envoy\n",
            {"    start": "    # since?\n    start"},
        ),
        (
            (
                "memberships:\n- title: Envoy\n  attested:\n  - article: gazette\n"
                "    date: {from: '2021', # year\n      to: '2021'} # day\n"
            ),
            {"basis: printed}": "basis: printed}  # year  # day"},
        ),
        ("name: a\n# at the end", {"So it is.\n": "So it is.\n# at the end\n"}),
        ("gone: a # with it\nname: b\n", {"name: Ada": "# with it\nname: Ada"}),
        ("# of it\ngone: a\nnote: b\n", {"note: So": "# of it\nnote: So"}),
        ("{name: a, note: b} # one line\n", {"So it is.": "So it is.  # one line"}),
        ("note: | # in a block\n  a\n  b\n", {"So it is.": "So it is.  # in a block"}),
    ],
)
def test_a_comment_stays_with_its_field(old, kept):
    made = NEW
    for line, with_comment in kept.items():
        made = made.replace(line, with_comment, 1)
    assert keep_comments(old, NEW) == made
    assert keep_comments(made, NEW) == made


STATEMENTS = """id: gazette
statements:
  # all of one
  - id: one
    # the words of one
    quotes:
      - kind: direct
        exact: We go.  # inside one
  # all of two
  - id: two
    quotes:
      - exact: We stay.
"""
RETIRED = """id: gazette
statements:
  # all of two
  - id: two
    quotes:
      - exact: We stay.
retired:
  # all of one
  - day: '2026-01-01'
    why: So it is.
    statement:
      id: one
      # the words of one
      quotes:
        - kind: direct
          exact: We go.  # inside one
"""


def test_the_comments_of_a_statement_go_along_where_it_is_retired():
    without = "".join(
        line.partition("  # ")[0].rstrip() + "\n"
        for line in RETIRED.splitlines()
        if not line.lstrip().startswith("#")
    )
    assert keep_comments(STATEMENTS, without) == RETIRED


@given(st.text("a#:' \n-[]{},|>\"").map(lambda text: f"note: {text}\nname: b # so\n"), st.text())
def test_no_comment_is_lost_and_no_value_changed(old, note):
    try:
        yaml.safe_load(old)
    except yaml.YAMLError:
        return
    new = canonical.write(Person(id="x", name="y", note=note.strip() or "z"))
    kept = keep_comments(old, new)
    assert yaml.safe_load(kept) == yaml.safe_load(new)
    words = [word for comment in comments.curators(old) for word in comment.words.split()]
    assert all(word in kept for word in words)
    assert keep_comments(kept, new) == kept


@pytest.mark.parametrize(
    ("gone", "on_top", "line", "with_comment"),
    [
        ("# Ask.\nid: ada\n", "# ada: Ask.\n", "", ""),
        ("format: 2  # so\nid: ada\n", "# ada, format: so\n", "", ""),
        ("name: A. Lind  # so\n", "# ada, name: so\n", "", ""),
        ("name: Ada Lind  # so\n", "", "name: Ada Lind", "name: Ada Lind  # so"),
        ("aliases:\n- Lind # b\n- Else # e\n", "# ada, aliases: e\n", "- Lind", "- Lind  # b"),
        ("aliases:\n# of Lind\n- Lind\n", "", "  - Lind", "  # of Lind\n  - Lind"),
        ("note: Another. # why\n", "# ada, note: why\n", "", ""),
        ("name: A. Lind\n# at the end", "# ada: at the end\n", "", ""),
    ],
)
def test_a_comment_goes_along_to_the_same_value_or_to_the_top(gone, on_top, line, with_comment):
    assert join_comments("ada", gone, NEW) == on_top + NEW.replace(line, with_comment, 1)


@given(st.text("a#:' \n-[]{},|>\"").map(lambda text: f"note: {text}\nname: b # so\n"), st.text())
def test_no_comment_is_lost_and_no_value_changed_where_two_become_one(gone, note):
    try:
        yaml.safe_load(gone)
    except yaml.YAMLError:
        return
    kept = canonical.write(Person(id="x", name="b", note=note.strip() or "z"))
    joined = join_comments("ada", gone, kept)
    assert yaml.safe_load(joined) == yaml.safe_load(kept)
    words = [w for c in comments.curators(gone) for w in c.words.lstrip("#").split()]
    assert all(word in joined for word in words)
