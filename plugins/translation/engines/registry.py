"""Finds engines by name: those of the house, those of installed packages, those of a dotted path."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any

from plugins.newsroom.model import TranslationPolicy
from plugins.newsroom.problem import Problem
from plugins.translation.engines.answer_check import AS_CODED, CheckedEngine, Overrides
from plugins.translation.engines.base import Engine, NotConfigured

ENTRY_POINTS = "dreiklang.engines"
_HOUSE = "plugins.translation.engines"
BUILT_IN: tuple[tuple[str, str], ...] = (
    ("deepl", f"{_HOUSE}.deepl:DeepL"),
    ("libretranslate", f"{_HOUSE}.libretranslate:LibreTranslate"),
    ("openai", f"{_HOUSE}.chat:Chat"),
    ("microsoft", f"{_HOUSE}.deep_translator:Microsoft"),
    ("local", f"{_HOUSE}.local_models:Local"),
    ("google", f"{_HOUSE}.deep_translator:Google"),
    ("mymemory", f"{_HOUSE}.deep_translator:MyMemory"),
    ("pseudo", f"{_HOUSE}.pseudo:Pseudo"),
)
DEFAULT_ORDER = ("deepl", "libretranslate", "openai", "microsoft", "local", "google", "mymemory")
"""Tried in this order where site.yaml names no engine: best first, public web services last."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An engine of the chain that cannot be used here, and why."""

    name: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Chain:
    """The engines that can be used, in order, and those passed over."""

    engines: tuple[Engine, ...]
    skipped: tuple[Skipped, ...] = ()


def engine_for(name: str, environment: Mapping[str, str], overrides: Overrides = AS_CODED) -> Engine:
    """The engine of that name, or of ``package.module:Class``. Sends nothing.

    Raises ``NotConfigured`` with a problem that says what is missing.
    """
    factory = _factory(name)
    failed = ""
    try:
        made = factory(environment)
        if isinstance(made, Engine):
            return CheckedEngine(made, environment, overrides)
    except NotConfigured:
        raise
    except Exception as fault:
        failed = type(fault).__name__
    if failed:
        raise _problem(name, f"it cannot be made ({failed})", "an engine that starts")
    raise _problem(name, "it has no info() and translate()", "a class with these two methods")


def chain(names: Sequence[str], environment: Mapping[str, str], overrides: Overrides = AS_CODED) -> Chain:
    """Every usable engine of ``names`` in order (of the default order where there are none)."""
    engines: list[Engine] = []
    skipped: list[Skipped] = []
    for name in names or DEFAULT_ORDER:
        try:
            engines.append(engine_for(name, environment, overrides))
        except NotConfigured as fault:
            skipped.append(Skipped(name, fault.problem))
    return Chain(tuple(engines), tuple(skipped))


def chain_for(policy: TranslationPolicy, environment: Mapping[str, str]) -> Chain:
    """The chain that site.yaml asks for, with what it says of confidentiality and prices."""
    return chain(policy.engines, environment, Overrides(policy.confidential, policy.prices))


def known_names() -> tuple[str, ...]:
    """Every name that may stand in site.yaml, besides dotted paths."""
    plugged = [entry.name for entry in entry_points(group=ENTRY_POINTS)]
    return tuple(dict.fromkeys([*(name for name, _ in BUILT_IN), *sorted(plugged)]))


def _factory(name: str) -> Any:
    path = dict(BUILT_IN).get(name)
    if path is None and ":" in name:
        path = name
    if path is None:
        found = next(iter(entry_points(group=ENTRY_POINTS, name=name)), None)
        if found is None:
            raise _unknown(name)
        path = found.value
    module, _, attribute = path.partition(":")
    try:
        return getattr(importlib.import_module(module), attribute)
    except ImportError as fault:
        reason = f"{fault.name or module} is not installed"
    except AttributeError:
        reason = f"{module} has no {attribute}"
    raise _problem(name, reason, "an importable package.module:Class")


def _unknown(name: str) -> NotConfigured:
    near = difflib.get_close_matches(name, known_names(), 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return _problem(name, f"no engine has this name{hint}", f"one of {', '.join(known_names())}")


def _problem(name: str, found: str, expected: str) -> NotConfigured:
    return NotConfigured(
        name,
        Problem(
            file="site.yaml",
            line=0,
            column=0,
            code="unknown-engine",
            found=f"translation.engines names {name}: {found}",
            expected=expected,
            fix="correct the name in translation.engines, or install the package it needs",
        ),
    )
