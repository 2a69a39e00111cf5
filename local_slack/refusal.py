"""Slack's answer when it refuses what it was asked: an error code, and details."""

from __future__ import annotations

from typing import Any, NoReturn

Payload = dict[str, Any]  # any JSON object


class Refusal(Exception):  # noqa: N818 (it is Slack that refuses)
    """A refused request: Slack's error code, and what else its answer carries."""

    def __init__(
        self,
        code: str,
        /,
        *,
        status: int = 200,
        wait: int | None = None,  # seconds, sent as Retry-After
        **more: Any,  # noqa: ANN401 (Slack's answer)
    ) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.wait = wait
        self.more = more

    def answer(self) -> Payload:
        """Return the body of Slack's answer."""
        return {"ok": False, "error": self.code, **self.more}


def refuse(code: str, /, **more: Any) -> NoReturn:  # noqa: ANN401 (Slack's answer)
    """Raise a Refusal."""
    raise Refusal(code, **more)


def refuse_form(code: str, problems: list[str]) -> NoReturn:
    """Raise a Refusal that lists each problem with its place, as Slack does."""
    messages = [f"[ERROR] {problem}" for problem in problems]
    raise Refusal(code, errors=problems, response_metadata={"messages": messages})
