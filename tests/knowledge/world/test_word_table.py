"""A word is found wherever it stands in the file, and no other in its stead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.world.word_table import WordTable
from knowledge.world.world_knowledge import WORDS

PLAIN = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]))


def table(folder, words):
    file = folder / "words.tsv"
    rows = sorted(words.items(), key=lambda row: row[0].encode())
    file.write_bytes("".join([f"{word}\t{value}\n" for word, value in rows]).encode())
    return WordTable(file)


@given(words=st.dictionaries(PLAIN, PLAIN), other=PLAIN)
def test_each_word_has_what_stands_beside_it(tmp_path_factory, words, other):
    found = table(tmp_path_factory.mktemp("words"), words)
    assert {word: found.find(word) for word in words} == words
    assert found.find(other) == words.get(other, "")


def test_each_word_of_a_long_file_is_found(tmp_path):
    words = {f"word{number}{'s' * (number % 40)}": str(number) for number in range(2000)}
    found = table(tmp_path, words)
    assert {word: found.find(word) for word in words} == words


def test_every_word_of_the_world_is_found():
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    words = dict(line.split("\t") for line in lines)
    found = WordTable(WORDS)
    assert {word: found.find(word) for word in words} == words
    assert len(words) == len(lines)
