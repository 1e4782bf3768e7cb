"""Takes catalogues of reports from the translations folder, and puts them back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plugins.cli.workspace import Workspace
from plugins.newsroom.model import Lang, Report
from plugins.newsroom.problem import ContentError
from plugins.translation.catalogue import Catalogue, Reading
from plugins.translation.po_read import read_catalogue
from plugins.translation.po_write import write_catalogue
from plugins.translation.run.keep import data_of, replaced
from plugins.translation.shared import SHARED


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A catalogue as it was read; ``reading`` is ``None`` where there is none."""

    path: Path
    data: bytes | None
    reading: Reading | None

    @property
    def catalogue(self) -> Catalogue | None:
        """The catalogue, if there is one that can be read."""
        return self.reading.catalogue if self.reading else None

    def whole(self) -> Catalogue | None:
        """The catalogue, of which nothing may be wrong. Raises ``ContentError``."""
        if self.reading and self.reading.problems:
            raise ContentError(self.reading.problems)
        return self.catalogue

    def put_back(self, catalogue: Catalogue) -> bool:
        """Writes the catalogue in the place of this one; false where somebody has changed the file meanwhile."""
        return replaced(self.path, write_catalogue(catalogue), self.data)


def catalogue_file(workspace: Workspace, report: Report, lang: Lang) -> CatalogueFile:
    """The catalogue of a report, or of a page looked at as one. Raises ``NotWritable`` where the system refuses it."""
    return file_at(workspace.translations / report.path.partition("/")[0] / report.id / f"{lang}.po", lang)


def shared_file(workspace: Workspace, lang: Lang) -> CatalogueFile:
    """The catalogue of the words all reports share. Raises ``NotWritable`` where the system refuses it."""
    return file_at(workspace.translations / SHARED / f"{lang}.po", lang)


def file_at(path: Path, lang: Lang) -> CatalogueFile:
    """The catalogue at that path."""
    data = data_of(path)
    return CatalogueFile(path, data, None if data is None else read_catalogue(data, str(path), lang))
