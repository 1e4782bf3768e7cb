"""HTML -> a tree without what no reader sees, and the part of it that is the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from plugins.importing.errors import SourceError
from plugins.importing.word_lists import join_word_lists

INVISIBLE = ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "select", "math")
"""Elements whose content is nothing that is read."""
AROUND = ("nav", "form", "footer", "button")
DEPTH = 200
"""Elements in elements; deeper ones mean nothing to a reader, and all to somebody who wants to do harm."""
_SAMPLE = 40
"""Paragraphs of an extracted text by which its place in the page is found."""
_WITHIN_WORDS = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark"),
        *("q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr"),
    ]
)
"""Elements that may begin or end inside a word."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_STYLED = (
    ("em", re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)),
    ("sup", re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)),
    ("sub", re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE)),
    ("s", re.compile(r"text-decoration[a-z-]*\s*:[^;]*\bline-through", re.IGNORECASE)),
)
"""What a style says -> the element that says it."""
_PASTED = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL | re.IGNORECASE)


def parse(text: str, name: str) -> html.HtmlElement:
    """The body of a page or of a pasted fragment. Raises ``SourceError``."""
    if pasted := _PASTED.search(text):
        text = pasted[1]
    text = text.replace("\x00", "")
    parser = html.HTMLParser(huge_tree=False, no_network=True, remove_pis=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise SourceError(name, "a page without any text", "a web page or a part of one", "Copy its text.") from None
    body = tree.find("body")
    found: html.HtmlElement = tree if body is None else body
    if _depth(found) > DEPTH:
        raise SourceError(
            name, f"elements nested more than {DEPTH} deep", "a web page as people make them",
            "Copy the text in the browser and import it as pasted text (`import -`).",
        ) from None  # fmt: skip
    _even(found)
    join_word_lists(found)
    return found


def _depth(element: html.HtmlElement) -> int:
    deepest, stack = 0, [(element, 1)]
    while stack:
        current, depth = stack.pop()
        deepest = max(deepest, depth)
        stack.extend((child, depth + 1) for child in current)
    return deepest


def _even(body: html.HtmlElement) -> None:
    """Bold, italic, raised and struck out that are written as a style become elements; ``<b>`` that is none goes.

    What Word marks as deleted by somebody is no part of the text.
    """
    for element in list(body.iter("del")):
        if (element.get("cite") or "").startswith("mailto:"):
            element.drop_tree()
    for element in body.iter("span", "b", "strong"):
        style = element.get("style", "")
        for tag, said in _STYLED if element.tag == "span" else ():
            if said.search(style):
                _inside(element, tag)
        if element.tag == "span" and _BOLD.search(style):
            element.tag = "strong"
        elif element.tag != "span" and _NOT_BOLD.search(style):
            element.tag = "span"


def _inside(element: html.HtmlElement, tag: str) -> None:
    """Puts everything in an element into another in it."""
    inner = html.Element(tag)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)


def is_hidden(element: html.HtmlElement) -> bool:
    """Whether a page hides an element from everybody."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def visible_words(body: html.HtmlElement) -> str:
    """All text of the page that somebody may read, taken straight from the tree; marks inside a word part it not."""
    return "".join(_texts(body))


def _texts(element: html.HtmlElement) -> Iterator[str]:
    around = "" if element.tag in _WITHIN_WORDS else " "
    yield around
    if isinstance(element.tag, str) and element.tag not in INVISIBLE:
        if element.text:
            yield element.text
        for child in element:
            yield from _texts(child)
    yield f"{around}{element.tail or ''}"


def article(body: html.HtmlElement, name: str) -> html.HtmlElement:
    """The element that holds the text; the whole body where the page has nothing around it."""
    for path in (".//article", ".//main", ".//*[@role='main']", ".//*[@itemprop='articleBody']"):
        found = [e for e in body.iterfind(path) if len(e.text_content().split()) > 20]
        if len(found) == 1:
            return found[0]
    if not any(True for _ in body.iter("nav", "header", "footer", "aside", "form")):
        return body
    return _extracted(body, name)


def _extracted(body: html.HtmlElement, name: str) -> html.HtmlElement:
    """The smallest element around everything that trafilatura takes for the text."""
    import trafilatura

    text = trafilatura.extract(html.tostring(body), include_tables=True, favor_recall=True, url=None) or ""
    del name
    every = list(dict.fromkeys(_key(line) for line in text.splitlines() if len(line) > 40))
    lines = [*every[:_SAMPLE], *every[-1:]]
    wanted = [e for line in lines if (e := _smallest(body, line)) is not None]
    wanted += [e for e in body.iter("h1") if not any(a.tag in AROUND for a in e.iterancestors())]
    if len(wanted) < 2:
        return body
    common = [wanted[0], *wanted[0].iterancestors()]
    for element in wanted[1:]:
        above = {element, *element.iterancestors()}
        common = [one for one in common if one in above]
    found = common[0] if common else body
    return found if 2 * len(_key(found.text_content())) > len(_key(_bare(body))) else body


def _smallest(body: html.HtmlElement, line: str) -> html.HtmlElement | None:
    """The innermost element that holds a line."""
    current = body
    while True:
        inner = next((e for e in current if isinstance(e.tag, str) and line in _key(e.text_content())), None)
        if inner is None:
            return current if current is not body else None
        current = inner


def _bare(body: html.HtmlElement) -> str:
    """The text of a page without its navigation, forms and footers."""
    around = {e for tag in (*AROUND, "header", *INVISIBLE) for e in body.iter(tag)}
    return " ".join(
        f"{e.text or ''} {e.tail or ''}" for e in body.iter()
        if isinstance(e.tag, str) and e not in around and not any(a in around for a in e.iterancestors())
    )  # fmt: skip


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
