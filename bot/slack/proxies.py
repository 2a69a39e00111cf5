"""The proxy that an address is reached through: the environment's, and none for this machine.

The SDK takes one proxy for all addresses, this machine's too, and does not read NO_PROXY.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

_SECURE = frozenset({"https", "wss"})


def proxy_for(url: str) -> str | None:
    """Return the URL of the proxy for an address, with its scheme; it may hold a password."""
    try:
        parts = urlsplit(url)
    except ValueError:  # whoever connects says what is wrong with it
        return None
    host = parts.hostname or ""
    if is_this_machine(host) or proxy_bypass(host):
        return None
    given = getproxies()
    is_secure = parts.scheme in _SECURE
    found = ((is_secure and given.get("https")) or given.get("http") or "").strip()
    if not found:
        return None
    return found if "://" in found else f"http://{found}"


def is_this_machine(host: str) -> bool:
    """Return whether a host is a loopback address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def through(url: str) -> str:
    """Return words for the proxy of an address, to stand behind it; none without one."""
    proxy = proxy_for(url)
    if not proxy:
        return ""
    _, _, unnamed = proxy.partition("://")  # a password may hold a slash
    return f" through the proxy {unnamed.rpartition('@')[2].partition('/')[0]}"
