"""Everything one process needs to make pages: languages, site views, theme, converted texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.markup.document import Document
from plugins.newsroom.model import Lang
from plugins.pages.index import Index
from plugins.pages.labels import Labels
from plugins.pages.language import Language
from plugins.pages.marks import EMBLEM, LogoFile, Marks
from plugins.pages.press.typesetting import Typesetting
from plugins.pages.site import site_view
from plugins.pages.urls import Urls
from plugins.pages.views import PictureView, SiteView

if TYPE_CHECKING:
    from plugins.pages.templates import Theme

Documents = Callable[[str], Document]
"""Gives the converted text remembered under a digest."""


@dataclass(frozen=True)
class Setting:
    """The frozen, picklable setting of a run: what is the same for every page."""

    index: Index
    urls: Urls
    labels: tuple[tuple[Lang, bytes], ...]
    """(language, bytes of its UI catalogue)."""
    theme: str
    """Folder of the theme."""
    assets: str
    """Address of the theme's static files, with their version."""
    brand: tuple[str, ...] = ()
    logo: str = ""
    logo_files: tuple[LogoFile, ...] = ()
    """The publisher's logo as the press page offers it."""
    programmes: tuple[tuple[str, str], ...] = ()
    """(project with funding, address of its programme's logo)."""
    socials: tuple[tuple[Lang, str], ...] = ()
    """(language, address of the picture that previews of links show where a page has none)."""
    icons: bool = False
    """Whether ``favicon.ico`` and ``apple-touch-icon.png`` are made."""
    portraits: tuple[tuple[str, PictureView], ...] = ()
    search: bool = False
    """Whether the site has a search."""
    engine: str = ""
    """Digest of our code and the libraries it uses."""
    templates: tuple[tuple[str, str], ...] = ()
    """(template, digest of it and all it includes)."""
    code: str = ""
    """Folder in which compiled templates are kept; empty: nowhere."""
    ahead: bool = False
    """Whether everything is under embargo, and for journalists alone."""
    output: str = ""
    """The output folder, for what is made of files in it."""
    typesetting: Typesetting | None = None
    """What PDFs are set with; ``None``: none are made."""


class Renderer:
    """Makes and keeps the languages of a run."""

    def __init__(self, setting: Setting, documents: Documents) -> None:
        self.setting = setting
        self.index = setting.index
        self.urls = setting.urls
        self.documents = documents

    @cached_property
    def theme(self) -> Theme:
        """The theme's templates."""
        from plugins.pages.templates import Theme  # brings Jinja along, which planning does without

        return Theme(Path(self.setting.theme), self.setting.code, self.setting.engine)

    @cached_property
    def languages(self) -> dict[Lang, Language]:
        """A language per language, in the order of site.yaml."""
        words = dict(self.setting.labels)
        setting = self.setting
        marks = Marks(
            setting.logo,
            dict(setting.portraits),
            setting.assets + EMBLEM,
            dict(setting.programmes),
            dict(setting.socials),
            setting.logo_files,
        )
        return {
            lang: Language(self.index, lang, self.urls, Labels(lang, words.get(lang, b"")), marks, ahead=setting.ahead)
            for lang in self.index.site.languages
        }

    @cached_property
    def sites(self) -> dict[Lang, SiteView]:
        """The site view per language."""
        setting = self.setting
        return {
            lang: site_view(
                language, setting.assets, setting.brand, setting.logo, icons=setting.icons, search=setting.search
            )
            for lang, language in self.languages.items()
        }

    @property
    def first(self) -> Lang:
        """The newsroom's first language."""
        return self.index.site.languages[0]
