"""What Slack answers when it does not do what it was asked."""

from __future__ import annotations

from typing import Any, NoReturn

Payload = dict[str, Any]


class Refusal(Exception):  # noqa: N818 (it is Slack that refuses)
    """A request that is refused: Slack's error code, and what else its answer carries."""

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
        return {"ok": False, "error": self.code, **self.more}


def refuse(code: str, /, **more: Any) -> NoReturn:  # noqa: ANN401 (Slack's answer)
    """Raise a refusal."""
    raise Refusal(code, **more)


def refuse_form(code: str, problems: list[str]) -> NoReturn:
    """Raise a refusal that lists what is wrong where, as Slack does."""
    told = {"messages": [f"[ERROR] {p}" for p in problems]}
    raise Refusal(code, errors=problems, response_metadata=told)
