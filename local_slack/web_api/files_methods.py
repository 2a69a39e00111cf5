"""The methods of an upload: get an address for a file, then share it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from local_slack.delivery import events
from local_slack.delivery.other_events import announce_files
from local_slack.refusal import Payload, refuse
from local_slack.web_api.method import method
from local_slack.workspace.file_info import describe_file
from local_slack.workspace.ids import BOT_USER
from local_slack.workspace.message_content import app_fields, check_may_post, thread_fields

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments


@method("files.getUploadURLExternal", "files:write", tier=4)
def get_upload_url(core: Core, args: Arguments) -> Payload:
    name = args.text("filename", "invalid_arguments")
    length = args.number("length", 0)
    if not length:
        refuse("invalid_arguments")
    key = secrets.token_urlsafe(18)
    alt = {"alt_txt": words} if (words := args.text("alt_txt")) else {}
    file = core.workspace.add_file(
        {"name": name, "title": name, "size": length, "user": BOT_USER, "upload": key, **alt}
    )
    return {"upload_url": f"{core.base_url}upload/{file['id']}/{key}", "file_id": file["id"]}


@method("files.completeUploadExternal", "files:write", tier=4)
def complete_upload(core: Core, args: Arguments) -> Payload:
    listed = args.get("files")
    if not isinstance(listed, list) or not listed:
        refuse("invalid_arguments")
    files = [_finish_upload(core, f) for f in listed]
    named = args.text("channels") or args.text("channel_id")
    for reference in named.split(",") if named else ():
        _share(core, reference, files, args)
    return {"files": files}


def _finish_upload(core: Core, wanted: Payload) -> Payload:
    file = _uploaded(core, str(wanted.get("id")))
    file["title"] = wanted.get("title") or file["name"]
    return describe_file(file, core.base_url)


def _share(core: Core, reference: str, files: list[Payload], args: Arguments) -> None:
    channel = core.workspace.channel(reference)
    check_may_post(channel, core.manifest.scopes)
    body = {
        **app_fields(core.workspace),
        "subtype": "file_share",
        "text": args.text("initial_comment"),
        "files": files,
        "upload": True,
        **thread_fields(core.workspace, channel, args.text("thread_ts") or None),
    }
    posted = core.workspace.post(channel, body)
    core.assistant.clear_status(channel.id, posted.thread_ts)
    events.announce_posted(core, posted)
    announce_files(core, posted)


@method("files.info", "files:read", tier=4)
def files_info(core: Core, args: Arguments) -> Payload:
    return {"file": describe_file(_uploaded(core, args.text("file")), core.base_url)}


@method("files.list", "files:read", tier=3)
def files_list(core: Core, _args: Arguments) -> Payload:
    uploaded = [f for f in core.workspace.files.values() if "content" in f]
    return {"files": [describe_file(f, core.base_url) for f in reversed(uploaded)]}


@method("files.delete", "files:write", tier=3)
def files_delete(core: Core, args: Arguments) -> Payload:
    file = _uploaded(core, args.text("file"))
    if file["user"] != BOT_USER:
        refuse("cant_delete_file")
    del core.workspace.files[file["id"]]
    return {}


def _uploaded(core: Core, file_id: str) -> Payload:
    file = core.workspace.files.get(file_id)
    return file if file is not None and "content" in file else refuse("file_not_found")


METHODS = (
    get_upload_url,
    complete_upload,
    files_info,
    files_list,
    files_delete,
)
