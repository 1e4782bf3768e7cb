"""Keeps text from public web services until a person has agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plugins.newsroom.problem import Problem
from plugins.translation.engines.describe import needs_consent
from plugins.translation.engines.registry import Chain, Skipped


def agreed(found: Chain, *, yes: bool, ask: Callable[[str], bool] | None) -> Chain:
    """The engines that may be used: without consent, public web services are passed over.

    ``yes``: a person has agreed beforehand. ``ask``: puts a question to the person at the terminal;
    ``None`` where there is none.
    """
    services = needs_consent(found)
    if not services or yes or (ask is not None and ask(question(services))):
        return found
    public = [engine.info() for engine in found.engines if engine.info().web_service]
    skipped = tuple(Skipped(info.name, _refused(info.name, info.host)) for info in public)
    kept = tuple(engine for engine in found.engines if not engine.info().web_service)
    return replace(found, engines=kept, skipped=(*found.skipped, *skipped))


def question(services: tuple[str, ...]) -> str:
    """What a person is asked before text goes to a public web service."""
    names = " and ".join(services)
    return f"Text would go to {names}: a public web service without a contract, which may keep it. Send it there?"


def _refused(name: str, host: str) -> Problem:
    return Problem(
        file="translate",
        line=0,
        column=0,
        code="engine-without-consent",
        found=f"{host} is a public web service, and nobody has agreed that text goes there",
        expected="a person's consent",
        fix=f"Start with --yes if the text may be read by others, or configure an engine with a contract"
        f" (see docs/engines.md); or take {name} out of translation.engines.",
    )
