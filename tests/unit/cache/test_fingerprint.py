"""Fingerprints and their parts."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.cache.fingerprint import explained, fingerprint


@dataclass(frozen=True)
class View:
    """What a page shows."""

    title: str
    body: str
    count: int = 0


def test_the_explained_fingerprint_is_the_same() -> None:
    """The parts explain, they do not count."""
    named = (("engine", "e1"), ("view", View("T", "B")))
    assert explained(named).digest == fingerprint(named).digest
    assert fingerprint(named).parts == ()


def test_the_parts_of_a_view_are_its_fields() -> None:
    """Short values as they read, long ones as a digest."""
    parts = dict(explained((("engine", "e1"), ("view", View("T", "B" * 500, 3)))).parts)
    assert parts["engine"] == "'e1'"
    assert parts["view.title"] == "'T'"
    assert parts["view.count"] == "3"
    assert parts["view.body"].startswith("#")
    assert len(parts["view.body"]) == 17


def test_names_count() -> None:
    """The same value under another name is another fingerprint."""
    assert fingerprint((("a", 1),)).digest != fingerprint((("b", 1),)).digest
