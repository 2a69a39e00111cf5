"""`stancebook check`: its report for a reader, a terminal, a pull request and a script."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from bot.cli.check import color_differences, format_annotation, format_line
from bot.cli.main import main
from bot.cli.words_left import tell_words_left
from knowledge.check_corpus import WordsLeft
from knowledge.corpus.errors import Problem
from tests.places import CORPUS

PROBLEM = Problem(
    file="articles/a.yaml",
    line=7,
    field="statements.0.quotes.0.exact",
    why="'we would sign' is not in the text.",
    what_to_do="Copy the words from the article.",
    nearest="we will sign",
    differences="we [-would-] {+will+} sign",
)


@pytest.fixture
def corpus(tmp_path, corpus_folder):
    """Copy the tiny corpus, with one misquotation."""
    copy = tmp_path / "corpus"
    shutil.copytree(corpus_folder, copy)
    file = copy / "articles" / "valley-post-2025-04.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("exact: will open", "exact: would open"), encoding="utf-8")
    return copy


@pytest.fixture
def run(corpus, texts_folder):
    def command(*options):
        words = ["check", "--corpus", str(corpus), "--articles", str(texts_folder), *options]
        return CliRunner().invoke(main, words)

    return command


def printed(problem, **options):
    out = io.StringIO()
    Console(file=out, highlight=False, soft_wrap=True, **options).print(
        format_line(problem, Path.cwd())
    )
    return out.getvalue()


def test_a_pipe_gets_the_words_alone_and_on_one_line():
    assert printed(PROBLEM) == f"{PROBLEM}\n"
    assert str(PROBLEM) == (
        "articles/a.yaml:7: statements.0.quotes.0.exact: 'we would sign' is not in the text. "
        "Copy the words from the article. Nearest: we [-would-] {+will+} sign"
    )


def test_a_terminal_gets_colors_too():
    out = printed(PROBLEM, force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[1marticles/a.yaml:7:\x1b[0m" in out
    assert "\x1b[9;31m[-would-]\x1b[0m" in out
    assert "\x1b[32m{+will+}\x1b[0m" in out


def test_the_words_that_differ_keep_their_marks_without_color():
    assert color_differences("we [-would-] {+will+} sign").plain == "we [-would-] {+will+} sign"


@pytest.mark.parametrize("steering", ["\x1b[2J", "\x07", "\x9b2J"])
def test_nothing_that_an_entry_says_steers_the_terminal(steering):
    problem = Problem("people/a.yaml", 1, "name", f"so{steering}so", "x")
    assert steering[0] not in printed(problem)


def test_markup_in_an_entry_is_words():
    assert "[bold]so[/bold]" in printed(Problem("a.yaml", 1, "name", "[bold]so[/bold]", "x"))


def test_an_annotation_is_escaped_as_github_asks():
    problem = Problem("people/a,b:c.yaml", 3, "name", "100% wrong:\nso, so", "mend it")
    assert format_annotation(problem, Path.cwd() / "en%tries") == (
        "::error file=en%25tries/people/a%2Cb%3Ac.yaml,line=3::name: 100%25 wrong:%0Aso, so mend it"
    )


def test_a_warning_is_an_annotation_of_its_own_level():
    assert format_annotation(PROBLEM, Path.cwd(), "warning").startswith("::warning file=articles/a")


def test_a_file_elsewhere_keeps_its_whole_path(tmp_path):
    assert f"file={(tmp_path / 'articles/a.yaml').resolve()}," in format_annotation(
        PROBLEM, tmp_path
    )


def test_github_gets_an_annotation_for_each_problem_and_warning(run):
    result = run("--format", "github")
    assert result.exit_code == 1
    warned, wrong = sorted(o for o in result.output.splitlines() if o.startswith("::"))[::-1]
    assert "would open" in wrong
    assert wrong.startswith("::error file=")
    assert warned.startswith("::warning file=")
    assert ",line=2::id: No stance and no other issue uses this issue. " in warned


def test_files_are_named_relative_to_the_current_folder(corpus, texts_folder, monkeypatch):
    monkeypatch.chdir(corpus.parent)
    words = ["check", "--corpus", "corpus", "--articles", str(texts_folder)]
    (told,) = [o for o in CliRunner().invoke(main, words).output.splitlines() if "would" in o]
    assert told.startswith("corpus/articles/valley-post-2025-04.yaml:")
    assert Path(told.partition(":")[0]).is_file()


def test_a_link_is_named_by_itself_and_not_by_what_it_leads_to(corpus, monkeypatch):
    monkeypatch.chdir(corpus.parent)
    (corpus / "people" / "nobody.yaml").symlink_to("nowhere")
    told = CliRunner().invoke(main, ["check", "--corpus", "corpus"]).output
    assert "corpus/people/nobody.yaml:1: This file cannot be read: No such file or directory." in (
        told
    )
    assert "nowhere" not in told


@pytest.mark.parametrize("named", ["desk", "desk/entries", "."])
@pytest.mark.parametrize("form", ["github", "text"])
def test_an_empty_corpus_is_named_relative_to_the_current_folder(
    tmp_path, monkeypatch, named, form
):
    (tmp_path / "desk" / "entries").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", "--corpus", named, "--format", form])
    where = "." if named == "." else "desk/entries"
    start = f"::error file={where}::" if form == "github" else f"{where}: "
    assert result.output.startswith(
        f"{start}This folder has no entries yet. 'stancebook init NEW-FOLDER' makes a corpus with "
        "templates of entries, or name another folder."
    )


def test_an_empty_folder_is_told_how_to_become_a_corpus(tmp_path):
    (tmp_path / "desk").mkdir()
    result = CliRunner().invoke(main, ["check", "--corpus", str(tmp_path / "desk")])
    assert f"'stancebook init {tmp_path}/desk' makes a corpus of it" in result.output
    CliRunner().invoke(main, ["init", str(tmp_path / "desk")])
    result = CliRunner().invoke(main, ["check", "--corpus", str(tmp_path / "desk")])
    assert "Copy a template, such as templates/person.yaml" in result.output


def test_json_is_one_object_with_everything(run):
    result = run("--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.output)
    (problem,) = told["problems"]
    assert problem == {
        "file": "articles/valley-post-2025-04.yaml",
        "line": problem["line"],
        "field": "statements.4.quotes.0.exact",
        "why": "'would open the border before the first snow.' is not in the text.",
        "nearest": "will open the border before the first snow.",
        "differences": "[-would-] {+will+} open the border before the first snow.",
        "what_to_do": "Copy the words from the article. Do not retype them.",
    }
    assert told["counts"] == {
        "entries": 21,
        "unread": 0,
        "problems": 1,
        "draft_problems": 0,
        "warnings": 1,
        "proved": 16,
        "refused": 1,
        "unproved": 0,
        "drafts": 0,
    }
    assert told["drafts"] == {}
    assert [w["file"] for w in told["warnings"]] == ["issues/inter-tarsk-talks.yaml"]
    assert told["articles_without_text"] == []
    assert told["words_left"]["marrow-2025-05"] == {"quoted": 54, "narration": 50}
    assert told["written"] == []


def test_a_reader_sees_how_much_of_each_article_is_left_to_quote(run):
    told = run().output
    assert "\nmarrow-2025-05: left to quote: 54 words, 50 of them as narration\n" in told
    assert "left to quote" not in run("--format", "github").output


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (WordsLeft(1200, 1200), "left to quote: 1,200 words"),
        (WordsLeft(1, 0), "left to quote: 1 word, none of them as narration"),
        (WordsLeft(9, 2), "left to quote: 9 words, 2 of them as narration"),
        (WordsLeft(0, 0), "left to quote: 0 words"),
    ],
)
def test_words_left_are_told_with_those_of_narration_where_they_differ(left, told):
    assert tell_words_left(left) == told


def test_json_says_what_fix_wrote(run, corpus):
    file = corpus / "people" / "jonas-vehl.yaml"
    file.write_text(file.read_text("utf-8").replace(": Jonas", ":  Jonas"), "utf-8")
    told = json.loads(run("--fix", "--format", "json").output)
    assert told["written"] == [{"file": "people/jonas-vehl.yaml", "what": "standard form"}]


@pytest.mark.parametrize(("form", "lines"), [("text", 107), ("github", 104), ("json", 1)])
def test_the_list_of_problems_ends_at_a_number_that_it_tells(run, corpus, form, lines):
    person = corpus / "people" / "orin-dask.yaml"
    wrong = "".join(f"field{n}: x\n" for n in range(5000))
    person.write_text(person.read_text("utf-8") + wrong, "utf-8")
    out = run("--format", form).output
    assert len(out.splitlines()) <= lines
    if form == "json":
        data = json.loads(out)
        assert len(data["problems"]) == 100
        assert data["counts"]["problems"] > 5000
    else:
        assert re.search(r"^And 49\d\d more problems\.$", out, re.MULTILINE)


def test_a_value_of_a_megabyte_is_cut_where_it_is_told(run, corpus):
    person = corpus / "people" / "orin-dask.yaml"
    person.write_text(f"{person.read_text('utf-8')}? {'k' * 900_000}\n: v\n", "utf-8")
    out = run().output
    assert "k … k" in out
    assert len(out) < 10_000


def test_letters_that_the_output_cannot_print_become_question_marks(program, tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    for number in ("one", "two"):
        entry = tmp_path / "corpus" / "people" / f"{number}.yaml"
        entry.write_text(f"id: {number}\nname: 베일\n", "utf-8")
    done = program("check", "--corpus", tmp_path / "corpus", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"two.yaml:2: name: The name '??' belongs to 'one' too" in done.stdout
