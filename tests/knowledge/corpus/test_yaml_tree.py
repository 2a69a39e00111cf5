"""YAML that means no good: it is told in a few lines, whatever it would become."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.errors import Fault
from knowledge.corpus.yaml_tree import DEEPEST, Loader, YamlTree

REPEATS = "'*{0}' repeats another part of the file, by the YAML anchor '&{0}'."
WRITE_OUT = "Write it out. If it belongs to the value, put the whole value in quotation marks."


def faults(text):
    return [(fault.where, fault.why) for fault in YamlTree(text).faults]


def test_anchors_are_told_and_never_followed():
    laughs = "a: &a x\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefg", "bcdefgh", strict=True)
    )
    found = YamlTree(laughs)
    assert found.data["h"] == [None, None]
    assert [f.where for f in found.faults if f.why == REPEATS.format("g")][-1] == ("h", 1)


def test_five_thousand_aliases_are_read_and_told_one_by_one():
    found = YamlTree(f"a: &a x\nb: [{', '.join(['*a'] * 5000)}]\n")
    assert found.data["b"] == [None] * 5000
    why = REPEATS.format("a")
    assert found.faults[1:3] == [Fault(("b", 0), why, WRITE_OUT), Fault(("b", 1), why, WRITE_OUT)]


def test_an_alias_of_nothing_is_no_yaml():
    with pytest.raises(yaml.YAMLError, match="undefined alias"):
        YamlTree("a: *b\n")


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{", "? - "])
def test_depth_stops_reading_before_it_costs_anything(opening):
    with pytest.raises(yaml.YAMLError, match="nested too deep"):
        YamlTree(opening * 500_000)


def test_the_deepest_level_is_read():
    YamlTree("[" * DEEPEST + "]" * DEEPEST)
    with pytest.raises(yaml.YAMLError):
        YamlTree("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2))


@pytest.mark.parametrize("repeated", ["---\n", "--- a\n...\n"])
def test_of_a_million_documents_the_second_is_the_last_that_is_read(repeated):
    with pytest.raises(yaml.YAMLError, match="another document"):
        YamlTree(repeated * 1_000_000)


def test_a_merge_key_is_a_field_like_any_other():
    assert YamlTree("<<: {a: b}\nc: d\n").data == {"<<": {"a": "b"}, "c": "d"}


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [x]", "!!binary eA==", "!!int 5", "!x y"]
)
def test_a_tag_makes_nothing(tag):
    assert faults(f"a: {tag}\n") == [
        (("a",), "The value begins with '!', which YAML does not read as part of it.")
    ]


def test_what_yaml_takes_away_is_to_be_removed():
    (fault,) = YamlTree("a: !x Ada\n").faults
    assert fault.what_to_do.startswith("Remove the word with it. If it belongs to the value, ")


def test_an_anchor_is_told_to_be_one():
    (fault,) = YamlTree("a: &n Ada\n").faults
    assert (
        fault.why == "'&n' is a YAML anchor: a name by which the file can repeat what follows it."
    )
    assert fault.what_to_do == (
        "Remove '&n', and write the value out where '*n' repeats it. "
        "If it belongs to the value, put the whole value in quotation marks."
    )


@given(st.text() | st.text(alphabet="aid: \n-[]{}&*!|>'\"#%@`,~0\t"))
def test_what_is_read_is_what_pyyaml_reads(text):
    """Its plainest loader makes words of every scalar, null among them."""
    try:
        theirs = yaml.load(text, yaml.CBaseLoader)
    except (yaml.YAMLError, ValueError):
        return
    if depth(theirs) > DEEPEST:
        return
    ours = YamlTree(text)
    if not ours.faults and "?" not in text:
        assert as_words(ours.data) == as_words(theirs)


def depth(data):
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + max(map(depth, inner), default=0)


def as_words(data):
    """Return data with null as the words that it is written in, all alike."""
    if isinstance(data, dict):
        return {key: as_words(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_words(value) for value in data]
    return "" if data is None or data in {"~", "null", "Null", "NULL"} else data


def test_no_process_dies_of_a_deep_file():
    """The stack is a process' own, so that only another one may lose it."""
    program = (
        "from knowledge.corpus.yaml_tree import YamlTree\n"
        "try: YamlTree('[' * 2_000_000)\n"
        "except Exception as error: print(type(error).__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "ComposerError\n")


def test_the_loader_in_c_is_at_hand():
    assert Loader is yaml.CSafeLoader
