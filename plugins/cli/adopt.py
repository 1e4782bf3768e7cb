"""``adopt``: writes a filled edition out as a file, from then on a person's."""

from __future__ import annotations

from plugins.cache.faults import faults_at
from plugins.cli.catalogues import taken
from plugins.cli.workspace import Workspace, WrongUseError, ended, open_workspace
from plugins.newsroom.problem import ContentError
from plugins.translation.adopt import NotAdoptableError, write_new
from plugins.translation.adopt import adopt as adopted


def adopt(content: str, translations: str, ident: str, lang: str) -> int:
    """Writes ``<lang>.md``; 1 where there is nothing to adopt, or a file already, 2 for wrong use."""
    return ended(lambda: _adopt(open_workspace(content, translations), ident, lang))


def _adopt(workspace: Workspace, ident: str, lang: str) -> int:
    report, lang = workspace.report(ident), workspace.language(lang)
    item = taken(workspace, report, lang)
    try:
        found = adopted(report, lang, item.whole())
        with faults_at(workspace.content / found.path):
            file = write_new(workspace.content, found)
    except NotAdoptableError as error:
        raise ContentError((workspace.near(error.problem),)) from None
    if not item.put_back(found.catalogue):
        file.unlink()
        raise WrongUseError(f"{item.path} was changed in this very moment: start again.")
    print(f"{report.id} {lang}: {found.path} is yours now. No machine will change it.")
    return 0
