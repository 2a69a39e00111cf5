"""The question sets with gold: that each row can be asked and judged."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SECOND = HERE / "second"
SETS = sorted(HERE.glob("*.json"))
KINDS = {
    "stance", "who", "plain", "said", "asof", "post", "silence", "trap", "check", "issues",
}  # fmt: skip
OUTCOMES = {"answer", "choice", "no_record", "no_match", "help"}
PATTERNS = {"actor", "topic", "person", "speaker"}
WORDS = {"quote", "not_quote"}
VERDICTS = {"same", "differs", "not_held", "wrong_speaker"}
LONGEST = 15

every_set = pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)


def folded(words):
    """Words with straight marks and single spaces, in small letters."""
    straight = words.translate(str.maketrans("“”‘’", "\"\"''"))
    return " ".join(straight.split()).lower()


def rows_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_each_corpus_has_its_set():
    assert [path.stem for path in SETS] == ["korea", "second"]


@every_set
def test_a_row_has_a_kind_a_question_and_gold(path):
    for row in rows_of(path):
        assert row.keys() == {"cat", "q", "expect"}, row
        assert row["cat"] in KINDS, row
        assert row["q"].strip() == row["q"] != "", row
        assert len(row["q"].splitlines()) == 1, row


@every_set
def test_gold_has_known_keys_outcomes_and_verdicts(path):
    for row in rows_of(path):
        gold = row["expect"]
        assert gold.keys() <= {"outcome", "verdict"} | PATTERNS | WORDS, row
        assert gold["outcome"], row
        assert set(gold["outcome"]) <= OUTCOMES, row
        assert len(set(gold["outcome"])) == len(gold["outcome"]), row
        assert ("verdict" in gold) == (row["cat"] == "check"), row
        assert set(gold.get("verdict", "same").split("|")) <= VERDICTS, row


@every_set
def test_patterns_compile_and_words_are_short(path):
    for row in rows_of(path):
        gold = row["expect"]
        for key in gold.keys() & PATTERNS:
            re.compile(gold[key])
        for key in gold.keys() & WORDS:
            assert 0 < len(gold[key].split()) <= LONGEST, row


@every_set
def test_no_question_is_asked_twice(path):
    asked = [" ".join(row["q"].lower().split()) for row in rows_of(path)]
    assert len(set(asked)) == len(asked)


@every_set
def test_nothing_is_answered_where_silence_is_due(path):
    for row in rows_of(path):
        if row["cat"] == "silence":
            assert "answer" not in row["expect"]["outcome"], row


@every_set
def test_a_third_asks_for_silence_or_sets_a_trap(path):
    rows = rows_of(path)
    assert sum(row["cat"] in {"silence", "trap"} for row in rows) * 3 >= len(rows)


@every_set
def test_every_kind_is_asked(path):
    assert {row["cat"] for row in rows_of(path)} == KINDS


@pytest.mark.parametrize("key", sorted(WORDS))
def test_the_words_of_the_second_set_stand_in_its_articles(key):
    texts = " ".join(folded(path.read_text("utf-8")) for path in SECOND.glob("articles/*.txt"))
    wanted = [row["expect"][key] for row in rows_of(HERE / "second.json") if key in row["expect"]]
    assert [words for words in wanted if folded(words) not in texts] == []


def test_every_quote_of_the_second_corpus_is_proved():
    stancebook = Path(sys.executable).with_name("stancebook")
    checked = subprocess.run(
        [stancebook, "check", "--corpus", SECOND, "--articles", SECOND / "articles", "--prove"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
