"""Draw a chart: by vl-convert, which has Vega in it and needs neither a browser nor a network."""

from __future__ import annotations

from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from knowledge.corpus import SettingsError

if TYPE_CHECKING:
    from bot.pictures.timeline_chart import Spec

_SCALE: Final = 2  # pixels of a file for one of the chart: sharp on a phone
MISSING: Final = (
    "Pictures need a library that is not installed: pip install 'stancebook[pictures]'."
)


class PictureForm(StrEnum):
    """The form of a picture's file, which is the end of its name."""

    PNG = "png"
    SVG = "svg"


def can_draw() -> bool:
    """Return whether the library that draws is installed, without loading it."""
    return find_spec("vl_convert") is not None


def draw(chart: Spec, form: PictureForm) -> bytes:
    """Return the file of a chart; raise SettingsError where the library is not installed.

    The first one takes a second, for the engine has to start; no listener waits for it.
    """
    try:
        import vl_convert  # the extra, of 80 MB: loaded by whoever draws
    except ImportError:
        raise SettingsError(MISSING) from None
    if form is PictureForm.SVG:
        drawn = str(vl_convert.vegalite_to_svg(chart, allowed_base_urls=[]))
        return _described(drawn, chart["description"]).encode()
    return bytes(vl_convert.vegalite_to_png(chart, scale=_SCALE, allowed_base_urls=[]))


def _described(svg: str, words: str) -> str:
    """Say in a drawing what it shows, for readers that do not see it."""
    return svg.replace("<svg ", '<svg role="img" ', 1).replace(
        ">", f"><desc>{escape(words)}</desc>", 1
    )
