"""The check as a curator runs it: `stancebook check`, with texts at hand and without."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from knowledge.check_corpus.corpus_check import run_check
from knowledge.corpus.corpus_reader import ENTRIES

WARNING = (
    "issues/inter-tarsk-talks.yaml:2: warning: id: No stance and no other issue uses this issue. "
    "Remove it, or keep it for articles to come."
)


@pytest.fixture
def run(curator, monkeypatch):
    """Run `stancebook check` in the curator's copy; the texts are named by the environment."""
    monkeypatch.chdir(curator.folder)

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
        "harbor-gazette-2025-06: left to quote: 48 words, 40 of them as narration\n"
        "marrow-2025-05: left to quote: 54 words, 50 of them as narration\n"
        "valley-post-2025-04: left to quote: 58 words\n"
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
        f"There is no folder {nowhere}, so no quote was proved.\n"
    )


def test_asked_to_prove_where_nothing_can_be_the_check_fails(run, tmp_path):
    result = run("--prove", texts=tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "0 proved, 0 refused, 17 could not be proved" in result.output
    assert result.stderr.endswith("17 quotes are not proved, and --prove asks for all of them.\n")


def test_a_named_folder_of_texts_that_is_not_there_is_said(run, tmp_path):
    result = run("--articles", str(tmp_path / "nowhere"))
    assert result.exit_code == 0
    assert result.stderr == f"There is no folder {tmp_path / 'nowhere'}, so no quote was proved.\n"


def test_asked_to_prove_with_one_text_missing_the_check_fails(run, curator, tmp_path):
    some = tmp_path / "some"
    shutil.copytree(curator.texts, some)
    (some / "two.txt").unlink()
    assert run(texts=some).exit_code == 0
    result = run("--prove", texts=some)
    assert result.exit_code == 1
    assert "11 proved, 0 refused, 6 could not be proved" in result.output
    assert result.stdout.rstrip().endswith("the fingerprint of marrow-2025-05")


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
    assert "people/jonas-vehl.yaml:3: nmae: This kind of entry has no such field." in result.output
    assert "people/jonas-vehl.yaml:1: name: This field is missing." in result.output
    assert "20 entries and 1 that could not be read, 2 problems" in result.output


def test_entries_that_do_not_hold_together_fail_the_check(run, curator):
    curator.change("issues/inter-tarsk-talks", parent="nothing")
    result = run()
    assert result.exit_code == 1
    assert "parent: There is no issue 'nothing'." in result.output


def test_what_fix_wrote_is_printed(run, curator):
    curator.replace("people/jonas-vehl", "name: Jonas Vehl", 'name:   "Jonas Vehl"')
    curator.quote("dask-ferry-ban", start=None)
    curator.change("articles/marrow-2025-05", words=1)
    result = run("--fix")
    assert result.exit_code == 0
    assert result.output.splitlines()[:3] == [
        "articles/marrow-2025-05.yaml: rewritten: words: 218",
        "articles/valley-post-2025-04.yaml: rewritten: offsets of quotes",
        "people/jonas-vehl.yaml: rewritten: standard form",
    ]


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


VALLEY, MARROW = "articles/valley-post-2025-04", "articles/marrow-2025-05"
POST = "    organization: south-tarsk\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        pytest.param(
            VALLEY,
            "id: dask-premature",
            "id: teva-dask-news",
            "statements.1.id: articles/marrow-2025-05.yaml statements.2 has this id too. ",
            id="a duplicate id",
        ),
        pytest.param(
            VALLEY,
            "{id: united-isles}",
            "{id: united-isle}",
            "speaker.id: There is no person or organization 'united-isle'. Correct the id, or add the person or organization. Nearest: united-isles",
            id="an unknown id",
        ),
        pytest.param(
            "people/teva-dask",
            "weak_aliases:\n  - Dask's sister",
            "aliases:\n  - Vehl Jonas",
            "aliases.0: The name 'Vehl Jonas' belongs to 'jonas-vehl' too. Make it weak in both",
            id="a strong alias of two entities",
        ),
        pytest.param(
            "people/ilse-marrow",
            "start: 2025-05\n",
            "start: 2025-06\n",
            "memberships.0.start: The post starts 2025-06, but 'marrow-2025-05' attests it for",
            id="a membership that the article contradicts",
        ),
        pytest.param(
            "people/jonas-vehl",
            POST,
            f"{POST}    start: 2025-08-01\n",
            "memberships.0.start: 2025-08-01 is in the future. Correct the date",
            id="a date in the future",
        ),
        pytest.param(
            VALLEY,
            "{from: '2025-03-20', to: '2025-03-20', printed: March 20",
            "{from: '2025-04-20', to: '2025-04-20', printed: March 20",
            "said: The last day (2025-04-20) is after the article was published (2025-04-05). ",
            id="said after it was published",
        ),
        pytest.param(
            VALLEY,
            "{from: '2025-03-20', to: '2025-03-20', printed: March 20",
            "{from: '2005-03-20', to: '2005-03-20', printed: March 20",
            "said: 'March 20' has no year, and 2005-03-20 is over a year before the article. ",
            id="said before the article's possible past",
        ),
        pytest.param(
            MARROW,
            "        grounds: 0\n    summary: Marrow made",
            "        grounds: 2\n    summary: Marrow made",
            "statements.1.stances.0.grounds: There is no quote 2: 'grounds' counts the quotes from 0. ",
            id="grounds that are no quote",
        ),
        pytest.param(
            MARROW,
            "        grounds: 0\n    summary: Marrow made",
            "    summary: Marrow made",
            "statements.1.stances.0.grounds: This field is missing. Add it: the template article.yaml shows",
            id="a stance without grounds",
        ),
        pytest.param(
            VALLEY,
            "    sourcing: relayed\n    via: diplomatic sources\n",
            "    sourcing: relayed\n",
            "statements.0.via: Relayed words need 'via'. Say who relayed them, as printed.",
            id="relayed words without their relay",
        ),
        pytest.param(
            MARROW,
            "summary: Marrow made talks",
            "summary: Marrow firmly made talks",
            "statements.1.summary: 'firmly' weighs what was said. Say it without an adverb of",
            id="a summary with an adverb of degree",
        ),
        pytest.param(
            "issues/border-opening",
            "question: Should",
            "qestion: Should",
            "qestion: This kind of entry has no such field. Call it 'question' if that is what you mean.",
            id="a misspelled field",
        ),
    ],
)
def test_the_check_finds_on_its_line_and_says_what_to_do(curator, file, old, new, told):
    curator.replace(file, old, new)
    report = run_check(curator.folder, curator.texts, today=date(2025, 7, 1))
    found = [problem for problem in report.problems if told in str(problem)]
    assert len(found) == 1, "\n".join(map(str, report.problems))
    assert found[0].file == f"{file}.yaml"
    assert found[0].what_to_do
    assert 1 <= found[0].line <= len(curator.file(file).read_text("utf-8").splitlines())


