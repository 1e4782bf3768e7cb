"""Inline HTML -> one paragraph of our Markdown, with as few backslashes as show the same words on the page."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Iterator
from typing import Any

from markdownify import BACKSLASH, MarkdownConverter

from plugins.markup.convert import convert
from plugins.markup.errors import TooDeepError

NOTE = re.compile("\ue000(e?\\d+)\ue001")
"""The mark of a footnote on its way; becomes ``[^1]``."""

_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_SIGNS = 200
"""Characters of the longest paragraph of signs without any word that is written out."""
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f]")
"""Soft hyphens and signs of no width: no words, and in the way of every comparison."""
_ESCAPED = ("", "*_", "*_`[]", "\\`*_{}[]()>#+-.!")
"""Signs that get a backslash, from try to try more of them; the last are all that Python-Markdown knows."""
_ENTITIES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "~|=:^$@/\"'"} | {"&": "&amp;", "<": "&lt;"})


class _Converter(MarkdownConverter):
    """markdownify, with links as this newsroom writes them, and no more backslashes than are asked for."""

    def escape(self, text: str, parent_tags: Any) -> str:
        """The text with signs escaped: those of the option ``signs``, and the others as entities if that is asked."""
        del parent_tags
        signs, is_last = self.options["signs"], self.options["entities"]  # type: ignore[attr-defined]
        if not is_last:
            return re.sub(f"([{re.escape(signs)}])", r"\\\1", text) if signs else text
        return "".join(f"\\{sign}" if sign in signs else sign.translate(_ENTITIES) for sign in text)

    def convert_a(self, el: Any, text: str, parent_tags: Any) -> str:
        """A link; an address that stands for itself needs no marks, one that leads nowhere keeps its words."""
        href = str(el.get("href") or "").strip()
        words = re.sub(r"\\(?=[_*])", "", text.strip())
        if not re.match(r"(?:https?://|mailto:|tel:)", href, re.IGNORECASE) or not words:
            return text
        if words in (href, href.removeprefix("mailto:")):
            return str(text.replace(text.strip(), words))
        made: str = super().convert_a(el, text, parent_tags)  # type: ignore[misc]
        return made

    def convert_del(self, el: Any, text: str, parent_tags: Any) -> str:
        """Words that were struck out stay so: without their line they would say the contrary."""
        del el, parent_tags
        inner = text.strip()
        return text.replace(inner, f"<del>{inner}</del>", 1) if inner else text

    convert_s = convert_strike = convert_del


def plain(fragment: str) -> str:
    """The words of inline HTML; a line break stays one."""
    lines = _BREAK.split(fragment)
    texts = [_SPACES.sub(" ", markup.unescape(_TAG.sub("", line))).strip(" ") for line in lines]
    return _INVISIBLE.sub("", "\n".join(texts)).strip()


def prose(fragment: str) -> str:
    """One paragraph of Markdown that shows the words of the fragment and nothing else."""
    clean = _INVISIBLE.sub("", fragment)
    wanted = _flat(plain(clean))
    if len(wanted) > _SIGNS and not re.search(r"[^\W_]", wanted):
        return ""
    made = ""
    for made in _candidates(clean):
        if shows(made, wanted):
            break
    return NOTE.sub(r"[^\1]", made)


def of_text(text: str) -> str:
    """One paragraph of Markdown for a plain text, whose signs mean nothing but themselves."""
    return prose(markup.escape(text, quote=False).replace("\n", "<br>"))


def shows(markdown: str, text: str) -> bool:
    """Whether a Markdown text is one paragraph with just these words."""
    try:
        made = convert(markdown).html
    except TooDeepError:
        return False
    return made.startswith("<p>") and made.count("<p") == 1 and made.rstrip().endswith("</p>") and _same(made, text)


def _same(made: str, text: str) -> bool:
    return "<ol" not in made and "<ul" not in made and _flat(_shown(made)) == _flat(text)


def _shown(page: str) -> str:
    """The words of a page's HTML, each sign of them."""
    return markup.unescape(_TAG.sub("", _BREAK.sub(" ", page)))


def _candidates(fragment: str) -> Iterator[str]:
    bare = markup.escape("\n".join(plain(fragment).split("\n")), quote=False).replace("\n", "<br>")
    for source in (fragment, bare):
        for signs, entities in [*((signs, False) for signs in _ESCAPED), ("*_`[]", True), (_ESCAPED[-1], True)]:
            options: dict[str, Any] = {
                "signs": signs, "entities": entities, "newline_style": BACKSLASH, "autolinks": False, "wrap": False,
                "sup_symbol": "<sup>", "sub_symbol": "<sub>",
            }  # fmt: skip
            made: str = _Converter(**options).convert(f"<p>{source}</p>")
            yield _SPACES_AROUND.sub("\\\\\n", made.strip())


_SPACES_AROUND = re.compile(r" *\\\n *")


def _flat(text: str) -> str:
    return " ".join(text.split())
