"""A log that nobody reads holds up nothing, and says afterwards how many lines were lost."""

from __future__ import annotations

import fcntl
import logging
import os
from threading import Thread

import pytest

from bot.slack.patient_log import PatientLog

PAGE = 4096


@pytest.fixture
def pipe():
    """A pipe of one page, and nobody who reads."""
    reads, writes = os.pipe()
    fcntl.fcntl(writes, fcntl.F_SETPIPE_SZ, PAGE)
    yield reads, writes
    for end in (reads, writes):
        os.close(end)


def log_to(writes, room):
    handler = PatientLog(writes, room)
    logger = logging.Logger("a", logging.INFO)  # noqa: LOG001 (one that nobody else has)
    logger.addHandler(handler)
    return logger, handler


def read(reads, until):
    found = b""
    while until not in found:
        found += os.read(reads, PAGE)
    return found.decode()


def test_what_finds_no_room_is_counted_and_told_once_somebody_reads(pipe):
    reads, writes = pipe
    logger, handler = log_to(writes, room=10)
    for number in range(100):
        logger.info("%04d %s", number, "x" * 1_000)  # nothing of this waits for a reader
    written = read(reads, b"nobody read the log\n")
    lines = written.splitlines()
    kept = [line for line in lines if line.endswith("x")]
    assert [int(line[:4]) for line in kept] == list(range(len(kept)))
    assert 10 <= len(kept) <= 20
    assert lines[-1] == f"{100 - len(kept)} log lines were lost, since nobody read the log"
    logger.info("after that")
    assert "after that" in read(reads, b"that\n")
    handler.close()


def test_what_waits_is_written_at_the_end(pipe):
    reads, writes = pipe
    logger, handler = log_to(writes, room=100)
    for number in range(50):
        logger.info("line %d", number)
    handler.close()
    assert os.read(reads, PAGE).decode().splitlines() == [f"line {number}" for number in range(50)]


def test_the_end_does_not_wait_for_somebody_who_reads_nothing(pipe, monkeypatch):
    reads, writes = pipe
    monkeypatch.setattr("bot.slack.patient_log._PATIENCE", 0.1)
    logger, handler = log_to(writes, room=2)
    for _ in range(20):
        logger.info("x" * 1_000)
    ending = Thread(target=handler.close)
    ending.start()
    ending.join(20)
    assert not ending.is_alive()
    os.set_blocking(reads, False)
    while handler._thread.is_alive():  # which the test ends by reading
        try:
            os.read(reads, PAGE)
        except BlockingIOError:
            handler._waiting.queue.clear()
            handler._waiting.put(None)


def test_a_log_that_cannot_be_written_is_left(tmp_path):
    reads, writes = os.pipe()
    os.close(reads)
    logger, handler = log_to(writes, room=2)
    logger.error("lost")
    handler.close()
    os.close(writes)
    assert not handler._thread.is_alive()
