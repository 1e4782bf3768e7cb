"""Works out what a run would send, to whom and for how much, without sending it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.newsroom.model import Lang
from plugins.translation.engines.base import EngineInfo, Protection
from plugins.translation.engines.describe import cost
from plugins.translation.engines.registry import Skipped
from plugins.translation.run.ask import distinct
from plugins.translation.run.journal import Known, key_of
from plugins.translation.run.measure import billed
from plugins.translation.run.orders import Order, Resources


@dataclass(frozen=True, slots=True)
class Share:
    """What would be sent, of one edition or of all that an engine may see."""

    segments: int = 0
    characters: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.segments + other.segments, self.characters + other.characters)


@dataclass(frozen=True, slots=True)
class PlannedEdition:
    """One catalogue of the plan."""

    catalogue: str
    """Path below the translations."""
    source: Lang
    target: Lang
    confidential: bool
    engine: str
    """The first that may see it; empty where none may."""
    share: Share
    known: int
    """Segments that the newsroom knows already, or has paid for."""
    left: int
    """Segments that wait for a person."""


@dataclass(frozen=True, slots=True)
class PlannedEngine:
    """One engine of the chain, if it did everything it may see."""

    info: EngineInfo
    editions: int
    share: Share

    @property
    def cost(self) -> float | None:
        """Euro; ``None`` where the price is not known."""
        return cost(self.info, self.share.characters)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do."""

    editions: tuple[PlannedEdition, ...]
    engines: tuple[PlannedEngine, ...]
    skipped: tuple[Skipped, ...]


def plan(orders: Sequence[Order], resources: Resources, known: Known, skipped: Sequence[Skipped] = ()) -> Plan:
    """The plan of a run with these orders; what stands in the journal is not sent again."""
    infos = tuple(engine.info() for engine in resources.engines)
    shares = {info.name: _shares(orders, info, known) for info in infos}
    editions = (_edition(n, order, resources, shares) for n, order in enumerate(orders))
    engines = tuple(_engine(info, shares[info.name]) for info in infos)
    return Plan(tuple(e for e in editions if e.share.segments or e.known or e.left), engines, tuple(skipped))


def _shares(orders: Iterable[Order], info: EngineInfo, known: Known) -> tuple[Share | None, ...]:
    """What the engine would get of each order; ``None`` where it may not see it."""
    paid = set(known)
    may = [info.confidential or not order.question.confidential for order in orders]
    return tuple(
        sum(_sent(order, info, paid), Share()) if seen else None for order, seen in zip(orders, may, strict=True)
    )


def _sent(order: Order, info: EngineInfo, paid: set[str]) -> Iterator[Share]:
    """Each segment that would be sent; its answer is known from then on."""
    segments = distinct([asked.sent for asked in order.question.segments]).values()
    batch = order.question.batch(tuple(segments), Protection.MARKUP)
    for segment in segments:
        key = key_of(info, batch, segment)
        if key not in paid:
            paid.add(key)
            yield Share(1, billed(segment))


def _edition(
    number: int, order: Order, resources: Resources, shares: dict[str, tuple[Share | None, ...]]
) -> PlannedEdition:
    info = resources.engine_for(order.text)
    share = shares[info.name][number] if info else None
    asked = len(order.question.segments)
    return PlannedEdition(
        catalogue=order.path,
        source=order.text.brief.source,
        target=order.lang,
        confidential=order.text.brief.confidential,
        engine=info.name if info else "",
        share=share or Share(),
        known=len(order.recalled) + (asked - share.segments if share else 0),
        left=len(order.left) + (0 if info else asked),
    )


def _engine(info: EngineInfo, shares: tuple[Share | None, ...]) -> PlannedEngine:
    sent = [share for share in shares if share is not None and share.segments]
    return PlannedEngine(info, len(sent), sum(sent, Share()))