def test_all_that_is_wrong_with_an_entry_that_contradicts_itself_is_told_at_once(run, curator):
    curator.replace(VALLEY, "    via: diplomatic sources\n", "")
    curator.replace(VALLEY, "{id: united-isles}", "{id: nobody}")
    curator.replace(VALLEY, "exact: will open the border", "exact: would open the border")
    curator.replace(VALLEY, "summary: Velmora", "summary: Firmly Velmora")
    result = run()
    assert result.exit_code == 1
    for told in (
        "statements.0.via: Relayed words need 'via'. Say who relayed them, as printed.",
        "speaker.id: There is no person or organization 'nobody'",
        "[-would-] {+will+} open the border",
        "statements.0.summary: 'Firmly' weighs what was said.",
    ):
        assert result.output.count(told) == 1
    assert "21 entries, 4 problems, 1 warning; quotes: 16 proved, 1 refused, 0 " in result.output


def test_entries_are_held_together_although_one_cannot_be_read(curator):
    curator.write("people/jonas-vehl", "id: jonas-vehl\n")
    curator.change("issues/ferry-ban", parent="ferries")
    told = curator.told(fix=False)
    assert [line.split(":")[0] for line in told] == [
        "issues/ferry-ban.yaml",
        "people/jonas-vehl.yaml",
    ]


def test_every_problem_says_what_to_do(curator):
    curator.write("people/jonas-vehl", "id: vehl\nnmae: Vehl\n")
    curator.write("people/ada", "- no\n")
    curator.write("people/eve", "id: [")
    curator.write("people/odd.txt", "so")
    curator.change("issues/ferry-ban", parent="ferries", parties=["one", "two"])
    curator.statement("vehl-before-snow", event="ball-2025", summary="Vehl “firmly” said so.")
    curator.quote("dask-ferry-ban", 1, exact="We will keep the ban", attribution="Vehl")
    curator.change(MARROW, words=7, publisher="The Moon")
    problems = curator.check().problems
    assert len(problems) >= 12
    assert [str(problem) for problem in problems if not problem.what_to_do] == []


def test_the_drafts_that_wait_are_counted_with_their_articles(run, curator):
    assert "draft" not in run().output.splitlines()[-1]
    curator.statement("marrow-this-year", draft=True)
    todo = "('stancebook todo draft' lists them)"
    assert f" 1 warning, 1 draft waits in 1 article {todo}; quotes: " in run().output
    curator.statement("teva-dask-news", draft=True)
    curator.statement("vehl-before-snow", draft=True)
    assert f" 1 warning, 3 drafts wait in 2 articles {todo}; quotes: " in run().output
    told = json.loads(run("--format", "json").output)
    assert told["drafts"] == {"marrow-2025-05": 2, "valley-post-2025-04": 1}
    assert told["counts"]["drafts"] == 3
