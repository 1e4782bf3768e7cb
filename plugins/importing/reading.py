"""The blocks of a source while they are looked through: who has claimed which, and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.importing.background import Background
from plugins.importing.block import Area, Block, BlockKind, Source
from plugins.importing.proposal import Choice, Decision, Item, ItemKind, Sure

TEXT = "text"
"""The answer that leaves a thing in the text."""
DROP = "drop"
TAKE = "take"

LINE = 200
"""Characters of the longest paragraph that is looked at as a line of its own: a title, a label, a credit."""


class Reading:
    """One look through a source; ``answers`` are those of the person who imports."""

    def __init__(self, source: Source, background: Background, answers: dict[str, str]) -> None:
        self.source = source
        self.background = background
        self.answers = answers
        self.blocks = source.blocks
        self.items: list[Item] = []
        self.decisions: list[Decision] = []
        self._claimed: set[int] = set()

    def answer(self, key: str) -> str:
        """What was answered; empty if nothing."""
        return self.answers.get(key, "").strip()

    def free(self, start: int = 0) -> Iterator[tuple[int, Block]]:
        """(number, block) of everything in the text, from a number on, that nobody has claimed."""
        return ((i, self.blocks[i]) for i in range(start, len(self.blocks)) if self.is_free(i))

    def is_free(self, number: int) -> bool:
        """Whether a block exists, stands in the text and is not claimed."""
        return (
            0 <= number < len(self.blocks)
            and number not in self._claimed
            and self.blocks[number].area in (Area.TEXT, Area.MAIL)
        )

    def is_claimed(self, number: int) -> bool:
        """Whether somebody has claimed a block."""
        return number in self._claimed

    def lines(self) -> Iterator[tuple[int, Block]]:
        """The free paragraphs and headings that are short enough to be a line with a purpose; notes are none."""
        kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
        return (
            (i, block)
            for i, block in self.free()
            if block.kind in kinds and len(block.text) <= LINE and block.note != "footnote"
        )

    def claim(self, number: int) -> None:
        """Takes a block out of the text."""
        self._claimed.add(number)

    def take(
        self,
        kind: ItemKind,
        numbers: tuple[int, ...],
        value: str,
        *,
        sure: Sure = Sure.TAKEN,
        why: str = "",
        excerpt: str = "",
        choices: tuple[str, ...] = (TAKE, TEXT, DROP),
        stays: bool = False,
        covered: str = "",
    ) -> str:
        """Claims blocks as one thing and notes it; gives the value, or an empty string where the answer was no.

        ``stays``: the words stay in the text as well. ``covered``: the words that are told in another way, such as an
        address. An answer that is no choice is the value.
        """
        first = self.blocks[numbers[0]] if numbers else None
        key = f"{slug(kind)}-{numbers[0] + 1}" if numbers else slug(kind)
        said = self.answer(key)
        if said == TEXT and not stays:
            return ""
        text = excerpt or "\n".join(self.blocks[n].text for n in numbers)
        if not stays:
            self._claimed.update(numbers)
        if said == DROP:
            value, sure, why = "", Sure.DROPPED, "dropped by the person who imports"
        elif said and said != TAKE:
            value, sure = said, Sure.TAKEN
        elif said == TAKE:
            sure = Sure.TAKEN
        left = "" if stays else left_out(text, covered or value)
        place = first.place if first else ""
        self.items.append(Item(key, kind, value, text, sure, place, why, left, choices))
        return value

    def note(
        self, key: str, kind: ItemKind, value: str, excerpt: str, number: int, why: str = "", covered: str = ""
    ) -> str:
        """Notes a thing whose block is claimed already; gives the value, or what was answered in its place.

        ``covered``: words of the excerpt that other things have taken.
        """
        said = self.answer(key)
        sure = Sure.TAKEN
        if said == DROP:
            value, sure = "", Sure.DROPPED
        elif said and said != TAKE:
            value = said
        place = self.blocks[number].place
        left = left_out(excerpt, covered or value)
        self.items.append(Item(key, kind, value, excerpt, sure, place, why, left, (TAKE, DROP)))
        return value

    def remark(
        self,
        key: str,
        kind: ItemKind,
        value: str,
        number: int,
        why: str,
        sure: Sure,
        choices: tuple[str, ...],
        excerpt: str = "",
    ) -> None:
        """Notes a thing that changes nothing of what stands where; ``number`` is its block's, or -1."""
        place = self.blocks[number].place if number >= 0 else ""
        self.items.append(Item(key, kind, value, excerpt or value, sure, place, why, "", choices))

    def drop(self, kind: ItemKind, number: int, why: str) -> None:
        """Claims a block as something that is not wanted; it stays in the text if the answer says so."""
        block = self.blocks[number]
        key = f"{slug(kind)}-{number + 1}"
        if self.answer(key) in (TEXT, TAKE) and block.area is Area.TEXT:
            return
        self._claimed.add(number)
        choices = (DROP, TEXT) if block.area is Area.TEXT else (DROP,)
        self.items.append(Item(key, kind, "", block.text, Sure.DROPPED, block.place, why, "", choices))

    def ask(
        self, key: str, question: str, excerpt: str, choices: tuple[Choice, ...], default: str = "", free: bool = False
    ) -> str:
        """The answer to a question, or the default; the question stays open until it has a valid answer."""
        said = self.answer(key)
        if said and (free or said in {choice.value for choice in choices}):
            return said
        self.decisions.append(Decision(key, question, excerpt, choices, default, free))
        return default


def slug(kind: ItemKind) -> str:
    """The kind as it begins a key."""
    return re.sub(r"\W+", "-", kind.value)


def left_out(text: str, value: str) -> str:
    """The words of a text that do not stand in a value, in their order."""
    from plugins.importing.conservation import counted, words

    there = counted(value)
    missing = []
    for word in words(text):
        if there[word] > 0:
            there[word] -= 1
        else:
            missing.append(word)
    return " ".join(missing)
