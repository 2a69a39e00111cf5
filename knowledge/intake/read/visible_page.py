"""A page without what its reader does not see: hidden elements, and those that show no words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Elements whose words no browser shows, or shows only where something else is missing.
_NEVER_SHOWN: Final = frozenset(
    "template noscript noframes noembed iframe object audio video canvas svg math textarea select "
    "datalist option rp del s strike".split()
)
_WITHOUT_PROSE: Final = frozenset({"script", "style", "head"})  # metadata may be in them
# Classes that common style sheets hide from the eye, for those who have the page read out.
_FOR_SCREEN_READERS: Final = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only".split()
)
_FAR_OUT: Final = r"-(?:\d{3,}(?:\.\d+)?(?:px|pt|%)|\d{2,}(?:\.\d+)?r?em)"
_UNSEEN_STYLE: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:opacity|font-size)\s*:\s*0*\.?0+(?:%|[a-z]+)?"
    rf"|(?:left|right|top|bottom|text-indent|margin-(?:left|top))\s*:\s*{_FAR_OUT})"
    r"\s*(?:!\s*important\s*)?(?:;|$)",
    re.IGNORECASE,
)
# A rule of the page's own style sheet. One inside "@media print" is of no reader of the page.
_RULE: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")
_AT_RULE: Final = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_SIMPLE: Final = re.compile(r"\s*([a-z][a-z0-9]*)?((?:[.#][a-z_][\w-]*)*)\s*", re.IGNORECASE)
_PART: Final = re.compile(r"([.#])([^.#]+)")
_FOOTNOTE: Final = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*\u2020\u2021])[\])]?\s*")
_STYLE_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
# libxml2 compares each attribute of a tag with all others of it.
_MOST_ATTRIBUTES: Final = 100
_MANY: Final = f"{{{4 * _MOST_ATTRIBUTES},}}+"
_LONG_TAG: Final = re.compile(
    rf"<[a-z][^\s<>/]*+(?:[^<>\"']|\"[^\"]*+\"|'[^']*+'){_MANY}>", re.IGNORECASE
)
_TAG_NAME: Final = re.compile(r"<[^\s<>/]+")
_ATTRIBUTE: Final = re.compile(r"[^\s\"'<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?+")
_SHOWN_STYLE: Final = re.compile(r"(?:^|;)\s*display\s*:\s*(?!none)\w", re.IGNORECASE)
_BEFORE_A_MARK: Final = tuple(".,;:!?\"'”’)")


class _Selector(NamedTuple):
    """What a rule of a style sheet is of: a tag or any, all of some classes, an id or any."""

    tag: str
    classes: frozenset[str]
    id: str | None

    def fits(self, element: Any, classes: list[str]) -> bool:  # noqa: ANN401 (lxml ships no types)
        return (
            self.tag in {"", element.tag}
            and self.classes.issubset(classes)
            and self.id in {None, element.get("id")}
        )


def drop_spare_attributes(raw: str) -> str:
    """Return HTML none of whose tags has more attributes than any page has use for."""
    return _LONG_TAG.sub(_shorten_tag, raw)


def _shorten_tag(tag: re.Match[str]) -> str:
    name = _TAG_NAME.match(tag[0])
    found = islice(_ATTRIBUTE.finditer(tag[0], name.end() if name else 1), _MOST_ATTRIBUTES)
    return f"{name[0] if name else '<'} {' '.join(a[0] for a in found)}>"


def drop_unseen(tree: Any) -> None:  # noqa: ANN401 (lxml ships no types)
    """Remove from a page what its reader does not see; what follows an element stays.

    A footnote's mark goes too: it is no part of the word that it stands behind.
    """
    rules = _read_hiding_rules(tree)
    for element in [e for e in tree.iter() if _is_unseen(e, rules) or _is_footnote_mark(e)]:
        if element.getparent() is not None:
            element.drop_tree()


def _read_hiding_rules(tree: Any) -> list[_Selector]:  # noqa: ANN401 (likewise)
    """Return the simple selectors that the page's own style sheets hide, and do not show again."""
    hidden = dict[_Selector, None]()
    for sheet in tree.iter("style"):
        css = _AT_RULE.sub("", _STYLE_COMMENT.sub("", sheet.text or ""))
        for rule in _RULE.finditer(css):
            hides = _UNSEEN_STYLE.search(rule[2]) is not None
            for selector in map(_read_selector, rule[1].split(",")):
                if selector and hides:
                    hidden[selector] = None
                elif selector and _SHOWN_STYLE.search(rule[2]):
                    hidden.pop(selector, None)
    return list(hidden)


def _read_selector(words: str) -> _Selector | None:
    """Return a selector of a tag, classes and an id; others depend on what is around."""
    found = _SIMPLE.fullmatch(words)
    if (
        found is None or not found[2]
    ):  # whole kinds of elements are hidden by programs, to show them
        return None
    parts = [(mark, name) for mark, name in _PART.findall(found[2])]
    classes = frozenset(name for mark, name in parts if mark == ".")
    key = next((name for mark, name in parts if mark == "#"), None)
    return _Selector((found[1] or "").lower(), classes, key)


def _is_unseen(element: Any, rules: list[_Selector]) -> bool:  # noqa: ANN401 (likewise)
    """Return whether an element is hidden by itself; those in it go with it."""
    if not isinstance(element.tag, str):  # a comment
        return False
    given = element.attrib
    classes = given.get("class", "").split()
    style = _STYLE_COMMENT.sub("", given.get("style", ""))
    return (
        element.tag in _NEVER_SHOWN
        or "hidden" in given
        or (element.tag == "dialog" and "open" not in given)
        or given.get("aria-hidden", "").strip().lower() == "true"
        or not _FOR_SCREEN_READERS.isdisjoint(classes)
        or _UNSEEN_STYLE.search(style) is not None
        or (not _SHOWN_STYLE.search(style) and any(r.fits(element, classes) for r in rules))
    )


def _is_footnote_mark(element: Any) -> bool:  # noqa: ANN401 (likewise)
    """Return whether an element is a raised number or sign that is glued to a word."""
    if element.tag != "sup" or not _FOOTNOTE.fullmatch(element.text_content()):
        return False
    before = element.getprevious()
    parent = element.getparent()
    words = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    return words[-1:].isalpha() or words[-1:] in _BEFORE_A_MARK


def list_words(tree: Any) -> Iterator[str]:  # noqa: ANN401 (likewise)
    """Yield the runs of words of a page, without those of scripts, styles and its head."""
    from lxml.etree import iterwalk  # noqa: PLC0415 (only adding HTML needs it)

    inside = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        is_other = element.tag in _WITHOUT_PROSE
        inside += is_other and event == "start"
        if not inside and event == "start":
            yield element.text or ""
        inside -= is_other and event == "end"
        if not inside and event == "end":
            yield element.tail or ""
