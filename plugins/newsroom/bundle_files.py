"""What lies in the folder of a report or page, each file as what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.context import Context
from plugins.newsroom.copies import original_of, second_copy
from plugins.newsroom.edition import EditionFile
from plugins.newsroom.fields import is_language
from plugins.newsroom.folder import Listing, list_folder
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.slug import EXPECTED, is_slug, make_slug
from plugins.newsroom.source import whole
from plugins.newsroom.suggest import did_you_mean, nearest

FOLDERS = ("photos", "documents")
"""Folders that a report's folder may have."""


@dataclass(frozen=True, slots=True)
class BundleFiles:
    """The parts of a folder; editions in the order of the site's languages."""

    has_facts: bool
    """Whether report.yaml (or page.yaml) is there."""
    editions: tuple[EditionFile, ...]
    photos: tuple[str, ...]
    documents: tuple[str, ...]
    blocked: tuple[str, ...]
    """Names that are there and cannot be read, which are problems already."""
    sources: tuple[str, ...]
    folders: tuple[str, ...]
    problems: tuple[Problem, ...]


def bundle_files(
    folder: Path, relative: str, context: Context, facts: str = "report.yaml", *, photos: bool = True
) -> BundleFiles:
    """What lies in a bundle; ``facts`` is the name of its YAML file, ``photos`` whether it has pictures."""
    shown = context.display_path(relative)
    listing = list_folder(folder, shown, folder)
    pictures = Listing()
    if photos and "photos" in listing.folders:
        pictures = list_folder(folder / "photos", f"{shown}/photos", folder)
    documents = Listing()
    if photos and "documents" in listing.folders:
        documents = list_folder(folder / "documents", f"{shown}/documents", folder)
    editions, strays = _editions(folder, relative, listing, context, facts)
    problems = [*listing.problems, *pictures.problems, *documents.problems, *strays]
    if not is_slug(folder.name):
        problems.append(_bad_id(shown, folder))
    problems.extend(_folders(shown, listing, {"photos": pictures, "documents": documents}, facts, photos))
    has_facts = facts in listing.files
    if not has_facts and facts not in (*listing.folders, *listing.refused):
        problems.append(_no_facts(shown, facts, listing))
    sources = ([f"{relative}/{facts}"] if has_facts else []) + [file.relative for file in editions]
    return BundleFiles(
        has_facts=has_facts,
        editions=editions,
        photos=pictures.files,
        documents=documents.files,
        blocked=(*listing.folders, *listing.refused, *pictures.refused, *documents.refused),
        sources=tuple(sources),
        folders=(relative, *(f"{relative}/{name}" for name in FOLDERS if name in listing.folders)),
        problems=tuple(problems),
    )


def _folders(shown: str, listing: Listing, inside: dict[str, Listing], facts: str, photos: bool) -> Iterator[Problem]:
    for name in listing.folders:
        if name == facts or name.endswith(".md"):
            yield _not_a_file(f"{shown}/{name}")
        elif name not in FOLDERS or not photos:
            yield _unexpected(f"{shown}/{name}", "a folder nobody reads", photos)
    for folder, found in inside.items():
        for name in found.folders:
            yield _unexpected(f"{shown}/{folder}/{name}", "a folder nobody reads", photos)


def _editions(
    folder: Path, relative: str, listing: Listing, context: Context, facts: str
) -> tuple[tuple[EditionFile, ...], list[Problem]]:
    languages = context.site.languages
    found: dict[str, EditionFile] = {}
    problems: list[Problem] = []
    for name in listing.files:
        lang, dot, ending = name.rpartition(".")
        if ending == "md" and dot and (lang in languages or (not languages and is_language(lang))):
            found[lang] = EditionFile(f"{folder}/{name}", f"{relative}/{name}", lang, folder.name)
        elif name != facts:
            shown = context.display_path(f"{relative}/{name}")
            original = original_of(name, [facts, *(f"{lang}.md" for lang in languages)])
            if original in listing.files:
                problems.append(second_copy(shown, name, original))
            else:
                problems.append(_stray(shown, lang, ending, languages, _near(lang, languages, listing)))
    order = languages or tuple(sorted(found))
    return tuple(found[lang] for lang in order if lang in found), problems


