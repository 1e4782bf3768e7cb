"""Writes a plan for people, and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plugins.translation.run.plan import Plan, PlannedEdition, PlannedEngine


def plan_text(plan: Plan) -> str:
    """The plan in lines: what each edition needs, then what each engine would get and cost."""
    return "\n".join((*_editions(plan), *_engines(plan)))


def _editions(plan: Plan) -> Iterator[str]:
    if not plan.editions:
        yield "Nothing is missing, and nothing is stale."
        return
    for edition in plan.editions:
        yield f"{edition.catalogue}: {', '.join(_needs(edition))}"


def _needs(edition: PlannedEdition) -> Iterator[str]:
    share = edition.share
    if share.segments:
        yield f"{_count(share.segments, 'segment')}, {_count(share.characters, 'character')} to {edition.engine}"
    if edition.known:
        yield f"{_count(edition.known, 'segment')} known already"
    if edition.left:
        why = "wait for a person" if edition.engine else "may go to no engine here"
        yield f"{_count(edition.left, 'segment')} {why}"
    if edition.confidential:
        yield "confidential"


def _engines(plan: Plan) -> Iterator[str]:
    for number, engine in enumerate(plan.engines):
        when = "" if number == 0 else " if those before fail"
        sent = f"{_count(engine.share.segments, 'segment')}, {_count(engine.share.characters, 'character')}"
        yield f"{engine.info.name}{when}: {_count(engine.editions, 'edition')}, {sent}, {_cost(engine)}"


def _cost(engine: PlannedEngine) -> str:
    if engine.cost is None:
        return "price not known here"
    return f"{engine.cost:.2f} euro" if engine.info.price_per_million else "no price per character"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def plan_json(plan: Plan) -> str:
    """The plan as one JSON object; costs in euro, ``null`` where the price is not known."""
    found = {
        "editions": [_edition_object(edition) for edition in plan.editions],
        "engines": [_engine_object(engine) for engine in plan.engines],
        "skipped": [{"name": s.name, "found": s.problem.found, "fix": s.problem.fix} for s in plan.skipped],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _edition_object(edition: PlannedEdition) -> dict[str, Any]:
    return {
        "catalogue": edition.catalogue,
        "source": edition.source,
        "target": edition.target,
        "confidential": edition.confidential,
        "engine": edition.engine or None,
        "segments": edition.share.segments,
        "characters": edition.share.characters,
        "known": edition.known,
        "left": edition.left,
    }


def _engine_object(engine: PlannedEngine) -> dict[str, Any]:
    info = engine.info
    return {
        "name": info.name,
        "model": info.model or None,
        "host": info.host or None,
        "confidential": info.confidential,
        "web_service": info.web_service,
        "editions": engine.editions,
        "segments": engine.share.segments,
        "characters": engine.share.characters,
        "cost": engine.cost,
    }
