"""Characters that a reader sees, and of those the ones that can be part of a question."""

from __future__ import annotations

import re

from bot.slack_text.emphasis import strip_emphasis, strip_markdown

# Unicode reserves these for use inside a program: no text that is sent holds them.
OWN_MENTION = "\ufdd0"
OMITTED = "\ufdd1"
REFERENCE = "\ufdd2"
CODE = "\ufdd7"  # before and after words in code
BOLD = "\ufdd8"  # before and after words in bold
ITEM = "\ufdd9"  # before an item of a list, once for each list that it stands in

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]|\r\n?|[\x0b\x0c]")
# What has no width, or turns the direction of what follows: none of it is a word.
_UNSEEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffb]"
)
_JOINER = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]+(?![^\x00-\x7f])")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"

_ADDRESS = re.compile(
    r"\b(?:https?://|mailto:|www\.)[^\s<>\"“”„«»「」]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
)
_EMOJI_NAME = re.compile(r"(?<!\w):(?!\d+:)[a-z0-9_+'-]{1,100}:(?::skin-tone-[2-6]:)?(?!\w)")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0e\ufe0f\u20e3\U000e0020-\U000e007f]"
    "(?:\u200d(?=[\U0001f000-\U0001faff\u2600-\u27bf]))?"
)
_LAID_OUT = re.compile(f"[{BOLD}{ITEM}]")
_IN_CODE = re.compile(rf"{CODE}([^{CODE}\n]+){CODE}")
_QUOTED_LINE = re.compile(r"^>(?=[“\"]?[^\W\d_])", re.MULTILINE)  # as in mail: ">Japan will"
# When something was written or said: "[00:12] Kono: …", "Taro Kono  [5:32 PM]". It is no word.
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_STAMP = re.compile(
    rf"\[\s?{_CLOCK}\s?\]|^[ \t]*+{_CLOCK}(?=\s++\S)|(?<=\S)[ \t]{{2,}}{_CLOCK}$", re.MULTILINE
)
_BETWEEN_WORDS = re.compile(rf"(?<=\w){OMITTED}+(?=\w)")


def make_visible(text: str) -> str:
    """Return text without what nobody sees; each control character but tab and newline is dropped.

    Half of a surrogate pair, which no text can hold, becomes the replacement character.
    """
    text = _CONTROL.sub(lambda found: "\n" if found[0][0] in "\r\x0b\x0c" else "", text)
    text = _LONE_SURROGATE.sub(_REPLACEMENT, _UNSEEN.sub("", text))
    return _JOINER.sub("", text)


def make_askable(text: str) -> str:
    """Return what of some words can be part of a question or of a quotation.

    Addresses and emoji name nothing, and marks of emphasis typed by hand are not words.
    """
    return _mark_askable(text.replace(CODE, "")).replace(CODE, "")


def find_code(text: str) -> tuple[str, ...]:
    """Return the words in code, as `make_askable()` has them."""
    found = _IN_CODE.findall(_mark_askable(_LAID_OUT.sub("", text).replace(CODE * 2, "")))
    return tuple(words.strip() for words in found if words.strip())


def _mark_askable(text: str) -> str:
    text = _LAID_OUT.sub("", text)
    for pattern in (_ADDRESS, _EMOJI_NAME, _EMOJI):
        text = pattern.sub(OMITTED, text)
    text = _STAMP.sub(OMITTED, text)
    text = _QUOTED_LINE.sub("", _BETWEEN_WORDS.sub(" ", text).replace(OMITTED, ""))
    lines = (strip_emphasis(strip_markdown(line), code=CODE) for line in text.split("\n"))
    return "\n".join(lines).strip()
