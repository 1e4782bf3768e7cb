"""What is left of a source -> the body of the edition, with headings in their ranks and pictures in their places."""

from __future__ import annotations

import re
from collections import Counter

from plugins.importing import labels
from plugins.importing.block import Block, BlockKind
from plugins.importing.contact_lines import PHONE, web_address
from plugins.importing.proposal import ItemKind, ProposedLink, ProposedPicture, Sure
from plugins.importing.prose import shows
from plugins.importing.reading import Reading

_HEADING = 120
"""Characters of the longest bold line that is taken for a heading."""
_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)+)\]\(([^)\s]{1,2000})[^)]{0,500}\)")
_KINDS = {
    BlockKind.HEADING: ItemKind.HEADING,
    BlockKind.LIST: ItemKind.LIST,
    BlockKind.TABLE: ItemKind.TABLE,
    BlockKind.QUOTATION: ItemKind.QUOTATION,
}


def find_links(reading: Reading) -> tuple[ProposedLink, ...]:
    """The links below “Weitere Informationen”, where nothing but links stands."""
    found: list[ProposedLink] = []
    for number, block in list(reading.lines()):
        head, _, rest = block.text.partition(":")
        is_label = labels.INFORMATION.fullmatch(block.text.strip(" :")) is not None
        if not reading.is_free(number) or not (
            is_label or (labels.INFORMATION.fullmatch(head.strip()) and rest.strip())
        ):
            continue
        numbers = [] if not is_label else _following(reading, number)
        links = (
            _links(block, rest) if not is_label else [each for n in numbers for each in _links(reading.blocks[n], "")]
        )
        if links:
            value = "\n".join(f"{link.label}: {link.url}" for link in links)
            if reading.take(ItemKind.LINK, (number, *numbers), value):
                found.extend(links)
    return tuple(found)


def _following(reading: Reading, number: int) -> list[int]:
    numbers: list[int] = []
    while reading.is_free(number + 1) and _links(reading.blocks[number + 1], ""):
        number += 1
        numbers.append(number)
    return numbers


