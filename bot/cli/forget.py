"""`stancebook forget`: what the state store holds of one user, removed."""

from __future__ import annotations

import click

from bot.slack import settings
from bot.state import forget_user


class _User(click.ParamType[str]):
    name = "user"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        user = value.strip().upper()
        if not (user.isascii() and user.isalnum() and user[:1] in {"U", "W"}):
            self.fail(
                f"{value!r} is not the id of a user, such as U0123456789. Slack shows it in a"
                " profile under More, Copy member ID.",
                param,
                ctx,
            )
        return user


@click.command("forget")
@click.argument("user", type=_User())
def command(user: str) -> None:
    """Remove what the state store holds of a user.

    USER is the id of a member, such as U0123456789. The store is the one that
    STANCEBOOK_STATE names, or the file that is used without it.
    """
    chosen = settings.load()
    done = forget_user(chosen.state_url, user)
    click.echo(f"{done.place}: {_count(done.rows, 'row', 'rows')} of {user} removed")
    if done.damaged_copies:
        copies = _count(done.damaged_copies, "damaged copy", "damaged copies")
        click.echo(f"{done.place}: {copies}, which may have held more of them, removed too")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
