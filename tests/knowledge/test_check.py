"""The check as a curator runs it: `stancebook check`, with texts at hand and without."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

from bot.cli import main
from knowledge.corpus import ENTRIES

WARNING = (
    "issues/inter-tarsk-talks.yaml:1: warning: id: no stance and no other issue uses this issue; "
    "remove it, or leave it for articles to come"
)


@pytest.fixture
def run(curator):
    """Run `stancebook check` on the curator's copy; the texts are named by the environment."""

    def check(*options, texts=curator.texts, corpus=curator.folder):
        return CliRunner().invoke(
            main,
            ["check", "--corpus", str(corpus), *options],
            env={"STANCEBOOK_ARTICLES": str(texts)},
        )

    return check


def test_with_all_texts_at_hand_every_quote_is_proved(run):
    result = run("--prove")
    assert result.exit_code == 0
    assert result.output == (
        f"{WARNING}\n"
        "21 entries, 0 problems, 1 warning; quotes: 17 proved, 0 refused, 0 could not be proved\n"
    )


def test_without_texts_the_check_passes_and_says_how_many_were_not_proved(run, tmp_path):
    nowhere = tmp_path / "nowhere"
    result = run(texts=nowhere)
    assert result.exit_code == 0
    assert result.output == (
        f"{WARNING}\n"
        "21 entries, 0 problems, 1 warning; quotes: 0 proved, 0 refused, 17 could not be proved: "
        f"no text in {nowhere} has the fingerprint of "
        "harbor-gazette-2025-06, marrow-2025-05, valley-post-2025-04\n"
    )


def test_asked_to_prove_where_nothing_can_be_the_check_fails(run, tmp_path):
    result = run("--prove", texts=tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "0 proved, 0 refused, 17 could not be proved" in result.output


def test_asked_to_prove_with_one_text_missing_the_check_fails(run, curator, tmp_path):
    some = tmp_path / "some"
    shutil.copytree(curator.texts, some)
    (some / "two.txt").unlink()
    assert run(texts=some).exit_code == 0
    result = run("--prove", texts=some)
    assert result.exit_code == 1
    assert "11 proved, 0 refused, 6 could not be proved" in result.output
    assert result.output.rstrip().endswith("the fingerprint of marrow-2025-05")


def test_the_option_names_the_texts_before_the_environment_does(run, curator, tmp_path):
    result = run("--prove", "--articles", str(curator.texts), texts=tmp_path / "nowhere")
    assert result.exit_code == 0


def test_a_misquotation_fails_the_check_and_is_printed(run, curator):
    curator.quote("vehl-before-snow", exact="would open the border before the first snow.")
    result = run()
    assert result.exit_code == 1
    assert "articles/valley-post-2025-04.yaml:" in result.output
    assert "[-would-] {+will+} open the border" in result.output
    assert "1 problem, 1 warning; quotes: 16 proved, 1 refused" in result.output


def test_a_misquotation_passes_unproved_without_its_text_but_not_with_prove(run, curator, tmp_path):
    curator.quote("vehl-before-snow", exact="would open the border before the first snow.")
    assert run(texts=tmp_path).exit_code == 0
    assert run("--prove", texts=tmp_path).exit_code == 1


def test_a_changed_text_proves_nothing(run, curator, tmp_path):
    texts = tmp_path / "texts"
    shutil.copytree(curator.texts, texts)
    changed = texts / "one.txt"
    changed.write_text(changed.read_text(encoding="utf-8").replace("is not ready", "is ready"))
    result = run("--prove", texts=texts)
    assert result.exit_code == 1
    assert "has the fingerprint of valley-post-2025-04" in result.output


def test_an_entry_that_cannot_be_read_fails_the_check(run, curator):
    curator.replace("people/jonas-vehl", "name: Jonas Vehl", "nmae: Jonas Vehl")
    result = run()
    assert result.exit_code == 1
    assert "people/jonas-vehl.yaml:2: nmae: is no field of this kind of entry" in result.output
    assert "people/jonas-vehl.yaml:1: name: is missing" in result.output


def test_entries_that_do_not_hold_together_fail_the_check(run, curator):
    curator.change("issues/inter-tarsk-talks", parent="nothing")
    result = run()
    assert result.exit_code == 1
    assert "parent: there is no issue 'nothing'" in result.output


def test_a_file_in_another_form_is_told_and_fix_writes_the_one_form(run, curator):
    one_form = curator.file("people/jonas-vehl").read_text(encoding="utf-8")
    curator.replace("people/jonas-vehl", "name: Jonas Vehl", 'name:   "Jonas Vehl"  # a comment')
    result = run()
    assert result.exit_code == 1
    assert "people/jonas-vehl.yaml:1: is not in its one form; run 'stancebook check --fix'" in (
        result.output
    )
    assert run("--fix", "--prove").exit_code == 0
    assert curator.file("people/jonas-vehl").read_text(encoding="utf-8") == one_form


def test_fix_writes_offsets_and_counts_and_nothing_else(run, curator):
    name = "articles/valley-post-2025-04"
    right = curator.file(name).read_text(encoding="utf-8")
    for number in (0, 1):
        curator.quote("dask-ferry-ban", number, start=None, end=None)
    curator.change(name, words=1)
    assert curator.file(name).read_text(encoding="utf-8") != right
    assert run().exit_code == 1
    assert run("--fix").exit_code == 0
    assert curator.file(name).read_text(encoding="utf-8") == right


def test_fix_leaves_a_misquotation_as_it_was_written(run, curator):
    curator.quote("vehl-before-snow", exact="would open the border before the first snow.")
    before = curator.file("articles/valley-post-2025-04").read_text(encoding="utf-8")
    assert run("--fix").exit_code == 1
    assert curator.file("articles/valley-post-2025-04").read_text(encoding="utf-8") == before


def test_fix_leaves_a_file_it_cannot_read_as_it_is(run, curator):
    curator.write("people/jonas-vehl", "name: Jonas Vehl\n")
    assert run("--fix").exit_code == 1
    assert curator.file("people/jonas-vehl").read_text(encoding="utf-8") == "name: Jonas Vehl\n"


def test_a_corpus_without_an_entry_is_a_problem(run, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(corpus=empty).exit_code != 0


def test_the_built_in_corpus_is_checked_by_default(tmp_path):
    result = CliRunner().invoke(main, ["check"], env={"STANCEBOOK_ARTICLES": str(tmp_path)})
    entries = sum(1 for _ in ENTRIES.glob("*/*.yaml"))
    assert result.exit_code == 0
    assert f"{entries} entries, 0 problems; quotes: 0 proved, 0 refused, " in result.output
