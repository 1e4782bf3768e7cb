"""What a catalogue proves: who has read what, what was open and how it was answered, what machines wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from plugins.newsroom.model import Report
from plugins.translation.catalogue import Catalogue, FindingAnswer, Review, digest
from plugins.translation.watch import target_digests

FIELDS = (
    "on",
    "kind",
    "catalogue",
    "report",
    "language",
    "by",
    "responsible",
    "texts",
    "holds",
    "engine",
    "model",
    "source",
    "target",
    "answers",
    "carried",
)
"""The columns, in their order."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is on record."""

    on: str
    """Day, ISO 8601."""
    kind: str
    """``review``, ``answer`` (to a finding, outside a review) or ``machine`` (texts of one engine on one day)."""
    catalogue: str
    report: str
    language: str
    by: str = ""
    responsible: str = ""
    texts: int = 0
    """How many texts it is about."""
    holds: str = ""
    """Of a review: how many of these texts still stand as they were read."""
    engine: str = ""
    model: str = ""
    source: str = ""
    """Digests of what was read, of the original."""
    target: str = ""
    """Digests of what was read, of the translation."""
    answers: tuple[FindingAnswer, ...] = ()
    carried: str = ""

    def fields(self) -> dict[str, object]:
        """Its columns by name."""
        columns = {name: getattr(self, name) for name in FIELDS}
        return columns | {"answers": [asdict(answer) for answer in self.answers]}


def items(path: str, catalogue: Catalogue, reports: Sequence[Report] = ()) -> Iterator[Item]:
    """Everything on record in one catalogue, found at ``path`` below the translations."""
    header = catalogue.header
    place = path, header.report, header.lang
    standing = _standing(path, catalogue, reports)
    for review in header.reviews:
        yield Item(
            review.on,
            "review",
            *place,
            by=review.by,
            responsible=review.office,
            texts=len(review.target),
            holds=f"{sum((standing & _read(review, catalogue)).values())} of {len(review.target)}",
            source=" ".join(review.source),
            target=" ".join(review.target),
            answers=review.answers,
            carried=review.carried,
        )
    said = {answer for review in header.reviews for answer in review.answers}
    for entry in catalogue.entries:
        for answer in entry.answers:
            if answer not in said:
                yield Item(
                    answer.on, "answer", *place, by=answer.by, responsible=answer.office, texts=1, answers=(answer,)
                )
    made = Counter((e.date, e.engine, e.model) for e in catalogue.entries if e.engine and e.target)
    for (day, engine, model), count in made.items():
        yield Item(day, "machine", *place, texts=count, engine=engine, model=model)


def _standing(path: str, catalogue: Catalogue, reports: Sequence[Report]) -> Counter[tuple[str, str]]:
    """The texts as they stand now; of a written edition its own words."""
    named = next((report for report in reports if path.startswith(f"reports/{report.id}/")), None)
    written = named.edition(catalogue.header.lang) if named else None
    if catalogue.header.watches and written is not None:
        return Counter(("", words) for words in target_digests(written))
    return Counter((digest(entry.source), digest(entry.target)) for entry in catalogue.entries if entry.target)


def _read(review: Review, catalogue: Catalogue) -> Counter[tuple[str, str]]:
    if catalogue.header.watches:
        return Counter(("", words) for words in review.target)
    return Counter(zip(review.source, review.target, strict=False))
