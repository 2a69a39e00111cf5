"""`stancebook local`: Slack on this machine, with the bot connected to it as to the real one."""

from __future__ import annotations

import json
import logging
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.answers.reply import example_questions
from bot.commands import OPENING
from bot.pictures.drawing import can_draw
from bot.slack import settings
from bot.slack.registration.app_manifest import make_manifest
from bot.slack.registration.commented_yaml import to_json
from bot.slack.runner import connected
from knowledge.corpus import SettingsError

try:
    from local_slack import ManifestRefused, PortTakenError, how_to_connect, serve
except ImportError as error:
    _MISSING = f"`stancebook local` needs {error.name}: pip install 'stancebook[local]'"
    raise SettingsError(_MISSING) from None

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.answers.command import Command
    from bot.slack.runner import Serving
    from knowledge.kb import KnowledgeBase
    from local_slack import LocalSlack

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("local")
@click.option("--manifest", type=_FILE, help="Serve another app, described by this manifest.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="A free port by default.")
@click.option("--record", type=_FILE, help="Write every request and reply to this file.")
@click.option("--env", type=_FILE, help="Write what an app needs to connect to this file.")
@click.option("--allow-builtin", is_flag=True, help="Let an app register Slack's own commands.")
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
def command(  # noqa: PLR0913 (an argument for each option)
    manifest: Path | None,
    port: int,
    record: Path | None,
    env: Path | None,
    *,
    allow_builtin: bool,
    browser: bool,
) -> None:
    """Run a local Slack with Stancebook, or with another app.

    It runs on this machine alone, with new tokens at each start. A record holds no tokens.
    """
    files = {"record": record, "env": env}
    _find_folders(files)
    if manifest:
        serve_for(manifest, port=port, allow_builtin=allow_builtin, **files)
    else:
        serve_own(port=port, browser=browser, **files)


def serve_own(*, port: int, browser: bool, **files: Path | None) -> None:
    """Serve a local Slack with Stancebook in it, as it is set, and open its page."""
    # What is set for another Slack is not ours; pictures cost nobody a scope here.
    chosen = settings.load(slack_api_url=settings.SLACK_API, **_pictures())

    def started(slack: LocalSlack) -> Callable[[], None]:
        serving = _connect_bot(slack)
        with serving.swappable.reading() as kb:
            hints = _make_usage_hints(kb, chosen.commands.values())
        slack.show_usage(hints)
        click.echo(f"Stancebook in a local Slack: {slack.url}")
        typed = _make_example(chosen.commands[OPENING].typed, hints)
        click.echo(f"Type {typed} there. Ctrl-C stops both.")
        _open_page(slack, browser=browser)
        return serving.close

    # The bot answers /who too, which Slack keeps for itself: here it can be tried.
    manifest: dict[str, Any] = json.loads(to_json(make_manifest(chosen)))
    _serve(manifest, port=port, allow_builtin=True, started=started, **files)


def serve_for(manifest: Path, *, port: int, allow_builtin: bool, **files: Path | None) -> None:
    """Serve a local Slack for another app, and say how it connects."""
    if not manifest.is_file():
        what = "This is not a regular file." if manifest.exists() else "There is no such file."
        msg = f"{manifest}: {what}"
        raise SettingsError(msg)

    def started(slack: LocalSlack) -> None:
        click.echo(f"A local Slack for {manifest}: {slack.url}\nPoint your app at it:\n")
        click.echo(how_to_connect(slack) + "\n\nCtrl-C stops it.")

    _serve(manifest, port=port, allow_builtin=allow_builtin, started=started, **files)


def _serve(
    manifest: Path | dict[str, Any],
    *,
    port: int,
    allow_builtin: bool,
    started: Callable[[LocalSlack], Callable[[], None] | None],
    **files: Path | None,
) -> None:
    name = manifest if isinstance(manifest, Path) else "The manifest"
    try:
        serve(manifest, port=port, allow_builtin=allow_builtin, started=started, **files)
    except PortTakenError as error:
        raise SettingsError(str(error.strerror)) from None
    except ManifestRefused as error:
        msg = f"{name}: {error}"
        raise SettingsError(msg) from None
    except OSError as error:
        msg = f"{error.filename or name}: It cannot be used: {error.strerror or error}."
        raise SettingsError(msg) from None


def _find_folders(files: Mapping[str, Path | None]) -> None:
    """Raise SettingsError where the folder of a file to write is missing."""
    for option, path in files.items():
        if path and not path.parent.is_dir():
            msg = f"{path.parent}: There is no such folder. Name another file with --{option}."
            raise SettingsError(msg)


def _connect_bot(slack: LocalSlack) -> Serving:
    """Connect the unmodified bot over the real SDK."""
    logging.getLogger("slack_bolt").setLevel(logging.WARNING)
    chosen = settings.load(
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_api_url=slack.base_url,
        stancebook_state="sqlite://",  # nothing of here belongs into the record of a workspace
        **_pictures(),
    )
    return connected(chosen)


def _pictures() -> dict[str, str]:
    """Switch pictures on where they can be drawn."""
    return {"stancebook_pictures": "true"} if can_draw() else {}


def _make_usage_hints(kb: KnowledgeBase, commands: Iterable[Command]) -> dict[str, str]:
    """Return what to type behind each command, as the page's examples, from the kb itself."""
    asked = {c.typed: example_questions(kb, c) for c in commands if c.is_registered}
    return {name: _make_usage_hint(*examples) for name, examples in asked.items() if examples}


def _make_usage_hint(first: str, *others: str) -> str:
    """Return an example's words, and in brackets those that others add to it."""
    added = [other.removeprefix(first).strip() for other in others if other.startswith(first)]
    may_follow = [f"[{' or '.join(added)}]"] if added else []
    return " ".join([*first.split()[1:], *may_follow])


def _make_example(opening: str, hints: Mapping[str, str]) -> str:
    """Return what to type first: help where the kb has no stance."""
    words, *_ = hints.get(opening, "help").split(" [")
    return f"{opening} {words}"


def _open_page(slack: LocalSlack, *, browser: bool) -> None:
    if browser and sys.stdout.isatty() and not webbrowser.open(slack.url):
        click.echo("No browser was found. Open the address in one.")
