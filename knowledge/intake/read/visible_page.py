"""A page without what its reader does not see: hidden elements, and those that show no words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Elements whose words no browser shows, or shows only where something else is missing.
_NEVER_SHOWN: Final = frozenset(
    "template noscript noframes noembed iframe object audio video canvas svg math textarea select "
    "datalist option rp".split()
)
_WITHOUT_PROSE: Final = frozenset({"script", "style", "head"})  # metadata may be in them
# Classes that common style sheets hide from the eye, for those who have the page read out.
_FOR_SCREEN_READERS: Final = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only".split()
)
_UNSEEN_STYLE: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:opacity|font-size)\s*:\s*0*\.?0+(?:%|[a-z]+)?)\s*(?:!\s*important\s*)?(?:;|$)",
    re.IGNORECASE,
)
_STYLE_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
# libxml2 compares each attribute of a tag with all others of it.
_MOST_ATTRIBUTES: Final = 100
_MANY: Final = f"{{{4 * _MOST_ATTRIBUTES},}}+"
_LONG_TAG: Final = re.compile(
    rf"<[a-z][^\s<>/]*+(?:[^<>\"']|\"[^\"]*+\"|'[^']*+'){_MANY}>", re.IGNORECASE
)
_TAG_NAME: Final = re.compile(r"<[^\s<>/]+")
_ATTRIBUTE: Final = re.compile(r"[^\s\"'<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?+")


def drop_spare_attributes(raw: str) -> str:
    """Return HTML none of whose tags has more attributes than any page has use for."""
    return _LONG_TAG.sub(_shorten_tag, raw)


def _shorten_tag(tag: re.Match[str]) -> str:
    name = _TAG_NAME.match(tag[0])
    found = islice(_ATTRIBUTE.finditer(tag[0], name.end() if name else 1), _MOST_ATTRIBUTES)
    return f"{name[0] if name else '<'} {' '.join(a[0] for a in found)}>"


def drop_unseen(tree: Any) -> None:  # noqa: ANN401 (lxml ships no types)
    """Remove from a page what its reader does not see; what follows an element stays."""
    for element in [e for e in tree.iter() if _is_unseen(e)]:
        if element.getparent() is not None:
            element.drop_tree()


def _is_unseen(element: Any) -> bool:  # noqa: ANN401 (likewise)
    """Return whether an element is hidden by itself; those in it go with it."""
    if not isinstance(element.tag, str):  # a comment
        return False
    given = element.attrib
    return (
        element.tag in _NEVER_SHOWN
        or "hidden" in given
        or (element.tag == "dialog" and "open" not in given)
        or given.get("aria-hidden", "").strip().lower() == "true"
        or not _FOR_SCREEN_READERS.isdisjoint(given.get("class", "").split())
        or _UNSEEN_STYLE.search(_STYLE_COMMENT.sub("", given.get("style", ""))) is not None
    )


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
