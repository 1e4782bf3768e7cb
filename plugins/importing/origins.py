"""Who wrote a text and where it was taken from: lines such as “Text: …”, “Quelle: …”, “Bron: …”."""

from __future__ import annotations

import re

from plugins.importing import labels
from plugins.importing.block import Block, BlockKind
from plugins.importing.contact_lines import Contact, looks_like_name, web_address
from plugins.importing.people import People
from plugins.importing.proposal import ItemKind, ProposedSource
from plugins.importing.reading import Reading
from plugins.newsroom.record import record

_AND = re.compile(r"\s*(?:,|;|/|&|\||\s(?:und|and|en)\s)\s*")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^)\s]{1,2000})[^)]{0,500}\)")


@record
class Authors:
    """Who wrote it; ``pictures`` is the name of those who also took the pictures (“Text und Fotos: …”)."""

    ids: tuple[str, ...] = ()
    pictures: str = ""


def find_authors(reading: Reading, people: People) -> Authors:
    """The authors whom lines of the text name."""
    ids: list[str] = []
    pictures = ""
    for number, block in list(reading.lines()):
        if not reading.is_free(number) or block.kind is not BlockKind.PARAGRAPH:
            continue
        label = labels.TEXT_AND_PICTURES.match(block.text)
        names, numbers = _names(reading, number, block)
        if not names:
            continue
        value = reading.take(ItemKind.AUTHOR, numbers, ", ".join(names))
        if value:
            pictures = pictures or (value if label else "")
            for place, name in enumerate(part for part in _AND.split(value) if part):
                ids.append(people.named(Contact(name=name), f"author-{number + 1}-{place + 1}", block.text))
    return Authors(tuple(dict.fromkeys(ids)), pictures)


def _names(reading: Reading, number: int, block: Block) -> tuple[list[str], tuple[int, ...]]:
    """The names in an author's line, and the blocks that hold them."""
    text = " ".join(block.text.split())
    label = labels.TEXT_AND_PICTURES.match(text) or labels.AUTHOR.match(text)
    if label is None:
        byline = labels.BYLINE.match(text)
        names = _AND.split(text[byline.end() :]) if byline else []
        return ([n for n in names if n], (number,)) if names and all(map(looks_like_name, names)) else ([], ())
    numbers: tuple[int, ...] = (number,)
    rest = text[label.end() :].strip()
    if not rest and reading.is_free(number + 1) and len(reading.blocks[number + 1].text) < 80:
        rest, numbers = reading.blocks[number + 1].text.strip(), (number, number + 1)
        if not all(map(looks_like_name, _AND.split(rest))):
            return [], ()
    rest = re.sub(r"\s*\((?:text|autor\w*|author|auteur)\)", "", rest, flags=re.IGNORECASE)
    names = [name.strip(" .") for name in _AND.split(rest) if name.strip(" .")]
    short = bool(names) and all(len(name.split()) <= 6 and len(name) <= 60 for name in names)
    return (names, numbers) if short else ([], ())


def find_sources(reading: Reading) -> tuple[ProposedSource, ...]:
    """Where the text was taken from, as its lines say."""
    found: list[ProposedSource] = []
    for number, block in list(reading.lines()):
        if not reading.is_free(number) or block.kind is BlockKind.PICTURE:
            continue
        label = labels.SOURCE.match(block.text)
        if label is None or (block.kind is BlockKind.HEADING and label.end() < len(block.text)):
            continue
        numbers: tuple[int, ...] = (number,)
        rest, marked = block.text[label.end() :], block.markdown
        if not rest.strip():
            if not reading.is_free(number + 1) or len(reading.blocks[number + 1].text) > 200:
                continue
            numbers, following = (number, number + 1), reading.blocks[number + 1]
            rest, marked = following.text, following.markdown
        value = reading.take(ItemKind.SOURCE, numbers, _value(rest, marked))
        if value:
            found.extend(_sources(value))
    return tuple(dict.fromkeys(found))


def _value(rest: str, marked: str) -> str:
    """The names with their addresses, as words: a link gives its address too."""
    text = " ".join(rest.split())
    for words, address in _LINK.findall(marked):
        if address not in text:
            text = text.replace(words, f"{words} {address}", 1)
    return text


def _sources(value: str) -> list[ProposedSource]:
    found = []
    for part in re.split(r"\s*;\s*", value):
        url = web_address(part)
        name = (
            part.replace(url, "").strip(" ,:()–|-") if url else part.strip(" .") if not part.endswith("e.V.") else part
        )
        whole = url if "://" in url or not url else f"https://{url}"
        host = re.sub(r"^(?:https?://)?(?:www\.)?([^/]*).*", r"\1", url)
        if name or host:
            found.append(ProposedSource(name or host, whole))
    return found
