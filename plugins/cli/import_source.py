"""``import``: a Word file, a page, a mail or a pasted text becomes a draft, with everything that was found shown."""

from __future__ import annotations

import errno
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.build.config import read_clock
from plugins.build.problem_paths import near
from plugins.cli.arguments import is_content
from plugins.importing.background import background_of
from plugins.importing.decide import with_files
from plugins.importing.difference import accept, difference
from plugins.importing.errors import SourceError
from plugins.importing.proposal import Decision, Item, Proposal, Sure
from plugins.importing.read import nothing, read
from plugins.importing.web import PICTURE, fetch, pictures_of
from plugins.importing.write import proposed_id, write
from plugins.newsroom.output import format_text, wants_colour
from plugins.newsroom.problem import ContentError
from plugins.newsroom.sentences import Sentences, language_of_tasks, sentences

_WIDTH = 70
"""Characters of a value and of an excerpt that are shown."""
_LIMIT = 500_000_000
"""Bytes of a source at most."""


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What was asked for."""

    source: str
    """A path, an address, or ``-`` for what is pasted."""
    ident: str = ""
    answers: tuple[str, ...] = ()
    """``KEY=VALUE`` each."""
    pictures: str = ""
    """A folder with the pictures that the source only names."""
    into: str = ""
    """The report that a corrected file belongs to."""
    plan: bool = False
    private: bool = False


def import_source(content: str, wish: ImportWish) -> int:
    """Shows what was found and writes the draft; 1 while something has to be decided before, 2 for wrong use."""
    if not is_content(content):
        return 2
    folder = Path(content).resolve()
    answers = dict(answer.partition("=")[::2] for answer in wish.answers)
    if any("=" not in answer for answer in wish.answers):
        print("An answer is written KEY=VALUE, such as --answer teaser=first.", file=sys.stderr)
        return 2
    try:
        data, name, get, address = _source(wish)
        proposal = read(data, name, background_of(folder, read_clock().date()), get, address, answers)
        proposal = with_files(proposal, _files(wish.pictures))
        print("\n".join(_told(proposal, sentences(language_of_tasks()))))
        return _differing(proposal, folder, wish) if wish.into else _written(proposal, folder, wish)
    except SourceError as error:
        print("\n".join(_sentence(error, sentences(language_of_tasks()))), file=sys.stderr)
    except ContentError as error:
        print(format_text(near(error.problems), colour=wants_colour(sys.stderr)), file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or wish.source}: {error.strerror or error}.", file=sys.stderr)
    return 1


def _sentence(error: SourceError, said: Sentences) -> Iterator[str]:
    yield error.name
    for word, sentence in (("found", error.found), ("expected", error.expected), ("fix", error.fix)):
        yield f"  {said.say(word)}: {said.say(sentence)}"


def _source(wish: ImportWish) -> tuple[bytes, str, Callable[[str], bytes], str]:
    """(bytes, name, how its pictures are fetched, address) of the source. Raises ``SourceError``, ``OSError``."""
    if wish.source == "-":
        return sys.stdin.buffer.read(), "pasted text", nothing, ""
    if wish.source.lower().startswith(("http://", "https://")):
        data, address = fetch(wish.source, PICTURE, private=wish.private)
        name = unquote(urlsplit(address).path.rpartition("/")[2]) or urlsplit(address).hostname or address
        return data, name, pictures_of(private=wish.private), address
    path = Path(wish.source)
    return _bytes(path), path.name, _beside(path), ""


def _bytes(path: Path) -> bytes:
    """Of a file. A pipe or a device may never end, and neither may what is larger than any text with its pictures."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) and not path.is_dir():
        raise OSError(
            errno.EINVAL, "not a file, but a pipe or a device; “import -” reads what is piped to it", str(path)
        )
    if status.st_size > _LIMIT:
        raise OSError(errno.EFBIG, f"{status.st_size / 1e6:,.0f} MB, more than a text with its pictures has", str(path))
    return path.read_bytes()


def _beside(path: Path) -> Callable[[str], bytes]:
    """Pictures that a page or a text links lie in the folder of its file, or below it."""
    home = path.resolve().parent

    def get(address: str) -> bytes:
        if "://" in address or address.startswith("data:"):
            return b""
        found = (home / unquote(address.partition("?")[0])).resolve()
        return found.read_bytes() if found.is_relative_to(home) and found.is_file() else b""

    return get


def _files(folder: str) -> dict[str, bytes]:
    paths = sorted(Path(folder).iterdir()) if folder else []
    return {path.name: path.read_bytes() for path in paths if path.is_file() and not path.name.startswith(".")}


def _told(proposal: Proposal, said: Sentences) -> Iterator[str]:
    """The summary, and each thing beside its source."""
    yield f"{proposal.source.name} ({proposal.source.format}): {said.say(proposal.summary)}."
    for sure in Sure:
        items = [item for item in proposal.items if item.sure is sure]
        if items:
            yield f"\n{said.say(sure.value)}:"
            yield from (line for item in items for line in _item(item, said))
    if proposal.decisions:
        yield f"\n{said.say('questions (answer with --answer KEY=VALUE)')}:"
        yield from (line for decision in proposal.decisions for line in _question(decision, said))


def _item(item: Item, said: Sentences) -> Iterator[str]:
    value = f": {_short(item.value)}" if item.value else ""
    yield f"  {said.say(item.kind.value)}{value}"
    place = f"{said.say(item.place)}: " if item.place else ""
    yield f"      {item.key} | {place}{_short(item.excerpt)}"
    if item.why:
        yield f"      {said.say(item.why)}"


def _question(decision: Decision, said: Sentences) -> Iterator[str]:
    needed = f" ({said.say('needed')})" if decision.is_blocking else ""
    yield f"  {decision.key}: {said.say(decision.question)}{needed}"
    for choice in decision.choices:
        usual = f" [{said.say('until it is answered')}]" if choice.value == decision.default else ""
        yield f"      {decision.key}={choice.value}: {said.say(choice.label)}{usual}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"


def _written(proposal: Proposal, content: Path, wish: ImportWish) -> int:
    if wish.plan:
        return 0
    paths = write(proposal, content, wish.ident or proposed_id(proposal, content), language_of_tasks())
    print("\nwritten:")
    print("\n".join(f"  {path}" for path in paths))
    print("It is a draft: look through it with `python3 tasks.py serve`, and run `python3 tasks.py check`.")
    return 0


def _differing(proposal: Proposal, content: Path, wish: ImportWish) -> int:
    """Shows how the corrected file differs, and writes what was accepted (``accept=all`` or keys)."""
    found = difference(proposal, content, wish.into)
    print(f"\n{found.summary}; facts and pictures stay as they are:")
    for change in found.changes:
        print(
            f"  {change.key} ({change.what})\n    - {change.before or '(not there)'}\n    + {change.after or '(gone)'}"
        )
    said = dict(answer.partition("=")[::2] for answer in wish.answers).get("accept", "")
    keys = [change.key for change in found.changes if said == "all" or change.key in said.split(",")]
    if keys and not wish.plan:
        print(f"written: {accept(found, keys)} ({len(keys)} accepted)")
    elif found.changes:
        print("Accept them with --answer accept=all, or some by their keys: --answer accept=title,paragraph-1.")
    return 0
