"""The wire format of each service, written as the service speaks it."""

from __future__ import annotations

import html
import json
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
    own_client: bool = True
    """Whether the request is made by our own client (no redirects) or by a class of deep-translator."""

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
                {"detected_source_language": "DE", "text": text, "billed_characters": len(text)} for text in texts
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


def _chat_reply(texts: Sequence[str]) -> Reply:
    listed = [{"id": number, "text": text} for number, text in enumerate(texts, 1)]
    content = json.dumps({"translations": listed})
    return as_json(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}],
        }
    )


OPENAI = Dialect(
    "openai",
    lambda url: {
        "OPENAI_BASE_URL": f"{url}/v1",
        "OPENAI_API_KEY": f"{CANARY}-openai",
        "OPENAI_MODEL": "test-model",
    },
    lambda seen: [entry["text"] for entry in json.loads(seen.json["messages"][1]["content"])["segments"]],
    _chat_reply,
)
GOOGLE = Dialect(
    "google",
    lambda url: {"GOOGLE_TRANSLATE_URL": f"{url}/m"},
    lambda seen: [seen.query["q"]],
    lambda texts: Reply(
        200,
        f'<html><body><div class="result-container">{html.escape(texts[0])}</div></body></html>'.encode(),
        (("Content-Type", "text/html; charset=UTF-8"),),
    ),
    many=False,
    own_client=False,
)
MYMEMORY = Dialect(
    "mymemory",
    lambda url: {"MYMEMORY_URL": f"{url}/get"},
    lambda seen: [seen.query["q"]],
    lambda texts: as_json(
        {
            "responseData": {"translatedText": texts[0], "match": 0.85},
            "quotaFinished": False,
            "responseDetails": "",
            "responseStatus": 200,
            "matches": [],
        }
    ),
    many=False,
    own_client=False,
)
MICROSOFT = Dialect(
    "microsoft",
    lambda url: {
        "MICROSOFT_API_KEY": f"{CANARY}-microsoft",
        "MICROSOFT_TRANSLATOR_URL": f"{url}/translate?api-version=3.0",
    },
    lambda seen: [entry["text"] for entry in seen.json],
    lambda texts: as_json([{"translations": [{"text": texts[0], "to": "nl"}]}]),
    many=False,
    own_client=False,
)
DIALECTS = (DEEPL, LIBRETRANSLATE, OPENAI, GOOGLE, MYMEMORY, MICROSOFT)
