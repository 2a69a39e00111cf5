"""A process that claims: run with a URL, a number of things, and what to do with them."""

from __future__ import annotations

import sys
import time

from bot.state import open_state


def main(url: str, things: str, then: str) -> None:
    """Claim at a word from outside; print what was got; finish it, or wait to be killed."""
    store = open_state(url)
    print("ready", flush=True)
    sys.stdin.readline()
    lease = 1.5 if then == "die" else 60
    names = [(f"Ev{n}", f"C1:{n}") for n in range(int(things))]
    got = [store.claim("event", each, lease_seconds=lease) for each in names]
    print("".join(claim.name[0] for claim in got), flush=True)
    if then == "die":
        time.sleep(600)
    for each, claim in zip(names, got, strict=True):
        if claim.is_ours:
            store.finish("event", each)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
