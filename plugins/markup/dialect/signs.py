"""What a reader of a text should say about it: the kinds, each with its place."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class SignKind(StrEnum):
    """What was seen; complaints.py has the sentence of each."""

    NUMBER_QUOTED = "text-quoted-number"
    HEADING_BLANK = "text-heading-blank"
    OPEN_CODE = "text-open-code"
    LIST_NUMBER = "text-list-number"
    FOREIGN = "text-foreign-sign"
    RAW_MARKS = "text-raw-marks"
    EMBED = "text-embed"
    EMPTY_LINK = "text-link-empty"
    ROWS = "text-rows"
    NOTE_MISSING = "text-note-missing"


class Sign(NamedTuple):
    """Something seen at an offset of the typed text."""

    start: int
    kind: SignKind
    words: str
