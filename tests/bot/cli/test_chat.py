"""The terminal chat: line by line, picking by number, leaving without a trace."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.cli.ask import ask
from bot.cli.chat import _make_completer, chat

CTRL_C, CTRL_D, UP, ENTER = "\x03", "\x04", "\x1b[A", "\r"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def piped(shipped_kb, monkeypatch, capsys):
    """Chat over a pipe: give lines, get what was printed after the welcome."""

    def talk(*lines: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        chat(shipped_kb)
        return capsys.readouterr().out.partition("leaves)\n")[2]

    return talk


@pytest.fixture
def typed(shipped_kb, monkeypatch, capsys):
    """Chat at a prompt: give keys, get what was printed after the welcome.

    What is given second is typed once the first question is asked, and not ahead of its answer.
    """

    def talk(keys: str, then: str = "") -> str:
        def answer_while_more_is_typed(*asked):
            keyboard.send_text(next(later, ""))
            return ask(*asked)

        later = iter([then])
        monkeypatch.setattr("sys.stdin", _Terminal())
        monkeypatch.setattr("bot.cli.chat.ask", answer_while_more_is_typed)
        with create_pipe_input() as keyboard:
            keyboard.send_text(keys)
            with create_app_session(input=keyboard, output=DummyOutput()):
                chat(shipped_kb)
        return capsys.readouterr().out.partition("leaves)\n")[2]

    return talk


FUNAKOSHI = "Takehiro Funakoshi · spoke for Japan\n"
END_OF_WAR = "Japan · End-of-war declaration: reluctant"


def test_it_opens_with_what_can_be_asked(shipped_kb, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    chat(shipped_kb)
    assert "  /stance south-korea denuclearization\n  /whois Shin" in capsys.readouterr().out


def test_a_question_is_answered(piped):
    assert piped("/stance japan end-of-war").startswith(END_OF_WAR)


def test_a_number_picks_what_was_offered(piped):
    told = piped("/who kim", "2")
    assert told.startswith("Which of these?")
    assert "\n\nKim Yo Jong · spoke for North Korea\n" in told


@pytest.mark.parametrize("number", ["0", "9", "-1", "²", "1.5"])
def test_a_number_outside_the_list_picks_nothing(piped, number):
    told = piped("/who kim", number).partition("[Sung Kim]")[2]
    assert told.strip()
    assert "spoke for" not in told


def test_a_number_picks_of_the_last_answer_only(piped):
    told = piped("/who kim", "/who funakoshi", "2")
    assert "Kim Yo Jong · spoke for" not in told


@pytest.mark.parametrize("word", ["more", "More", "ALL", "1"])
def test_more_shows_all_statements(piped, word):
    first = piped("/stance japan pressure")
    rest = piped("/stance japan pressure", word).removeprefix(first)
    assert rest.startswith("Japan · Pressure on North Korea: all 4 statements\n")


def test_more_shows_the_statements_that_follow(piped):
    screens = piped("/stance japan talks more", "more").split("[More (")
    assert "the ministerial also exposed" in screens[1]
    assert "the ministerial also exposed" not in screens[0]


def test_back_shows_the_screen_before(piped):
    first = piped("/stance japan talks more")
    screens = piped("/stance japan talks more", "more", "back")
    assert screens.endswith(first)
    assert "There is nothing to pick here" in piped("/who funakoshi", "back")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("/who cho", "posts"), "named in Feb 2024"),
        (("/who cho", "[Posts]"), "named in Feb 2024"),
        (("/stance us pressure", "sources"), "“Japan softens stance on prospect of"),
        (("/stance us pressure", "[All 3]"), "all 3 statements"),
        (("/stance us pressure", "cite", "chicago"), "February 26–28, 2018"),
        (("/stance us pressure", "cite", "CHICAGO"), "February 26–28, 2018"),
    ],
)
def test_the_label_of_a_button_presses_it(piped, lines, told):
    *before, last = lines
    pressed = piped(*lines)
    assert told in pressed.removeprefix(piped(*before))
    assert f"Not read: “{last}”" not in pressed


def test_a_line_goes_on_from_the_one_before(piped):
    told = piped("/stance japan end-of-war", "and South Korea?", "since when?")
    assert "\n\nSouth Korea · End of war: supports" in told
    assert "Read with your last question: South Korea, End-of-war declaration." in told


def test_a_line_goes_on_from_no_day_before(piped, monkeypatch):
    days = count(1, 24 * 60 * 60)
    monkeypatch.setattr("bot.cli.chat.monotonic", lambda: next(days))
    assert "Read with" not in piped("/stance japan end-of-war", "and South Korea?")


@pytest.mark.parametrize("word", ["quit", "exit", "/quit", "QUIT", " exit "])
def test_a_word_leaves(piped, word):
    assert piped(word, "/who funakoshi") == ""


def test_blank_lines_ask_nothing(piped):
    assert piped("", "   ") == ""


def test_control_characters_are_not_echoed(piped):
    told = piped("/who \x1b[2Jnobody\x07")
    assert told
    assert not {"\x1b", "\x07"} & set(told)


def test_ctrl_d_leaves_the_prompt(typed):
    assert typed(CTRL_D) == ""
    assert typed(f"/who funakoshi{ENTER}{CTRL_D}").startswith(FUNAKOSHI)


def test_ctrl_c_drops_the_line_and_goes_on(typed):
    told = typed(f"/stance japan end-of-war{CTRL_C}/who funakoshi{ENTER}{CTRL_D}")
    assert told.startswith(FUNAKOSHI)
    assert END_OF_WAR not in told


def test_a_number_picks_at_the_prompt_too(typed):
    assert "\n\nKim Yo Jong · spoke for North Korea\n" in typed(f"/who kim{ENTER}2{ENTER}{CTRL_D}")


def test_the_last_question_is_a_key_away(typed):
    told = typed(f"/who funakoshi{ENTER}", f"{UP}{ENTER}{CTRL_D}")
    assert told.count(FUNAKOSHI) == 2


@pytest.mark.parametrize(
    ("begun", "offered"),
    [
        ("/iss", "/issues"),
        ("/stance jap", "japan"),
        ("/stance japan end-of", "end-of-war"),
        ("/who taro", "Taro Kono"),
        ("/who TAKE", "Takehiro Funakoshi"),
    ],
)
def test_commands_names_and_issues_are_completed(shipped_kb, begun, offered):
    found = _make_completer(shipped_kb).get_completions(Document(begun), CompleteEvent())
    assert offered in [completion.text for completion in found]


def test_no_file_keeps_the_questions(typed, monkeypatch, tmp_path):
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert typed(f"/who funakoshi{ENTER}/stance japan end-of-war{ENTER}{CTRL_D}")
    assert list(tmp_path.rglob("*")) == []


def test_the_installed_program_chats_over_a_pipe_and_keeps_no_question(tmp_path):
    canary = "canaryquestion"
    result = subprocess.run(
        [Path(sys.executable).with_name("stancebook"), "chat"],
        input=f"/who {canary}\n/who funakoshi\nquit\n",
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)},
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert FUNAKOSHI in result.stdout
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file for file in files if canary.encode() in file.read_bytes()] == []
    assert [file for file in files if not file.name.startswith(("kb-", "passed-", "checks-"))] == []
