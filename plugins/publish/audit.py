"""Checks a finished output folder: every link, anchor, picture and language pair leads where it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
from lxml import etree

from plugins.newsroom.problem import Problem
from plugins.publish.claims import claims


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one HTML file refers to and offers."""

    path: str
    lang: str
    title: str
    canonical: str
    redirect: bool
    links: tuple[tuple[str, int], ...]
    """(address as written, line) of everything a reader may follow."""
    loads: tuple[tuple[str, int], ...]
    """(address as written, line) of everything a browser fetches by itself."""
    alternates: tuple[tuple[str, str], ...]
    """(hreflang, address)."""
    ids: frozenset[str] = field(default_factory=frozenset)


_FETCHED = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
}
_FETCHED_LINKS = {"stylesheet", "icon", "manifest", "preload", "modulepreload", "apple-touch-icon"}


def read_page(path: str, data: bytes) -> PageFacts:
    """What a page refers to. Raises ``lxml.etree.ParserError`` for an empty one."""
    tree = lxml.html.document_fromstring(data)
    links: list[tuple[str, int]] = []
    loads: list[tuple[str, int]] = []
    alternates: list[tuple[str, str]] = []
    canonical, redirect = "", False
    for node in tree.iter(etree.Element):
        tag, line = str(node.tag), _line(node)
        if tag in ("a", "area") and node.get("href") is not None:
            links.append((node.get("href", ""), line))
        elif tag == "link":
            rel = set((node.get("rel") or "").split())
            address = node.get("href", "")
            if "alternate" in rel and node.get("hreflang"):
                alternates.append((node.get("hreflang", ""), address))
            elif "canonical" in rel:
                canonical = address
            elif rel & _FETCHED_LINKS:
                loads.append((address, line))
            elif "alternate" in rel:
                links.append((address, line))
        elif tag == "meta" and (node.get("http-equiv") or "").lower() == "refresh":
            redirect = True
            links.append(((node.get("content") or "").partition("url=")[2], line))
        elif tag == "meta" and node.get("property") == "og:image":
            links.append((node.get("content", ""), line))
        for name in _FETCHED.get(tag, ()):
            loads += [(address, line) for address in _addresses(node.get(name), name)]
    title = tree.find(".//title")
    ids = frozenset(map(str, _found(tree, "//@id"))) | frozenset(map(str, _found(tree, "//a/@name")))
    return PageFacts(
        path,
        tree.get("lang", ""),
        (title.text or "").strip() if title is not None else "",
        canonical,
        redirect,
        tuple(links),
        tuple(loads),
        tuple(alternates),
        ids,
    )


def _line(node: Any) -> int:
    """The line a node begins in, 0 where that is not known (lxml's types do not say that it is a number)."""
    return int(node.sourceline or 0)


def _found(tree: Any, path: str) -> Iterable[object]:
    """What an XPath that asks for attributes finds, which is a list."""
    found: list[object] = tree.xpath(path)
    return found


def _addresses(value: str | None, name: str) -> Iterator[str]:
    if not value:
        return
    if name == "srcset":
        yield from (part.split()[0] for part in value.split(",") if part.split())
    else:
        yield value


@dataclass(frozen=True, slots=True)
class Place:
    """Where a published site lives: ``origin`` with scheme and host, ``prefix`` its path or empty."""

    origin: str
    prefix: str

    def address(self, path: str) -> str:
        """The absolute address of an output file."""
        shown = path.removesuffix("index.html") if path.endswith("index.html") else path
        return f"{self.origin}{self.prefix}/{shown}"

    def file(self, address: str) -> str | None:
        """The output file that answers an absolute address; ``None`` for another site's."""
        parts = urlsplit(address)
        if f"{parts.scheme}://{parts.netloc}" != self.origin or not parts.path.startswith(self.prefix + "/"):
            return None
        path = unquote(parts.path[len(self.prefix) + 1 :])
        return path + "index.html" if path == "" or path.endswith("/") else path


