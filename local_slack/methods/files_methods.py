"""Uploading a file: an address for it, then the sharing of it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from local_slack import events, messages
from local_slack.refusal import Payload, refuse
from local_slack.state import BOT_USER
from local_slack.web_api import Arguments, method

if TYPE_CHECKING:
    from local_slack.core import Core


@method("files.getUploadURLExternal", "files:write", tier=4)
def _upload_url(core: Core, args: Arguments) -> Payload:
    name = args.text("filename", "invalid_arguments")
    length = args.number("length", 0)
    if not length:
        refuse("invalid_arguments")
    key = secrets.token_urlsafe(18)
    file = core.workspace.add_file(
        {"name": name, "title": name, "size": length, "user": BOT_USER, "upload": key}
    )
    return {"upload_url": f"{core.base_url}upload/{file['id']}/{key}", "file_id": file["id"]}


@method("files.completeUploadExternal", "files:write", tier=4)
def _upload_complete(core: Core, args: Arguments) -> Payload:
    listed = args.get("files")
    if not isinstance(listed, list) or not listed:
        refuse("invalid_arguments")
    files = [_uploaded(core, f) for f in listed]
    named = args.text("channels") or args.text("channel_id")
    for reference in named.split(",") if named else ():
        _share(core, reference, files, args)
    return {"files": files}


def _uploaded(core: Core, wanted: Payload) -> Payload:
    file = core.workspace.files.get(str(wanted.get("id")))
    if file is None or "content" not in file:
        refuse("file_not_found")
    file["title"] = wanted.get("title") or file["name"]
    file["url_private"] = f"{file['base']}files/{file['id']}/{file['name']}"
    return {k: v for k, v in file.items() if k not in ("content", "upload", "base")}


def _share(core: Core, reference: str, files: list[Payload], args: Arguments) -> None:
    channel = core.workspace.channel(reference)
    messages.may_post(channel, core.manifest.scopes)
    body = {
        **messages.by_app(core.workspace),
        "subtype": "file_share",
        "text": args.text("initial_comment"),
        "files": files,
        "upload": True,
        **messages.in_thread(core.workspace, channel, args.text("thread_ts") or None),
    }
    events.posted(core, core.workspace.post(channel, body))
