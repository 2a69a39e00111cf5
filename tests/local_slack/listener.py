"""A Bolt app that subscribes to everything and answers nothing, and what it was sent."""

from __future__ import annotations

from contextlib import contextmanager

from slack_bolt import App

from local_slack import running
from local_slack.workspace.event_kinds import DELIVERED
from tests.local_slack.parrot import HASTE, client, connected, manifest

SCOPES = """assistant:write app_mentions:read channels:history channels:read channels:join
channels:manage chat:write chat:write.customize commands files:read files:write groups:history
groups:read groups:write im:history im:read im:write incoming-webhook links:read links:write
mpim:history mpim:read mpim:write pins:read pins:write reactions:read reactions:write team:read
users:read users:read.email users.profile:read emoji:read usergroups:read""".split()
MANIFEST = manifest(
    features={"unfurl_domains": ["news.example"], "assistant_view": {"assistant_description": "x"}},
    oauth_config={"scopes": {"bot": SCOPES}},
    settings={"event_subscriptions": {"bot_events": sorted(DELIVERED)}},
) | {"functions": {"greet": {"title": "Greet", "input_parameters": {"who": {"type": "string"}}}}}


@contextmanager
def listening():
    """Run a Slack with such an app; the app acks every event."""
    with running(MANIFEST, rates=False, timing=HASTE) as slack:
        app = App(client=client(slack), signing_secret="local", process_before_response=True)
        for kind in {name.partition(".")[0] for name in DELIVERED}:
            app.event(kind)(lambda ack: ack())
        with connected(slack, app):
            yield slack


def sent(slack, kind, count=1):
    """Return the payload of the newest event of a kind; without waiting, acts were awaited."""
    found = slack.wait_for(lambda: _of_kind(slack, kind, count))
    return found[-1]


def _of_kind(slack, kind, count):
    payloads = [e.body["payload"] for e in slack.core.journal.entries("envelope")]
    found = [p for p in payloads if p.get("event", {}).get("type") == kind]
    return found if len(found) >= count else None
