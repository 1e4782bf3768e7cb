"""Finds contact blocks: below a label, or a name with an e-mail address near it."""

from __future__ import annotations

import re

from plugins.importing import labels
from plugins.importing.block import Block, BlockKind
from plugins.importing.contact_lines import EMAIL, PHONE, Contact, contacts, looks_like_name
from plugins.importing.people import People, differences
from plugins.importing.proposal import ItemKind, Sure
from plugins.importing.reading import DROP, LINE, TEXT, Reading

_REACH = 6
"""Lines between a name and its e-mail address at most."""


def find_labelled(reading: Reading, people: People) -> tuple[str, ...]:
    """The ids of everyone who stands below a label."""
    found: list[str] = []
    for number, block in list(reading.lines()):
        if reading.is_free(number) and (first := _label(block)) is not None:
            members = _members(reading, number, first)
            if members is not None:
                found.extend(_claimed(reading, people, (number, *members), first))
    return tuple(dict.fromkeys(found))


def find_unlabelled(reading: Reading, people: People) -> tuple[str, ...]:
    """The ids of everyone who stands with an e-mail address, but below no label."""
    found: list[str] = []
    for number, block in list(reading.lines()):
        if reading.is_free(number) and _names_somebody(block.text):
            group = _unlabelled(reading, number)
            if group:
                found.extend(_claimed(reading, people, group, None))
    return tuple(dict.fromkeys(found))


def _label(block: Block) -> str | None:
    """What stands behind “Kontakt:” in the same block; ``None`` where the block is no such label."""
    head, _, rest = block.text.partition("\n")
    if labels.CONTACT.fullmatch(head.strip()):
        return rest
    label = labels.CONTACT.match(head.strip())
    behind = head.strip()[label.end() :] if label and label[0].rstrip().endswith(":") else ""
    return f"{behind}\n{rest}".strip() if behind and (_reaches(behind) or _reaches(rest)) else None


def _reaches(text: str) -> bool:
    return bool(EMAIL.search(text) or PHONE.search(text))


def _members(reading: Reading, number: int, first: str) -> tuple[int, ...] | None:
    """The blocks that belong to a label; ``None`` where nobody can be reached there."""
    found: list[int] = []
    reached = _reaches(first)
    at = number + 1
    while reading.is_free(at):
        block = reading.blocks[at]
        if _is_portrait(reading, at):
            at += 1
            continue
        if not _belongs(block) or (_label(block) is not None and _label(block) == ""):
            break
        upcoming = any(
            reading.is_free(n) and len(reading.blocks[n].text) <= LINE and _reaches(reading.blocks[n].text)
            for n in range(at, at + _REACH)
        )
        if not upcoming and reached and not _trails(block):
            break
        found.append(at)
        reached = reached or _reaches(block.text)
        at += 1
    return tuple(found) if reached else None


def _is_portrait(reading: Reading, number: int) -> bool:
    """Whether a picture, or the word that a page's copy has in its place, shows the person named below it."""
    block = reading.blocks[number]
    if block.kind is not BlockKind.PICTURE and not labels.PICTURE_LINE.fullmatch(block.text.strip()):
        return False
    below = [reading.blocks[n].text for n in range(number + 1, number + 1 + _REACH) if reading.is_free(n)]
    return bool(below) and _names_somebody(below[0]) and any(_reaches(text) for text in below)


def _belongs(block: Block) -> bool:
    """Whether a block can stand in a contact block: short lines, small tables and lists, no sentence."""
    if block.kind in (BlockKind.PICTURE, BlockKind.QUOTATION, BlockKind.CODE, BlockKind.RULE):
        return False
    if block.kind is BlockKind.HEADING:
        return looks_like_name(block.text)
    lines = block.text.split("\n")
    if any(_starts_other(line) for line in lines):
        return False
    return all(
        len(line) <= LINE and not re.search(r"[a-zäöüß]{3,}[.!?]\s+[A-ZÄÖÜ]", EMAIL.sub("", line)) for line in lines
    )


