"""The `stancebook` command: its exit codes, its lines, and what it does not load."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from tests.places import CORPUS

PROGRAM = Path(sys.executable).with_name("stancebook")


@pytest.fixture(scope="module", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory):
    """Let the knowledge base be built once, away from the user's cache."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def run(*arguments: str, typed: str | bytes = ""):
    return CliRunner().invoke(main, arguments, input=typed)


def process(*arguments: str | bytes, typed: bytes = b"", **environment: str):
    """Run the installed program as a shell does."""
    return subprocess.run(
        [PROGRAM, *arguments],
        input=typed,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("/stance japan end-of-war", 0),
        ("@stancebook japan end of war", 0),
        ("/stance japan end-of-war as of feb 2022", 0),
        ("/issues", 0),
        ("help", 0),
        ("/nonsense", 0),
        ("", 0),
        ("/who kim", 1),
        ("/stance japan", 1),
        ("/stance japan whaling", 1),
        ("/stance china abductions", 1),
        ("/who angela merkel", 1),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_exit_code_says_whether_it_was_answered(question, code, form):
    result = run("ask", *form, *([question] if not question else question.split()))
    assert result.exit_code == code
    assert result.stdout
    assert result.stderr == ""


def test_the_arguments_are_one_question():
    (line,) = run("ask", "--json", "/stance", "japan", "end-of-war").stdout.splitlines()
    assert json.loads(line)["question"] == "/stance japan end-of-war"
    (quoted,) = run("ask", "--json", "/stance japan end-of-war").stdout.splitlines()
    assert quoted == line


def test_each_line_of_standard_input_gives_one_object_a_blank_one_too():
    result = run("ask", "--json", typed="/stance seoul end of war\r\n\n/who kim\nwho is funakoshi")
    found = [json.loads(line) for line in result.stdout.split("\n")[:-1]]
    assert [data["question"] for data in found] == [
        "/stance seoul end of war",
        "",
        "/who kim",
        "who is funakoshi",
    ]
    assert [data["outcome"] for data in found] == ["answer", "help", "choice", "answer"]
    assert result.exit_code == 1


def test_lines_that_were_all_answered_exit_with_zero():
    assert run("ask", "--json", typed="/issues\nhelp\n").exit_code == 0
    assert run("ask", typed="/issues\nhelp\n").exit_code == 0


def test_no_line_gives_no_object():
    result = run("ask", "--json", typed="")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_plain_text_is_that_of_the_message():
    line = run("ask", "--json", "/stance japan end-of-war").stdout
    assert run("ask", "/stance japan end-of-war").stdout == json.loads(line)["text"] + "\n"


def test_control_characters_typed_do_not_reach_the_terminal():
    result = run("ask", "/who \x1b[2J\x07nobody\u202e")
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)


@pytest.mark.parametrize(
    "arguments", [["ask", "--xml"], ["nonsense"], ["ask", "--json", "-x"], ["check", "--articles"]]
)
def test_wrong_use_exits_with_two_and_says_why_on_standard_error(arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error" in result.stderr


@pytest.mark.parametrize("command", ["ask", "chat", "init", "run", "build", "check", "diff"])
def test_each_command_has_help(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command}")


def test_serving_without_a_token_is_told_in_one_line(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)
    result = run("run")
    assert result.exit_code == 2
    assert result.stderr.startswith("SLACK_APP_TOKEN is missing")
    assert len(result.stderr.splitlines()) == 1


def test_a_setting_that_is_no_json_is_told_in_one_line(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STANCEBOOK_COMMANDS", "{bad")
    result = run("run")
    assert result.exit_code == 2
    assert "STANCEBOOK_COMMANDS" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_corpus_that_does_not_hold_is_told_and_exits_with_two(tmp_path):
    people = tmp_path / "corpus" / "people"
    people.mkdir(parents=True)
    (people / "nobody.yaml").write_text("id: somebody\nnmae: Nobody\n")
    output = tmp_path / "kb.sqlite"
    result = run("build", "--corpus", str(people.parent), "--output", str(output))
    assert result.exit_code == 2
    assert "nobody.yaml:" in result.stderr
    assert not output.exists()


class TestProgram:
    """The installed program, as a process of its own."""

    def test_answers_questions_from_a_pipe(self):
        result = process("ask", "--json", typed=b"/stance seoul end of war\n/who kim\n")
        assert result.stderr == b""
        assert result.returncode == 1
        found = [json.loads(line) for line in result.stdout.decode().splitlines()]
        assert [data["outcome"] for data in found] == ["answer", "choice"]

    def test_answers_its_arguments_in_plain_text(self):
        result = process("ask", "/stance", "japan", "end-of-war")
        assert (result.returncode, result.stderr) == (0, b"")
        told = result.stdout.decode()
        assert "reluctant" in told
        assert "relayed by diplomatic sources" in told
        assert "“premature”" in told
        assert "\x1b" not in told

    @pytest.mark.parametrize("form", [[], ["--json"]])
    def test_takes_bytes_that_are_no_text(self, form):
        piped = process("ask", *form, typed=b"/who \xff\xfe\n", PYTHONIOENCODING="utf-8:strict")
        typed = process("ask", *form, b"/who \xff\xfe", PYTHONIOENCODING="utf-8:strict")
        for result in (piped, typed):
            assert b"Traceback" not in result.stderr
            assert result.returncode in {0, 1, 2}
            assert result.stdout or result.stderr

    def test_prints_what_it_can_where_the_output_takes_few_letters(self, tmp_path):
        shutil.copytree(CORPUS, tmp_path / "corpus")
        for number in ("one", "two"):
            entry = tmp_path / "corpus" / "people" / f"{number}.yaml"
            entry.write_text(f"id: {number}\nname: 베일\n", "utf-8")
        done = process("check", "--corpus", tmp_path / "corpus", PYTHONIOENCODING="ascii")
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"two.yaml:2: name: the name '??' belongs to 'one' too" in done.stdout

    def test_leaves_quietly_when_nobody_reads_on(self):
        script = '"$0" ask --json | head -c 1 >/dev/null; exit "${PIPESTATUS[1]}"'
        lines = b"/issues\n" * 200
        result = subprocess.run(
            ["bash", "-c", script, PROGRAM], input=lines, capture_output=True, check=False
        )
        assert b"Traceback" not in result.stderr

    @pytest.mark.parametrize("form", [[], ["--json"]])
    def test_loads_no_more_than_a_question_needs(self, form):
        code = (
            "import sys\nfrom bot.cli.main import main\n"
            f"try:\n    main(['ask', *{form}, '/stance japan end-of-war'])\n"
            "finally:\n    print(*sys.modules, file=sys.stderr)"
        )
        run("ask", "/issues")  # by now it is built, and known to pass
        result = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        )
        loaded = {name.partition(".")[0] for name in result.stderr.split()}
        assert "knowledge" in loaded
        heavy = {"slack_bolt", "slack_sdk", "yaml", "rich", "sqlite_utils", "prompt_toolkit"}
        assert loaded & heavy == set()

    def test_says_its_version(self):
        result = process("--version")
        assert (result.returncode, result.stderr) == (0, b"")
        assert b"version" in result.stdout
