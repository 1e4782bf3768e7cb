"""Where text goes: host names, and whether a host belongs to the house."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

_HOME_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def host_of(url: str) -> str:
    """The host of an address, with its port where one is written; empty for nonsense."""
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        port = parts.port
    except ValueError:
        return ""
    name = parts.hostname or ""
    return f"{name}:{port}" if port else name


def is_private(host: str) -> bool:
    """Whether a host is this machine or in a private network (RFC 1918, 4193, 6761, 6762, 8375).

    A name without a dot (``ollama`` in a container network) is private; a public name is not,
    wherever it points, since only a person can know.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if not name:
        return False
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or "." not in name or name.endswith(_HOME_ENDINGS)
    return address.is_loopback or (address.is_private and not address.is_unspecified)
