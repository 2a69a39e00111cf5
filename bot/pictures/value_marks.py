"""How each value is drawn: a shape and a color of its own, that tell it apart on either ground."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.answers.phrases import in_words
from knowledge.corpus import Value

DIFFER: Final = "reports differ"
NO_POSITION: Final = "no position coded"


class Theme(StrEnum):
    """The ground that a picture is seen on."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Ground:
    """The colors of a picture that are of no value."""

    background: str
    ink: str
    faint_ink: str
    lines: str


GROUNDS: Final = {
    Theme.LIGHT: Ground("#ffffff", "#1d1c1d", "#616061", "#dddddd"),
    Theme.DARK: Ground("#1a1d21", "#e8e8e8", "#ababad", "#3d4045"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape of Vega's, and its color on each ground; there is no scale between values."""

    shape: str
    light: str
    dark: str

    def color(self, theme: Theme) -> str:
        return self.light if theme is Theme.LIGHT else self.dark


# Colors that people with any color vision tell apart, after Okabe and Ito.
MARKS: Final = {
    in_words(Value.SUPPORTS): Mark("triangle-up", "#0067a5", "#5cb8f2"),
    in_words(Value.CONDITIONAL): Mark("diamond", "#9a6a00", "#f0c04d"),
    in_words(Value.RELUCTANT): Mark("square", "#a3478a", "#e29bcf"),
    in_words(Value.OPPOSES): Mark("triangle-down", "#c23b00", "#ff8a5b"),
    in_words(Value.UNDECLARED): Mark("circle", "#5f6368", "#bdc1c6"),
    DIFFER: Mark("cross", "#1d1c1d", "#e8e8e8"),
    NO_POSITION: Mark("stroke", "#767676", "#8d9196"),
}
