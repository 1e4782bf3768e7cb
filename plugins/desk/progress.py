"""The lines of a task that runs, in the editor's language: tasks speak English, as logs do."""

from __future__ import annotations

import re

from plugins.desk.wording import Wording

_PLACED = re.compile(r"(?P<place>[\w./ -]+\.po): (?P<sentence>.+)", re.DOTALL)
_INDENTED = re.compile(r"(?P<indent>\s+)(?P<what>[^:]+): (?P<sentence>.+)", re.DOTALL)
_RELEASED = re.compile(r"(?P<counts>.+ go out\.) New: (?P<names>.+)", re.DOTALL)
_SUMMARY = re.compile(r", (?=sent |left \d|\d[\d,]* findings? open|did not come to )")
"""Between the parts of a run's last line."""


def progress(line: str, words: Wording) -> str:
    """One line of a task; what no catalogue knows stays as the task said it."""
    if placed := _PLACED.fullmatch(line):
        return f"{_file(placed['place'], words)}: {words.say(placed['sentence'])}"
    if indented := _INDENTED.fullmatch(line):
        return f"{indented['indent']}{indented['what']}: {words.say(indented['sentence'])}"
    if released := _RELEASED.fullmatch(line):
        return f"{words.say(released['counts'])} {words.t('New:')} {released['names']}"
    return ", ".join(words.say(part) for part in _SUMMARY.split(line))


def _file(place: str, words: Wording) -> str:
    """A report's catalogue by its report and its language."""
    parts = place.removesuffix(".po").split("/")
    return f"{parts[-2]}, {words.c('language', parts[-1])}" if len(parts) > 1 and parts[-2] != "shared" else place
