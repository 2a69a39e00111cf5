"""The `stancebook` command; each subcommand imports what it needs, so that a question is quick."""

from __future__ import annotations

import io
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli import add
from bot.cli.options import ARTICLES, CORPUS, FOLDER
from knowledge.corpus.errors import SettingsError, StancebookError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.command import Reply
    from knowledge.kb.knowledge_base import KnowledgeBase


class _Group(click.Group):
    """Turns the errors that are worded for the reader into one clear line and exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except StancebookError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="stancebook")
def main() -> None:
    """Answer who stands where on what, since when, in which exact words, per which source."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a question or an answer in any letters


@main.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@CORPUS
@ARTICLES
@click.argument("words", nargs=-1)
def ask(
    words: tuple[str, ...], corpus: Path | None, articles: Path | None, *, as_json: bool
) -> None:
    """Answer one question, or one a line from standard input.

    Exit code: 0 answered or help, 1 not answered (a choice, or silence), 2 wrong use.
    """
    if not words and sys.stdin.isatty():
        msg = "give a question, such as: stancebook ask /stance japan end-of-war"
        raise click.UsageError(msg)
    typed = " ".join(words).encode(errors="surrogateescape").decode(errors="replace")
    questions = [typed] if words else (line.rstrip("\r\n") for line in sys.stdin)
    with closing(_opened(corpus, articles)) as kb:
        all_answered = _answer(questions, kb, as_json=as_json)
    sys.exit(0 if all_answered else 1)


def _opened(corpus: Path | None, articles: Path | None) -> KnowledgeBase:
    """Open the kb of the entries as they are, and say on standard error where they do not stand."""
    from bot.cli.unserved_notice import unserved_notice
    from knowledge.corpus.folder import texts_of
    from knowledge.kb.shipped import open_kb

    texts = texts_of(corpus, articles)
    kb = open_kb(corpus, texts)
    if told := unserved_notice(corpus, texts):
        click.echo(told, err=True)
    return kb


def _answer(questions: Iterable[str], kb: KnowledgeBase, *, as_json: bool) -> bool:
    from bot.cli import ask as asking

    today, all_answered = date.today(), True  # noqa: DTZ011 (the reader's own day)
    for question in questions:
        answered = asking.ask(kb, question, today)
        if as_json:
            click.echo(asking.as_json(answered))
        else:
            _print(answered)
        all_answered &= answered.answer.outcome in asking.ANSWERED
    return all_answered


def _print(answered: Reply) -> None:
    if not sys.stdout.isatty():
        from bot.layout.message import safe

        click.echo(safe(answered.message.text))
        return
    from rich.console import Console

    from bot.layout.terminal import show

    show(Console(highlight=False), answered.message)


@main.command()
@CORPUS
@ARTICLES
def chat(corpus: Path | None, articles: Path | None) -> None:
    """Ask line by line in the terminal; no token, no network."""
    from bot.cli.chat import chat as start

    with closing(_opened(corpus, articles)) as kb:
        start(kb)


@main.command()
@CORPUS
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
def build(corpus: Path | None, output: Path | None) -> None:
    """Build the knowledge base from the entries, whole or not at all."""
    from knowledge.corpus.folder import ENTRIES, entries_in
    from knowledge.kb import shipped
    from knowledge.kb.builder import build as write

    entries = entries_in(corpus or ENTRIES)
    target = output or shipped.cached(entries)
    digest = write(entries, target)
    click.echo(f"{target}: built, digest {digest[:12]}")


@main.command()
@CORPUS
@ARTICLES
@click.option("--prove", is_flag=True, help="Fail where a quote could not be proved.")
@click.option("--fix", is_flag=True, help="Write offsets, word counts and the one form of a file.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="For a reader, for annotations of a pull request, or one JSON object.",
)
def check(corpus: Path | None, articles: Path | None, form: str, *, prove: bool, fix: bool) -> None:
    """Check the entries, and prove every quote whose article's text is at hand.

    The texts lie in the folder that STANCEBOOK_ARTICLES names.
    """
    from bot.cli import reports
    from knowledge.check_corpus.corpus_check import run_check
    from knowledge.corpus.folder import ENTRIES, entries_in, texts_of

    today = date.today()  # noqa: DTZ011 (the curator's own day)
    entries = entries_in(corpus or ENTRIES)
    report = run_check(entries, texts_of(corpus, articles), fix=fix, today=today)
    reports.show(report, entries, form)
    sys.exit(1 if report.problems or (prove and report.unproved) else 0)


@main.command()
@click.argument("folder", type=FOLDER)
def init(folder: Path) -> None:
    """Make a folder for a corpus of your own: templates, and a workflow that checks it."""
    from bot.cli.init import start

    click.echo(start(folder))


@main.command()
@CORPUS
@click.argument("rev")
def diff(corpus: Path | None, rev: str) -> None:
    """Say what the entries' change since a git revision does to the answers."""
    from bot.cli import reports
    from knowledge.check_corpus.corpus_diff import since
    from knowledge.corpus.folder import ENTRIES, entries_in

    reports.show_changes(since(rev, entries_in(corpus or ENTRIES)))


@main.command()
def run() -> None:
    """Serve Slack by Socket Mode, with SLACK_BOT_TOKEN and SLACK_APP_TOKEN."""
    from bot.slack.runner import serve

    serve()


_FILE = click.Path(dir_okay=False, path_type=Path)


@main.command()
@click.option("--manifest", type=_FILE, help="Another app's manifest: the server alone, for it.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="A free one by default.")
@click.option("--record", type=_FILE, help="Write every request and reply there, without tokens.")
@click.option("--allow-builtin", is_flag=True, help="Let an app register Slack's own commands.")
@click.option("--browser/--no-browser", default=True, help="Open the page, if there is a browser.")
def local(
    manifest: Path | None, port: int, record: Path | None, *, allow_builtin: bool, browser: bool
) -> None:
    """Run a Slack on this machine: with Stancebook in it, or for another Bolt app."""
    try:
        from bot.cli import local
    except ImportError as error:
        msg = f"the local Slack needs its extra: pip install 'stancebook[local]' ({error.name})"
        raise SettingsError(msg) from None
    if manifest:
        local.serve_for(manifest, port=port, record=record, allow_builtin=allow_builtin)
    else:
        local.serve_own(port=port, record=record, browser=browser)


main.add_command(add.add)
main.add_command(add.evaluate)
