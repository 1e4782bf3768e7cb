"""``adopt``: writes a filled edition out as a file, from then on a person's."""

from __future__ import annotations

from plugins.host.commands.desk import Desk, WrongUseError, ended, open_desk
from plugins.host.commands.shelf import taken
from plugins.memo.faults import told
from plugins.newsroom.problem import ContentError
from plugins.translation.adopt import NotAdoptableError, write_new
from plugins.translation.adopt import adopt as adopted


def adopt(content: str, translations: str, ident: str, lang: str) -> int:
    """Writes ``<lang>.md``; 1 where there is nothing to adopt, or a file already, 2 for wrong use."""
    return ended(lambda: _adopt(open_desk(content, translations), ident, lang))


def _adopt(desk: Desk, ident: str, lang: str) -> int:
    report, lang = desk.report(ident), desk.language(lang)
    item = taken(desk, report, lang)
    try:
        found = adopted(report, lang, item.whole())
        with told(desk.content / found.path):
            file = write_new(desk.content, found)
    except NotAdoptableError as error:
        raise ContentError((desk.near(error.problem),)) from None
    if not item.put_back(found.catalogue):
        file.unlink()
        raise WrongUseError(f"{item.path} was changed in this very moment: start again.")
    print(f"{report.id} {lang}: {found.path} is yours now. No machine will change it.")
    return 0
