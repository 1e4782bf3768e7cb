"""Stage: the pictures that are made of the newsroom's own name, mark and colours."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from plugins.build.assets import Copy, engine, versioned
from plugins.build.colours import colours
from plugins.build.config import Config
from plugins.build.sources import Sources
from plugins.cache.digest import digest, digest_bytes
from plugins.cache.replacement import place
from plugins.newsroom.model import Lang, Site
from plugins.pages.urls import Urls

Inputs = dict[str, str]
_COLOURS = ("ink", "accent", "stripe-1", "stripe-2", "stripe-3")
_PLAIN = "#15181c"
"""Where the style sheets of a theme of one's own name none."""
_READ = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
"""What the typesetter reads as a picture."""
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
"""Those that the fonts which come with it have."""
_MARK = 'if sys.inputs.logo != "" { image(sys.inputs.logo, width: W, height: H, fit: "contain") }'
_SOCIAL = """
#set page(width: 1200pt, height: 630pt, margin: 0pt, fill: white)
#set text(font: "Libertinus Serif", fill: rgb(sys.inputs.ink))
#set par(leading: 0.45em)
#let stripe(n) = rect(width: 100%, height: 100%, fill: rgb(sys.inputs.at("stripe-" + n)))
#grid(columns: (1fr, 1fr, 1fr), rows: 18pt, stripe("1"), stripe("2"), stripe("3"))
#place(left + horizon, dx: 84pt, block(width: 1032pt)[
  #{MARK}
  #if sys.inputs.logo != "" { v(28pt) }
  #block(text(size: if sys.inputs.name.len() > 40 { 62pt } else { 84pt }, weight: "bold", sys.inputs.name))
  #v(12pt)
  #block(text(size: 38pt, fill: rgb(sys.inputs.accent), sys.inputs.claim))
])
"""
_ICON = """
#let ground = if sys.inputs.ground == "" { none } else { rgb(sys.inputs.ground) }
#let mark = if sys.inputs.logo == "" { bytes(sys.inputs.svg) } else { sys.inputs.logo }
#set page(width: 180pt, height: 180pt, margin: 0pt, fill: ground)
#place(center + horizon, image(mark, width: S, height: S, fit: "contain"))
"""


@dataclass(frozen=True, slots=True)
class BrandImages:
    """What was made; nothing where there is no typesetter for this machine."""

    socials: tuple[tuple[Lang, str], ...] = ()
    """(language, address)."""
    icons: bool = False
    copies: tuple[Copy, ...] = ()


def brand_images(config: Config, sources: Sources, site: Site, urls: Urls) -> BrandImages:
    """One picture for previews of links per language, ``favicon.ico`` and ``apple-touch-icon.png``.

    Of a published site alone: nobody takes an address of a preview.
    """
    if not urls.origin or find_spec("typst") is None:
        return BrandImages()
    logo = site.publisher.logo if site.publisher.logo.lower().endswith(_READ) else ""
    found = colours(config, sources, site)
    brand = {name: found.get(name) or _PLAIN for name in _COLOURS}
    shared = brand | {"logo": f"/{logo}" if logo in sources.content else ""}
    mark = digest((engine(), tuple(sorted(shared.items())), sources.content.get(logo, "")))
    socials, copies = [], []
    for lang in site.languages:
        order = (lang, *(tag for tag in site.languages if tag != lang))
        words = {
            key: _writable(text.nearest(lang, order)[1]) for key, text in (("name", site.name), ("claim", site.claim))
        }
        file = _made(
            config, _SOCIAL.replace("{MARK}", _MARK.replace("W", "auto").replace("H", "120pt")), shared | words, mark
        )
        name = versioned("brand", f"social-{lang}.png", digest_bytes(file.read_bytes()))
        copies.append(_copy(name, file))
        socials.append((lang, urls.at(name)))
    icon = shared | {"svg": _drawing(config, shared["accent"])}
    touch = _made(
        config, _ICON.replace("S", "132pt" if shared["logo"] else "180pt"), icon | {"ground": "#ffffff"}, mark
    )
    tab = _made(config, _ICON.replace("S", "180pt"), icon | {"ground": ""}, mark, ".ico")
    copies += [_copy("apple-touch-icon.png", touch), _copy("favicon.ico", tab)]
    return BrandImages(tuple(socials), icons=True, copies=tuple(copies))


def _copy(path: str, file: Path) -> Copy:
    return Copy(path, str(file), digest_bytes(file.read_bytes()))


def _made(config: Config, template: str, inputs: Inputs, mark: str, ending: str = ".png") -> Path:
    """The file with such a picture, made if it is not there yet."""
    name = digest((template, tuple(sorted(inputs.items())), mark, ending)) + ending
    path = config.marks / name
    if not path.is_file():
        config.marks.mkdir(parents=True, exist_ok=True)
        data = _set(template, inputs, config.content)
        place(str(config.marks), name, _ico(data) if ending == ".ico" else data, None)
    return path


def _set(template: str, inputs: Inputs, content: Path) -> bytes:
    """The picture as PNG; without the mark where that cannot be read."""
    import typst  # brings a typesetter along, which a build needs once

    compiler = typst.Compiler(root=str(content), ignore_system_fonts=True)
    try:
        data = compiler.compile(input=template.encode(), format="png", ppi=72.0, sys_inputs=inputs)
    except typst.TypstError:
        if not inputs["logo"]:
            raise
        return _set(template, inputs | {"logo": ""}, content)
    return data if isinstance(data, bytes) else b"".join(data or ())


def _ico(data: bytes) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(data)).save(out, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return out.getvalue()


def _drawing(config: Config, accent: str) -> str:
    """The theme's own mark in the brand's colour."""
    drawing = (config.theme / "static" / "img" / "icon.svg").read_text("utf-8")
    return re.sub(r'fill="#[0-9a-fA-F]{6}"', f'fill="{accent}"', drawing, count=1)


def _writable(text: str) -> str:
    """The text, or nothing where the fonts lack its script."""
    letters = (unicodedata.name(sign, "") for sign in text if sign.isalpha())
    return text if all(name.startswith(_SCRIPTS) for name in letters) else ""
