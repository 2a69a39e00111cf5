"""Comments in the YAML of an entry: found wherever YAML allows one, and nowhere else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_corpus import comments
from knowledge.check_corpus.comments import Comment
from knowledge.corpus.corpus_reader import KINDS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# so\nid: a\n", [Comment(1, "# so", cuts=False)]),
        ("id: a\n  # so  \n", [Comment(2, "# so", cuts=False)]),
        ("id: a\n# so", [Comment(2, "# so", cuts=False)]),
        ("note: See #12\n", [Comment(1, "#12", cuts=True)]),
        ("note: one\n  two #3\n", [Comment(2, "#3", cuts=True)]),
        ("note: 'one' # so\n", [Comment(1, "# so", cuts=False)]),
        (
            "parties: # so\n  - a #b\n",
            [Comment(1, "# so", cuts=False), Comment(2, "#b", cuts=True)],
        ),
        ("said: {from: a, # so\n  to: b}\n", [Comment(1, "# so", cuts=False)]),
        ("note: | # so\n  #12\n", [Comment(1, "# so", cuts=False)]),
        ("note: >\n  one\n# so\nid: a\n", [Comment(3, "# so", cuts=False)]),
        ("\ufeffid: a\r\nnote: b #c\r\n", [Comment(2, "#c", cuts=True)]),
        ("note: 日本 #12\n", [Comment(1, "#12", cuts=True)]),
    ],
)
def test_a_comment_is_found_with_its_line(text, found):
    assert comments.curators(text) == found


@pytest.mark.parametrize(
    "text", ["note: C#\n", "note: 'See #12'\n", 'note: "#12"\n', "note: |\n  # 12\n", "id: a#b\n"]
)
def test_a_number_sign_of_a_value_is_no_comment(text):
    assert comments.curators(text) == []


@given(st.text("a#:' \n-[]|>\"").map(lambda text: f"note: {text}\n"))
def test_a_text_without_a_comment_loses_no_number_sign(text):
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError:
        return
    lost = text.count("#") > repr(data).count("#")
    assert lost == bool(comments.curators(text))


@pytest.mark.parametrize("kind", KINDS.values())
def test_the_words_of_a_template_are_no_curator_s(kind):
    template = comments._TEMPLATES / f"{kind.__name__.lower()}.yaml"
    text = template.read_text("utf-8")
    assert text.count("#") >= 8
    assert comments.curators(text) == []
    (only,) = comments.curators(f"{text}# Ask Vehl.\n")
    assert only.words == "# Ask Vehl."
