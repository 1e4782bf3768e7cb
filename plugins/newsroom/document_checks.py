"""Checks of a report's documents: present, named, and called something in the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom.codes import Code
from plugins.newsroom.context import Context
from plugins.newsroom.edition import EditionReading
from plugins.newsroom.folder import nfc
from plugins.newsroom.listed_files import listed_files
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import whole
from plugins.newsroom.suggest import did_you_mean, listing
from plugins.newsroom.yaml_source import Doc

FOLDER = "documents"


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """A bundle's documents: what report.yaml names, and what lies in ``documents/``."""

    doc: Doc
    relative: str
    context: Context
    present: tuple[str, ...]
    blocked: tuple[str, ...]
    """Files that are there and must not be read, which are problems already."""

    def named(self) -> tuple[tuple[int, str], ...]:
        """(place in the list, name) of the documents in report.yaml."""
        return listed_files(self.doc, "documents") or ()

    def problems(self, original: EditionReading | None) -> Iterator[Problem]:
        """Everything that is wrong with the documents themselves."""
        named = self.named()
        names = [name for _, name in named]
        present = {nfc(name) for name in self.present}
        for place, (index, name) in enumerate(named):
            if name in names[:place]:
                yield self._twice(index, name)
            else:
                yield from self._one(index, name, names, present, original)
        for name in self.present:
            if nfc(name) not in names:
                yield self._unnamed(name)

    def _twice(self, index: int, name: str) -> Problem:
        at = ("documents", index, "file")
        return self.doc.problem(
            Code.LISTED_TWICE, at, f"“{name}” twice", "each document once", "Delete one of the two."
        )

    def _one(
        self, index: int, name: str, names: list[str], present: set[str], original: EditionReading | None
    ) -> Iterator[Problem]:
        doc, at = self.doc, ("documents", index, "file")
        if name not in present and name not in self.blocked:
            fix = did_you_mean(name, present - set(names), f"Put the document into {self._shown(FOLDER)}.")
            expected = "a file in the folder “documents”"
            yield doc.problem(Code.DOCUMENT_ABSENT, at, f"“{name}”, which is not there", expected, fix)
        if original is not None and original.doc is not None and not _has_title(original.doc, name):
            fix = f"Add in the front matter:\ndocuments:\n  {name}: what it is, in a few words"
            found = f"“{name}” without a title"
            yield original.doc.problem(Code.DOCUMENT_TITLE, ("documents", name), found, "a title", fix, on_key=True)

    def words_problems(self, loaded: EditionReading) -> Iterator[Problem]:
        """Documents that an edition names and the report does not have."""
        names = [name for _, name in self.named()]
        titles = loaded.doc.value.get("documents") if loaded.doc is not None else None
        if loaded.doc is None or not isinstance(titles, dict):
            return
        for name in titles:
            if nfc(name) not in names:
                otherwise = f"Named there are: {listing(names)}." if names else "Name it there."
                fix = did_you_mean(name, names, otherwise)
                at, expected = ("documents", name), "a document named under “documents” in report.yaml"
                yield loaded.doc.problem(Code.UNKNOWN_DOCUMENT, at, f"“{name}”", expected, fix, on_key=True)

    def _unnamed(self, name: str) -> Problem:
        return whole(
            self._shown(f"{FOLDER}/{name}"),
            Code.DOCUMENT_UNNAMED,
            "a document that report.yaml does not name",
            "each document under “documents” in report.yaml",
            "Add it there, or delete the file: it is handed out to nobody.",
            Level.WARNING,
        )

    def _shown(self, inside: str) -> str:
        return self.context.display_path(f"{self.relative}/{inside}")


def _has_title(doc: Doc, name: str) -> bool:
    titles = doc.value.get("documents")
    if not isinstance(titles, dict):
        return titles is not None  # what stands there instead is a problem already
    return any(nfc(key) == name for key in titles)
