"""Writes what was found for a catalogue, with whatever a person has changed in it meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.newsroom.problem import Problem
from plugins.translation import vouched
from plugins.translation.carry import carried
from plugins.translation.catalogue import Catalogue, Entry, Origin, Reading
from plugins.translation.engines.base import EngineInfo
from plugins.translation.examine import examined
from plugins.translation.findings import first_words, questions
from plugins.translation.po_write import write_catalogue
from plugins.translation.run.addresses import Addresses
from plugins.translation.run.keep import data_of, replaced
from plugins.translation.run.left import with_left
from plugins.translation.run.orders import Order, catalogue_label, reading_of
from plugins.translation.run.texts import Answers
from plugins.translation.run.whole import Remarks

_TRIES = 20
"""How often a file may be changed under our hands before we say so."""


@dataclass(frozen=True, slots=True)
class CatalogueResult:
    """What was found for one catalogue."""

    answers: Answers
    remarks: Remarks = field(default_factory=dict)
    """What the gate said of refused answers."""
    info: EngineInfo | None = None
    """Whose answers were refused."""
    translator: str = ""
    """The person or agency whose words these are; they replace a machine's."""
    again: bool = False
    """Whether they replace a machine's words because a person asked for others."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of it."""

    refused: Remarks
    """Answers that do not stand in the catalogue, with what the gate said of them."""
    problems: tuple[Problem, ...] = ()
    """Why nothing was written, or what else is wrong with the file."""
    lacking: int = 0
    """Segments that still have no words of their own."""
    open: int = 0
    """Findings that nobody has answered."""
    behind: int = 0
    """Texts of people that stand for former words of the original."""
    carried: tuple[str, ...] = ()
    """What was brought into people's sentences, as a finding each."""
    replaced: tuple[str, ...] = ()
    """Words that a person had reviewed, in the place of which a machine's stand, since the original has changed."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Puts answers into the catalogues of a newsroom."""

    translations: Path
    addresses: Addresses
    today: dt.date

    def write(self, order: Order, found: CatalogueResult) -> Filed:
        """Reads the catalogue again and writes it with the answers.

        Raises ``NoSpace``, ``NotWritable``, with the catalogue as it was.
        """
        path, name = self.translations / order.path, catalogue_label(self.translations, order.path)
        for _ in range(_TRIES):
            before = data_of(path)
            reading = reading_of(before, order.text, order.lang, name)
            if reading.catalogue is None:
                return Filed(found.remarks, reading.problems)
            rebased = self._rebased(order, reading.catalogue, found)
            fresh, refused = self._filled(order, reading.catalogue, rebased, found)
            filed = replace(
                _filed(order, fresh, refused, reading),
                replaced=tuple(first_words(entry.target) for entry in vouched.replaced(rebased, fresh)),
            )
            if before is None and not found.answers and not refused:
                return filed
            after = write_catalogue(fresh)
            if after == before or replaced(path, after, before):
                return filed
        return Filed(found.remarks, (_restless(name),))

    def _rebased(self, order: Order, catalogue: Catalogue, found: CatalogueResult) -> Catalogue:
        """The catalogue at the present state of its source, judged, with room for the answers."""
        rules = order.question.rules
        return examined(with_room(carried(order.text.rebased(catalogue), rules), found), rules)

    def _filled(
        self, order: Order, catalogue: Catalogue, rebased: Catalogue, found: CatalogueResult
    ) -> tuple[Catalogue, Remarks]:
        """The catalogue with the answers that may stand in it together, and what was refused."""
        text = order.text
        fresh = text.taken(rebased, found.answers, self.today)
        spoilt = text.refused(fresh)
        if spoilt:
            good = {key: answer for key, answer in found.answers.items() if key not in spoilt}
            fresh = text.taken(rebased, good, self.today)
        refused: Mapping[tuple[str, str], tuple[str, ...]] = {**found.remarks, **spoilt}
        fresh = with_left(fresh, refused, found.info, self.today) if found.info else fresh
        return text.addressed(text.remarked(fresh), catalogue, self.addresses), refused


def _filed(order: Order, catalogue: Catalogue, refused: Remarks, reading: Reading) -> Filed:
    """What is to be told of a catalogue as it is written."""
    asked = questions(catalogue)
    return Filed(
        refused,
        reading.problems,
        lacking=len(order.text.wanting(catalogue)),
        open=len(asked),
        behind=sum(entry.origin is Origin.BEHIND for entry in catalogue.entries),
        carried=tuple(q.finding.partition("carried: ")[2] for q in asked if q.finding.startswith("answer: carried: ")),
    )


def with_room(catalogue: Catalogue, found: CatalogueResult) -> Catalogue:
    """The catalogue with room for these words where a machine's stand, and the translator's name."""
    if not found.translator and not found.again:
        return catalogue

    def opened(entry: Entry) -> Entry:
        taken = (entry.key, entry.source) in found.answers and entry.origin is Origin.MACHINE
        return replace(entry, target="", fuzzy=False, engine="", model="", date="", mark="") if taken else entry

    header = replace(catalogue.header, translator=found.translator) if found.translator else catalogue.header
    return replace(catalogue, header=header, entries=tuple(map(opened, catalogue.entries)))


def _restless(name: str) -> Problem:
    return Problem(
        file=name,
        line=0,
        column=0,
        code="catalogue-restless",
        found="a file that is written again and again by another program",
        expected="a file that stays as it is for a moment",
        fix="Close the program that writes it, and start again: what was paid for is remembered.",
    )
