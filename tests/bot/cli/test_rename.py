"""`stancebook rename`: tried first, then made, and asked by both ids."""

from __future__ import annotations


def test_a_dry_run_says_the_same_and_writes_nothing(stancebook, upkept):
    before = upkept.files()
    tried = stancebook("rename", "river-treaty", "treaty", "--dry-run", *upkept.options)
    assert tried.exit_code == 0
    assert tried.output.endswith("\nNothing is written: --dry-run.\n")
    assert upkept.files() == before
    made = stancebook("rename", "river-treaty", "treaty", *upkept.options)
    assert made.output == tried.output.removesuffix("Nothing is written: --dry-run.\n")
    assert upkept.files().keys() ^ before.keys() == {
        "issues/treaty.yaml",
        "issues/river-treaty.yaml",
    }


def test_both_ids_are_answered_afterwards(stancebook, upkept):
    stancebook("rename", "border-opening", "open-border", *upkept.options)
    asked = [
        stancebook("ask", "/stance", "velmora", name, *upkept.options)
        for name in ("border-opening", "open-border")
    ]
    assert asked[0].exit_code == 0
    assert asked[0].output == asked[1].output
    assert stancebook("check", *upkept.options).exit_code == 0


def test_what_cannot_be_is_one_line_and_exit_code_two(stancebook, upkept):
    told = stancebook("rename", "river-treat", "treaty", *upkept.options)
    assert (told.exit_code, told.output) == (
        2,
        "There is no entry or statement 'river-treat'. Did you mean 'river-treaty'?\n",
    )


def test_whoever_renames_by_an_earlier_id_is_told_the_one_it_has_by_now(stancebook, upkept):
    stancebook("rename", "ilse-marrow", "ilse-a", *upkept.options)
    told = stancebook("rename", "ilse-marrow", "ilse-b", *upkept.options).output
    assert told.startswith("'ilse-marrow' has the id 'ilse-a' by now.\n'ilse-a' is 'ilse-b' from")
