"""Measures what ``import`` finds in a folder of sources: ``python -m tools.measure_import FOLDER [CONTENT]``.

Beside ``page.txt`` may lie ``page.expected.yaml`` with what stands in it: contacts (“name | phone | email”), authors,
sources, captions, credits, links, title, kicker, lang, date. Printed are found and expected, and words lost.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from plugins.importing.background import background_of
from plugins.importing.conservation import lost
from plugins.importing.interpret import accounted
from plugins.importing.proposal import Proposal
from plugins.importing.read import read

LISTS = ("contacts", "authors", "sources", "captions", "credits", "links")
VALUES = ("title", "kicker", "lang", "date")


def main(folder: str, content: str = "content") -> int:
    """Prints a line for each source and the sums; 1 where something was not found or lost."""
    background = background_of(Path(content).resolve(), dt.date(2026, 1, 31))
    found: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    words = missing = 0
    for path in sorted(p for p in Path(folder).iterdir() if p.is_file() and not p.name.endswith(".expected.yaml")):
        proposal = read(path.read_bytes(), path.name, background)
        count, gone = len(proposal.source.words.split()), lost(proposal.source.words, *accounted(proposal))
        wanted = path.with_suffix(".expected.yaml")
        told = (
            _compared(proposal, yaml.safe_load(wanted.read_text("utf-8")), found, expected) if wanted.exists() else []
        )
        print(f"{path.name}: {proposal.summary}; {len(gone)} of {count} words lost {' '.join(gone[:10])}")
        print("".join(f"    {line}\n" for line in told), end="")
        words, missing = words + count, missing + len(gone)
    sums = ", ".join(f"{key} {found[key]}/{expected[key]}" for key in (*LISTS, *VALUES) if expected[key])
    print(f"found: {sums}; {missing} of {words} words lost")
    return int(bool(missing) or found != expected)


def _compared(proposal: Proposal, wanted: dict[str, Any], found: Counter[str], expected: Counter[str]) -> list[str]:
    there, told = things_in(proposal), []
    for key in LISTS:
        one, other = Counter(wanted.get(key, [])), Counter(there[key])
        expected[key] += one.total()
        found[key] += (one & other).total()
        told += [f"{key}: not found: {each}" for each in one - other] + [
            f"{key}: too many: {each}" for each in other - one
        ]
    for key in VALUES:
        if key in wanted:
            expected[key] += 1
            found[key] += there[key] == [wanted[key]]
            told += [] if there[key] == [wanted[key]] else [f"{key}: {there[key]}"]
    return told


def things_in(proposal: Proposal) -> dict[str, Sequence[str]]:
    """What a proposal holds, as the expectations write it."""
    people = {person.id: person for person in proposal.people}
    contacts = [people[ident] for ident in proposal.facts.contacts]
    edition = proposal.edition
    return {
        "contacts": [" | ".join(part for part in (p.name, p.phone, p.email) if part) for p in contacts],
        "authors": [people[ident].name for ident in proposal.facts.authors],
        "sources": [source.name for source in proposal.facts.sources],
        "captions": [picture.caption for picture in proposal.pictures if picture.caption],
        "credits": [picture.credit for picture in proposal.pictures if picture.credit],
        "links": [link.url for link in edition.links],
        "title": [edition.title],
        "kicker": [edition.kicker],
        "lang": [edition.lang],
        "date": [proposal.facts.date],
    }


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
