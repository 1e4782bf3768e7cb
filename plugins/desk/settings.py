"""What the desk remembers from one start to the next, on this machine alone: its language, and who works at it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from plugins.translation.run.keep import data_of, replaced


@dataclass(frozen=True, slots=True)
class Settings:
    """Each empty until somebody has said it."""

    language: str = ""
    """Of the desk and of the notes in the preview."""
    name: str = ""
    email: str = ""
    office: str = ""
    """Which answers for reviews."""


def settings_path(cache: Path) -> Path:
    """Where they stand: beside the desk's other notes, in no repository."""
    return cache / "desk" / "settings.json"


def read_settings(cache: Path) -> Settings:
    """The settings; none where there are none, or they were damaged. Raises ``NotWritable``."""
    try:
        found = json.loads(data_of(settings_path(cache)) or b"{}")
    except ValueError:
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    known = {each.name: found.get(each.name) for each in fields(Settings)}
    return Settings(**{name: text for name, text in known.items() if isinstance(text, str)})


def remember(cache: Path, **said: str) -> Settings:
    """Puts what was said in the place of what was known; nothing said is nothing forgotten.

    Raises ``NoSpace``, ``NotWritable``.
    """
    before = read_settings(cache)
    after = replace(before, **{name: " ".join(text.split()) for name, text in said.items() if text.strip()})
    path = settings_path(cache)
    if after != before:
        replaced(path, (json.dumps(asdict(after), ensure_ascii=False, indent=1) + "\n").encode(), data_of(path))
    return after
