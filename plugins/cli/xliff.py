"""``translate --export`` and ``--import``: segments for an agency, and back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.cache.faults import faults_at
from plugins.cli.workspace import Workspace, WrongUseError, tell
from plugins.newsroom.counting import count
from plugins.newsroom.model import Lang
from plugins.translation.run.addresses import Addresses
from plugins.translation.run.exchange import Source, bring, documents_of
from plugins.translation.run.filing import Filing
from plugins.translation.run.keep import data_of, replaced
from plugins.translation.run.orders import Resources, orders_for, resources_of
from plugins.translation.run.texts import Text
from plugins.translation.xliff import export_segments
from plugins.translation.xliff_read import MOST_BYTES

_Texts = Sequence[tuple[Text, Lang]]


def export(file: Path, workspace: Workspace, texts: _Texts, *, named: bool) -> int:
    """Writes the file. Confidential text goes out only where its report was ``named``.

    Raises ``NoSpace``, ``NotWritable``.
    """
    open_ = [(text, lang) for text, lang in texts if named or not text.brief.confidential]
    orders, problems = orders_for(open_, _resources(workspace))
    tell(problems)
    documents = documents_of(orders)
    withheld = len({text.brief.place for text, _ in texts}) - len({text.brief.place for text, _ in open_})
    if withheld:
        print(f"{count(withheld, 'report')} under embargo or confidential left out: name one with --report.")
    if not documents:
        print("Nothing is missing, and nothing is stale: no file was written.")
        return 1 if problems else 0
    replaced(file, export_segments(documents), data_of(file))
    units = sum(len(document.units) for document in documents)
    print(f"{file}: {count(units, 'segment')} of {count(len(documents), 'catalogue')}.")
    return 1 if problems else 0


def bring_in(file: Path, workspace: Workspace, texts: _Texts, source: Source) -> int:
    """Takes the translations of a file in. Raises ``MemoError``, ``WrongUseError``."""
    with faults_at(file):
        if not file.is_file():
            raise WrongUseError(f"There is no file {file}.")
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    resources = _resources(workspace)
    orders, problems = orders_for(texts, resources)
    filing = Filing(workspace.translations, Addresses(workspace.newsroom, resources.readings), workspace.today)
    brought = bring(data, orders, source, filing)
    found = tuple(dict.fromkeys((*problems, *brought.problems)))
    tell(found)
    for sentence in brought.told:
        print(sentence)
    print(f"filled {count(brought.filled, 'segment')} in {count(brought.catalogues, 'catalogue')}")
    return 1 if found else 0


def _resources(workspace: Workspace) -> Resources:
    return resources_of(workspace.translations, workspace.glossary, (), workspace.newsroom.site.languages)
