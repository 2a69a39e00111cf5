"""What holds for every command, whatever is typed: an answer, within limits, nothing unescaped."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.reply import example_questions
from bot.block_kit import limits
from bot.block_kit.safe_text import escape
from bot.commands import registry
from tests.bot.slack_requests import app_of, asked, marked_up, texts

NAMES = sorted({f"/{n}" for c in registry().values() if c.in_slack for n in (c.name, c.registered)})
TYPED = {
    "nothing": "",
    "spaces": "   ",
    "help": "help",
    "HELP": "HELP",
    "garbage": "qwxz vbnm !!! ???",
    "3,000 characters": "japan end-of-war " * 177,
    "3,000 letters": "x" * 3000,
    "emoji": "🗾 end-of-war 🙏🏽 :x:",
    "right to left": "موقف اليابان \u202eend-of-war",
    "NUL": "japan\0end-of-war\0",
    "control characters": "japan\x1b[31m end-of-war\x07",
    "a channel ping": "<!channel> japan <!here|here> end-of-war",
    "a user ping": "<@U123|name> end-of-war",
    "a link": "<https://example.com|japan> & end-of-war",
    "FTS operators": 'japan AND "end-of-war" OR NEAR(a b) * ^',
    "SQL": "japan'; DROP TABLE stance; --",
    "LIKE": "%_%",
    "curly quotes": "japan “end‑of‑war” ‘talks’",
    "no-break spaces": "japan\u00a0end\u2011of\u2011war",
    "only a date": "as of 2018",
    "no date": "japan talks as of banana",
    "mrkdwn": "*japan* _end-of-war_ ~x~ `y` > z",
    "Hangul": "일본 종전선언",
    "kana": "ニホン 終戦宣言",
    "lone surrogate": "japan \ud800 end-of-war",
}


@pytest.fixture(scope="module")
def app(shipped_kb):
    return app_of(shipped_kb)


def assert_sound(payload, typed):
    """Hold a message to what Slack demands and to what a reader may expect."""
    text, blocks = payload["text"], payload["blocks"]
    assert text.strip()
    assert len(text) <= limits.TOP_LEVEL_TEXT
    assert 0 < len(blocks) <= limits.BLOCKS
    assert sum(map(len, texts(blocks))) <= limits.TEXT_OF_ALL_BLOCKS
    assert not re.search(r"<[!@#]|<http", text), "the top-level text is markup: it must be escaped"
    assert not any("<!" in words or "<@" in words for words in marked_up(blocks))
    assert all(words for words in texts(blocks)), "Slack refuses an empty text"
    ids = [e["action_id"] for b in blocks if b["type"] == "actions" for e in b["elements"]]
    assert len(ids) == len(set(ids))
    assert len(typed) < 200 or typed not in text, "a long text is not thrown back"


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_typed_gets_a_sound_answer(app, name, typed):
    payload = asked(app, name, typed)
    assert payload["response_type"] == "ephemeral"
    assert_sound(payload, typed)


@pytest.mark.parametrize("name", NAMES)
def test_a_command_without_a_text_field_is_answered(app, name):
    assert asked(app, name, None)["text"]


@pytest.mark.parametrize("name", NAMES)
def test_help_shows_the_usage_and_examples_that_work(app, shipped_kb, name):
    command = next(c for c in registry().values() if name[1:] in {c.name, c.registered})
    told = asked(app, name, "help")["text"]
    assert told.startswith(command.typed)
    examples = example_questions(shipped_kb, command)
    assert examples
    for example in examples:
        assert escape(example) in told
        answered = asked(app, name, example.removeprefix(command.typed).strip())
        assert "not understood" not in answered["text"]
        assert "Nothing" not in answered["text"].splitlines()[0]


# What only names and words of questions look like reaches deeper than letters do.
PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        "japan kono kim parliament status nuclear summit more 5 by on from to before 2018 mid who"
        " said “premature” PM minister not against with 일본 종전선언 of the ? , -".split()
    ),
)


@pytest.mark.parametrize("name", NAMES)
@given(pieces=st.lists(PIECES, max_size=12))
def test_no_text_at_all_breaks_an_answer(shipped_kb, name, pieces):
    app = app_of(shipped_kb)
    typed = " ".join(pieces)
    assert_sound(asked(app, name, typed), typed)


@pytest.mark.parametrize("name", NAMES)
def test_a_command_answers_to_its_plain_name_and_to_slacks(app, name):
    assert "does not know" not in asked(app, name, "help")["text"]


def test_a_command_nobody_registered_says_which_there_are(app):
    told = asked(app, "/nonsense", "x")["text"]
    assert "/stance" in told
    assert "/whois" in told