def _links(block: Block, rest: str) -> list[ProposedLink]:
    """The links of a block, where it holds links and their labels alone."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST) or "![" in block.markdown:
        return []
    found = []
    for line in (rest or block.text).strip().split("\n"):
        marked = [each for each in _LINK.findall(block.markdown) if re.sub(r"\\(.)", r"\1", each[0]) in line]
        url = web_address(line)
        words = line.replace(url, "")
        label = re.sub(r"\s+", " ", words).strip(" :–—-()→>»•.,")
        if url and len(label) <= 120 and not label.endswith("."):
            found.append(
                ProposedLink(url if "://" in url else f"https://{url}", label or re.sub(r"^https?://", "", url))
            )
        elif len(marked) == 1 and len(line) <= len(marked[0][0]) + 40:
            found.append(ProposedLink(marked[0][1], " ".join(line.split())))
        else:
            return []
    return found


def assemble(
    reading: Reading, pictures: tuple[tuple[int, ProposedPicture], ...]
) -> tuple[str, tuple[ProposedPicture, ...]]:
    """The body, and the pictures with where they stand: in the text, or in the gallery below it."""
    placed = dict(pictures)
    texts = [n for n, b in reading.free() if b.kind is not BlockKind.PICTURE]
    inside = {n: p for n, p in placed.items() if p.in_text and texts and texts[0] < n < texts[-1]}
    rank = _ranks(reading)
    parts: list[str] = []
    for number, block in enumerate(reading.blocks):
        if number in inside:
            parts.append(f"![](photo:{inside[number].file})")
        elif reading.is_free(number) and block.kind is not BlockKind.PICTURE:
            parts.append(_part(reading, number, block, rank))
    _count_paragraphs(reading)
    from dataclasses import replace

    shown = tuple(replace(p, in_text=n in inside) for n, p in pictures)
    return "\n\n".join(part for part in parts if part), shown


def _ranks(reading: Reading) -> dict[int, int]:
    """Level in the source -> level in the edition: 2 for the highest below the title, without gaps."""
    levels = sorted({b.level for _, b in reading.free() if b.kind is BlockKind.HEADING})
    return {level: min(place + 2, 6) for place, level in enumerate(levels)}


def _part(reading: Reading, number: int, block: Block, rank: dict[int, int]) -> str:
    key = f"heading-{number + 1}"
    said = reading.answer(key)
    if block.kind is BlockKind.HEADING and said != "text":
        _note(reading, number, block, "")
        return f"{'#' * rank[block.level]} {_one_line(block.markdown)}"
    if _is_bold_heading(reading, number, block) and said != "text":
        _note(
            reading,
            number,
            block,
            "a line of its own, " + ("all bold" if block.is_bold else "short, above a paragraph"),
        )
        return f"{'#' * max(rank.values(), default=2)} {_one_line(block.markdown)}"
    if (block.kind in _KINDS and block.kind is not BlockKind.HEADING) or block.note:
        _note(reading, number, block, block.note)
    for words, address in _LINK.findall(block.markdown):
        reading.note(f"link-{number + 1}", ItemKind.LINK, f"{words}: {address}", words, number)
    return bold(block) if block.is_bold else block.markdown


def _one_line(markdown: str) -> str:
    return re.sub(r"\\?\n\s*", " ", markdown).removesuffix("#").rstrip()


def bold(block: Block) -> str:
    """A paragraph that is bold from end to end, where that can be written."""
    made = f"**{block.markdown}**"
    return made if shows(made, block.text) else block.markdown


def _is_bold_heading(reading: Reading, number: int, block: Block) -> bool:
    """A bold line, or in a text without any marks a short line between blank ones, above a paragraph."""
    text = block.text.strip()
    if (
        block.kind is not BlockKind.PARAGRAPH
        or not 2 < len(text) <= _HEADING
        or text.endswith((".", ",", ";", ":", "…"))
    ):
        return False
    if reading.answer(f"heading-{number + 1}") == "take":
        return True
    following = next((b for _, b in reading.free(number + 1) if b.kind is not BlockKind.PICTURE), None)
    if following is None:
        return False
    if block.is_bold:
        return "\n" not in text
    is_plain = reading.source.format in ("text", "mail") and "\n" not in text
    is_about = labels.ABOUT.fullmatch(text) is not None and len(text) <= 90
    stands_out = is_about or (
        len(following.text) > max(100, 1.5 * len(text)) and len(text) <= 90 and len(text.split()) > 1
    )
    return (
        is_plain
        and stands_out
        and following.kind is BlockKind.PARAGRAPH
        and not web_address(text)
        and not re.search(r"[@\t]", text)
        and not PHONE.search(text)
    )


def _note(reading: Reading, number: int, block: Block, why: str) -> None:
    kind = _KINDS.get(block.kind, ItemKind.HEADING)
    if block.note == "footnote":
        kind = ItemKind.TEXT
    sure = Sure.TO_DECIDE if block.note and block.note != "footnote" else Sure.TAKEN
    reading.take(kind, (number,), block.text, sure=sure, why=why, choices=("take", "text"), stays=True)


def _count_paragraphs(reading: Reading) -> None:
    """All paragraphs together are one thing that was taken."""
    kinds = Counter(block.kind for _, block in reading.free())
    count = kinds[BlockKind.PARAGRAPH] + kinds[BlockKind.CODE]
    if count:
        first = next(b for _, b in reading.free() if b.kind is BlockKind.PARAGRAPH or b.kind is BlockKind.CODE)
        value = f"{count} {'paragraph' if count == 1 else 'paragraphs'}"
        excerpt = first.text if len(first.text) < 160 else f"{first.text[:159]}…"
        reading.take(ItemKind.TEXT, (), value, excerpt=excerpt, stays=True, choices=())
