"""What Slack says of a file: its kind, its addresses, and of a text the beginning."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from local_slack.workspace.ids import TEAM

if TYPE_CHECKING:
    from local_slack.refusal import Payload

_PREVIEWED = 500  # characters of a text
_NAMES = {"text": "Plain Text"}


def describe_file(file: Payload, base_url: str) -> Payload:
    """Return a file as messages carry it; `file` has its id, name, title, size and content."""
    name = file["name"]
    mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
    kind = "text" if mimetype == "text/plain" else name.rpartition(".")[2].lower() or "binary"
    address = f"{base_url}files/{file['id']}/{name}"
    return {
        "id": file["id"],
        "created": file["created"],
        "timestamp": file["created"],
        "name": name,
        "title": file["title"],
        "mimetype": mimetype,
        "filetype": kind,
        "pretty_type": _NAMES.get(kind, kind.upper()),
        "user": file["user"],
        "user_team": TEAM,
        "editable": bool(file.get("snippet")),
        "size": file["size"],
        "mode": "snippet" if file.get("snippet") else "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": True,
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": address,
        "url_private_download": address,
        "permalink": address,
        **(_beginning(file["content"].decode()) if file.get("snippet") else {}),
        "has_rich_preview": False,
        "file_access": "visible",
        **({"alt_txt": file["alt_txt"]} if "alt_txt" in file else {}),
    }


def _beginning(text: str) -> Payload:
    shown = text[:_PREVIEWED]
    return {
        "preview": shown,
        "preview_highlight": "",
        "lines": text.count("\n") + 1,
        "lines_more": text.count("\n") - shown.count("\n"),
        "preview_is_truncated": len(shown) < len(text),
    }
