"""``adopt``: writes a filled edition out as a file, from then on a person's."""

from __future__ import annotations

from plugins.cache.faults import faults_at
from plugins.cli.catalogues import catalogue_file
from plugins.cli.questions import NOTHING, ReviewOptions, answered, open_questions_text
from plugins.cli.workspace import Workspace, WrongUseError, ended, open_workspace
from plugins.newsroom.counting import count
from plugins.newsroom.problem import ContentError
from plugins.translation.adopt import NotAdoptableError, write_new
from plugins.translation.adopt import adopt as adopted
from plugins.translation.findings import questions, with_answers


def adopt(content: str, translations: str, ident: str, lang: str, given: ReviewOptions = NOTHING) -> int:
    """Writes ``<lang>.md``; 1 where there is nothing to adopt, a file already, or an open finding, 2 for wrong use."""
    return ended(lambda: _adopt(open_workspace(content, translations), ident, lang, given))


def _adopt(workspace: Workspace, ident: str, lang: str, given: ReviewOptions) -> int:
    report, lang = workspace.text(ident), workspace.language(lang)
    item = catalogue_file(workspace, report, lang)
    catalogue = item.whole()
    asked = questions(catalogue) if catalogue else ()
    answers = answered(asked, given, workspace.today)
    left = [question for question in asked if question.key not in answers]
    if left:
        print(open_questions_text(left, f"adopt {report.id} {lang} --by NAME"))
        print(f"{report.id} {lang}: waiting for an answer: {count(len(left), 'finding')}; nothing was written.")
        return 1
    try:
        found = adopted(report, lang, with_answers(catalogue, answers) if catalogue else None, workspace.today)
        with faults_at(workspace.content / found.path):
            file = write_new(workspace.content, found)
    except NotAdoptableError as error:
        raise ContentError((workspace.near(error.problem),)) from None
    if not item.put_back(found.catalogue):
        file.unlink()
        raise WrongUseError(f"{item.path} was changed in this very moment: start again.")
    print(f"{report.id} {lang}: {found.path} is yours now. No machine will change it.")
    if found.catalogue.header.adopted:
        print("Nobody has reviewed it yet: its notice stays until `review` says otherwise.")
    return 0
