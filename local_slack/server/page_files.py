"""The files of the page, and the policy that keeps it from reaching any other site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from local_slack import slack_limits

if TYPE_CHECKING:
    from starlette.requests import Request

    from local_slack.refusal import Payload

FOLDER = Path(__file__).parents[1] / "page"
_KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
# An image of an app may be on any site: the page loads it when a person clicks it.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " img-src 'self' data: https: http:; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-cache",
}


def limits_for_page() -> Payload:
    """Return the limits that the page measures a message against."""
    return {
        "blocks": slack_limits.BLOCKS,
        "text_of_all_blocks": slack_limits.TEXT_OF_ALL_BLOCKS,
        "text_of_all_blocks_refused": slack_limits.TEXT_OF_ALL_BLOCKS_REFUSED,
        "text": slack_limits.TOP_LEVEL_TEXT,
        "text_refused": slack_limits.MESSAGE_TEXT,
        "section_text": slack_limits.SECTION_TEXT,
        "action_elements": slack_limits.ACTION_ELEMENTS,
        "button_value": slack_limits.BUTTON_VALUE,
    }


async def _file(request: Request) -> Response:
    name = request.path_params.get("name", "index.html")
    file = next((f for f in FOLDER.iterdir() if f.name == name and f.suffix in _KINDS), None)
    if file is None:
        return PlainTextResponse("not found", 404)
    return Response(file.read_bytes(), headers=_HEADERS, media_type=_KINDS[file.suffix])


ROUTES = [Route("/", _file), Route("/page/{name}", _file)]
