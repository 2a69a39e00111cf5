"""Sentences that open with the verb of saying: "Said Commissioner Quill on Wednesday: ..."."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_said, read

WORDS = "We will not open the locks."


@pytest.mark.parametrize(
    ("opening", "speaker", "post"),
    [
        ("Said Commissioner Ada Quill on Wednesday:", "Ada Quill", "Commissioner"),
        ("Said Ada Quill on Wednesday:", "Ada Quill", None),
        ("Said Commissioner Quill:", "Quill", "Commissioner"),
        ("Added Ada Quill in a letter:", "Ada Quill", None),
        ("Says Ada Quill of the Ostby Institute:", "Ada Quill", None),
        ("But said Mayor Per Dahl, a former pilot:", "Per Dahl", "Mayor"),
        ("Wrote Quill, who had never seen the ferry,", "Quill", None),
        ("Explained the engineer:", "the engineer", None),
        ("Warned of the flood, Mayor Per Dahl said:", "Per Dahl", "Mayor"),
    ],
)
def test_whoever_follows_the_verb_speaks(opening, speaker, post):
    (made,) = [c for c in read(f"{opening} “{WORDS}”") if c.quotation]
    assert (made.no_quote, made.speaker.key, made.speaker.as_) == (None, speaker, post)


def test_what_follows_is_theirs_too():
    raw = f"Said Commissioner Ada Quill on Wednesday: “{WORDS}” “It is much too early.”"
    assert list_said(raw) == [(WORDS, "Ada Quill"), ("It is much too early.", "Ada Quill")]
