"""What every translation engine is: two methods, a description of itself, typed errors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from plugins.newsroom.problem import Problem
from plugins.translation.segment import Segment


class Protection(StrEnum):
    """How tags travel: as the engine's own markup, or as plain tokens where markup was harmed."""

    MARKUP = "markup"
    TOKENS = "tokens"


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What an engine says of itself before any text is sent."""

    name: str
    """As written in site.yaml, e.g. ``deepl``."""
    model: str = ""
    confidential: bool = False
    """Whether text under embargo may be sent: nobody outside the contract keeps or reads it."""
    host: str = ""
    """Where the text goes; empty when it does not leave this machine."""
    price_per_million: float | None = 0.0
    """Euro per million characters of the source; ``None`` when it cannot be told beforehand."""
    max_chars: int = 30_000
    """Characters of source text in one request."""
    max_items: int = 50
    """Segments in one request."""
    web_service: bool = False
    """A public service without a contract: a person must consent before text goes there."""
    trial: bool = False
    """For trying things out: its answers are in no language, and the gate asks for none."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Segments of one edition to be translated together."""

    segments: tuple[Segment, ...]
    source: str
    """Language tags as in site.yaml, e.g. ``de``."""
    target: str
    context: str = ""
    """Text that helps the engine and is not translated (the title and teaser, say)."""
    terms: tuple[tuple[str, str], ...] = ()
    """Glossary: (term in the source language, term in the target language)."""
    protection: Protection = Protection.MARKUP


@runtime_checkable
class Engine(Protocol):
    """Something that translates. Thread-safe; raises ``EngineError`` and nothing else."""

    def info(self) -> EngineInfo:
        """What it is. Sends nothing."""
        ...

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer in inner form per segment, in their order."""
        ...


@runtime_checkable
class Metered(Protocol):
    """An engine that knows what is left of its quota."""

    def left(self) -> int | None:
        """Characters that may still be sent; ``None`` without a limit. Sends no text. Raises ``EngineError``."""
        ...


class EngineError(Exception):
    """Why an engine gave no answer. The message is scrubbed of keys and fit for a log."""

    def __init__(self, engine: str, message: str) -> None:
        super().__init__(f"{engine}: {message}")
        self.engine = engine
        self.message = message


class RateLimited(EngineError):  # noqa: N818 (a state of the engine, not a fault of ours)
    """Too many requests: wait, then ask again."""

    def __init__(self, engine: str, message: str, retry_after: str = "") -> None:
        super().__init__(engine, message)
        self.retry_after = retry_after
        """The header as it came: seconds or an HTTP date (RFC 9110, 10.2.3); empty without one."""


class Temporary(EngineError):  # noqa: N818 (a state of the engine, not a fault of ours)
    """A time-out, a cut connection, an error of the server: worth another try."""


class BadAnswer(EngineError):  # noqa: N818 (a state of the engine, not a fault of ours)
    """An answer that cannot be used: too few parts, another format, cut off."""


class Refused(BadAnswer):
    """The service answers, and does not want to translate this text: a filter, a model's scruples."""


class FinalKind(StrEnum):
    """Why it is no use to ask this engine again."""

    QUOTA = "quota"
    AUTH = "auth"
    UNSUPPORTED = "unsupported"
    TOO_LONG = "too-long"
    BROKEN = "broken"


class Final(EngineError):  # noqa: N818 (a state of the engine, not a fault of ours)
    """No use to ask this engine again: the next one takes the whole edition."""

    def __init__(self, engine: str, kind: FinalKind, message: str) -> None:
        super().__init__(engine, message)
        self.kind = kind


class NotConfigured(EngineError):  # noqa: N818 (a state of the engine, not a fault of ours)
    """The engine cannot be used here; ``problem`` tells a person what is missing."""

    def __init__(self, engine: str, problem: Problem) -> None:
        super().__init__(engine, f"{problem.found}; {problem.fix}")
        self.problem = problem


def setting_missing(engine: str, variable: str, meaning: str) -> NotConfigured:
    """The usual reason: an environment variable is not set."""
    return NotConfigured(
        engine,
        Problem(
            file="environment",
            line=0,
            column=0,
            code="engine-not-configured",
            found=f"{variable} is not set",
            expected=meaning,
            fix=f"set {variable}, or take {engine} out of translation.engines in site.yaml",
        ),
    )
