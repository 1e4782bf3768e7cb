"""``translate``: fills what is missing or stale, or says what that would take."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.build.console import Console
from plugins.cache.faults import faults_at
from plugins.cache.lock import Lock
from plugins.cli.questions import Asker
from plugins.cli.workspace import Workspace, WrongUseError, ended, open_workspace, tell
from plugins.cli.xliff import bring_in, export
from plugins.newsroom.counting import count
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Problem
from plugins.translation.engines.answer_check import Overrides
from plugins.translation.engines.base import NotConfigured
from plugins.translation.engines.describe import describe_chain
from plugins.translation.engines.pace import USUAL, Pace
from plugins.translation.engines.registry import Chain, chain_for, engine_for
from plugins.translation.run.addresses import Addresses
from plugins.translation.run.again import SeveralError, order_again
from plugins.translation.run.budget import Budget
from plugins.translation.run.consent import agreed
from plugins.translation.run.engine_list import EngineList
from plugins.translation.run.exchange import Source
from plugins.translation.run.filing import Filing
from plugins.translation.run.fulfil import Means
from plugins.translation.run.journal import journal, paid_in
from plugins.translation.run.orders import Order, Resources, orders_for, resources_of
from plugins.translation.run.plan import plan
from plugins.translation.run.plan_text import plan_json, plan_text
from plugins.translation.run.quota import Quotas
from plugins.translation.run.run import run, summary
from plugins.translation.run.shared import shared_texts
from plugins.translation.run.texts import Text, texts_of
from plugins.translation.secrets import Scrubber, scrubbed_logs

PAID = "translations.paid"
"""The journal of paid answers, in the cache."""
WAIT = 60.0
"""Seconds to wait for another run."""


@dataclass(frozen=True, slots=True)
class TranslateOptions:
    """What a person asked for at the keyboard."""

    content: str = "content"
    translations: str = "translations"
    cache: str = ".cache"
    reports: tuple[str, ...] = ()
    """Only these; all, with pages and shared words, where none is named."""
    lang: str = ""
    engine: str = ""
    budget: str = ""
    format: str = "text"
    plan: bool = False
    yes: bool = False
    export: str = ""
    """An XLIFF file to write, in place of asking engines."""
    bring: str = ""
    """An XLIFF file to take translations from."""
    by: str = ""
    """The translator or agency whose translations these are."""
    again: str = ""
    """The key of one text that is to be asked for again."""

    @property
    def paid(self) -> Path:
        """The journal."""
        return Path(self.cache).resolve() / PAID


def translate(
    wish: TranslateOptions, environment: Mapping[str, str] = os.environ, pace: Pace = USUAL, wait: float = WAIT
) -> int:
    """Fills the catalogues, or prints the plan; 0 done, 1 something is left to people, 2 wrong use.

    ``wait``: seconds to wait for another run.
    """
    with scrubbed_logs(environment):
        return ended(lambda: _translate(wish, environment, pace, wait))


def _translate(wish: TranslateOptions, environment: Mapping[str, str], pace: Pace, wait: float) -> int:
    if wish.format not in ("text", "json"):
        raise WrongUseError(f"There is no format “{wish.format}”: use text or json.")
    if sum(map(bool, (wish.plan, wish.export, wish.bring))) > 1:
        raise WrongUseError("One thing at a time: --plan, --export or --import.")
    budget = _budget(wish.budget)
    workspace = open_workspace(wish.content, wish.translations)
    texts = tuple(_texts(wish, workspace))
    found = Chain(()) if wish.export or wish.bring else _chain(wish.engine, workspace, environment)
    if wish.plan:
        return _plan(wish, workspace, found, texts)
    if wish.export:
        return export(Path(wish.export), workspace, texts, named=bool(wish.reports))
    with faults_at(wish.paid.parent):
        wish.paid.parent.mkdir(parents=True, exist_ok=True)
    lock = Lock(wish.paid.with_name(f"{PAID}.lock"), "translation")
    console = Console()
    lock.acquire(wait, console.say)
    try:
        if wish.bring:
            engine, asker = wish.engine or "xliff", Asker(workspace.today)
            source = Source(wish.bring, wish.by.strip(), engine, asker.answers)
            return bring_in(Path(wish.bring), workspace, texts, source)
        return _run(wish, workspace, found, texts, budget, _Talk(console, environment), pace)
    finally:
        lock.release()


class _Talk:
    """Speaks to the person without any secret."""

    def __init__(self, console: Console, environment: Mapping[str, str]) -> None:
        self._console, self._scrub = console, Scrubber(environment)

    def say(self, sentence: str) -> None:
        """One line."""
        self._console.say(self._scrub(sentence))

    def ask(self, question: str) -> bool:
        """Whether the person says yes."""
        print(f"{question} [y/N] ", end="", flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes", "j", "ja")


def _run(
    wish: TranslateOptions,
    workspace: Workspace,
    found: Chain,
    texts: Sequence[tuple[Text, Lang]],
    budget: Budget,
    talk: _Talk,
    pace: Pace,
) -> int:
    resources = resources_of(
        workspace.translations, workspace.glossary, found.engines, workspace.newsroom.site.languages
    )
    orders, problems = _orders(wish, texts, resources)
    tell(problems)
    if _something_to_send(orders):
        found, resources, orders = _consented(wish, found, texts, resources, orders, talk)
    with journal(wish.paid) as kept:
        engine_list = EngineList(found.engines, talk.say)
        filing = Filing(workspace.translations, Addresses(workspace.newsroom, resources.readings), workspace.today)
        tally = run(orders, Means(engine_list, filing, kept, budget, Quotas(talk.say), talk.say, pace))
    tell(set(tally.problems) - set(problems))
    if tally.stopped:
        talk.say(tally.stopped)
    talk.say(summary(tally))
    return 0 if tally.done and not problems else 1


def _consented(
    wish: TranslateOptions,
    found: Chain,
    texts: Sequence[tuple[Text, Lang]],
    resources: Resources,
    orders: tuple[Order, ...],
    talk: _Talk,
) -> tuple[Chain, Resources, tuple[Order, ...]]:
    """Engines, resources and orders after a person was asked. Raises ``WrongUseError`` where no engine is left."""
    allowed = agreed(found, yes=wish.yes, ask=talk.ask if sys.stdin.isatty() else None)
    if not allowed.engines:
        raise WrongUseError(describe_chain(allowed))
    if allowed.engines == found.engines:
        return found, resources, orders
    fewer = replace(resources, engines=allowed.engines)
    return allowed, fewer, _orders(wish, texts, fewer)[0]


def _orders(
    wish: TranslateOptions, texts: Sequence[tuple[Text, Lang]], resources: Resources
) -> tuple[tuple[Order, ...], tuple[Problem, ...]]:
    """What is to be filled; or the one text that is asked for again. Raises ``WrongUseError``."""
    if not wish.again:
        return orders_for(texts, resources)
    if len(wish.reports) != 1 or not wish.lang:
        raise WrongUseError("--again KEY is for one text: name its report and its language.")
    try:
        order = next((made for text, lang in texts if (made := order_again(text, lang, resources, wish.again))), None)
    except SeveralError as fault:
        told = "".join(f"\n  --again {name}   {words}" for name, words in fault.names)
        several = count(len(fault.names), "text")
        raise WrongUseError(f"“{wish.again}” is the key of {several}; name one of them:{told}") from None
    if order is None:
        raise WrongUseError(f"There is no text “{wish.again}” of which a machine's words could be replaced.")
    return (order,), ()


def _plan(wish: TranslateOptions, workspace: Workspace, found: Chain, texts: Sequence[tuple[Text, Lang]]) -> int:
    resources = resources_of(
        workspace.translations, workspace.glossary, found.engines, workspace.newsroom.site.languages
    )
    orders, problems = _orders(wish, texts, resources)
    tell(problems)
    made = plan(orders, resources, {} if wish.again else paid_in(wish.paid), found.skipped)
    if wish.format == "json":
        print(plan_json(made))
    else:
        print(f"{plan_text(made)}\n\n{describe_chain(found)}")
    return 1 if problems else 0


def _something_to_send(orders: Sequence[Order]) -> bool:
    return any(order.question.segments for order in orders)


def _chain(name: str, workspace: Workspace, environment: Mapping[str, str]) -> Chain:
    """The engines of site.yaml, or the one that was asked for. Raises ``WrongUseError``."""
    policy = workspace.newsroom.site.translation
    if not name:
        return chain_for(policy, environment)
    try:
        return Chain((engine_for(name, environment, Overrides(policy.confidential, policy.prices)),))
    except NotConfigured as fault:
        raise WrongUseError(str(fault)) from None


def _texts(wish: TranslateOptions, workspace: Workspace) -> Iterator[tuple[Text, Lang]]:
    """What is wanted, in the order in which a budget is spent. Raises ``WrongUseError``."""
    reports = {workspace.report(ident).id for ident in wish.reports}
    languages = {workspace.language(wish.lang)} if wish.lang else set(workspace.newsroom.site.languages)
    fixed = workspace.glossary.names
    every: list[tuple[Text, Lang]] = [] if reports else list(shared_texts(workspace.newsroom, fixed))
    for text in texts_of(workspace.newsroom, fixed, workspace.now):
        if not reports or (text.brief.place.startswith("reports/") and text.report.id in reports):
            every += [(text, lang) for lang in text.wanted]
    return ((text, lang) for text, lang in every if lang in languages)


def _budget(given: str) -> Budget:
    if not given:
        return Budget()
    if not (given.isascii() and given.isdigit()):
        raise WrongUseError(f"“{given}” is no budget: give a number of characters, such as 20000.")
    return Budget(int(given))
