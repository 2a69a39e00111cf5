"""The extras of the package: which are installed, and which are needed and are not."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from bot.slack.checkup.findings import fault, ok

if TYPE_CHECKING:
    from bot.slack.checkup.findings import Finding
    from bot.slack.settings import Settings

# A library of each that no other part of the package needs.
_LIBRARIES: Final = {
    "curate": ("dateparser", "trafilatura"),
    "local": ("starlette", "uvicorn", "websockets"),
    "mcp": ("mcp",),
    "pictures": ("vl_convert",),
    "postgres": ("psycopg",),
    "serve": ("prometheus_client", "starlette", "uvicorn"),
}


def examine_extras(chosen: Settings) -> Finding:
    """Return which extras are installed, or which one is missing that the settings need."""
    installed = {name for name, libraries in _LIBRARIES.items() if all(map(find_spec, libraries))}
    if missing := sorted(_needed(chosen) - installed):
        listed = ",".join(missing)
        return fault("extras", f"{listed} missing. Run: pip install 'stancebook[{listed}]'")
    without = ", ".join(sorted(_LIBRARIES.keys() - installed)) or "none"
    return ok("extras", f"{', '.join(sorted(installed)) or 'none'} installed; not: {without}")


def _needed(chosen: Settings) -> set[str]:
    needed = set()
    if chosen.slack_signing_secret or chosen.slack_signing_secret_file:
        needed.add("serve")
    if (chosen.state_url or "").startswith("postgres"):
        needed.add("postgres")
    if chosen.stancebook_pictures:
        needed.add("pictures")
    return needed
