"""Title, kicker, teaser, date and kind of a text: what stands above it."""

from __future__ import annotations

import re

from plugins.importing import dates, labels
from plugins.importing.block import Block, BlockKind, Style
from plugins.importing.proposal import Choice, ItemKind, Sure
from plugins.importing.reading import LINE, Reading
from plugins.newsroom.record import record

FIRST = "first"
WRITE = "write"
_TOP = 8
"""Blocks at the beginning among which title, kicker and date are looked for."""


@record
class Head:
    """What stands above the text."""

    title: str = ""
    kicker: str = ""
    teaser: str = ""


def find_kind(reading: Reading) -> str:
    """``release`` or ``notice`` where the text calls itself so, else ``report``."""
    for number, block in list(reading.lines()):
        text = block.text.strip(" :–-*")
        label = labels.RELEASE.match(text) or labels.NOTICE.match(text)
        if label is None or not _is_early(reading, number):
            continue
        rest = text[label.end() :]
        if labels.NUMBERED.fullmatch(rest) or (dates.only_day(rest) and not _has_words(rest)):
            kind = "release" if labels.RELEASE.match(text) else "notice"
            return reading.take(ItemKind.REPORT_KIND, (number,), kind) or "report"
    return "report"


def _has_words(text: str) -> bool:
    day = dates.only_day(text)
    return bool(day) and bool(re.search(r"[^\W\d_]", text.replace(day.text if day else "", "")))


def _is_early(reading: Reading, number: int) -> bool:
    return sum(1 for n, _ in reading.free() if n < number) < _TOP


def find_date(reading: Reading) -> str:
    """The day that a line of the head (or the last line) gives and nothing else, as 2024-05-02."""
    free = [(n, b) for n, b in reading.free()]
    for number, block in [*free[:_TOP], *free[-2:]]:
        if split := _split_day(reading, number):
            return _dated(reading, (number, number + 1), split)
        if not reading.is_free(number) or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        text = block.text.strip()
        label = labels.DATE.match(text)
        day = dates.only_day(_TIME.sub("", text[label.end() if label else 0 :]))
        if day is not None and len(text) < 60:
            return _dated(reading, (number,), day)
    return ""


_TIME = re.compile(r"[,|–-]?\s*\b\d{1,2}(?::\d{2}(?:\s*(?:uhr|uur|h))?|\.\d{2}\s*(?:uhr|uur|h))\b", re.IGNORECASE)


def _split_day(reading: Reading, number: int) -> dates.Day | None:
    """The day of a date block, which a page copies as two lines: “18” and “april”."""
    if not reading.is_free(number) or not reading.is_free(number + 1):
        return None
    first, second = (reading.blocks[n].text.strip() for n in (number, number + 1))
    if not re.fullmatch(r"\d{1,2}\.?", first) or not re.fullmatch(r"[^\W\d_]{3,12}\.?(?:\s+\d{4})?", second):
        return None
    return dates.only_day(f"{first} {second}")


def _dated(reading: Reading, numbers: tuple[int, ...], day: dates.Day) -> str:
    iso, key = day.iso, f"date-{numbers[0] + 1}"
    if not iso or day.is_ambiguous:
        iso = _asked(reading, key, day)
    sure = Sure.TAKEN if iso and iso != "none" else Sure.TO_DECIDE
    value = reading.take(ItemKind.DATE, numbers, "" if iso == "none" else iso, sure=sure)
    return value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else ""


def _asked(reading: Reading, key: str, day: dates.Day) -> str:
    """The day, where a year is missing or day and month may be the other way round."""
    today = reading.background.today
    if day.is_ambiguous:
        options = [f"{day.year}-{day.month:02}-{day.day:02}", f"{day.year}-{day.day:02}-{day.month:02}"]
    else:
        options = [f"{year}-{day.month:02}-{day.day:02}" for year in (today.year, today.year - 1)]
    choices = (*(Choice(option, option) for option in options), Choice("none", "the day of the import"))
    said = reading.answer(key)
    if said not in {"none", *options} and not re.fullmatch(r"\d{4}-\d\d-\d\d", said):
        reading.answers.pop(key, None)
    question = f"Which day is “{day.text}”? Answer with a day such as {options[0]}."
    return reading.ask(key, question, day.text, choices, "none", free=True)


def find_dateline(reading: Reading) -> str:
    """The day of a dateline, “Nordhafen, 2. Mai 2024 – …”, whose words stay in the text."""
    for number, block in list(reading.free())[:4]:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        found = re.match(
            r"(?P<place>[A-ZÄÖÜ][\w'’. -]{1,40}(?:/[A-ZÄÖÜ][\w. -]{1,30})*),\s*(?:den\s+)?(?P<rest>.{3,40})", block.text
        )
        if found is None:
            continue
        day = next(dates.days(found["rest"]), None)
        if day is None or not found["rest"].startswith(day.text):
            continue
        behind = block.text[found.start("rest") + len(day.text) :]
        if re.match(r"\s*(?:[.:)–—|-]|$|\n)", behind):
            excerpt = block.text[: found.start("rest") + len(day.text)]
            reading.take(ItemKind.DATELINE, (number,), excerpt, excerpt=excerpt, choices=("take",), stays=True)
            return day.iso if not day.is_ambiguous else ""
    return ""


