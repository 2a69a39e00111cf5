"""Take the pictures in docs/images/: answers in the local Slack, and a timeline, light and dark."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.cli.ask import ask  # noqa: E402
from bot.pictures.drawing import PictureForm, draw  # noqa: E402
from bot.pictures.timeline_chart import make_chart  # noqa: E402
from bot.pictures.value_marks import Theme  # noqa: E402
from bot.slack import settings  # noqa: E402
from bot.slack.runner import connected  # noqa: E402
from knowledge.kb import open_kb  # noqa: E402
from local_slack import running  # noqa: E402
from tests.local_slack.browser import CHROMIUM, chromium, visiting  # noqa: E402

if TYPE_CHECKING:
    from typing import Any

IMAGES = ROOT / "docs" / "images"
SIZE = (900, 1400)
# Again each time that the page draws the message anew.
_STOP_CLOCK = """message => {
  const stop = () => document.querySelectorAll('time').forEach(time => {
    if (time.textContent !== '9:41 AM') time.textContent = '9:41 AM';
  });
  new MutationObserver(stop).observe(document.body, {childList: true, subtree: true});
  stop();
}"""
TIMELINE = "/timeline japan from January 2018 to February 2024"
ASKED_ON = date(2026, 11, 28)
# What is typed for each picture, and words of the answer.
PICTURES = {
    "stance": ("/stance japan end-of-war", "End-of-war declaration"),
    "check": ('/check kono "This is not the time to ease pressure"', "What differs"),
    "compare": (
        "/stance compare us, japan, south korea on end-of-war",
        "Should the Korean War",
    ),
}


def main() -> None:
    """Start a local Slack with the bot in it, ask, and take each picture twice."""
    if not CHROMIUM.exists():
        sys.exit(f"There is no browser at {CHROMIUM}: apt-get install chromium")
    IMAGES.mkdir(exist_ok=True)
    for theme in Theme:
        _draw(theme)
    with running(ROOT / "manifest.yml") as slack, closing(_bot(slack)), chromium() as browser:
        for scheme in ("light", "dark"):
            for name in PICTURES:
                _take(browser, slack.url, name, scheme)


def _draw(theme: Theme) -> None:
    """Draw the timeline of the README."""
    with closing(open_kb(None, None)) as kb:
        answer = ask(kb, TIMELINE, ASKED_ON).answer
    (IMAGES / f"timeline-{theme}.svg").write_bytes(draw(make_chart(answer, theme), PictureForm.SVG))


def _bot(slack: Any) -> Any:  # noqa: ANN401 (the local Slack as a test starts it)
    """Connect the unmodified bot, as `stancebook local` does."""
    chosen = settings.load(
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_api_url=slack.base_url,
    )
    return connected(chosen)


def _take(browser: Any, url: str, name: str, scheme: str) -> None:  # noqa: ANN401
    """Take one picture; its clock stands still, so that only a changed answer changes it."""
    typed, words = PICTURES[name]
    with visiting(browser, url, size=SIZE, dark=scheme == "dark") as visit:
        visit.type(typed)
        message = visit.message(words)
        message.wait_for()
        message.evaluate(_STOP_CLOCK)
        message.screenshot(path=IMAGES / f"{name}-{scheme}.png", animations="disabled")


if __name__ == "__main__":
    main()
