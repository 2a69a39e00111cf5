"""`stancebook add` as it is typed."""

from __future__ import annotations

import os
import shutil

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from tests.places import TESTS

ARTICLE = """Harbor Gazette

Envoy calls river plan premature in talks

July 9, 2025

“The river is ours to share,” the mayor of Ostby, Marta Quill, said on Monday.
"""


@pytest.fixture
def run(tmp_path):
    shutil.copytree(TESTS / "corpus", tmp_path / "corpus")
    where = ["--corpus", str(tmp_path / "corpus"), "--articles", str(tmp_path / "texts")]

    def typed(command, *words, text=None):
        return CliRunner().invoke(main, [command, *words, *where], input=text)

    return typed


def test_a_text_on_standard_input_is_added_as_drafts(run):
    done = run("add", "-", "--yes", text=ARTICLE)
    assert (done.exit_code, "added, 1 draft statement\n" in done.output) == (0, True)
    assert "nothing was changed" in run("add", "-", "--yes", text=ARTICLE).output


def test_an_input_without_end_is_read_no_further_than_an_article(run):
    done = run("add", "-", "--yes", text="x" * (16 * 1024 * 1024 + 1))
    assert done.exit_code == 2
    assert "larger than 16 MiB" in done.output


def test_a_post_that_is_printed_for_somebody_on_record_is_proposed(run):
    text = ARTICLE.replace("the mayor of Ostby, Marta Quill", "Velmoran President Teva Dask")
    told = run("add", "-", "--yes", text=text).output
    assert (
        "  Proposes a post: teva-dask: President (velmora), printed as “Velmoran President” in "
        in told
    )
    assert told.endswith("  'stancebook attest' takes it.\n")
    assert "Proposes" not in run("add", "-", "--yes", text=text).output
    assert "Proposes" not in run("add", "-", "--yes", text=ARTICLE).output


@pytest.mark.parametrize("nothing", ["", " \n"])
def test_nothing_on_standard_input_is_said_as_such(run, nothing):
    done = run("add", "-", text=nothing)
    assert done.exit_code == 2
    assert done.output == "Standard input is empty. Pipe the article's text into it.\n"


def test_a_review_outside_a_terminal_says_what_there_is_to_review(run):
    run("add", "-", "--yes", text=ARTICLE)
    again = run("add", "-", "--review", text=ARTICLE).output
    assert again.endswith("Its drafts are reviewed in a terminal, without --yes.\n")


def test_a_review_without_drafts_says_so(run):
    plain = ARTICLE.partition("“")[0] + "The mayor of Ostby went home on Monday.\n"
    run("add", "-", "--yes", text=plain)
    again = run("add", "-", "--review", text=plain).output
    assert again.endswith("It has no drafts to review.\n")


def test_a_changed_text_is_reported_word_by_word(run):
    run("add", "-", "--yes", text=ARTICLE)
    done = run("add", "-", "--yes", text=ARTICLE.replace("share", "keep"))
    assert "both fingerprints are kept" in done.output
    assert "No longer served" in done.output


def test_a_text_without_a_date_asks_for_the_published_option(run):
    done = run("add", "-", "--yes", text=ARTICLE.replace("July 9, 2025", ""))
    assert (done.exit_code, "--published 2024-02-16" in done.output) == (2, True)


def test_a_publication_date_must_be_one_day(run):
    done = run("add", "-", "--published", "someday", text=ARTICLE)
    assert (done.exit_code, "is not a day" in done.output) == (2, True)
    done = run("add", "-", "--published", "03/04/2025", text=ARTICLE)
    assert (done.exit_code, "is 2025-03-04 or 2025-04-03" in done.output) == (2, True)


def test_notes_say_how_a_text_was_read(run):
    done = run("add", "-", "--yes", "--publisher", "Zenda Courier", text=ARTICLE.encode("cp1252"))
    assert "I read it as Windows-1252" in done.output
    assert "does not print 'Zenda Courier'" in done.output


