"""The record of published addresses, ``content/addresses.yaml``: an address a line, and what answers there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.places import read_within
from plugins.newsroom.problem import Problem
from plugins.newsroom.record import record
from plugins.newsroom.source import Text
from plugins.newsroom.suggest import listing, nearest

FILE = "addresses.yaml"
LIMIT = 20_000_000
"""Bytes of the largest record that is read: some 100,000 reports in three languages."""
GONE = "gone"
"""Stands behind an address that shall answer “not found”, because somebody says so."""
LIST = "list"
"""Stands behind addresses of lists, which lead to the list above when they are no more."""
REPORT, PAGE = "report:", "page:"

_HEADER = """\
# Addresses that have been published, and what answers there. `publish` adds to this file; commit it with the content.
# Where an address has lost its page, write what shall answer instead: report:NAME, page:NAME, another address
# of this newsroom such as /de/archive/, or gone.
"""
_LINE = re.compile(r"(?P<address>/[\w%.~+/-]*): (?P<owner>[\w%.~+/:-]+)(?: +#.*)?", re.ASCII)
_OWNER = re.compile(r"gone|list|(?:report|page):[a-z0-9-]+|/[\w%.~+/-]*", re.ASCII)
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_BOTH = "Two versions of the file were merged: keep the lines of both, and delete the lines of signs between them."


@record
class PublishedAddress:
    """One address that was published."""

    address: str
    """From the first slash on, as it follows the newsroom's own address."""
    owner: str
    """``report:ID``, ``page:ID``, ``list``, an address, or ``gone``."""
    line: int

    def problem(self, file: str, found: str, expected: str, fix: str) -> Problem:
        """A problem of this line."""
        excerpt = f"{self.address}: {self.owner}"
        return Problem(file, self.line, 1, Code.ADDRESS_LOST.value, found, expected, fix, excerpt=excerpt)


def read_record(content: Path) -> tuple[tuple[PublishedAddress, ...], tuple[Problem, ...]]:
    """The record of a content folder, empty where nothing has been published, and what is wrong with it."""
    path = content / FILE
    if not path.exists():
        return (), ()
    text, problems = read_within(content, FILE, str(path), LIMIT)
    if text is None:
        return (), tuple(replace(p, fix=_BOTH) if p.code == Code.MERGE_CONFLICT else p for p in problems)
    known: dict[str, PublishedAddress] = {}
    more = list(problems)
    for number, line in enumerate(text.text.splitlines(), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        match = _LINE.fullmatch(words)
        if match is None or not _OWNER.fullmatch(match["owner"]):
            more.append(_unreadable(text, number, words))
        else:  # where two branches wrote the same address, the later line holds
            known[match["address"]] = PublishedAddress(match["address"], match["owner"], number)
    return tuple(known.values()), tuple(more)


def _unreadable(text: Text, number: int, words: str) -> Problem:
    expected = "an address and what answers there, such as /de/2024/stand/: report:stand"
    fix = _BOTH if _CONFLICT.match(words) else "Correct the line, or take it from the last good version of the file."
    return text.problem(Code.ADDRESS_LINE, (number, 1), f"“{words[:60]}”", expected, fix)


def merged(known: Iterable[PublishedAddress], published: Mapping[str, str]) -> dict[str, str]:
    """What the record shall say after publishing: what it said, and everything that has a page now."""
    return {**{line.address: line.owner for line in known}, **published}


def write_record(addresses: Mapping[str, str]) -> bytes:
    """The file, sorted, so that two branches add to it without a conflict as often as can be."""
    lines = (f"{address}: {owner}\n" for address, owner in sorted(addresses.items()))
    return (_HEADER + "".join(lines)).encode()


def lost(
    known: Iterable[PublishedAddress],
    file: str,
    answered: frozenset[str],
    reports: frozenset[str],
    pages: frozenset[str],
    waiting: frozenset[str],
) -> Iterator[Problem]:
    """A problem for each report or page whose published addresses nothing answers any more.

    ``answered`` are the addresses that something else has; ``reports`` and ``pages`` those that readers may see,
    ``waiting`` reports that go out once all their languages are there.
    """
    orphans: dict[str, list[PublishedAddress]] = {}
    for line in known:
        kind, _, name = line.owner.rpartition(":")
        there = {"report": reports, "page": pages}.get(kind)
        if there is not None and name not in there and line.address not in answered:
            orphans.setdefault(line.owner, []).append(line)
    for owner, lines in orphans.items():
        addresses = listing((line.address for line in lines), 3)
        found = f"{addresses}: published, and answered by nothing, since readers see no {owner}"
        expected = "a page or a way on at every address that was ever published"
        yield lines[0].problem(file, found, expected, _both_ways(owner, reports, pages, waiting))


def _both_ways(owner: str, reports: frozenset[str], pages: frozenset[str], waiting: frozenset[str]) -> str:
    kind, _, name = owner.partition(":")
    near = nearest(name, reports if kind == "report" else pages)
    other = f"{kind}:{near}" if near else f"{kind}:NAME"
    back = "Bring it back"
    if kind == "report" and name in waiting:
        back = "Translate or review the languages that the report waits for; `status` names them"
    elif kind == "report":
        back = "Bring it back (a report that shall not be read any more can be `status: withdrawn`)"
    return (
        f"{back}; or let its addresses lead on: replace {owner} in this file by {other} or by an address such as "
        f"/de/archive/; or say that they shall be no more: replace it by {GONE}."
    )
