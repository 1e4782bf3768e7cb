"""Checks of a report's pictures: present, named, credited, described."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.context import Context, Embedded
from plugins.newsroom.edition import EditionReading
from plugins.newsroom.folder import nfc
from plugins.newsroom.listed_files import listed_files
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import whole
from plugins.newsroom.suggest import did_you_mean, listing
from plugins.newsroom.yaml_source import Doc


@dataclass(frozen=True, slots=True)
class PhotoCheck:
    """A bundle's pictures: what report.yaml names, and what lies in ``photos/``."""

    doc: Doc
    folder: Path
    relative: str
    context: Context
    present: tuple[str, ...]
    blocked: tuple[str, ...]
    """Pictures that are there and must not be read, which are problems already."""
    softened: Level

    def named(self) -> tuple[tuple[int, str], ...] | None:
        """(place in the list, name) of the pictures in report.yaml; ``None`` where the list is no list."""
        return listed_files(self.doc, "photos")

    def problems(self, original: EditionReading | None) -> Iterator[Problem]:
        """Everything that is wrong with the pictures themselves."""
        named = self.named()
        if named is None:
            return
        names = [name for _, name in named]
        present = {nfc(name) for name in self.present}
        for place, (index, name) in enumerate(named):
            if name in names[:place]:
                yield self._twice(index, name)
            else:
                yield from self._one(index, name, names, present, original)
        yield from self._hero(names)
        for name in self.present:
            if nfc(name) not in names:
                yield self._unnamed(name)

    def _twice(self, index: int, name: str) -> Problem:
        at = ("photos", index, "file")
        return self.doc.problem(Code.LISTED_TWICE, at, f"“{name}” twice", "each picture once", "Delete one of the two.")

    def _one(
        self, index: int, name: str, names: list[str], present: set[str], original: EditionReading | None
    ) -> Iterator[Problem]:
        doc, at = self.doc, ("photos", index, "file")
        if name not in present and name not in self.blocked:
            fix = did_you_mean(name, present - set(names), f"Put the picture into {self._shown('photos')}.")
            yield doc.problem(
                Code.PHOTO_ABSENT, at, f"“{name}”, which is not there", "a file in the folder “photos”", fix
            )
        embedded = self._embedded(index, name, original)
        if not self._credited(index) and not embedded.credit:
            yield self._no_credit(index, name)
        if original is None or original.doc is None or _speaks(embedded, original.lang):
            return
        if not _described(original.doc, name):
            yield self._no_alt(original.doc, name)

    def _embedded(self, index: int, name: str, original: EditionReading | None) -> Embedded:
        ask = self.context.embedded
        described = original is None or original.doc is None or _described(original.doc, name)
        if ask is None or (self._credited(index) and described) or name not in self.present:
            return Embedded()
        return ask(self.folder / "photos" / name)

    def _credited(self, index: int) -> bool:
        return "credit" in self.doc.value["photos"][index] or bool(self.context.site.default_credit)

    def _hero(self, names: list[str]) -> Iterator[Problem]:
        for path, hero in self.doc.strings("hero"):
            if "/" not in hero and nfc(hero) not in names:
                fix = did_you_mean(hero, names, "Add the picture to “photos” above, with its credit.")
                yield self.doc.problem(Code.UNKNOWN_PHOTO, path, f"“{hero}”", "a picture named in “photos”", fix)

    def words_problems(self, loaded: EditionReading) -> Iterator[Problem]:
        """Pictures an edition speaks of, or shows in its text, that the report does not have."""
        named = self.named()
        if named is None:
            return
        names = [name for _, name in named]
        if loaded.doc is not None and isinstance(words := loaded.doc.value.get("photos"), dict):
            for name in words:
                if nfc(name) not in names:
                    yield loaded.doc.problem(Code.UNKNOWN_PHOTO, ("photos", name), *_unknown(name, names), on_key=True)
        for link in loaded.links:
            if link.kind == "photo" and loaded.text is not None and nfc(link.target) not in names:
                at = (link.line, link.column)
                yield loaded.text.problem(Code.UNKNOWN_PHOTO, at, *_unknown(link.target, names))

    def _unnamed(self, name: str) -> Problem:
        return whole(
            self._shown(f"photos/{name}"),
            Code.PHOTO_UNNAMED,
            "a picture that report.yaml does not name",
            "each picture under “photos” in report.yaml, with its credit",
            "Add it there, or delete the file: it is not shown anywhere.",
            Level.WARNING,
        )

    def _no_credit(self, index: int, name: str) -> Problem:
        fix = "Add “credit: …” with the name its maker wants to see at the picture (§ 13 UrhG)."
        at = ("photos", index)
        return self.doc.problem(Code.PHOTO_CREDIT, at, f"“{name}” without a credit", "a credit", fix, self.softened)

    def _no_alt(self, doc: Doc, name: str) -> Problem:
        fix = (
            f"Add in the front matter:\nphotos:\n  {name}:\n    alt: what is to be seen, for somebody who cannot see it"
        )
        found = f"“{name}” without a text for those who cannot see it"
        return doc.problem(Code.PHOTO_ALT, ("photos", name), found, "an alt text", fix, self.softened, on_key=True)

    def _shown(self, inside: str) -> str:
        return self.context.display_path(f"{self.relative}/{inside}")


def _speaks(embedded: Embedded, lang: Lang) -> bool:
    """Whether the picture has an alt text in the original's language, or in none (which counts as it)."""
    return any(tag in ("", lang) or tag.partition("-")[0] == lang for tag, _ in embedded.alt)


def _described(doc: Doc, name: str) -> bool:
    photos = doc.value.get("photos")
    if photos is None:
        return False
    if not isinstance(photos, dict):
        return True
    words: object = next((value for key, value in photos.items() if nfc(key) == name), {})
    return not isinstance(words, dict) or "alt" in words


def _unknown(name: str, names: list[str]) -> tuple[str, str, str]:
    otherwise = f"Named there are: {listing(names)}." if names else "Name it there, with its credit."
    return f"“{name}”", "a picture named under “photos” in report.yaml", did_you_mean(name, names, otherwise)
