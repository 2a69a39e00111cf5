"""README stays true: its answer is the bot's, its fields are the JSON's, its files are there."""

from __future__ import annotations

import json
import re
from datetime import date

from bot.cli.ask import as_json, ask
from tests.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
WRITTEN = date(2026, 11, 21)


def section(title):
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_answer_above_the_fold_is_the_bots(shipped_kb):
    shown = re.search(r"\$ stancebook ask (/stance .+)\n([\s\S]+?)\n```", README)
    assert shown[2] == ask(shipped_kb, shown[1], WRITTEN).message.text


def test_every_field_of_the_json_is_explained(shipped_kb):
    answer = json.loads(as_json(ask(shipped_kb, "/stance japan end-of-war", WRITTEN)))
    explained = set(re.findall(r"`(\w+)`", section("In scripts")))
    statement = answer["statements"][0]
    fields = {*answer, *statement, *statement["said"], *statement["quotes"][0]}
    assert fields - explained == set()


def test_every_room_that_the_layout_names_is_there():
    top = ""
    for line in section("Layout").splitlines():
        if found := re.match(r"( *)(\w+)/ ", line):
            top = top if found[1] else found[2]
            assert (ROOT / top / (found[2] if found[1] else "")).is_dir(), line


def test_every_make_target_it_names_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`?make (?:[A-Z]+=\S+ )*([\w-]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_questions_it_gives_are_answered(shipped_kb):
    examples = re.findall(r"`(/(?:stance|who|whois|issues) [a-z][^`]*)`", README)
    examples = [e for e in examples if not re.search(r"[A-Z]", e)]
    assert len(examples) > 5
    for example in examples:
        outcome = ask(shipped_kb, example, WRITTEN).answer.outcome
        assert outcome in {"answer", "help"}, example
