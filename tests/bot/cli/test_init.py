"""`stancebook init`: a folder that a curator can begin with."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import click
import pytest
import yaml
from click.testing import CliRunner

from bot.cli.main import SUBCOMMANDS, main
from knowledge.corpus.folder import KINDS
from tests.bot.process import STANCEBOOK, environment
from tests.places import TEMPLATES

ARTICLE = """Harbor Gazette

Envoy calls river plan premature in talks

July 9, 2025

“The river is ours to share,” the mayor of Ostby, Marta Quill, said on Monday.
"""
GLACIERS = """Zenda Courier

Ruritania cool on glacier mining ban

April 2, 2024

“We will not sign a ban on mining before the snow melts,” Rudolf Rassendyll, the Ruritanian special envoy, told reporters on Monday.

A second round of talks is planned for the autumn.
"""
STATE = "format: 2\nid: ruritania\nname: Ruritania\nclassification: state\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def run(*words):
    return CliRunner().invoke(main, list(map(str, words)))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "desk"
    assert run("init", made).exit_code == 0
    return made


def test_it_makes_the_folders_the_templates_and_the_workflow(folder):
    files = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}
    assert files == {
        *(f"entries/{kind}/.gitkeep" for kind in KINDS),
        *(f"templates/{template.name}" for template in TEMPLATES.glob("*.yaml")),
        "README.md",
        ".gitignore",
        ".github/workflows/check.yml",
    }
    assert (folder / "articles").is_dir()


def shell(folder, script):
    """Run lines as somebody types them, stopping at the first that fails."""
    place = folder.parent
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=environment(place, PATH=f"{STANCEBOOK.parent}:{os.environ['PATH']}"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_printed_commands_run_as_they_are_and_end_in_an_answer(tmp_path):
    told = run("init", tmp_path / "my desk").stdout
    assert told.count("\n\n") == 2
    done = shell(tmp_path, told.split("\n\n")[1])
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ruritania" in done.stdout


class TestReadme:
    """What the folder's README says is typed as it stands, from the first entry to an answer."""

    @pytest.fixture
    def blocks(self, folder):
        return (folder / "README.md").read_text(encoding="utf-8").split("```")[1::2]

    @pytest.fixture
    def begun(self, folder, blocks):
        done = shell(folder, blocks[0])
        assert (done.returncode, done.stderr) == (0, "")
        assert "Ruritania" in done.stdout
        return folder

    @pytest.mark.slow
    def test_an_article_is_added_corrected_by_hand_and_answered_from(self, begun, blocks):
        (begun / "article.txt").write_text(GLACIERS, encoding="utf-8")
        add, check, ask = blocks[1].strip().splitlines()
        setting = "export STANCEBOOK_CORPUS=$PWD"
        done = shell(begun, f"{setting}\n{add} --yes\n{check}")
        assert (done.returncode, done.stderr) == (0, "")
        assert "1 proved, 0 refused, 0 could not be proved" in done.stdout
        by_hand(begun)
        done = shell(begun, f"{setting}\n{check} --fix\n{ask}")
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert "“We will not sign a ban on mining before the snow melts”" in done.stdout

    def test_its_settings_and_options_exist(self, folder):
        readme = (folder / "README.md").read_text(encoding="utf-8")
        commands = [main.get_command(click.Context(main), name) for name in SUBCOMMANDS]
        options = {o for c in commands if c for p in c.params for o in p.opts}
        assert set(re.findall(r"(?<=[ `])--[a-z]+", readme)) <= options
        assert set(re.findall(r"stancebook ([a-z]+)", readme)) <= set(SUBCOMMANDS)


def by_hand(folder):
    """Correct the draft, as the README says."""
    (file,) = (folder / "entries" / "articles").glob("*.yaml")
    text = file.read_text(encoding="utf-8")
    text = text.replace("    draft: true\n", "")
    assert "    on_behalf_of: ruritania\n" in text  # proposed from the printed post
    text = re.sub(r"speaker: .*", "speaker: {id: null, description: Rudolf Rassendyll}", text)
    text = re.sub(r"sourcing: .*", "sourcing: unnamed", text)
    worded = "summary: He turned down a ban before the spring.\n    note: He spoke for Ruritania."
    text = re.sub(r"summary: .*", worded, text)
    stance = (
        "{holder: ruritania, issue: glacier-mining-ban, value: opposes, basis: relayed, grounds: 0}"
    )
    file.write_text(text.replace("    quotes:", f"    stances: [{stance}]\n    quotes:"), "utf-8")


@pytest.mark.parametrize("taken", ["notes.txt", ".hidden", "entries"])
def test_a_folder_that_is_not_empty_is_refused_and_left_alone(tmp_path, taken):
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / taken).write_text("mine")
    result = run("init", tmp_path / "desk")
    assert result.exit_code == 2
    assert "is not empty" in result.stderr
    assert [file.name for file in (tmp_path / "desk").iterdir()] == [taken]


