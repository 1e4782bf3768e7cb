"""Hosts inside and outside the house."""

from __future__ import annotations

import pytest

from plugins.translation.engines.places import host_of, is_private


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1:5000", "localhost", "localhost:11434", "[::1]:80", "10.1.2.3", "192.168.0.7",
        "172.16.0.1", "[fd00::1]", "ollama", "mt.internal", "printer.local",
    ],
)  # fmt: skip
def test_the_house(host: str) -> None:
    """Our machine, private networks, names that exist nowhere else."""
    assert is_private(host)


@pytest.mark.parametrize(
    "host",
    ["", "0.0.0.0", "api.deepl.com", "8.8.8.8", "[2606:4700::1]", "localhost.example.org", "172.32.0.1", "["],
)
def test_the_world(host: str) -> None:
    """Anything else, and nonsense."""
    assert not is_private(host)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://api.deepl.com/v2/", "api.deepl.com"),
        ("http://user:pass@127.0.0.1:5000/x", "127.0.0.1:5000"),
        ("mt.example:80", "mt.example:80"),
        ("http://h:notaport", ""),
        ("", ""),
    ],
)
def test_host_of(url: str, host: str) -> None:
    """Host and port, never user and password."""
    assert host_of(url) == host