def audit(root: Path, place: Place) -> tuple[Problem, ...]:
    """Every problem of the HTML files in an output folder, sorted."""
    files = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
    pages: dict[str, PageFacts] = {}
    problems: list[Problem] = []
    for path in sorted(p for p in files if p.endswith(".html")):
        try:
            data = (root / path).read_bytes()
            pages[path] = read_page(path, data)
            problems += claims(path, pages[path].lang, data, files)
        except etree.ParserError:
            problems.append(_problem(path, 0, "empty-page", "an empty page", "a page", "Build anew."))
    for page in pages.values():
        problems += _page(page, pages, files, place)
    return tuple(sorted(problems))


def _problem(file: str, line: int, code: str, found: str, expected: str, fix: str) -> Problem:
    return Problem(f"output/{file}", line, 0, code, found, expected, fix)


def _page(page: PageFacts, pages: dict[str, PageFacts], files: set[str], place: Place) -> Iterator[Problem]:
    if not page.title:
        yield _problem(page.path, 0, "no-title", "no title", "a title in the head", "Fix the template.")
    if not page.lang:
        yield _problem(page.path, 0, "no-language", "no lang on html", "the page's language", "Fix the template.")
    yield from _links(page, pages, files, place)
    yield from _loads(page, files, place)
    yield from _languages(page, pages, place)


def _links(page: PageFacts, pages: dict[str, PageFacts], files: set[str], place: Place) -> Iterator[Problem]:
    here = place.address(page.path)
    for written, line in page.links:
        address, anchor = urldefrag(urljoin(here, written))
        file = place.file(address)
        if file is None:
            continue
        if file not in files:
            yield _problem(
                page.path,
                line,
                "broken-link",
                f"a link to {written}, which is not there",
                "a page of this site",
                "Fix the link, or the page it should lead to.",
            )
        elif anchor and file in pages and unquote(anchor) not in pages[file].ids:
            yield _problem(
                page.path,
                line,
                "broken-anchor",
                f"a link to {written}, but nothing there is called “{anchor}”",
                "the id of a heading on that page",
                "Fix the part of the link behind #.",
            )


def _loads(page: PageFacts, files: set[str], place: Place) -> Iterator[Problem]:
    here = place.address(page.path)
    for written, line in page.loads:
        if written.startswith("data:"):
            continue
        file = place.file(urljoin(here, written))
        if file is None:
            yield _problem(
                page.path,
                line,
                "foreign-request",
                f"the page fetches {written}",
                "nothing from another host",
                "Take the file into the theme or the content.",
            )
        elif file not in files:
            yield _problem(
                page.path,
                line,
                "missing-file",
                f"{written} is not there",
                "a file of this site",
                "Fix the reference, or build anew.",
            )


def _languages(page: PageFacts, pages: dict[str, PageFacts], place: Place) -> Iterator[Problem]:
    here = place.address(page.path)
    if page.canonical and page.canonical != here and not page.redirect:
        yield _problem(
            page.path, 0, "wrong-canonical", page.canonical, here, "Fix the template, or `url` in site.yaml."
        )
    if not page.alternates:
        return
    addresses = dict(page.alternates)
    if here not in addresses.values() or "x-default" not in addresses:
        yield _problem(
            page.path,
            0,
            "hreflang-without-itself",
            "hreflang without the page itself or x-default",
            here,
            "Fix the template.",
        )
    # A page that is in no language of its own (the chooser) is named back as x-default.
    own = page.lang if addresses.get(page.lang) == here else "x-default"
    for lang, address in page.alternates:
        other = pages.get(place.file(address) or "")
        if other is None:
            yield _problem(page.path, 0, "broken-hreflang", f"{lang}: {address}", "a page of this site", "Build anew.")
        elif lang != "x-default" and (other.lang != lang or dict(other.alternates).get(own) != here):
            yield _problem(
                page.path,
                0,
                "one-sided-hreflang",
                f"{lang}: {address}, which does not point back in that language",
                "pairs that name each other",
                "Build anew.",
            )


def place_of(site_url: str) -> Place:
    """The place of a newsroom by site.yaml's ``url``."""
    parts = urlsplit(site_url)
    return Place(f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/"))
