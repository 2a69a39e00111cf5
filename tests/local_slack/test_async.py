"""An app of slack-bolt with asyncio, over a socket; only this test needs aiohttp."""

from __future__ import annotations

import asyncio

import pytest

from local_slack import running
from tests.local_slack.parrot import HASTE, MANIFEST

pytest.importorskip("aiohttp", reason="aiohttp is not installed")


def test_an_asyncio_app_answers_commands_and_mentions():
    with running(MANIFEST, timing=HASTE) as slack:
        asyncio.run(_answers(slack))


async def _answers(slack):
    handler = _parrot(slack)
    await handler.connect_async()
    try:
        seen = await asyncio.to_thread(slack.command, "/echo", "hello")
        assert seen.text == "hello"
        said = await asyncio.to_thread(slack.mention, "hello")
        assert said.answer.thread_ts == said.written.ts
    finally:
        await handler.close_async()


def _parrot(slack):
    from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler  # noqa: PLC0415
    from slack_bolt.async_app import AsyncApp  # noqa: PLC0415 (needs aiohttp)
    from slack_sdk.web.async_client import AsyncWebClient  # noqa: PLC0415

    web = AsyncWebClient(token=slack.bot_token, base_url=slack.base_url)
    app = AsyncApp(client=web, signing_secret=slack.signing_secret, process_before_response=True)

    @app.command("/echo")
    async def echo(ack, command):
        await ack(text=command["text"])

    @app.event("app_mention")
    async def mentioned(event, say):
        await say(text="you said it", thread_ts=event["ts"])

    return AsyncSocketModeHandler(app, slack.app_token)
