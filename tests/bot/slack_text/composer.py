"""Slack's composer, small: what somebody typed, as the text and the blocks that Slack sends."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

MARKS = {"bold": "*", "italic": "_", "strike": "~", "code": "`"}


@dataclass(frozen=True)
class Typed:
    """Words of one style, or a reference: a mention, a link or an emoji, as its reader sees it."""

    text: str
    styles: frozenset[str] = frozenset()
    element: dict[str, str] = field(default_factory=dict)
    markup: str = ""

    def run(self):
        if self.element:
            return dict(self.element)
        style = {"style": dict.fromkeys(sorted(self.styles), True)} if self.styles else {}
        return {"type": "text", "text": self.text, **style}

    def mrkdwn(self):
        if self.markup:
            return self.markup
        marks = [MARKS[style] for style in sorted(self.styles) if style in MARKS]
        return "".join(marks) + escape(self.text) + "".join(reversed(marks))


@dataclass(frozen=True)
class Paragraph:
    """What stands in one container: a section, a quote, a code block, or an item of a list."""

    kind: str
    runs: tuple[Typed, ...]
    indent: int = 0

    @property
    def words(self):
        return "".join(run.text for run in self.runs)


def user(user_id, shown):
    element = {"type": "user", "user_id": user_id}
    return Typed(f"@{shown}", element=element, markup=f"<@{user_id}>")


def link(url, label=""):
    element = {"type": "link", "url": url, **({"text": label} if label else {})}
    markup = f"<{escape(url)}|{escape(label)}>" if label else f"<{escape(url)}>"
    return Typed(label or url, element=element, markup=markup)


def emoji(name, code_points, shown):
    element = {"type": "emoji", "name": name, "unicode": code_points}
    return Typed(shown, element=element, markup=f":{name}:")


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def compose(*paragraphs):
    """Return a message of these paragraphs, as Slack sends one."""
    return {"type": "message", "text": _text(paragraphs), "blocks": [_block(paragraphs)]}


def section(text, *styles):
    return Paragraph("section", (Typed(text, frozenset(styles)),))


def _block(paragraphs):
    elements = []
    for (kind, indent), same in groupby(paragraphs, key=lambda p: (p.kind, p.indent)):
        found = list(same)
        if kind == "list":
            items = [_container("section", item) for item in found]
            elements.append(
                {"type": "rich_text_list", "style": "bullet", "indent": indent, "elements": items}
            )
        else:
            elements += [_container(kind, paragraph) for paragraph in found]
    return {"type": "rich_text", "block_id": "b", "elements": _with_newlines(elements)}


def _container(kind, paragraph):
    return {"type": f"rich_text_{kind}", "elements": [run.run() for run in paragraph.runs]}


def _with_newlines(elements):
    """End each section with a newline of its own where something stands below it."""
    for element in elements[:-1]:
        if element["type"] == "rich_text_section":
            element["elements"].append({"type": "text", "text": "\n"})
    return elements


def _text(paragraphs):
    return "\n".join(_line(p) for p in paragraphs)


def _line(paragraph):
    words = "".join(run.mrkdwn() for run in paragraph.runs)
    if paragraph.kind == "quote":
        return "&gt; " + words.replace("\n", "\n&gt; ")
    if paragraph.kind == "preformatted":
        return f"```{words}```"
    return f"{'    ' * paragraph.indent}• {words}" if paragraph.kind == "list" else words
