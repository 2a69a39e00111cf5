"""The `stancebook` command: it lists the subcommands, and loads the file of the one that runs."""

from __future__ import annotations

import errno
import importlib
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import CompletionItem

from bot.block_kit.safe_text import safe
from bot.cli.misspelled_notice import tell_misspelled
from knowledge.corpus import StancebookError, explain_os_error

if TYPE_CHECKING:
    from collections.abc import Mapping

# Each is a file in this folder, and opens its own help with the same sentence.
SUBCOMMANDS: Final[Mapping[str, str]] = {
    "add": "Add an article, or a folder of articles, to the corpus.",
    "ask": "Answer one question, or one a line from standard input.",
    "attest": "Give people the posts that articles print beside their names.",
    "build": "Build the knowledge base from the entries.",
    "chat": "Answer questions line by line in the terminal.",
    "check": "Check the entries, and prove their quotes.",
    "diff": "Print how the answers change since a git revision.",
    "doctor": "Look for what keeps the bot from serving.",
    "evaluate": "Measure how much of the curators' work `add` finds.",
    "export": "Print the statements on record, or those that answer one question.",
    "forget": "Remove what the state store holds of a user.",
    "init": "Make a folder for a corpus of your own.",
    "local": "Run a local Slack with Stancebook, or with another app.",
    "manifest": "Print the manifest of the Slack app.",
    "mcp": "Serve assistants by the Model Context Protocol.",
    "merge": "Make one entry of two people, bodies, issues or events.",
    "new": "Begin an entry: answer what its template asks.",
    "rename": "Give an entry or a statement another id.",
    "retire": "Withdraw a statement, and say why.",
    "run": "Serve a Slack workspace over Socket Mode.",
    "serve": "Serve a Slack workspace over HTTP.",
    "timeline": "Show what is on record in order of time, or draw it.",
    "todo": "List what waits for a curator.",
}


class _Program(click.Group):
    """Loads a subcommand when it is called, and prints expected errors as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's shape)
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in SUBCOMMANDS:
            return None
        command: click.Command = importlib.import_module(f"bot.cli.{cmd_name}").command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """List the subcommands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUBCOMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the subcommands without loading them."""
        found = [(n, words) for n, words in SUBCOMMANDS.items() if n.startswith(incomplete)]
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*(CompletionItem(name, help=words) for name, words in found), *options]

    def main(self, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 (click's shape)
        """Run a subcommand; exit with code 2 on an error that is worded for the reader."""
        _open_closed_streams()
        try:
            try:
                return super().main(*arguments, **options)
            finally:
                sys.stdout.flush()  # what cannot be written is an error too
        except StancebookError as error:
            _tell(str(error))
        except OSError as error:
            _drop_output()
            if error.errno == errno.EPIPE:  # who reads has seen enough
                sys.exit(1)
            _tell(safe(explain_os_error(error)))
        sys.exit(2)


def _tell(words: str) -> None:
    with suppress(OSError):  # standard error is full or closed: the exit code says it
        click.echo(words, err=True)


def _open_closed_streams() -> None:
    """Open what the shell closed (`>&-`), else a file that is opened later takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (kept)


def _drop_output() -> None:
    """Let what cannot be written not be tried again when the interpreter ends."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="stancebook")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Answer who stands where on what, since when, in which exact words, per which source."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a question or an answer in any letters
    tell_misspelled(ctx.invoked_subcommand)
