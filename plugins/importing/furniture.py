"""What stands around a text and is not of it: headers, breadcrumbs, buttons, end marks, our own boilerplate."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import islice

from plugins.importing import labels
from plugins.importing.block import Area, BlockKind
from plugins.importing.contact_lines import looks_like_name
from plugins.importing.proposal import ItemKind, Sure
from plugins.importing.reading import LINE, Reading

_WHY = {
    Area.HEADER: "stands in the header of the page",
    Area.FOOTER: "stands in the footer of the page",
    Area.AROUND: "stands outside the article",
    Area.HIDDEN: "is hidden in the document: its readers do not see it",
    Area.CONTENTS: "is a table of contents, which the page makes itself",
    Area.MAIL: "is the mail around the document",
}
_TOP = 4
"""Blocks of a mail among which its greeting stands."""
ALIKE = 0.9
"""From here on a paragraph is our boilerplate with a few other words, and a person is asked."""


def drop_around(reading: Reading) -> None:
    """Everything outside the text that nothing else has claimed."""
    for number, block in enumerate(reading.blocks):
        if block.area is not Area.TEXT and not reading.is_claimed(number):
            reading.drop(ItemKind.FURNITURE, number, _WHY[block.area])


def drop_lines(reading: Reading) -> None:
    """Lines that a browser copies from around a text, heads of forwarded mails, end marks."""
    for number, block in list(reading.lines()):
        text = " ".join(block.text.split())
        if labels.FURNITURE.fullmatch(text) or labels.AT_ONCE.fullmatch(text.strip("*!- ")):
            reading.drop(ItemKind.FURNITURE, number, "belongs to the page or the mailing, not to the text")
        elif text and labels.END.fullmatch(text) and block.kind is BlockKind.PARAGRAPH:
            reading.drop(ItemKind.FURNITURE, number, "marks the end of the text, or counts it")
        elif reading.source.format in ("mail", "text") and _is_mail_head(reading, number):
            reading.drop(ItemKind.FURNITURE, number, "is the head of a forwarded mail")
        elif reading.source.format == "mail" and _is_letter(reading, number, text.rstrip(",! ")):
            reading.drop(ItemKind.FURNITURE, number, "greets, or takes leave, and belongs to the mail")
    for number, block in list(reading.free()):
        if block.kind is BlockKind.RULE:
            reading.claim(number)
        elif block.kind is BlockKind.PARAGRAPH and not re.search(r"[^\W_]", block.text):
            reading.drop(ItemKind.FURNITURE, number, "holds signs and no word")


def _is_letter(reading: Reading, number: int, text: str) -> bool:
    """A greeting at the top; leave at the end, with the name of the sender below; what a telephone adds."""
    if labels.SENT_FROM.fullmatch(text) or labels.CLOSING.fullmatch(text):
        return True
    if labels.GREETING.fullmatch(text):
        return sum(1 for n, _ in islice(reading.free(), _TOP) if n < number) < _TOP
    above = reading.blocks[number - 1].text.strip().rstrip(",! ") if number else ""
    return bool(labels.CLOSING.fullmatch(above)) and looks_like_name(text)


def _is_mail_head(reading: Reading, number: int) -> bool:
    """A line such as “Von: …”, where at least two others of its kind stand beside it."""
    near = [reading.blocks[n].text for n in range(max(0, number - 4), min(len(reading.blocks), number + 5))]
    heads = {re.split(r"\W", line, maxsplit=1)[0].casefold() for line in near if labels.MAIL_HEAD.fullmatch(line)}
    is_one = labels.MAIL_HEAD.fullmatch(reading.blocks[number].text) is not None
    mailish = heads & {"gesendet", "sent", "verzonden", "betreff", "subject", "onderwerp"}
    return is_one and len(heads) >= 3 and bool(mailish)


def drop_boilerplate(reading: Reading) -> None:
    """The paragraph about ourselves, which every page has; one that is nearly ours is asked about."""
    ours = [_key(text) for text in reading.background.boilerplate]
    for number, block in list(reading.free()):
        if block.kind is not BlockKind.PARAGRAPH or len(block.text) < 40:
            continue
        key = _key(block.text)
        if key in ours:
            _drop_heading(reading, number - 1)
            reading.drop(ItemKind.BOILERPLATE, number, "is the newsroom's own boilerplate, which stands on every page")
        elif any(_is_alike(key, own) for own in ours):
            why = "is nearly the newsroom's boilerplate: `drop` it, or leave it in the text"
            reading.take(
                ItemKind.BOILERPLATE, (number,), block.text, sure=Sure.TO_DECIDE, why=why, choices=("drop",), stays=True
            )
            if reading.answer(f"boilerplate-{number + 1}") == "drop":
                reading.claim(number)


def _drop_heading(reading: Reading, number: int) -> None:
    if reading.is_free(number) and len(reading.blocks[number].text) < LINE:
        text = reading.blocks[number].text
        if labels.ABOUT.fullmatch(text.strip(": ")):
            reading.drop(ItemKind.BOILERPLATE, number, "is the heading of the newsroom's own boilerplate")


def _is_alike(one: str, other: str) -> bool:
    if not 0.7 < len(one) / max(len(other), 1) < 1.4:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
