"""Checks between bundles: ids, addresses, old addresses, links. Linear in their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.newsroom.codes import Code
from plugins.newsroom.heads import Head, Mention
from plugins.newsroom.model import Lang, Status
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import whole
from plugins.newsroom.suggest import did_you_mean, listing

RESERVED = frozenset(
    ("archive", "authors", "contacts", "dates", "media", "page", "press", "projects", "search", "series", "topics")
)
"""What stands directly under a language besides pages and years."""


def cross_check(heads: Iterable[Head], languages: tuple[Lang, ...]) -> tuple[Problem, ...]:
    """Everything that concerns several reports or pages, in a fixed order.

    Where two want the same, the second is told: a draft comes after what readers may see.
    """
    ordered = sorted(heads, key=lambda head: (head.status is Status.DRAFT, head.path))
    reports = [head for head in ordered if head.kind == "report"]
    pages = [head for head in ordered if head.kind == "page"]
    taken, problems = _addresses(reports, pages)
    problems.extend(_duplicate_ids(reports))
    problems.extend(_names_of_others(reports))
    problems.extend(_reserved(pages))
    problems.extend(_aliases(reports, taken, languages))
    problems.extend(_links(ordered, {head.id: head for head in reports}, frozenset(head.id for head in pages)))
    return tuple(sorted(problems))


def _duplicate_ids(reports: list[Head]) -> Iterator[Problem]:
    by_id: dict[str, list[Head]] = defaultdict(list)
    for head in reports:
        by_id[head.id].append(head)
    for name, same in by_id.items():
        for head in same[1:]:
            yield whole(
                head.file.removesuffix("/report.yaml"),
                Code.DUPLICATE_ID,
                f"the id “{name}”, which {same[0].path} has already",
                "an id that no other report has, in any year",
                f"Rename the folder, for example to {name}-{head.path.split('/')[1]}.",
            )


def _names_of_others(reports: list[Head]) -> Iterator[Problem]:
    """Reports that feeds and calendars would take for one: one has the name that another was published under."""
    taken = {head.id: head for head in reports if not head.known_as}
    for head in reports:
        for name in head.known_as:
            other = taken.setdefault(name.word, head)
            if other is not head:
                found = f"“{name.word}”, by which feeds and calendars know {other.path}"
                fix = f"Rename {other.path}, or delete this line: subscribers then get this report as a new one."
                yield name.problem(Code.DUPLICATE_ID, found, "a name that no other report has, or had", fix)


def _addresses(reports: list[Head], pages: list[Head]) -> tuple[dict[str, Head], list[Problem]]:
    """Who has which address, and the problems of those who come second."""
    taken: dict[str, Head] = {}
    problems: list[Problem] = []
    for head in (*pages, *reports):
        for lang, slug in head.slugs:
            address = f"/{lang}/{head.year}/{slug.word}/" if head.kind == "report" else f"/{lang}/{slug.word}/"
            other = taken.setdefault(address, head)
            if other is not head and other.id != head.id:
                problems.append(_same_address(slug, address, other))
    return taken, problems


def _same_address(slug: Mention, address: str, other: Head) -> Problem:
    return slug.problem(
        Code.DUPLICATE_URL,
        f"the address {address}, which {other.path} has already",
        "an address that nothing else has",
        "Give one of the two another “slug” in its front matter.",
    )


def _reserved(pages: list[Head]) -> Iterator[Problem]:
    for head in pages:
        for _, slug in head.slugs:
            if slug.word in RESERVED or (len(slug.word) == 4 and slug.word.isdecimal()):
                found = f"“{slug.word}”, an address the newsroom needs itself"
                yield slug.problem(Code.RESERVED_ID, found, "another name", "Rename the page, or give it a “slug”.")


def _aliases(reports: list[Head], taken: dict[str, Head], languages: tuple[Lang, ...]) -> Iterator[Problem]:
    own = {f"/{lang}/" for lang in languages} | {f"/{lang}/{name}/" for lang in languages for name in RESERVED}
    seen: dict[str, Head] = {}
    for head in reports:
        for alias in head.aliases:
            address = alias.word if alias.word.endswith((".html", "/")) else f"{alias.word}/"
            address = address.removesuffix("index.html")
            owner = taken.get(address) or seen.get(address)
            if owner is not None or address in own or address == "/":
                yield _taken(alias, address, owner)
            seen.setdefault(address, head)


def _taken(alias: Mention, address: str, owner: Head | None) -> Problem:
    who = f"{owner.path} has" if owner is not None else "the newsroom needs itself"
    fix = "Delete the line; an old address can lead to one report only."
    return alias.problem(Code.ALIAS_TAKEN, f"{address}, which {who}", "an address nothing else has", fix)


def _links(heads: list[Head], reports: dict[str, Head], pages: frozenset[str]) -> Iterator[Problem]:
    for head in heads:
        for link in head.reports:
            target = reports.get(link.word)
            if target is None:
                fix = did_you_mean(link.word, reports, "Write the name of the report's folder behind “report:”.")
                yield link.problem(Code.UNKNOWN_REPORT, f"“report:{link.word}”", "the id of a report", fix)
            elif target.status is Status.DRAFT and head.status is Status.PUBLISHED:
                found = f"a link to “{link.word}”, which is a draft"
                fix = "Publish that report as well, or remove the link for now."
                yield link.problem(Code.HIDDEN_REPORT, found, "a report that readers can see", fix, Level.WARNING)
        for link in head.pages:
            if link.word not in pages:
                otherwise = f"Known are: {listing(pages)}." if pages else "There are no pages yet."
                fix = did_you_mean(link.word, pages, otherwise)
                yield link.problem(Code.UNKNOWN_PAGE, f"“page:{link.word}”", "the id of a page", fix)
