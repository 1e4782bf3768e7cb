"""Judges whether an SVG may be published as the publisher's logo: shapes alone, no program, nothing loaded."""

from __future__ import annotations

import re
from xml.parsers import expat

from plugins.newsroom.problem import Problem

_HEAVIEST = 500_000
"""Bytes; a logo that is heavier than this holds a photograph."""
_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_DRAWING = """
a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
feTile feTurbulence filter g image line linearGradient marker mask metadata path pattern polygon polyline
radialGradient rect stop style svg switch symbol text textPath title tspan use view
"""
_ELEMENTS = frozenset(_DRAWING.split())
"""What draws, in SVG's own namespace: nothing that runs, embeds, asks for input, or changes an address later."""
_SHAPING = """
alignment-baseline amplitude azimuth base baseFrequency baseline-shift baseProfile bias class clip clip-path
clip-rule clipPathUnits color color-interpolation color-interpolation-filters color-rendering cursor cx cy d
diffuseConstant direction display divisor dominant-baseline dx dy edgeMode elevation enable-background
exponent fill fill-opacity fill-rule filter filterRes filterUnits flood-color flood-opacity font font-family
font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight
fr fx fy glyph-orientation-horizontal glyph-orientation-vertical gradientTransform gradientUnits height href
id image-rendering in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning lang
lengthAdjust letter-spacing lighting-color limitingConeAngle marker marker-end marker-mid marker-start
markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits media method mix-blend-mode
mode numOctaves offset opacity operator order orient overflow paint-order pathLength patternContentUnits
patternTransform patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha
preserveAspectRatio primitiveUnits r radius refX refY requiredExtensions requiredFeatures result role rotate
rx ry scale seed shape-rendering side slope space spacing specularConstant specularExponent spreadMethod
startOffset stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale systemLanguage
tableValues tabindex targetX targetY text-anchor text-decoration text-rendering textLength transform
transform-box transform-origin type unicode-bidi values vector-effect version viewBox viewTarget visibility
white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
"""
_ATTRIBUTES = frozenset(_SHAPING.split())
"""Attributes of drawings (SVG 1.1 and 2) that name no address; ``aria-…`` and ``data-…`` too."""
_ADDRESSES = frozenset({"href", "base"})
_LINKS = frozenset({(_XLINK, "href"), (_XLINK, "title"), (_XLINK, "type")})
_INNER = re.compile(r"#[^\s]*\Z|data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z")
_OUTER_URL = re.compile(
    r"url\((?!\s*['\"]?\s*#)|image-set\(|\bsrc\(|@import|javascript:|expression\(|-moz-binding|\\", re.IGNORECASE
)


def unsafe(data: bytes, name: str) -> Problem | None:
    """Why the SVG must not be published, or ``None`` where it is a plain drawing.

    Nothing is taken out: a drawing that is not plain is the editor's to export again.
    """
    if len(data) > _HEAVIEST:
        return _problem(name, 0, f"a drawing of {len(data) / 1e6:.1f} MB")
    judge = _Judge()
    try:
        judge.read(data)
    except expat.ExpatError as error:
        return _problem(name, error.lineno, "a drawing that is not well-formed XML")
    return _problem(name, judge.line, judge.found) if judge.found else None


class _Judge:
    """Reads a drawing once and keeps the first thing that must not be in it."""

    def __init__(self) -> None:
        self.found = ""
        self.line = 0
        self._depth = 0
        self._style = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = lambda *_: self._object("a document type, which can define entities")
        self._parser.ProcessingInstructionHandler = lambda *_: self._object("a processing instruction")

    def read(self, data: bytes) -> None:
        """Reads to the end, or to the first objection. Raises ``ExpatError``."""
        try:
            self._parser.Parse(data, True)
        except _ObjectionError:
            return

    def _object(self, found: str) -> None:
        self.found, self.line = found, self._parser.CurrentLineNumber
        raise _ObjectionError

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if self._depth == 0 and (space, name) != (_SVG, "svg"):
            self._object(f"a document of <{name}>" if name != "svg" else "a document whose <svg> is not that of SVG")
        if space != _SVG:
            self._object(f"an element <{name}> of another namespace ({space or 'none'})")
        if name not in _ELEMENTS:
            self._object(f"an element <{name}>, which does not draw")
        for key, value in attributes.items():
            self._attribute(*key.rpartition(" ")[::2], value)
        self._depth += 1
        self._style += name == "style"

    def _attribute(self, space: str, key: str, value: str) -> None:
        known = key in _ATTRIBUTES or key.startswith(("aria-", "data-"))
        if not known or (space not in ("", _XML) and (space, key) not in _LINKS):
            self._object(f"an attribute {key}, which does not draw")
        if key in _ADDRESSES and not _INNER.match(value.strip()):
            self._object(f"an address that leads out of the drawing ({value.strip()[:60]})")
        if key not in _ADDRESSES and _OUTER_URL.search(value):
            self._object(f"something loaded from elsewhere in the attribute {key}")

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._style -= tag.rpartition(" ")[2] == "style"

    def _text(self, text: str) -> None:
        if self._style and _OUTER_URL.search(text):
            self._object("a style that loads something from elsewhere")


class _ObjectionError(Exception):
    """Ends the reading."""


def _problem(name: str, line: int, found: str) -> Problem:
    expected = "a drawing of shapes, colours and words alone"
    fix = "Export it anew as plain SVG, without scripts and links, or as PNG at least 960 pixels wide."
    return Problem(name, line, 0, "drawing-unsafe", found, expected, fix)
