"""Sets a release as a PDF that machines can read aloud (PDF/UA-1), with Typst: the same bytes for the same release."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plugins.newsroom.problem import ContentError, Problem
from plugins.pages.press.release import Release
from plugins.pages.press.sheet import sheet_of
from plugins.pages.press.typesetting import Typesetting
from plugins.pages.urls import Urls

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATE = "release.typ"
FONTS = "fonts"
STANDARD: Final = "ua-1"
"""ISO 14289-1."""
OWN = ("Noto Serif", "Noto Sans", "EB Garamond 12")
"""What the template names itself; all other fonts of the folder stand in where these lack a sign."""
_LAST = ("Droid Sans Fallback", "Unifont", "Unifont Upper")
"""These have almost every sign, and none is beautiful."""
_MANY = 200
"""Documents after which a compiler is replaced: it remembers what it has set."""


class Typesetter:
    """Sets documents, one after the other."""

    def __init__(self, setting: Typesetting) -> None:
        self.setting = setting
        self._left = 0
        self._compiler: Compiler

    @cached_property
    def _template(self) -> bytes:
        return Path(self.setting.folder, TEMPLATE).read_bytes()

    @cached_property
    def _fonts(self) -> object:
        import typst  # brings a typesetter along, which only documents need

        folder = Path(self.setting.folder, FONTS)
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The fonts that stand in for others, in the order in which they are asked."""
        found = set(self._fonts.families()) - set(OWN)  # type: ignore[attr-defined]
        return (*sorted(found - set(_LAST)), *(name for name in _LAST if name in found))

    def pdf(self, release: Release, urls: Urls, logo: str, stamp: int) -> bytes:
        """The document; ``logo`` is an address or empty, ``stamp`` the moment that it says it was made (Unix time).

        Raises ``ContentError`` where something in it cannot be set.
        """
        from typst import TypstError

        place = f"/{urls.file(logo)}" if logo else ""
        sheet = sheet_of(release, urls, dict(self.setting.palette), self.families, place)
        inputs = {"release": json.dumps(sheet, ensure_ascii=False)}
        try:
            data = self._fresh().compile(
                input=self._template, format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=stamp
            )
        except TypstError as error:
            raise ContentError((_unset(release, error),)) from None
        assert isinstance(data, bytes)
        return data

    def _fresh(self) -> Compiler:
        if self._left == 0:
            from typst import Compiler

            self._left = _MANY
            self._compiler = Compiler(
                root=self.setting.root,
                font_paths=self._fonts,  # type: ignore[arg-type]
                ignore_system_fonts=True,
            )
        self._left -= 1
        return self._compiler


def _unset(release: Release, error: Exception) -> Problem:
    hints = getattr(error, "hints", None) or []
    said = " ".join(str(getattr(error, "message", error)).split())
    fix = "Write that passage in another way, or switch “pdf” off under “press” in site.yaml."
    return Problem(
        f"output{release.page.head.path}report.pdf",
        0,
        0,
        "pdf-unset",
        f"a text that cannot be set as PDF: {said}" + (f" ({'; '.join(map(str, hints))})" if hints else ""),
        "a text of which a PDF for everybody can be made (PDF/UA-1)",
        fix,
    )
