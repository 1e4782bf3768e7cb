"""Services of translation as the tests of whole runs meet them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from tests.engines.dialects import DEEPL, Dialect
from tests.engines.wire import Loopback, Reply, Seen
from tests.site.dutch import dutch, stand
from tests.site.newsroom import Newsroom

MANY = "\n\n".join(stand(number) for number in range(1, 61))
"""More paragraphs than DeepL takes in one request."""


def in_dutch(dialect: Dialect) -> Callable[[Seen], Reply]:
    """A server of that service that knows Dutch."""
    return lambda seen: dialect.reply([dutch(text) for text in dialect.asked(seen)])


def settings(newsroom: Newsroom, translation: str) -> None:
    """Another line ``translation:`` in site.yaml."""
    site = newsroom.root / "content/site.yaml"
    text = re.sub(r"translation: .*", f"translation: {translation}", site.read_text("utf-8"))
    site.write_text(text, "utf-8")


def texts(loopback: Loopback, dialect: Dialect) -> list[str]:
    """Every text a server was asked for, without markup."""
    return [
        html.unescape(re.sub(r"<[^>]*>", "", text))
        for seen in loopback.seen
        if seen.method == "POST" and "glossar" not in seen.path
        for text in dialect.asked(seen)
    ]


def losing_links(seen: Seen) -> Reply:
    """DeepL on a bad day: no link comes back."""
    return DEEPL.reply([re.sub(r"</?a[^>]*>|\[G\d+[AZ]\]", "", dutch(text)) for text in DEEPL.asked(seen)])
