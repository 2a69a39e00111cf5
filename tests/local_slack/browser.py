"""Debian's Chromium, driven by Playwright: it reaches this machine and no other."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = Path("/usr/bin/chromium")
WIDE = (1280, 800)
PHONE = (375, 700)
_SWITCHES = [
    "--no-sandbox",  # as root, as in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


@contextmanager
def chromium() -> Iterator[Any]:
    """Start the browser; skip the tests without one, but fail in CI, which installs it."""
    missing = _missing()
    if missing and os.environ.get("CI"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (it may not be there)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_SWITCHES)
        yield browser
        browser.close()


def _missing() -> str | None:
    try:
        import playwright.sync_api  # noqa: F401, PLC0415 (it may not be there)
    except ImportError:
        return "no Playwright: pip install playwright"
    return None if CHROMIUM.exists() else f"no browser at {CHROMIUM}: apt-get install chromium"


@dataclass
class Visit:
    """One window on the local Slack, and the errors in it."""

    page: Any
    trouble: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    slack: Any = None

    def type(self, text: str) -> None:
        """Type into the message field of the channel, and send."""
        field_ = self.page.locator("#composer-input")
        field_.fill(text)
        field_.press("Enter")

    def act_as(self, name: str) -> None:
        self.page.locator("#people").get_by_role("button", name=name).click()

    def go(self, name: str) -> None:
        self.page.locator("#places").get_by_role("button", name=name).click()

    def button(self, name: str) -> Any:
        return self.page.get_by_role("button", name=name, exact=True)

    def message(self, words: str) -> Any:
        """Return the newest message in the channel that says this."""
        return self.page.locator("#feed .message").filter(has_text=words).last


@contextmanager
def visiting(
    browser: Any, url: str, *, size: tuple[int, int] = WIDE, dark: bool = False
) -> Iterator[Visit]:
    """Open the page; afterwards check that it asked no other machine and logged no error."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
    )
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page())
    _watch(visit, context, url)
    visit.page.goto(url)
    visit.page.locator("body:not(.loading)").wait_for()
    yield visit
    context.close()
    assert visit.outside == [], visit.outside
    assert visit.trouble == [], visit.trouble


def _watch(visit: Visit, context: Any, url: str) -> None:
    def asked(request: Any) -> None:
        if not request.url.startswith(url):
            visit.outside.append(request.url)

    def logged(said: Any) -> None:
        if said.type in {"error", "warning"}:
            visit.trouble.append(said.text)

    context.on("request", asked)
    visit.page.on("console", logged)
    visit.page.on("pageerror", lambda error: visit.trouble.append(error.stack or str(error)))
