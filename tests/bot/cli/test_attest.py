"""`stancebook attest`: listed to a script, decided on in a terminal, taken with --yes."""

from __future__ import annotations

import pytest

POST = (
    "jonas-vehl: Special Envoy (south-tarsk), printed as “the special envoy of South Tarsk” in "
    "valley-post-2025-04\n"
)
HELD = "memberships:"
DIFF = "  people/jonas-vehl.yaml: a post, as printed\n"


@pytest.fixture
def without_post(upkept):
    """Take a person's post away, which an article prints."""
    file = upkept.folder / "people/jonas-vehl.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.partition(HELD)[0], encoding="utf-8")
    return upkept


def test_a_script_gets_a_list_and_nothing_is_written(stancebook, without_post):
    before = without_post.files()
    assert stancebook("attest", *without_post.options).output == POST
    tried = stancebook("attest", "--yes", "--dry-run", *without_post.options)
    assert tried.output.startswith(f"{POST}{DIFF}  ")
    assert tried.output.endswith("\nNothing is written: --dry-run.\n")
    assert without_post.files() == before


def test_each_is_taken_with_yes(stancebook, without_post):
    made = stancebook("attest", "--yes", *without_post.options).output
    assert made.startswith(f"{POST}{DIFF}  ")
    assert "Special Envoy" in made.removeprefix(POST)
    assert HELD in without_post.files()["people/jonas-vehl.yaml"].decode()
    told = stancebook("attest", *without_post.options).output
    assert told == "No article prints a post with its organization that is not on record.\n"
    assert stancebook("check", *without_post.options).exit_code == 0


def test_only_the_people_who_are_named_are_looked_at(stancebook, without_post):
    assert stancebook("attest", "jonas-vehl", *without_post.options).output == POST
    told = stancebook("attest", "teva-dask", *without_post.options).output
    assert told == "No article prints a post with its organization that is not on record.\n"
    nobody = stancebook("attest", "jonas-vehll", *without_post.options)
    assert nobody.exit_code == 2
    assert "There is no entry 'jonas-vehll'. Did you mean 'jonas-vehl'?" in nobody.output


def test_a_post_that_does_not_pass_is_told_and_left(stancebook, without_post):
    article = without_post.folder / "articles/valley-post-2025-04.yaml"
    text = article.read_text(encoding="utf-8")
    article.write_text(
        text.replace("as: the special envoy of South Tarsk", "as: the president of South Tarsk"),
        encoding="utf-8",
    )
    before = without_post.files()
    told = stancebook("attest", "--yes", *without_post.options)
    assert told.exit_code == 0
    assert "does not print 'the president of South Tarsk'" in told.output
    tried = stancebook("attest", "--dry-run", *without_post.options)
    assert "does not print 'the president of South Tarsk'" in tried.output
    assert without_post.files() == before
