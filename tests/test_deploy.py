"""What is in deploy/: the wheel as a container runs it, and files that name what is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
import yaml

from local_slack import running
from tests.bot.connected_bot import manifest_at, url_of
from tests.bot.process import STANCEBOOK
from tests.places import ROOT

DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))
UNIT = (DEPLOY / "stancebook.service").read_text(encoding="utf-8")
ENTRY_POINT = "from bot.cli.start import main; main()"  # as pip writes it into a script
SOMEBODY = 10001  # the user of the container
WITHIN = 120  # seconds after which a test hangs no longer
# A mount namespace in which all is read-only but /tmp, as in a container with --read-only and
# --tmpfs /tmp. What the program needs is shown again where others may not look, as in /root.
SHOW = """
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs /mnt
number=0
for needed in $NEEDED; do
    mkdir "/mnt/$number"; mount --bind "$needed" "/mnt/$number"; number=$((number + 1))
done
for hidden in $HIDDEN /tmp; do mount -t tmpfs -o mode=755 tmpfs "$hidden"; done
chmod 1777 /tmp
number=0
for needed in $NEEDED; do
    mkdir -p "$needed"; mount --bind "/mnt/$number" "$needed"
    mount -o remount,bind,ro "$needed"; number=$((number + 1))
done
for hidden in $HIDDEN; do mount -o remount,ro "$hidden"; done
for place in / /mnt $(findmnt -rno TARGET -t ext4,xfs,btrfs,overlay,tmpfs | grep -vx -e /tmp); do
    mount -o remount,bind,ro "$place" 2>/dev/null || true
done
cd /
exec setpriv --reuid=$SOMEBODY --regid=$SOMEBODY --clear-groups --no-new-privs --bounding-set=-all \
    env -i PATH=/usr/bin:/bin HOME=/nonexistent PYTHONDONTWRITEBYTECODE=1 $GIVEN "$@"
"""


def hidden_above(path):
    """Return the topmost folder above a path that only its owner may enter."""
    closed = [p for p in path.parents if not stat.S_IMODE(p.stat().st_mode) & stat.S_IXOTH]
    return closed[-1] if closed else None


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory):
    """Return the folder of what the wheel installs."""
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    folder.chmod(0o755)  # as what a container is made of
    return folder


@pytest.fixture(scope="module")
def in_a_container(unpacked):
    """Return what begins a program as another user, to whom all but /tmp is read-only."""
    needed = [Path(sys.prefix), Path(sys.base_prefix).resolve(), unpacked]
    above = {p for p in map(hidden_above, needed) if p and not p.is_relative_to("/tmp")}

    def start(*words, **given):
        variables = {
            "NEEDED": " ".join(map(str, needed)),
            "HIDDEN": " ".join(map(str, above)),
            "SOMEBODY": str(SOMEBODY),
            "GIVEN": " ".join(f"{n}={v}" for n, v in {"PYTHONPATH": unpacked, **given}.items()),
        }
        return subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", SHOW, "sh", *map(str, words)],
            env={"PATH": os.environ["PATH"], **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    if os.geteuid() != 0 or not all(map(shutil.which, ("unshare", "setpriv", "findmnt"))):
        pytest.skip("only root can make a file system read-only for one program")
    if subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode:
        pytest.skip("no mount namespace can be made here")
    told = start("sh", "-c", "touch /etc/x /var/x $HOME 2>&1; touch /tmp/x && id -u")
    out, err = told.communicate(timeout=WITHIN)
    assert told.returncode == 0, err
    assert out.count("Read-only file system") == 3, out
    assert out.rstrip().endswith(str(SOMEBODY))
    return start


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1], url_of(taken)


@pytest.mark.slow(seconds=20)
def test_the_entry_point_answers_as_another_user_on_a_read_only_file_system(in_a_container):
    port, url = free_port()
    with running(manifest_at(url), rates=False) as slack:
        process = in_a_container(
            *(sys.executable, "-P", "-c", ENTRY_POINT, "serve", "--port", port, "--drain", 0),
            SLACK_BOT_TOKEN=slack.bot_token,
            SLACK_SIGNING_SECRET=slack.signing_secret,
            SLACK_API_URL=slack.base_url,
        )
        end = time.monotonic() + WITHIN
        while slack.verify_request_url():
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < end
            time.sleep(0.2)
        assert "reluctant" in slack.command("/stance", "japan end-of-war").text
        assert slack.mention("who is funakoshi").answer
        owner = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        assert re.search(rf"^Uid:\s+{SOMEBODY}\s+{SOMEBODY}", owner, re.MULTILINE)
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=WITHIN)
    assert process.returncode == 0, log
    assert "Traceback" not in log


def test_the_container_runs_as_nobody_else_and_what_it_runs_exists(stancebook_help):
    user = re.search(r"^USER (\d+)$", CONTAINERFILE, re.MULTILINE)[1]
    assert int(user) == SOMEBODY
    words = json.loads(re.search(r"^CMD (\[\"serve\".+\])$", CONTAINERFILE, re.MULTILINE)[1])
    for option in (w for w in words if w.startswith("--")):
        assert option in stancebook_help
    for lock in re.findall(r"-r (requirements/\S+)", CONTAINERFILE):
        assert (ROOT / lock).is_file()


@pytest.fixture
def stancebook_help():
    done = subprocess.run(
        [STANCEBOOK, "serve", "--help"], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_compose_file_is_read_only_and_builds_what_is_here():
    bot = COMPOSE["services"]["stancebook"]
    assert bot["read_only"]
    assert bot["cap_drop"] == ["ALL"]
    assert (DEPLOY / bot["build"]["context"] / bot["build"]["dockerfile"]).resolve().is_file()
    assert f"uid={SOMEBODY}" in bot["tmpfs"][1]
    assert bot["environment"]["STANCEBOOK_STATE"].startswith("postgresql://")


def test_every_setting_that_is_named_exists():
    known = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs/slack-setup.md").read_text("utf-8")))
    texts = [CONTAINERFILE, UNIT, (DEPLOY / "compose.yml").read_text("utf-8")]
    named = set(re.findall(r"\b(?:STANCEBOOK|SLACK)_[A-Z_]+\b", "\n".join(texts)))
    assert named <= known


def test_systemd_does_not_start_again_what_only_a_person_can_mend():
    assert "RestartPreventExitStatus=2 3" in UNIT
    assert "DynamicUser=yes" in UNIT


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_takes_the_unit(tmp_path):
    unit = tmp_path / "stancebook.service"
    unit.write_text(UNIT.replace("/opt/stancebook/bin/stancebook", "/bin/true"), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False
    )
    assert unit.name not in done.stderr, done.stderr
