"""The wire format of each service, written as the service speaks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plugins.translation.engines.base import Batch, Engine
from plugins.translation.engines.registry import engine_for
from plugins.translation.segment import Segment, Tag, TagKind
from tests.engines.wire import Reply, Seen, as_json

CANARY = "canary-5f1c9e77"
"""Part of every key in these tests: it may be seen on the wire and nowhere else."""


@dataclass(frozen=True)
class Dialect:
    """How to ask one engine for a loopback server, and how that server answers."""

    name: str
    environment: Callable[[str], Mapping[str, str]]
    asked: Callable[[Seen], list[str]]
    """The texts of a request."""
    reply: Callable[[Sequence[str]], Reply]
    """Translations as this service sends them."""
    many: bool = True
    """Whether one request carries several segments."""

    def engine(self, url: str, timeout: str = "20") -> Engine:
        """The real engine, talking to ``url``."""
        return engine_for(self.name, {**self.environment(url), "TRANSLATION_TIMEOUT": timeout})

    def good(self, seen: Seen) -> Reply:
        """A right answer to a request."""
        return self.reply([translated(text) for text in self.asked(seen)])


def translated(text: str) -> str:
    """What every server of these tests knows of translation."""
    return text.replace("Haus", "House").replace("und", "and")


SEGMENT = Segment(
    "body",
    "paragraph",
    'Das <g id="1">Haus</g> und <x id="2"/> &amp; Garten',
    (Tag(1, TagKind.LINK, "[", "](report:haus)"), Tag(2, TagKind.NAME, "Julia Jäger", visible="Julia Jäger")),
    7,
)
ANSWER = 'Das <g id="1">House</g> and <x id="2"/> &amp; Garten'
PLAIN = Segment("title", "title", "Haus und Hof", (), 2)
PLAIN_ANSWER = "House and Hof"


def batch(*segments: Segment) -> Batch:
    """A German batch to be put into Dutch, a language that not every library knows."""
    return Batch(segments or (SEGMENT, PLAIN), "de", "nl")


DEEPL = Dialect(
    "deepl",
    lambda url: {"DEEPL_AUTH_KEY": f"{CANARY}-deepl", "DEEPL_SERVER_URL": url},
    lambda seen: list(seen.json["text"]),
    lambda texts: as_json(
        {
            "translations": [
                {"detected_source_language": "DE", "text": text, "billed_characters": len(text)}
                for text in texts
            ]
        }
    ),
)
LIBRETRANSLATE = Dialect(
    "libretranslate",
    lambda url: {"LIBRETRANSLATE_URL": url, "LIBRETRANSLATE_API_KEY": f"{CANARY}-libre"},
    lambda seen: list(seen.json["q"]),
    lambda texts: as_json({"translatedText": list(texts)}),
)
DIALECTS = (DEEPL, LIBRETRANSLATE)
