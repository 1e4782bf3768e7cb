"""Keeps one DeepL glossary per list of terms: found again by name, made when missing."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping

import deepl
from deepl.api_data import MultilingualGlossaryDictionaryEntries

_PREFIX = "dreiklang"
_CONTROL = dict.fromkeys((*range(32), *range(128, 160), 0x2028, 0x2029), " ")
Terms = tuple[tuple[str, str], ...]


class Glossaries:
    """The glossaries of one account that a run needs; each is looked up or made once."""

    def __init__(self, client: deepl.DeepLClient) -> None:
        self._client = client
        self._known: dict[str, str | None] = {}
        self._lock = threading.Lock()

    def id_for(self, terms: Terms, source: str, target: str) -> str | None:
        """The id of a glossary with these terms, or ``None`` without any term.

        ``source`` and ``target`` are languages without a region. Raises ``deepl.DeepLException``.
        """
        entries = cleaned(terms)
        if not entries:
            return None
        name = name_for(entries, source, target)
        with self._lock:
            if name not in self._known:
                self._known[name] = self._found(name) or self._made(name, entries, source, target)
            return self._known[name]

    def forget(self) -> None:
        """Look again: somebody deleted a glossary meanwhile."""
        with self._lock:
            self._known.clear()

    def do_without(self, terms: Terms, source: str, target: str) -> None:
        """From now on no glossary for these terms: DeepL refused one."""
        with self._lock:
            self._known[name_for(cleaned(terms), source, target)] = None

    def _found(self, name: str) -> str | None:
        for glossary in self._client.list_multilingual_glossaries():
            if glossary.name == name:
                return str(glossary.glossary_id)
        return None

    def _made(self, name: str, entries: Mapping[str, str], source: str, target: str) -> str:
        dictionary = MultilingualGlossaryDictionaryEntries(source, target, dict(entries))
        try:
            made = self._client.create_multilingual_glossary(name, [dictionary])
        except deepl.QuotaExceededException:
            if not self._made_room(source, target):
                raise
            made = self._client.create_multilingual_glossary(name, [dictionary])
        return str(made.glossary_id)

    def _made_room(self, source: str, target: str) -> bool:
        """Delete our own outdated glossaries of that pair (a free account may keep only one)."""
        ours = [
            glossary
            for glossary in self._client.list_multilingual_glossaries()
            if glossary.name.startswith(f"{_PREFIX} {source}-{target} ")
        ]
        for glossary in ours:
            self._client.delete_multilingual_glossary(glossary)
        return bool(ours)


def cleaned(terms: Terms) -> dict[str, str]:
    """Terms as DeepL takes them: no control characters, no empty side, the first of doubles."""
    entries: dict[str, str] = {}
    for source, target in terms:
        left, right = (" ".join(side.translate(_CONTROL).split()) for side in (source, target))
        if left and right:
            entries.setdefault(left, right)
    return entries


def name_for(entries: Mapping[str, str], source: str, target: str) -> str:
    """A name that tells the pair and changes with the terms."""
    digest = hashlib.sha256()
    for left, right in sorted(entries.items()):
        digest.update(f"{left}\t{right}\n".encode())
    return f"{_PREFIX} {source}-{target} {digest.hexdigest()[:16]}"
