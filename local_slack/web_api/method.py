"""A method of the Web API: what it does, the scopes it needs and how often it may be called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.web_api.arguments import Arguments


@dataclass(frozen=True)
class Method:
    """One method; it needs one of its scopes, if it has any, and `tier` limits its rate."""

    name: str
    run: Callable[[Core, Arguments], Payload]
    scopes: tuple[str, ...] = ()
    tier: int | None = None
    app_token: bool = False


def method(
    name: str, *scopes: str, tier: int | None = None, app_token: bool = False
) -> Callable[[Callable[[Core, Arguments], Payload]], Method]:
    """Make a method of the function that answers it."""

    def make(run: Callable[[Core, Arguments], Payload]) -> Method:
        return Method(name, run, scopes, tier, app_token)

    return make
