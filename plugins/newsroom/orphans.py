"""Catalogues of translations that belong to no report: most often a report's folder was renamed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.copies import original_of, second_copy
from plugins.newsroom.folder import list_folder
from plugins.newsroom.heads import Head
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import whole
from plugins.newsroom.suggest import did_you_mean


def orphan_catalogues(translations: Path, heads: Iterable[Head], languages: tuple[Lang, ...]) -> tuple[Problem, ...]:
    """A warning for each catalogue of a report or language that does not exist."""
    folder = translations / "reports"
    if not folder.is_dir():
        return ()
    ids = {head.id for head in heads if head.kind == "report"}
    shown = f"{translations}/reports"
    listing = list_folder(folder, shown, translations)
    problems = list(listing.problems)
    for name in listing.folders:
        if name not in ids:
            fix = did_you_mean(name, ids, "Rename the folder to the report's id, or delete it.")
            problems.append(_orphan(f"{shown}/{name}", f"translations of “{name}”, which is no report", fix))
            continue
        inside = list_folder(folder / name, f"{shown}/{name}", translations)
        problems.extend(inside.problems)
        for file in inside.files:
            tag = file.removesuffix(".po")
            if (original := original_of(file, [f"{lang}.po" for lang in languages])) in inside.files:
                problems.append(second_copy(f"{shown}/{name}/{file}", file, original))
                continue
            if languages and tag != file and tag not in languages:
                fix = did_you_mean(tag, languages, "Delete the file, or add the language in site.yaml.")
                problems.append(_orphan(f"{shown}/{name}/{file}", f"a catalogue for the language “{tag}”", fix))
    return tuple(problems)


def _orphan(shown: str, found: str, fix: str) -> Problem:
    return whole(
        shown,
        Code.ORPHAN_CATALOGUE,
        found,
        "catalogues of reports and languages that exist",
        fix,
        Level.WARNING,
    )
