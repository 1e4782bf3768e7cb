"""A release as plain text, to be copied into whatever a newsroom writes in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.pages.event_views import event_lines
from plugins.pages.funding import statement_line
from plugins.pages.press.release import Release, contact_lines, credit_words, notice_lines, publisher_lines, video_line
from plugins.pages.press.tree import Node, Nodes
from plugins.pages.views import FigureView

_SUPERSCRIPT = dict(zip("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾", strict=True))
_SUBSCRIPT = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_BLANKS = re.compile(r"[ \t\r\n]+")
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote caption dd details div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section"
        " summary table tbody td tfoot th thead tr ul",
    )
)
"""Elements that stand in lines of their own."""


def plain_text(release: Release) -> bytes:
    """The release as UTF-8: headline, dateline, notice, text, pictures, contacts, boilerplate, address."""
    parts = (_head(release), _text(release), _notes(release), _pictures(release), _contacts(release), _about(release))
    text = "\n\n".join(block for part in parts for block in part if block)
    return f"{text}\n".encode()


def _head(release: Release) -> Iterator[str]:
    page = release.page
    yield page.embargo
    yield page.report_kind
    yield "\n".join(line for line in (page.kicker, page.title) if line)
    yield page.teaser
    yield release.dateline
    yield from notice_lines(page.notice, release.t)


def _text(release: Release) -> Iterator[str]:
    if release.page.hero:
        yield picture(release.page.hero, release)
    yield from blocks(release.body, release)


def _notes(release: Release) -> Iterator[str]:
    page, t = release.page, release.t
    if page.event:
        yield _titled(t.text("Event"), event_lines(page.event, t))
    if page.links:
        yield _titled(t.text("Further information"), (f"{link.label}: {link.url}" for link in page.links))
    if page.video:
        yield _titled(t.text("Video"), (video_line(release),))
    if page.sources:
        heading = t.text("Source") if len(page.sources) == 1 else t.text("Sources")
        rows = ((s.name, s.date.text if s.date else "", s.url) for s in page.sources)
        yield _titled(heading, (", ".join(part for part in row if part) for row in rows))
    if page.corrections:
        yield _titled(t.text("Corrections"), (f"{c.date.text}: {c.text}" for c in page.corrections))
    if page.funding:
        yield _titled(t.text("Funding"), (statement_line(one) for one in page.funding))


def _pictures(release: Release) -> Iterator[str]:
    shown = [picture(figure, release) for figure in release.page.gallery]
    if shown:
        yield release.t.text("Pictures")
        yield from shown


def _contacts(release: Release) -> Iterator[str]:
    if release.page.contacts:
        yield release.t.text("Contact")
        yield from ("\n".join(contact_lines(person, release.t)) for person in release.page.contacts)


def _about(release: Release) -> Iterator[str]:
    site = release.site
    if site.boilerplate:
        about = "\n\n".join(part.text for part in site.boilerplate.paragraphs)
        yield _titled(release.t.text("About {name}", name=site.name), (about,))
    yield "\n".join(publisher_lines(site))
    yield release.address


def _titled(heading: str, lines: Iterable[str]) -> str:
    return "\n".join((heading, *lines))


def picture(figure: FigureView, release: Release) -> str:
    """Caption and credit of a picture; what is to be seen where it has no caption."""
    words = figure.caption.text or figure.alt.text
    return "\n".join(line for line in (f"[{words}]" if words else "", credit_words(figure, release.t)) if line)


def blocks(nodes: Nodes, release: Release) -> Iterator[str]:
    """The paragraphs of a text, each without a line break of its own making."""
    run: list[Node | str] = []
    for node in nodes:
        if isinstance(node, Node) and node.tag in _BLOCKS:
            yield from _paragraph(run)
            run = []
            yield from _block(node, release)
        else:
            run.append(node)
    yield from _paragraph(run)


def _paragraph(run: list[Node | str]) -> Iterator[str]:
    text = line(tuple(run))
    if text:
        yield text


def _block(node: Node, release: Release) -> Iterator[str]:
    if node.tag == "figure" and node.get("data-photo"):
        figure = release.figure(node.get("data-photo"))
        if figure is not None:
            yield picture(figure, release)
    elif node.tag in ("ul", "ol"):
        yield "\n".join(_items(node, release, ""))
    elif node.tag == "table":
        yield "\n".join(_rows(node))
    elif node.tag == "pre":
        yield _raw(node.children).strip("\n")
    elif node.tag == "blockquote":
        yield from (f"> {block}" for block in blocks(node.children, release))
    elif node.tag == "dl":
        yield "\n".join(_terms(node))
    elif node.tag != "hr":
        yield from blocks(node.children, release)


def _items(node: Node, release: Release, indent: str) -> Iterator[str]:
    first_number = node.get("start")
    start = int(first_number) if first_number.isdigit() else 1
    items = [child for child in node.children if isinstance(child, Node)]
    for number, item in enumerate(items, start):
        mark = f"{number}." if node.tag == "ol" else "–"
        lists = [c for c in item.children if isinstance(c, Node) and c.tag in ("ul", "ol")]
        rest = tuple(c for c in item.children if c not in lists)
        first, *more = [*blocks(rest, release)] or [""]
        yield f"{indent}{mark} {first}"
        yield from (f"{indent}  {block}" for block in more)
        for inner in lists:
            yield from _items(inner, release, f"{indent}  ")


def _rows(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Node) and child.tag == "caption":
            yield line(child.children)
        elif isinstance(child, Node) and child.tag == "tr":
            yield " | ".join(line(cell.children) for cell in child.children if isinstance(cell, Node))
        elif isinstance(child, Node):
            yield from _rows(child)


def _terms(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Node):
            yield line(child.children) if child.tag == "dt" else f"  {line(child.children)}"


def _raw(nodes: Nodes) -> str:
    return "".join(node if isinstance(node, str) else _raw(node.children) for node in nodes)


def line(nodes: Nodes) -> str:
    """Words in a line: a link with its address behind it, a line break where one was typed."""
    found = "\n".join(_BLANKS.sub(" ", part).strip(" ") for part in _inline(nodes).split("\v"))
    return found.strip()


def _raised(inner: str, tag: str) -> str:
    """10⁶ and H₂O: no number becomes another. Letters (21st) stay; other signs get ``^`` or ``_`` in front."""
    signs = _SUPERSCRIPT if tag == "sup" else _SUBSCRIPT
    if not inner.strip() or inner.startswith("[") or inner.isalpha():
        return inner
    if all(sign in signs for sign in inner):
        return "".join(signs[sign] for sign in inner)
    mark = "^" if tag == "sup" else "_"
    return f"{mark}({inner})"


def _inline(nodes: Nodes) -> str:
    return "".join(node if isinstance(node, str) else _element(node) for node in nodes)


def _element(node: Node) -> str:
    if node.tag == "br":
        return "\v"
    if node.get("class") == "footnote-backref":
        return ""
    inner = _inline(node.children)
    if node.get("class") == "footnote-ref":
        return f"[{inner}]"
    if node.tag == "a":
        address = node.get("href").removeprefix("mailto:").removeprefix("tel:")
        if not address or address.startswith("#") or address in (inner.strip(), f"http://{inner}", f"https://{inner}"):
            return inner
        return inner if node.get("href").startswith("tel:") else f"{inner} ({address})"
    if node.tag == "q":
        return f"“{inner}”"
    if node.tag in ("sup", "sub"):
        return _raised(inner, node.tag)
    if node.tag in ("del", "s", "strike"):
        return f"~~{inner}~~" if inner.strip() else inner
    return f"{inner} " if node.tag in _BLOCKS else inner
