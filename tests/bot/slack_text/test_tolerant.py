"""How much of a message is read, whoever wrote it."""

from __future__ import annotations

from bot.slack_text.tolerant import trim


def test_a_message_of_an_ordinary_length_is_read_whole():
    text = "\n".join(["Japan is reluctant to meet, the minister said on Friday."] * 100)
    assert trim({"text": text}, "text") == {"text": text}


def test_of_very_many_lines_the_first_are_read():
    kept = trim({"text": "”\n" * 3000, "files": [{"title": "a\n" * 3000}]}, "text", "files")
    assert kept["text"] == "\n".join("”" * 1001)
    assert kept["files"] == [{"title": "a"}]


def test_the_first_fields_take_the_room_of_the_last():
    kept = trim({"text": "a" * 20_000, "files": ["b" * 20_000, "c" * 20_000]}, "files", "text")
    assert [len(words) for words in kept["files"]] == [12_000, 12_000]
    assert len(kept["text"]) == 6_000
