"""An extension of Python-Markdown: addresses that stand bare in a text become links."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from plugins.markup.addresses import EMAIL, LINKED, url_end


class _Web(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        """The link, which ends before the punctuation of the sentence."""
        start, end = m.start(), url_end(data, m.start(), m.end())
        words = data[start:end]
        if end - start < 6:
            return None, None, None
        return _link(f"https://{words}" if words.startswith("www.") else words, words), start, end


class _Mail(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)
    NEEDS = frozenset({"@"})
    """What stands in each match, for the converter that looks for it first."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        """The link to a mailbox."""
        del data
        return _link(f"mailto:{m[0]}", m[0]), m.start(), m.end()


class BareLinksExtension(markdown.Extension):
    """Looks for addresses where code, links and HTML have been taken out."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        """Adds the two patterns behind that of HTML."""
        md.inlinePatterns.register(_Web(LINKED.pattern, md), "bare_web", 86)
        md.inlinePatterns.register(_Mail(EMAIL.pattern, md), "bare_mail", 85)


def _link(href: str, words: str) -> Element:
    element = Element("a")
    element.set("href", href)
    element.text = AtomicString(words)
    return element
