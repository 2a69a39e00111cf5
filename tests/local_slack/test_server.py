"""The server: it answers this machine only, records what passes, and serves the page."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from local_slack import Timing, how_to_connect, running
from local_slack.server.recording import write_private
from tests import places
from tests.disks import fill, small_disk
from tests.local_slack.parrot import HASTE, MANIFEST, client, connected, parrot


def _get(slack, where, **headers):
    with urlopen(Request(f"{slack.url}{where}", headers=headers)) as answer:
        return json.load(answer)


def _act(slack, what, **said):
    request = Request(f"{slack.url}local/act/{what}", json.dumps(said).encode())
    with urlopen(request) as answer:
        return json.load(answer)


def test_it_listens_on_this_machine_only():
    with pytest.raises(ValueError, match="loopback only"), running(MANIFEST, host="0.0.0.0"):
        pass


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"people": []},
            "`people` must be a list of one name or more, like people=['Alice', 'Bob'].",
        ),
        ({"people": "Alice"}, "`people` must be a list of one name or more"),
        ({"people": ["Alice", 3]}, "`people` must be a list of one name or more"),
        (
            {"channels": []},
            "`channels` must be a list of one name or more, like channels=['general",
        ),
        ({"channels": ["desk", "desk"]}, "`channels` has a name twice."),
        ({"timing": 3}, "`timing` must be a local_slack.Timing, not 3."),
        ({"manifest": []}, "A manifest is a path or a mapping, not a list."),
    ],
)
def test_an_argument_that_it_does_not_take_is_named_in_a_sentence(given, sentence):
    arguments = {"manifest": MANIFEST, **given}
    refused = pytest.raises((ValueError, TypeError), match=re.escape(sentence))
    with refused, running(**arguments):
        """Never reached."""


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"event_retries": (1, 4, 8)}, "`event_retries` must be a number of retries, 0 or more"),
        ({"event_retries": 1.5}, "`event_retries` must be a number of retries, 0 or more"),
        ({"answer": "3"}, "Timing: `answer` must be a number of seconds, 0 or more, not '3'."),
        ({"trigger": -1}, "`trigger` must be a number of seconds, 0 or more, not -1."),
        (
            {"http_retries": 3},
            "`http_retries` must be a tuple of seconds, like (0, 60, 300), not 3.",
        ),
        ({"http_retries": (0, "60")}, "`http_retries` must be a tuple of seconds"),
    ],
)
def test_a_wait_that_cannot_be_waited_is_named_in_a_sentence(given, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        Timing(**given)


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}], ids=str
)
def test_a_page_of_another_site_is_refused(slack, headers):
    with pytest.raises(HTTPError, match="403") as raised:
        _get(slack, "local/state", **headers)
    raised.value.close()


def test_a_ticket_opens_one_socket_once(slack, web):
    url = web.apps_connections_open(app_token=slack.app_token)["url"]
    with connect(url) as socket:
        hello = json.loads(socket.recv())
        assert (hello["type"], hello["num_connections"]) == ("hello", 2)
    with pytest.raises(InvalidStatus, match="403"), connect(url):
        pass


def test_each_envelope_goes_to_one_of_the_sockets(lonely):
    heard = [[], []]
    with (
        connected(lonely, parrot(lonely, heard[0])),
        connected(lonely, parrot(lonely, heard[1])),
    ):
        for number in range(4):
            lonely.mention(str(number))
    assert [len(h) for h in heard] == [2, 2]


def test_a_page_sees_the_state_and_then_each_change(slack, web):
    with connect(f"ws{slack.url.removeprefix('http')}local/events") as page:
        state = json.loads(page.recv())["body"]
        assert {"users", "channels", "commands", "faults", "sockets"} <= state.keys()
        web.chat_postMessage(channel=slack.channel, text="look")
        seen = [json.loads(page.recv()) for _ in range(2)]
    assert [(e["kind"], e["name"]) for e in seen] == [
        ("change", "message"),
        ("call", "chat.postMessage"),
    ]
    assert seen[1]["ms"] >= 0
    assert seen[1]["size"] > 0


def test_a_page_acts_as_a_person(slack):
    here = {"user": slack.user, "channel": slack.channel}
    seen = _act(slack, "command", command="/echo", text="hello", **here)
    message = seen["answers"][0]["message"]
    assert message["text"] == "hello"
    clicked = {"element": "again", "ts": message["ts"], "wait": 1}
    assert _act(slack, "click", **clicked, **here)["answers"][0]["message"]["text"] == "again"
    fruits = _act(slack, "options", element="fruit", typed="pe", ts=_shown(slack), **here)
    assert fruits["options"][0]["value"] == "pear"


def _shown(slack):
    return slack.command("/echo", "more").answer.ts


def test_an_act_that_fails_says_why(slack):
    with pytest.raises(HTTPError, match="400") as raised:
        _act(slack, "click", element="x", user=slack.user, channel=slack.channel, ts="1.0")
    assert json.load(raised.value)["error"] == "message_not_found"
    raised.value.close()


def test_a_record_without_room_ends_and_the_app_goes_on(tmp_path, caplog):
    with small_disk(tmp_path / "disk", pages=8) as disk:
        path = disk / "record.jsonl"
        with (
            running(MANIFEST, timing=HASTE, record=path) as slack,
            connected(slack, parrot(slack, [])),
        ):
            fill(disk)
            for _ in range(2):  # a page each at most
                assert slack.mention("hello " * 1000).answer
        ends = [told for told in caplog.messages if "The record ends here" in told]
        assert ends == [f"{path}: The record ends here: No space left on device."]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_file_that_cannot_be_written_is_named_and_a_device_keeps_its_rights(tmp_path):
    device = tmp_path / "full"
    device.symlink_to("/dev/full")
    before = device.stat().st_mode
    with pytest.raises(OSError, match=f"No space left on device: '{device}'"):
        write_private(device, "what an app needs")
    assert device.stat().st_mode == before


def test_the_record_holds_no_tokens(tmp_path):
    path = tmp_path / "record.jsonl"
    with (
        running(MANIFEST, timing=HASTE, record=path) as slack,
        connected(slack, parrot(slack, [])),
    ):
        slack.command("/echo", "hello")
        slack.mention(
            "hello, my token is " + "-".join(["xoxb", "1234567890", "1234567890", "abcdef"])
        )
    text = path.read_text(encoding="utf-8")
    kinds = {json.loads(line)["kind"] for line in text.splitlines()}
    assert {"call", "envelope", "ack", "socket"} <= kinds
    assert "xoxb-" not in text
    assert "xapp-" not in text
    assert slack.signing_secret not in text
    assert "/actions/[redacted]" in text
    assert path.stat().st_mode & 0o077 == 0


def test_the_journal_and_the_workspace_are_bounded(lonely):
    lonely.core.rates.on = False
    web = client(lonely)
    web.chat_postMessage(channel=lonely.channel, text="the first")
    lonely.look(lambda: [_post(lonely) for _ in range(2_000)])
    assert len(lonely.messages()) == 2_000
    assert "the first" not in [m.text for m in lonely.messages()]
    assert len(lonely.entries()) == 1_000


def _post(slack):
    workspace = slack.core.workspace
    return workspace.post(workspace.channels[slack.channel], {"text": "x"})


def test_another_app_learns_how_to_connect(slack):
    assert f"export SLACK_API_URL={slack.base_url}" in how_to_connect(slack)


def test_another_teams_own_bot_py_does_not_clash(tmp_path):
    (tmp_path / "bot.py").write_text("NAME = 'theirs'\n", encoding="utf-8")
    (tmp_path / "test_theirs.py").write_text(
        "import bot\nfrom local_slack import running\n"
        f"with running({str(places.MANIFEST)!r}) as slack:\n    print(bot.NAME, slack.channel[0])\n",
        encoding="utf-8",
    )
    ran = subprocess.run(
        [sys.executable, "test_theirs.py"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "theirs C\n"
