"""Pictures with their captions and credits: in the document, or as a browser copies them (“Image” and two lines)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from pathlib import PurePosixPath

from plugins.importing import credits, labels
from plugins.importing.block import Block, BlockKind, Style
from plugins.importing.credits import Words
from plugins.importing.picture_facts import picture_facts
from plugins.importing.proposal import ItemKind, ProposedPicture, Sure
from plugins.importing.reading import LINE, Reading
from plugins.newsroom.slug import make_slug

_MADE_BY_WORD = re.compile(
    r"\s*(?:(?:KI|AI)-(?:generierte|generated)|automatisch generierte|automatically generated).*", re.I | re.S
)


def find_pictures(reading: Reading) -> tuple[tuple[int, ProposedPicture], ...]:
    """(number of its block, picture) of every picture, in the order of the source."""
    found: list[tuple[int, ProposedPicture]] = []
    for number, block in list(reading.free()):
        if not reading.is_free(number):
            continue
        if block.kind is BlockKind.PICTURE:
            found.append((number, _embedded(reading, number, block)))
        elif _stands_for_picture(block):
            picture = _copied(reading, number, block, len(found) + 1)
            if picture is not None:
                found.append((number, picture))
    kept = [(n, p) for n, p in found if reading.answer(p.key) != "drop"]
    return tuple(kept)


def _embedded(reading: Reading, number: int, block: Block) -> ProposedPicture:
    """A picture of the document, with the caption and the credit that stand at it."""
    raw = next(each for each in reading.source.pictures if each.name == block.picture)
    key = f"picture-{number + 1}"
    words, lines = _words_at(reading, number, block)
    facts = picture_facts(raw)
    alt = "" if labels.PICTURE_FILE.fullmatch(block.text.strip()) else _MADE_BY_WORD.sub("", block.text).strip()
    name_credit = credits.from_file_name(PurePosixPath(raw.origin.split("?")[0]).stem) if raw.origin else ""
    picture = ProposedPicture(
        key, raw.name, raw.data, alt or facts.alt, words.caption or facts.caption,
        words.credit or facts.credit or name_credit, in_text=True, problem=facts.problem,
    )  # fmt: skip
    why = facts.problem or ("the source only links it: add the file" if not raw.data else "")
    sure = Sure.TO_DECIDE if why else Sure.TAKEN
    shown = f"{raw.origin or raw.name}\n{block.text}".strip()
    value = f"{picture.file}\n{picture.alt}"
    reading.take(
        ItemKind.PICTURE,
        (number,),
        value,
        sure=sure,
        why=why,
        excerpt=shown,
        choices=("take", "drop"),
        covered=f"{raw.origin} {value}",
    )
    return _noted(reading, number, lines, block.caption, words, picture)


def _copied(reading: Reading, number: int, block: Block, place: int) -> ProposedPicture | None:
    """A picture of which a page's copy has only a word, or a file's name, and the lines below it."""
    name = block.text.strip()
    is_file = labels.PICTURE_FILE.fullmatch(name) is not None
    words, lines = _lines_below(reading, number)
    if is_file and not words.credit and _is_above_title(reading, number):
        words, lines = Words(), ()
    if not lines and not is_file:
        reading.drop(ItemKind.FURNITURE, number, "stands for a picture of which nothing else is there")
        return None
    key = f"picture-{number + 1}"
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix.lower()
    file = f"{make_slug(stem, 'picture')}{suffix}" if is_file else f"picture-{place}.jpg"
    credit = words.credit or (credits.from_file_name(stem) if is_file else "")
    why = f"the picture itself is not in the source: add it as photos/{file}"
    if credit and not words.credit:
        why = f"{why}; the credit is only in the name of the file"
    reading.take(ItemKind.PICTURE, (number,), file, sure=Sure.TO_DECIDE, why=why, choices=("take", "drop"))
    return _noted(reading, number, lines, "", words, ProposedPicture(key, file, b"", "", words.caption, credit))


def _is_above_title(reading: Reading, number: int) -> bool:
    """Whether no line before the picture can be the title: then the line below it is, and no caption."""
    above = takewhile(lambda pair: pair[0] < number, reading.free())
    return all(len(block.text.split()) < 3 for _, block in above)


def _noted(
    reading: Reading, number: int, lines: tuple[int, ...], figcaption: str, words: Words, picture: ProposedPicture
) -> ProposedPicture:
    """The picture, its caption and credit noted as things of their own, each beside its source."""
    texts = [*([figcaption] if figcaption else []), *(reading.blocks[n].text for n in lines)]
    for n in lines:
        reading.claim(n)
    own = " ".join(texts) if len(texts) == 1 or not words.credit else ""
    both = f"{picture.caption} {picture.credit}"
    if picture.caption:
        excerpt = own or (texts[0] if texts else picture.caption)
        caption = reading.note(
            f"caption-{number + 1}", ItemKind.CAPTION, picture.caption, excerpt, number, covered=both
        )
        picture = replace(picture, caption=caption)
    if picture.credit:
        where = "" if words.credit else "from the picture's own metadata or its name"
        excerpt = "" if not words.credit else own or texts[-1]
        credit = reading.note(
            f"credit-{number + 1}", ItemKind.CREDIT, picture.credit, excerpt, number, where, covered=both
        )
        picture = replace(picture, credit=credit)
    return picture


def _words_at(reading: Reading, number: int, block: Block) -> tuple[Words, tuple[int, ...]]:
    """Caption and credit of an embedded picture: its own, or of the lines that stand at it."""
    if block.caption:
        words = credits.split(block.caption)
        after = _line(reading, number + 1)
        if not words.credit and after and credits.is_credit(after.text):
            return replace(words, credit=credits.split(after.text).credit), (number + 1,)
        return words, ()
    before = _line(reading, number - 1)
    words, lines = _lines_below(reading, number, is_marked_only=True)
    if not words.caption and before and before.style is Style.CAPTION:
        own = credits.split(before.text)
        return Words(own.caption, own.credit or words.credit, own.left_out), (number - 1, *lines)
    return words, lines


def _lines_below(reading: Reading, number: int, *, is_marked_only: bool = False) -> tuple[Words, tuple[int, ...]]:
    """The caption and the credit in the lines below a picture.

    ``is_marked_only``: a line is taken only if it is marked as one (a style, “Foto:”, ©), since the text may go on.
    """
    first, second = _line(reading, number + 1), _line(reading, number + 2)
    if first is None:
        return Words(), ()
    words = credits.split(first.text)
    marked = first.style is Style.CAPTION or credits.has_credit(first.text) or bool(labels.CAPTION.match(first.text))
    if words.credit and (words.caption or second is None or not is_marked_only):
        return words, (number + 1,)
    if second is not None and credits.is_credit(second.text):
        return Words(words.caption, credits.split(second.text).credit), (number + 1, number + 2)
    if words.credit:
        return words, (number + 1,)
    if is_marked_only or not _can_be_caption(first):
        return (words, (number + 1,)) if marked else (Words(), ())
    if second is not None and _is_short(second) and not _ends_sentence(second.text):
        return Words(words.caption, second.text), (number + 1, number + 2)
    return words, (number + 1,)


def _line(reading: Reading, number: int) -> Block | None:
    """A free paragraph that may stand below a picture."""
    if not reading.is_free(number):
        return None
    block = reading.blocks[number]
    limit = 600 if block.style is Style.CAPTION or credits.has_credit(block.text) else LINE
    is_line = block.kind is BlockKind.PARAGRAPH and len(block.text) <= limit
    is_other = any(label.match(block.text) for label in (labels.AUTHOR, labels.TEXT_AND_PICTURES, labels.CONTACT))
    return block if is_line and not is_other and not _stands_for_picture(block) else None


def _can_be_caption(block: Block) -> bool:
    """A line directly below, or one that is no sentence of the text."""
    return block.is_close or (_is_short(block) and not _ends_sentence(block.text))


def _is_short(block: Block) -> bool:
    return len(block.text) <= 120


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", ":")) and len(text.split()) > 5


def _stands_for_picture(block: Block) -> bool:
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    return bool(labels.PICTURE_LINE.fullmatch(text) or labels.PICTURE_FILE.fullmatch(text))
