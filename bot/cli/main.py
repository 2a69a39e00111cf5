"""The `stancebook` command: it lists the subcommands, and loads the file of the one that runs."""

from __future__ import annotations

import importlib
import io
import sys
from typing import TYPE_CHECKING, Final

import click
from click.shell_completion import CompletionItem

from knowledge.corpus import StancebookError

if TYPE_CHECKING:
    from collections.abc import Mapping

# Each is a file in this folder, and opens its own help with the same sentence.
SUBCOMMANDS: Final[Mapping[str, str]] = {
    "add": "Add an article, or a folder of articles, to the corpus.",
    "ask": "Answer one question, or one a line from standard input.",
    "build": "Build the knowledge base from the entries.",
    "chat": "Answer questions line by line in the terminal.",
    "check": "Check the entries, and prove their quotes.",
    "diff": "Print how the answers change since a git revision.",
    "evaluate": "Measure how much of the curators' work `add` finds.",
    "forget": "Remove what the state store holds of a user.",
    "init": "Make a folder for a corpus of your own.",
    "local": "Run a local Slack with Stancebook, or with another app.",
    "run": "Serve a Slack workspace over Socket Mode.",
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

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; exit with code 2 on an error that is worded for the reader."""
        try:
            return super().invoke(ctx)
        except StancebookError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="stancebook")
def main() -> None:
    """Answer who stands where on what, since when, in which exact words, per which source."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a question or an answer in any letters
