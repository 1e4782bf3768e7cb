"""The words that a long word of German or Dutch is made of: ``Förderbescheid`` of ``Förder`` and ``Bescheid``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

Known = Callable[[str], bool]
"""Whether a word is one of the language."""
LINKS: Mapping[str, tuple[str, ...]] = {
    "de": ("", "s", "es", "n", "en", "er", "e"),
    "nl": ("", "s", "e", "en", "er", "n"),
}
"""What may stand between two parts (Duden, Die Grammatik, “Fugenelemente”; Algemene Nederlandse Spraakkunst, 12.4)."""
ENDINGS = {
    "de": "schaft schaften heit heiten keit keiten igkeit igkeiten ung ungen tum lich lichen isch ischen haft sam bar"
    " los ling chen lein ende enden erin innen rinnen ieren iert ierte ierten",
    "nl": "schap schappen heid heden baar lijk lijke loos achtig ingen tjes erij ende enden iteit teit",
}
"""What looks like a word and is the end of one."""
SHORTEST = 7
"""Letters of the shortest word that is looked at."""
LONGEST = 60
"""Letters of the longest: what is longer was not written by a person."""
_HEAD = 3
"""Letters of the shortest part; two of them are no compound."""


class Compounds:
    """Takes the words of a language apart; what was found is remembered."""

    def __init__(self, lang: str, known: Known) -> None:
        self._links, self._endings, self._known = LINKS[lang], frozenset(ENDINGS[lang].split()), known
        self._parts: dict[str, frozenset[str]] = {}

    def parts(self, word: str) -> frozenset[str]:
        """Every word that may be in it, in small letters; none where it is no compound."""
        word = word.lower()
        found = self._parts.get(word)
        if found is None:
            is_looked_at = SHORTEST <= len(word) <= LONGEST
            found = self._parts[word] = frozenset(self._found(word) if is_looked_at else ())
        return found

    def _found(self, word: str) -> Iterator[str]:
        for place in range(_HEAD, len(word) - _HEAD + 1):
            head, tail = word[:place], word[place:]
            if len(tail) == len(head) == _HEAD or tail in self._endings or not self._known(tail):
                continue
            heads = self._heads(head)
            if heads:
                yield tail
                yield from heads
                yield from self.parts(tail)

    def _heads(self, head: str) -> frozenset[str]:
        """What stands in front, without what links it; a word that has lost its last letter in the compound, too."""
        found: set[str] = set()
        for link in self._links:
            if not head.endswith(link) or len(head) - len(link) < _HEAD:
                continue
            stem = head[: len(head) - len(link)]
            found.update(form for form in _full(stem, link) if self._known(form))
            found |= self.parts(stem)
        return frozenset(found)


def _full(stem: str, link: str) -> Iterator[str]:
    """How a part may be written alone: with a last letter that it lost, without one that was doubled (``zonne-``)."""
    yield stem
    if len(stem) > _HEAD:
        yield f"{stem}e"
        if link[:1] == "e" and stem[-1] == stem[-2]:
            yield stem[:-1]
