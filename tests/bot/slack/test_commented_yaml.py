"""YAML with comments: a reader of YAML reads the data again, whatever words are in it."""

from __future__ import annotations

import json

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.registration.commented_yaml import Noted, to_json, to_yaml, without_notes

PRINTABLE = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20)
TRICKY = st.sampled_from(
    ["yes", "No", "on", "null", "~", "1", "1e3", "a: b", "a:", "a #b", "- a", "#", "'", '"', "", " a",
     "a ", "/stance", "app_mentions:read", "[a]", "{a}", "*a", "&a", "!a", "%a", "@a", "a\nb", "a\\b"]
)  # fmt: skip
WORDS = PRINTABLE | TRICKY
NOTES = st.from_regex(r"[a-z ,.:'#-]{1,150}", fullmatch=True)
VALUES = WORDS | st.booleans()


def noted(values):
    return values | st.builds(Noted, values, NOTES)


KEYS = st.from_regex(r"[a-z_]{1,8}", fullmatch=True).filter(
    lambda k: k not in {"y", "n", "on", "no", "yes", "off", "true", "false", "null"}
)
DATA = st.recursive(
    noted(VALUES),
    lambda inner: (
        noted(st.dictionaries(KEYS, inner, min_size=1, max_size=3))
        | noted(st.lists(noted(VALUES), max_size=3))
        | noted(st.lists(st.dictionaries(KEYS, noted(VALUES), min_size=1, max_size=3), max_size=3))
    ),
    max_leaves=8,
)


@settings(max_examples=50)
@given(data=st.dictionaries(KEYS, DATA, min_size=1), head=NOTES)
def test_what_is_written_is_read_again(data, head):
    assert yaml.safe_load(to_yaml(data, head)) == without_notes(data)
    assert json.loads(to_json(data)) == without_notes(data)


def test_a_note_stands_above_what_it_is_about_and_behind_a_word_of_a_list():
    data = {
        "shown": Noted(True, "Else nobody sees it."),
        "scopes": [Noted("im:history", "to read")],
        "commands": [Noted({"name": "who", "hint": "[a]"}, "This one.")],
    }
    assert to_yaml(data, "The app.\nPaste it.") == (
        "# The app.\n# Paste it.\n"
        "# Else nobody sees it.\nshown: true\n"
        "scopes:\n  - im:history # to read\n"
        'commands:\n  # This one.\n  - name: who\n    hint: "[a]"\n'
    )


def test_a_long_note_takes_several_lines():
    lines = to_yaml({"a": Noted("b", "word " * 50)}, "").splitlines()
    assert len(lines) > 2
    assert all(line.startswith("# ") and len(line) <= 100 for line in lines[:-1])