_TAGGED = re.compile(r"[A-Za-z]{2}(?:[_-][A-Za-z]{2})?")
_FALSE_ENDING = re.compile(r"(?P<stem>[^.]+)(?:\.(?:md|markdown))?\.(?:txt|text|doc|docx|odt|rtf|mdown|markdown)")


def _near(stem: str, languages: tuple[str, ...], listing: Listing) -> str:
    """The language that is most probably meant by a name, if it has no file yet: ``de (1)``, ``en-GB``, ``NL``."""
    free = [lang for lang in languages if f"{lang}.md" not in listing.files]
    if original := original_of(f"{stem}.md", [f"{lang}.md" for lang in free]):
        return original.removesuffix(".md")
    tags = (stem.lower(), stem[:2].lower()) if _TAGGED.fullmatch(stem) else ()
    return next((tag for tag in tags if tag in free), "")


def _stray(shown: str, stem: str, ending: str, languages: tuple[str, ...], near: str) -> Problem:
    false = _FALSE_ENDING.fullmatch(shown.rpartition("/")[2])
    if false and (false["stem"] in languages or (ending != "md" and stem.endswith(".md"))):
        return _false_ending(shown, false["stem"])
    if ending.lower() in ("md", "markdown") and languages:
        fix = (
            f"Rename the file to {near}.md."
            if near
            else did_you_mean(stem, languages, "Rename the file, or add the language to “languages” in site.yaml.")
        )
        expected = f"one of the site's languages: {', '.join(f'{lang}.md' for lang in languages)}"
        return whole(shown, Code.UNKNOWN_LANGUAGE, f"an edition in the language “{stem}”", expected, fix)
    return _unexpected(shown, "a file nobody reads", True)


def _false_ending(shown: str, lang: str) -> Problem:
    name = shown.rpartition("/")[2]
    fix = f"Rename {name} to {lang}.md."
    if name.endswith((".doc", ".docx", ".odt", ".rtf")):
        fix = f"Copy its text into a file {lang}.md; a document of a word processor cannot be read here."
    elif name.endswith(".txt"):
        fix += " Windows hides the ending until “File name extensions” is ticked in the Explorer's view."
    return whole(shown, Code.UNEXPECTED_FILE, f"“{name}”, which nobody reads", f"a file {lang}.md", fix)


def _unexpected(shown: str, found: str, photos: bool) -> Problem:
    expected = (
        "report.yaml, editions such as de.md, and the folders “photos” and “documents”"
        if photos
        else "page.yaml and its texts"
    )
    fix = "Put pictures into “photos”, documents into “documents”, and move anything else out of the content folder."
    return whole(shown, Code.UNEXPECTED_FILE, found, expected, fix, Level.WARNING)


def _not_a_file(shown: str) -> Problem:
    return whole(shown, Code.UNREADABLE_FILE, "a folder", "a file", "Replace the folder by a file of this name.")


def _no_facts(shown: str, facts: str, listing: Listing) -> Problem:
    code = Code.NO_REPORT_FILE if facts == "report.yaml" else Code.NO_PAGE_FILE
    near = nearest(facts, listing.files)
    fix = f"Create {facts}, or delete the folder."
    if facts == "report.yaml":
        fix += " The task “new” makes a folder that is ready to be filled in."
    if near:
        fix = f"Is “{near}” meant? Rename it to {facts}."
    return whole(shown, code, f"a folder without {facts}", f"a file {facts} in each folder", fix)


def _bad_id(shown: str, folder: Path) -> Problem:
    name, near = folder.name, make_slug(folder.name)
    others = [path.name for path in folder.parent.iterdir() if is_slug(path.name)]
    if original := original_of(name, others) or (near if near in others else ""):
        return second_copy(shown, name, original)
    fix = f"Rename the folder to {near}." if near else "Rename the folder, such as kanada-lunch."
    return whole(shown, Code.BAD_ID, f"the folder “{name}”", EXPECTED, fix)