def test_an_empty_folder_and_an_empty_git_checkout_are_taken(tmp_path):
    (tmp_path / "desk" / ".git").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    assert run("init", tmp_path / "desk").exit_code == 0
    assert run("init", tmp_path / "empty").exit_code == 0


def test_a_folder_that_cannot_be_made_is_reported_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    result = run("init", tmp_path / "file" / "desk")
    assert result.exit_code == 2
    assert "cannot be made: Not a directory. Name another place." in result.stderr


def test_without_an_entry_it_does_not_pass_and_says_what_to_write(folder):
    result = run("check", "--corpus", folder)
    assert result.exit_code == 1
    assert "This folder has no entries yet." in result.stdout


def test_with_its_first_entry_it_passes_the_check_and_is_asked(folder):
    (folder / "entries" / "organizations" / "ruritania.yaml").write_text(STATE)
    result = run("check", "--corpus", folder)
    assert result.exit_code == 0, result.stdout
    assert "Ruritania" in run("ask", "--corpus", folder, "/who ruritania").stdout


def test_a_template_copied_as_it_is_passes_once_it_has_the_one_form(folder):
    template = folder / "templates" / "organization.yaml"
    shutil.copyfile(template, folder / "entries" / "organizations" / "ruritania.yaml")
    assert run("check", "--corpus", folder, "--fix").exit_code == 0
    assert run("check", "--corpus", folder).exit_code == 0


def test_the_setting_names_it_as_the_option_does(folder, monkeypatch):
    (folder / "entries" / "organizations" / "ruritania.yaml").write_text(STATE)
    monkeypatch.setenv("STANCEBOOK_CORPUS", str(folder))
    assert run("check").stdout.startswith("1 entry, 0 problems")
    assert "Ruritania" in run("ask", "/who ruritania").stdout
    built = run("build").stdout
    monkeypatch.setenv("STANCEBOOK_CORPUS", "")
    assert run("build").stdout != built


def accept_drafts(folder):
    """Do what a curator does with the drafts of the only article."""
    (file,) = (folder / "entries" / "articles").glob("*.yaml")
    drafted = file.read_text(encoding="utf-8")
    accepted = re.sub(r"^ +draft: true\n", "", drafted, flags=re.MULTILINE)
    assert accepted != drafted
    file.write_text(accepted.replace("To be worded by a curator.", "It is shared."), "utf-8")


def test_the_texts_of_the_corpus_are_found_from_any_folder(folder, monkeypatch, tmp_path):
    """An article is added, checked and asked for from another working folder, by the settings."""
    for name, value in {"HOME": folder.parent, "STANCEBOOK_CORPUS": "~/desk"}.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.chdir(tmp_path)
    (folder / "entries" / "organizations" / "ruritania.yaml").write_text(STATE)
    added = CliRunner().invoke(main, ["add", "-", "--yes"], input=ARTICLE)
    assert "added, 1 draft statement" in added.output, added.output
    assert len(list((folder / "articles").glob("*.txt"))) == 1
    assert not (tmp_path / "articles").exists()
    assert "1 proved, 0 refused, 0 could not be proved" in run("check").stdout
    accept_drafts(folder)
    said = run("ask", '/check "The river is ours to share"').stdout
    assert "exact" in said.lower()


@pytest.fixture
def workflow(folder):
    text = (folder / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def test_the_workflow_may_only_read_and_leaves_a_folder_without_entries_alone(workflow):
    assert workflow["permissions"] == {"contents": "read"}
    steps = [step for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    assert len(steps) == 2
    assert all(step["if"] == "hashFiles('entries/*/*.yaml') != ''" for step in steps)


def test_the_workflows_check_annotates_what_is_wrong(folder, workflow):
    check = workflow["jobs"]["check"]["steps"][-1]["run"]
    (folder / "entries" / "organizations" / "ruritania.yaml").write_text(STATE)
    assert shell(folder, check).returncode == 0
    (folder / "entries" / "organizations" / "ruritania.yaml").write_text("id: ruritania\n")
    done = shell(folder, check)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=entries/organizations/ruritania.yaml,line=1::")


def test_git_keeps_the_folders_and_leaves_out_the_texts(folder):
    (folder / "articles" / "one.txt").write_text("a whole text")
    subprocess.run(["git", "init", "-q", folder], check=True)
    subprocess.run(["git", "-C", folder, "add", "-A"], check=True)
    listed = subprocess.run(
        ["git", "-C", folder, "ls-files"], check=True, capture_output=True, text=True
    )
    assert "entries/people/.gitkeep" in listed.stdout
    assert "one.txt" not in listed.stdout


def test_its_readme_names_what_is_there(folder):
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for place in ("entries", "templates", "articles", ".github/workflows/check.yml"):
        assert f"`{place}" in readme
        assert (folder / place).exists()
