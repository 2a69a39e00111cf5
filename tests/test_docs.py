"""The documentation stays true: generated parts, commands, questions, links and pictures."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest
from click import Context

from bot.cli.ask import as_json, ask
from bot.cli.main import main
from knowledge.questions.question import MAX_LENGTH
from tests.bot.process import STANCEBOOK, environment
from tests.places import ROOT

README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md")), ROOT / "CHANGELOG.md"]
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
WRITTEN = date(2026, 11, 28)
GENERATED = re.compile(r"<!-- \[\[\[cog .*?\[\[\[end\]\]\] -->", re.DOTALL)


def by_hand(name):
    """Return what people wrote on a page, without what is generated."""
    return GENERATED.sub("", TEXTS[name])


def anchors(text):
    """Return the anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads]


@pytest.fixture(scope="module")
def examples():
    """Return every question that the pages give as one that works."""
    found = re.findall(
        r"`(/(?:stance|who|whois|issues|check)(?: [^`]*)?)`", "".join(TEXTS.values())
    )
    return sorted({q for q in found if not re.search(r"[A-Z]{2}|…|\[", q)})


@pytest.mark.slow(seconds=8)
def test_generated_parts_are_up_to_date():
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "reference.py", "--check", "--diff"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"run `make docs`:\n{done.stdout}\n{done.stderr}"


def test_readme_is_short():
    assert len(TEXTS["README.md"].splitlines()) <= 130


def test_the_answer_above_the_fold_is_the_bots(shipped_kb):
    shown = re.search(r"\$ stancebook ask (/stance .+)\n([\s\S]+?)\n```", TEXTS["README.md"])
    assert shown.start() < 2500
    told = ask(shipped_kb, shown[1], WRITTEN).message.text
    assert unwrapped(shown[2]) == unwrapped(told)


def unwrapped(text):
    """Return a text without the ends of its lines, which the page wraps."""
    return re.sub(r"\s+(> )?", " ", text)


def test_every_question_is_answered(shipped_kb, examples):
    assert len(examples) > 15
    for question in examples:
        outcome = ask(shipped_kb, question, WRITTEN).answer.outcome
        assert outcome in {"answer", "choice", "help"}, question


@pytest.mark.parametrize("name", TEXTS)
def test_every_make_target_exists(name):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^)make (?:[A-Z]+=\S+ )*([\w-]+)", TEXTS[name], re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("name", TEXTS)
def test_every_subcommand_and_its_options_exist(name):
    for subcommand, words in re.findall(r"\bstancebook (-*[a-z]+)(.*)", code(by_hand(name))):
        if subcommand.startswith("-"):
            continue
        command = main.get_command(Context(main), subcommand)
        assert command, subcommand
        options = {o for p in command.params for o in (*p.opts, *p.secondary_opts)}
        assert set(re.findall(r"--[a-z]\S+", words)) <= options, (subcommand, words)


def code(text):
    """Return what stands in a page's blocks and between its backticks, a line each."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", text)])


@pytest.mark.parametrize("name", TEXTS)
def test_every_setting_exists(name):
    tables = TEXTS["docs/slack-setup.md"] + TEXTS["docs/assistants.md"]
    known = set(re.findall(r"^\| `([A-Z_]+)`", tables, re.MULTILINE))
    named = set(re.findall(r"`((?:STANCEBOOK|SLACK)_[A-Z_]+)`", by_hand(name)))
    # What the curators' workflow reads, and the tests.
    read = ("SOURCE", "QUESTIONS", "PAYLOADS", "HOSTILE", "INTAKE_CASES")
    ours = {f"STANCEBOOK_{name}" for name in read}
    assert named - ours <= known


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_between_the_pages_resolves(name):
    here = (ROOT / name).parent
    for target in re.findall(r"\]\(([^)\s]+)\)", TEXTS[name]):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        page = (here / file).resolve() if file else ROOT / name
        assert page.is_file(), target
        if anchor:
            assert anchor in anchors(page.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("name", TEXTS)
def test_every_picture_is_there_and_small(name):
    here = (ROOT / name).parent
    for picture in re.findall(r'(?:srcset|src)="([^"]+)"', TEXTS[name]):
        assert (here / picture).stat().st_size < 200_000, picture


@pytest.mark.parametrize("name", TEXTS)
def test_no_page_has_two_headings_of_one_name(name):
    twice = [head for head, count in Counter(anchors(TEXTS[name])).items() if count > 1]
    assert twice == []


def test_readme_leads_to_every_page():
    linked = {
        (ROOT / target).resolve()
        for target in re.findall(r"\]\(([^)#\s]+)", README.read_text("utf-8"))
    }
    assert {page for page in PAGES if page != README} <= linked


def test_the_json_has_the_documented_fields_and_no_other(shipped_kb):
    answer = json.loads(as_json(ask(shipped_kb, "/stance japan end-of-war", WRITTEN)))
    assert set(answer) == documented("Answer")
    assert set(answer["statements"][0]) == documented("CitedStatement")
    assert set(answer["statements"][0]["quotes"][0]) == documented("CitedQuote")
    assert set(answer["statements"][0]["said"]) == documented("Interval")


def documented(name):
    table = TEXTS["docs/json.md"].split(f"\n### {name}\n")[1].split("\n### ")[0].split("[[[end")[0]
    return set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))


@pytest.mark.slow(seconds=4)
def test_the_handbooks_beginning_is_typed_as_it_stands(tmp_path):
    begin = TEXTS["docs/desk-handbook.md"].split("```\n")[1].replace("stancebook run\n", "")
    done = shell(tmp_path, begin)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ruritania" in done.stdout


@pytest.mark.slow(seconds=4)
def test_the_line_for_scripts_prints_an_object_for_each_question(tmp_path):
    (line,) = re.findall(r"^printf .*ask --json$", TEXTS["docs/json.md"], re.MULTILINE)
    answers = [json.loads(each) for each in shell(tmp_path, line).stdout.splitlines()]
    assert [answer["outcome"] for answer in answers] == ["answer", "choice"]


@pytest.mark.slow(seconds=2)
def test_the_line_for_python_prints_what_the_page_says(tmp_path):
    (code,) = re.findall(r"^```python\n(.*?)^```", TEXTS["docs/json.md"], re.MULTILINE | re.DOTALL)
    printed = re.search(r"It prints `(.+)`", TEXTS["docs/json.md"])[1]
    (tmp_path / "ask.py").write_text(code, encoding="utf-8")
    assert shell(tmp_path, f"{sys.executable} ask.py").stdout == f"{printed}\n"


def shell(folder, script):
    """Run lines as somebody types them, stopping at the first that fails."""
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=environment(folder, PATH=f"{STANCEBOOK.parent}:{os.environ['PATH']}"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_length_of_a_question_is_the_documented_one():
    assert f"{MAX_LENGTH:,} characters" in TEXTS["docs/checking-quotes.md"]


def test_python_examples_can_be_read():
    for text in TEXTS.values():
        for code in re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            ast.parse(code)
