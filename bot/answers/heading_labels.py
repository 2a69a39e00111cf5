"""The headings that hold for a line of a message, and the label that they give its words."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """What a heading says of who spoke; it holds for lines that stand at least so deep."""

    depth: int
    reach: int
    label: str | None


class Headings:
    """The headings above a line, from the outermost on."""

    def __init__(self) -> None:
        self._held: list[Heading] = []

    @property
    def label(self) -> str | None:
        """Return the label of the nearest heading that names somebody."""
        return next((heading.label for heading in reversed(self._held) if heading.label), None)

    @property
    def last_label(self) -> str | None:
        return self._held[-1].label if self._held else None

    def clear(self) -> None:
        self._held = []

    def go_to(self, depth: int) -> None:
        """Keep the headings that hold for a line so deep."""
        self._held = [heading for heading in self._held if heading.reach <= depth]

    def add(self, heading: Heading) -> None:
        """Add a heading below those that stand less deep; the others end with it."""
        self._held = [*(held for held in self._held if held.depth < heading.depth), heading]

    def replace(self, heading: Heading) -> None:
        self._held = [heading]