def test_a_pdf_is_refused_with_its_name(run, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3")
    done = run("add", str(tmp_path / "a.pdf"), "--yes")
    assert (done.exit_code, "a.pdf: The file is a PDF, not text." in done.output) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="no named pipes")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(run, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    done = run("add", str(tmp_path / "pipe.txt"), "--yes")
    assert done.exit_code == 2
    assert "pipe.txt: This file cannot be read: it is a named pipe. " in done.output


def test_the_encoding_option_takes_names_of_encodings_only(run):
    text = ARTICLE.replace("river", "річка")
    assert run("add", "-", "--yes", text=text.encode("cp1251")).exit_code == 2
    named = run("add", "-", "--yes", "--encoding", "cp1251", text=text.encode("cp1251"))
    assert "added, 1 draft statement" in named.output
    assert "is not an encoding" in run("add", "-", "--encoding", "base64", text=ARTICLE).output


def test_a_folder_is_added_with_a_report(run, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    assert "1 added with 1 draft statement," in run("add", str(folder)).output
    assert "1 done in an earlier run" in run("add", str(folder)).output
    (folder / "two.txt").write_bytes(ARTICLE.replace("share", "keep").encode("cp1252"))
    assert "so I read it as Windows-1252" in run("add", str(folder)).output


def test_the_environment_names_the_corpus_to_add_to(tmp_path):
    shutil.copytree(TESTS / "corpus", tmp_path / "desk" / "entries")
    where = {
        "STANCEBOOK_CORPUS": str(tmp_path / "desk"),
        "STANCEBOOK_ARTICLES": str(tmp_path / "texts"),
    }
    done = CliRunner().invoke(main, ["add", "-", "--yes"], input=ARTICLE, env=where)
    assert "1 draft statement" in done.output
    assert list((tmp_path / "desk" / "entries" / "articles").glob("harbor-gazette-2025-07-*.yaml"))


def test_a_new_corpus_takes_its_first_article(tmp_path):
    CliRunner().invoke(main, ["init", str(tmp_path / "desk")])
    where = ["--corpus", str(tmp_path / "desk"), "--articles", str(tmp_path / "texts")]
    done = CliRunner().invoke(main, ["add", "-", "--yes", *where], input=ARTICLE)
    assert (done.exit_code, "added, 1 draft statement" in done.output) == (0, True)
    checked = CliRunner().invoke(main, ["check", *where])
    assert "1 entry, 0 problems" in checked.output


def test_nothing_is_written_to_a_folder_that_is_not_a_corpus(tmp_path):
    (tmp_path / "mail").mkdir()
    done = CliRunner().invoke(
        main, ["add", "-", "--yes", "--corpus", str(tmp_path / "mail")], input=ARTICLE
    )
    assert (done.exit_code, "This folder has no entries yet." in done.output) == (2, True)
    assert list((tmp_path / "mail").iterdir()) == []


def test_the_printed_day_may_be_given_in_other_words(run):
    done = run("add", "-", "--yes", "--published", "2025-07-09", text=ARTICLE)
    assert (done.exit_code, "added, 1 draft statement\n" in done.output) == (0, True)
    assert "22 entries, 0 problems" in run("check").output


def test_another_day_than_the_printed_one_is_refused(run, tmp_path):
    done = run("add", "-", "--yes", "--published", "2025-07-08", text=ARTICLE)
    assert (done.exit_code, "The head prints a day: 'July 9, 2025'" in done.output) == (2, True)
    assert not list((tmp_path / "corpus" / "articles").glob("harbor-gazette-2025-07-*"))


def test_an_article_of_the_future_is_refused(run, tmp_path):
    done = run("add", "-", "--yes", text=ARTICLE.replace("2025", "2095"))
    assert (done.exit_code, "2095-07-09 is in the future" in done.output) == (2, True)


def test_a_folder_tells_what_is_left_out_where_and_why(run, tmp_path):
    folder = tmp_path / "more"
    folder.mkdir()
    said = "Ilse Marrow and Orin Dask said that they would meet. They said they would meet again."
    text = ARTICLE.replace("“The river", f"{said}\n\n“The river") + "\nNobody crossed it.\n" * 20
    (folder / "one.txt").write_text(text, encoding="utf-8")
    done = run("add", str(folder), "--yes")
    told = [line for line in done.output.splitlines() if line.startswith("Left out of ")]
    assert told
    assert all(line.startswith(f"Left out of {folder / 'one.txt'}: ") for line in told)
    assert any(
        "'They said they would meet again.': The sentence is relayed" in line for line in told
    )
    assert f"in an earlier run; {len(told)} left out." in done.output


def test_nothing_is_said_of_what_is_left_out_where_nothing_is(run, tmp_path):
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    assert "left out" not in run("add", str(folder), "--yes").output