def find_head(reading: Reading) -> Head:
    """Title, kicker and teaser."""
    kicker = _labelled(reading, ItemKind.KICKER, labels.KICKER, Style.KICKER)
    title = _labelled(reading, ItemKind.TITLE, labels.TITLE, Style.TITLE)
    at = -1
    if not title:
        at = _title_at(reading)
        title = reading.take(ItemKind.TITLE, (at,), " ".join(reading.blocks[at].text.split())) if at >= 0 else ""
    if not title and reading.source.title:
        title = reading.take(
            ItemKind.TITLE, (), reading.source.title, excerpt=reading.source.title, sure=Sure.TO_DECIDE
        )
    _drop_repeated_title(reading, title)
    if not kicker and at > 0:
        kicker = _kicker_before(reading, at)
    teaser = _labelled(reading, ItemKind.TEASER, labels.TEASER, Style.SUBTITLE) or _teaser(reading)
    if not title:
        reading.ask("title", "What is the title? Nothing in the source looks like one.", "", (), WRITE, free=True)
        title = reading.answer("title")
    return Head(title, kicker, teaser)


def _labelled(reading: Reading, kind: ItemKind, label: re.Pattern[str], style: Style) -> str:
    """What a label such as “Titel:” or a style of the document says to be of that kind."""
    for number, block in list(reading.free())[: 2 * _TOP]:
        found = label.match(block.text)
        rest = block.text[found.end() :].strip() if found else ""
        if found and rest and ":" in found[0] and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            return reading.take(kind, (number,), " ".join(rest.split()))
        if block.style is style and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            return reading.take(kind, (number,), " ".join(block.text.split()))
    return ""


def _title_at(reading: Reading) -> int:
    """The block that is the title: a heading of the first rank near the top, else the first line."""
    free = [(n, b) for n, b in reading.free() if b.kind is not BlockKind.PICTURE]
    top = [(n, b) for n, b in free[:_TOP] if b.kind is BlockKind.HEADING]
    ranks = [b.level for _, b in free if b.kind is BlockKind.HEADING]
    for number, block in top:
        before = [b for n, b in free if n < number]
        if (block.level == min(ranks) or block.level == 1) and all(len(b.text) <= LINE for b in before):
            return number
    if not free or free[0][1].kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return -1
    first = free[0]
    second = free[1] if len(free) > 1 else None
    if second and _is_kicker(first[1]) and _is_title(second[1]) and len(free) > 2 and not _is_title(free[2][1]):
        return second[0]
    return first[0] if _is_title(first[1]) else -1


def _is_title(block: Block) -> bool:
    text = block.text.strip()
    if block.kind is BlockKind.HEADING:
        return True
    is_line = block.kind is BlockKind.PARAGRAPH and len(text) <= LINE and text.count("\n") < 3
    return (is_line and not text.endswith((".", ";", ",")) and len(text.split()) > 1) or (is_line and block.is_bold)


def _is_kicker(block: Block) -> bool:
    text = block.text.strip()
    is_line = block.kind is BlockKind.PARAGRAPH and "\n" not in text and not text.endswith((".", "!", "?", ","))
    return is_line and len(text) <= 50 and len(text.split()) <= 5


def _kicker_before(reading: Reading, title: int) -> str:
    before = [(n, b) for n, b in reading.free() if n < title and b.kind is BlockKind.PARAGRAPH]
    if len(before) == 1 and _is_kicker(before[0][1]):
        return reading.take(ItemKind.KICKER, (before[0][0],), " ".join(before[0][1].text.split()))
    return ""


def _drop_repeated_title(reading: Reading, title: str) -> None:
    """A line at the top that is the title once more, as pages print it above and below a picture."""
    for number, block in list(reading.lines())[:4]:
        if title and " ".join(block.text.split()).casefold() == title.casefold():
            reading.drop(ItemKind.REPEATED, number, "is the title once more")


def _teaser(reading: Reading) -> str:
    """A bold or single paragraph below the title; else a person says whether it is the first one."""
    first = next(((n, b) for n, b in reading.free() if b.kind is BlockKind.PARAGRAPH), None)
    if first is None:
        return ""
    number, block = first
    rest = [b for n, b in reading.free() if n != number and b.kind is BlockKind.PARAGRAPH]
    text = " ".join(block.text.split())
    if block.is_bold and len(text) >= 60 and rest:
        return reading.take(ItemKind.TEASER, (number,), text)
    choices = (
        Choice(FIRST, "the first paragraph, which then stands no more in the text"),
        Choice(WRITE, "none yet: it will be written later"),
    )
    said = reading.ask(
        "teaser", "What is the teaser, the sentence or two below the title?", text, choices, WRITE, free=True
    )
    if said == FIRST:
        reading.claim(number)
        return text
    return "" if said == WRITE else said
