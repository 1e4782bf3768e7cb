"""Says, before anything is sent, which engine would be used and what leaves the house."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.translation.engines.base import EngineInfo
from plugins.translation.engines.registry import Chain

_WHAT = (
    "titles, teasers, paragraphs, captions and alt texts of the paragraphs to be translated, "
    "with names of people and organisations where the engine keeps them in place"
)


def describe_chain(found: Chain) -> str:
    """Plain sentences for a terminal: the engine to be used, those after it, those passed over."""
    lines = [_first(found)]
    lines.extend(f"- {_line(engine.info())}" for engine in found.engines)
    lines.extend(f"- {s.name}: not used, {s.problem.found}; {s.problem.fix}" for s in found.skipped)
    return "\n".join(lines)


def needs_consent(found: Chain) -> tuple[str, ...]:
    """The public web services text could go to: a person must say yes before."""
    infos = [engine.info() for engine in found.engines]
    return tuple(f"{info.name} ({info.host})" for info in infos if info.web_service)


def cost(info: EngineInfo, characters: int) -> float | None:
    """Euro for that many characters of the source, or ``None`` where it cannot be told."""
    return None if info.price_per_million is None else info.price_per_million * characters / 1_000_000


def _first(found: Chain) -> str:
    if not found.engines:
        return "No engine can be used; nothing would be sent."
    names = _names([engine.info().name for engine in found.engines])
    return f"Would be used: {names}. One engine per edition; the next one only if the one before fails."


def _names(names: Sequence[str]) -> str:
    return ", then ".join(names)


def _line(info: EngineInfo) -> str:
    model = f" ({info.model})" if info.model else ""
    where = f"sends {_WHAT} to {info.host}" if info.host else "sends nothing: it works on this machine"
    kind = ", a public web service without a contract" if info.web_service else ""
    secret = "also text under embargo" if info.confidential else "no text under embargo and nothing confidential"
    return f"{info.name}{model}: {where}{kind}; {secret}; {_price(info)}"


def _price(info: EngineInfo) -> str:
    if info.price_per_million is None:
        return "price not known here"
    if not info.price_per_million:
        return "no price per character"
    return f"about {info.price_per_million:.2f} euro per million characters"
