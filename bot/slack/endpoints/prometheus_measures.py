"""What a process counts, as a Prometheus reads it: commands and outcomes, no words and no users."""

from __future__ import annotations

import logging
from time import time
from typing import TYPE_CHECKING, Final

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client import Metric
    from starlette.requests import Request

    from bot.slack.outgoing.runtime import Runtime
    from knowledge.kb import SwappableKb

# Seconds; Slack waits for three.
_BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)


disable_created_metrics()  # type: ignore[no-untyped-call]  # a process tells when it began


class PrometheusMeasures:
    """Counts in a registry of its own, and answers /metrics with all of it."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._replies = Counter(
            "stancebook_replies",
            "Questions answered, by command and by how they ended.",
            ("command", "outcome"),
            registry=registry,
        )
        self._requests = Histogram(
            "stancebook_request_seconds",
            "Seconds from a request of Slack's to its answer; of an event, to the end of its post.",
            ("kind",),
            buckets=_BUCKETS,
            registry=registry,
        )
        self._refused = Counter(
            "stancebook_refused_requests",
            "Requests that were not let in, by reason.",
            ("why",),
            registry=registry,
        )
        self._deliveries = Counter(
            "stancebook_deliveries",
            "Events and clicks: ours is new, done comes again, taken_over was another process's.",
            ("kind", "claim"),
            registry=registry,
        )
        self._posts = Counter(
            "stancebook_posts",
            "Messages sent to Slack, by how they ended.",
            ("result",),
            registry=registry,
        )
        self._lines = Counter(
            "stancebook_log_lines", "Lines of the log, by level.", ("level",), registry=registry
        )
        self._handler = _CountingHandler(self._lines)
        logging.getLogger().addHandler(self._handler)

    def watch(self, runtime: Runtime, swappable: SwappableKb) -> None:
        """Tell from now on what this bot serves, and what waits in it."""
        self._registry.register(_Now(runtime, swappable))

    def close(self) -> None:
        """Count no more lines."""
        logging.getLogger().removeHandler(self._handler)

    def note_reply(self, command: str, outcome: str) -> None:
        self._replies.labels(command, outcome).inc()

    def note_request(self, kind: str, seconds: float) -> None:
        self._requests.labels(kind).observe(seconds)

    def note_refusal(self, why: str) -> None:
        self._refused.labels(why).inc()

    def note_delivery(self, kind: str, claim: str) -> None:
        self._deliveries.labels(kind, claim).inc()

    def note_post(self, result: str) -> None:
        self._posts.labels(result).inc()

    async def show(self, _request: Request) -> Response:
        """Answer with all figures of now."""
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)


class _Now(Collector):
    """What is so at the moment of reading."""

    def __init__(self, runtime: Runtime, swappable: SwappableKb) -> None:
        self._runtime, self._swappable = runtime, swappable

    def collect(self) -> Iterator[Metric]:
        served = GaugeMetricFamily(
            "stancebook_kb", "The knowledge base that is served.", labels=("digest",)
        )
        served.add_metric((self._swappable.digest,), 1)
        yield served
        age = time() - self._swappable.served_since
        yield GaugeMetricFamily("stancebook_kb_age_seconds", "Since when it is served here.", age)
        queue = GaugeMetricFamily(
            "stancebook_queue", "Works that wait or are being done, by pool.", labels=("pool",)
        )
        pools = self._runtime.pools
        for name in ("answers", "posts", "clicks"):
            queue.add_metric((name,), getattr(pools, name).held)
        yield queue
        works = float(self._runtime.once.store.works)
        yield GaugeMetricFamily("stancebook_state_up", "Whether the state store works.", works)


class _CountingHandler(logging.Handler):
    """Counts lines, and keeps nothing of them."""

    def __init__(self, lines: Counter) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.labels(record.levelname.lower()).inc()
