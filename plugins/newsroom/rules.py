"""What the meaning of a value in a file depends on."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Rules:
    """What a value's meaning depends on: handed to pydantic as the context."""

    zone: ZoneInfo

    @staticmethod
    def plain() -> Rules:
        """For files that hold no times."""
        return Rules(ZoneInfo("UTC"))
