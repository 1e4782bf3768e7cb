"""The theme's templates: loaded once, each with the digest of all it includes."""

from __future__ import annotations

import hashlib
from functools import cached_property, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta
from jinja2.runtime import Macro

from plugins.pages.template_cache import SignedTemplateCache, key_file
from plugins.pages.template_engine import environment_class
from plugins.pages.views import PageView, SiteView


class Theme:
    """A folder with ``templates/`` and ``static/``."""

    def __init__(self, folder: Path, code: str = "", engine: str = "") -> None:
        """``code``: folder in which compiled templates are kept, for programs with that ``engine``; empty: nowhere."""
        self.folder = folder
        self._code = code
        self._engine = engine
        self._closures: dict[str, str] = {}

    @cached_property
    def environment(self) -> Environment:
        """Strict: an unknown name in a template is an error, everything is escaped."""
        kept = SignedTemplateCache(Path(self._code), self._engine, key_file()) if self._code else None
        return environment_class()(
            bytecode_cache=kept,
            loader=FileSystemLoader(self.folder / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )

    def closure(self, template: str) -> str:
        """Digest of a template with all templates it extends, includes and imports.

        Raises ``ValueError`` where a reference is computed, since it could not be followed.
        """
        found = self._closures.get(template)
        if found is None:
            found = self._closures[template] = self._closure(template)
        return found

    def _closure(self, template: str) -> str:
        seen: dict[str, str] = {}
        todo = [template]
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen[name] = (self.folder / "templates" / name).read_text(encoding="utf-8")
            for other in _references(seen[name]):
                if other is None:
                    raise ValueError(f"{name}: the name of an included template must be written out")
                todo.append(other)
        text = "\0".join(f"{name}\0{seen[name]}" for name in sorted(seen))
        return hashlib.blake2b(text.encode(), digest_size=20).hexdigest()

    def render(self, page: PageView, site: SiteView) -> bytes:
        """A page's HTML in UTF-8."""
        template = self.environment.get_template(f"{page.kind}.html")
        return template.render(page=page, site=site).encode("utf-8", "xmlcharrefreplace")

    def macro(self, template: str, name: str) -> Macro:
        """A macro of a partial, e.g. the figure that stands in a text."""
        found = getattr(self.environment.get_template(template).module, name)
        assert isinstance(found, Macro)
        return found


@lru_cache(maxsize=256)
def _references(source: str) -> tuple[str | None, ...]:
    """What a template extends, includes and imports, ``None`` where a name is computed; each text is parsed once."""
    return tuple(meta.find_referenced_templates(environment_class()().parse(source)))
