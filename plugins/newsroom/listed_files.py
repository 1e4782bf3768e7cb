"""The files that report.yaml lists under a key, such as ``photos`` or ``documents``."""

from __future__ import annotations

from plugins.newsroom.folder import nfc
from plugins.newsroom.yaml_source import Doc


def listed_files(doc: Doc, key: str) -> tuple[tuple[int, str], ...] | None:
    """(place in the list, name) of each entry with the name of a file; ``None`` where the list is no list."""
    entries = doc.value.get(key, [])
    if not isinstance(entries, list):
        return None
    return tuple(
        (place, nfc(entry["file"].strip()))
        for place, entry in enumerate(entries)
        if isinstance(entry, dict) and isinstance(entry.get("file"), str) and "/" not in entry["file"]
    )