def _starts_other(line: str) -> bool:
    if looks_like_name(line):
        return False
    return (
        any(pattern.match(line) for pattern in (labels.AUTHOR, labels.SOURCE, labels.TEXT_AND_PICTURES))
        or labels.INFORMATION.fullmatch(line.strip(": ")) is not None
        or labels.PICTURE_LINE.fullmatch(line.strip()) is not None
    )


def _trails(block: Block) -> bool:
    """Lines that still belong to somebody whose address has been read: a fax, a web address, a street."""
    return _reaches(block.text) or re.match(r"\W*(?:fax|www|http|mobil|tel)", block.text, re.IGNORECASE) is not None


def _names_somebody(text: str) -> bool:
    return looks_like_name(re.split(r"[,|\n]", text, maxsplit=1)[0])


def _unlabelled(reading: Reading, number: int) -> tuple[int, ...]:
    """The blocks from a name on, up to an e-mail address that stands near; empty if there is none."""
    group: list[int] = []
    for at in range(number, number + _REACH):
        if not reading.is_free(at) or not _belongs(reading.blocks[at]):
            break
        if len(reading.blocks[at].text.replace("\n", "")) > LINE or (
            at > number and _too_wordy(reading.blocks[at].text)
        ):
            break
        group.append(at)
        if EMAIL.search(reading.blocks[at].text):
            while reading.is_free(at + 1) and _belongs(reading.blocks[at + 1]) and _trails_line(reading, at + 1):
                at += 1
                group.append(at)
            return tuple(group)
    return ()


def _trails_line(reading: Reading, number: int) -> bool:
    text = reading.blocks[number].text
    return len(text) <= 80 and _trails(reading.blocks[number]) and not EMAIL.search(text)


def _too_wordy(text: str) -> bool:
    return len(text.split()) > 14 and not _reaches(text)


def _claimed(reading: Reading, people: People, numbers: tuple[int, ...], first: str | None) -> list[str]:
    """The ids of the people in some blocks, noted one by one."""
    lines = [] if first is None else [*first.split("\n")]
    rest = numbers if first is None else numbers[1:]
    for n in rest:
        lines.extend([*reading.blocks[n].text.split("\n"), *([""] if "\n" in reading.blocks[n].text else [])])
    key = f"contact-{numbers[0] + 1}"
    if reading.answer(key) == TEXT:
        return []
    excerpt = "\n".join(reading.blocks[n].text for n in numbers)
    found, ids, values, why = contacts(lines), [], [], []
    for place, contact in enumerate(found if reading.answer(key) != DROP else ()):
        ident = people.named(contact, f"{numbers[0] + 1}-{place + 1}", excerpt)
        person = next(p for p in people.all() if p.id == ident)
        ids.append(ident)
        values.append(_said(contact))
        if person.is_known and (different := differences(person, contact)):
            why.append(different)
        elif contact.phone and not person.phone:
            why.append(f"the number {contact.phone} cannot be dialled: it is left out of people.yaml")
    value = "\n".join(values)
    reading.take(
        ItemKind.CONTACT, numbers, value, sure=Sure.TO_DECIDE if why else Sure.TAKEN,
        why="; ".join(why) or _who(people, ids),
    )  # fmt: skip
    return ids


def _who(people: People, ids: list[str]) -> str:
    known = [p.name for p in people.all() if p.id in ids and p.is_known]
    new = [p.name for p in people.all() if p.id in ids and not p.is_known]
    parts = [f"in people.yaml: {', '.join(known)}"] if known else []
    return "; ".join([*parts, *([f"new in people.yaml: {', '.join(new)}"] if new else [])])


def _said(contact: Contact) -> str:
    parts = (contact.name, contact.role, contact.organisation, contact.phone, contact.email, contact.url)
    return ", ".join(part for part in parts if part)
