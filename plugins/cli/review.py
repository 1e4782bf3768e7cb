"""``review``: records that a person has read an edition beside its original, as both now stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.cli.catalogues import CatalogueFile, catalogue_file, shared_file
from plugins.cli.questions import ReviewOptions, agrees, answered, open_questions_text
from plugins.cli.workspace import Workspace, WrongUseError, ended, open_workspace
from plugins.newsroom.counting import count
from plugins.newsroom.model import Lang, Report
from plugins.newsroom.problem import ContentError
from plugins.translation.catalogue import Catalogue, Origin
from plugins.translation.findings import answers_to, questions, with_answers
from plugins.translation.gate.checks import Rules
from plugins.translation.inner import words
from plugins.translation.merge import rebased
from plugins.translation.minor import minor
from plugins.translation.names import names_of
from plugins.translation.refusals import NotReviewableError
from plugins.translation.review import Reading, Reviewer, keeping, laid_out
from plugins.translation.review import review as reviewed
from plugins.translation.run.judge import rules_of
from plugins.translation.shared import SHARED
from plugins.translation.status import change_lines
from plugins.translation.unprotect import TagMismatchError
from plugins.translation.worddiff import as_text, word_diff


@dataclass(frozen=True, slots=True)
class ReviewWish:
    """What a person asked for at the keyboard."""

    by: str = ""
    responsible: str = ""
    minor: bool = False
    """Only a slip was put right in the original; nobody vouches for anything new."""
    answers: tuple[str, ...] = ()
    """``KEY=WHY`` for findings of the gate."""
    yes: bool = False
    """The changes of the original that are shown are in the edition."""

    @property
    def review_options(self) -> ReviewOptions:
        """What was said in advance."""
        return ReviewOptions(self.by, self.responsible, self.answers)


def review(content: str, translations: str, ident: str, lang: str, wish: ReviewWish) -> int:
    """Writes the review into the catalogue; 1 where the edition cannot be reviewed, 2 for wrong use."""
    return ended(lambda: _review(open_workspace(content, translations), ident, lang, wish))


def _review(space: Workspace, ident: str, lang: str, wish: ReviewWish) -> int:
    if ident == SHARED:
        return _shared(space, space.language(lang), wish)
    report, lang = space.text(ident), space.language(lang)
    if not wish.minor and not (wish.by.strip() and (wish.responsible.strip() or wish.answers)):
        raise WrongUseError("A review needs a name and an office: give --by and --responsible.")
    item = catalogue_file(space, report, lang)
    try:
        return _done(space, report, lang, item, wish)
    except NotReviewableError as error:
        raise ContentError((space.near(error.problem),)) from None


def _done(space: Workspace, report: Report, lang: Lang, item: CatalogueFile, wish: ReviewWish) -> int:
    catalogue = item.whole()
    if wish.minor:
        fresh = minor(report, lang, catalogue, space.today, names_of(report, space.newsroom, space.glossary.names))
        _put(item, fresh)
        print(f"{report.id} {lang}: the change of the original is minor; every text stands for the new words.")
        return 0
    rules = rules_for(space, report, lang)
    if catalogue is not None and report.edition(lang) is None:
        catalogue = _decided(report, catalogue, wish)
    reading = laid_out(report, lang, catalogue, rules)
    if not wish.responsible.strip():
        return _answered_alone(space, report, item, reading, wish)
    if reading.changed and not _covered(report, lang, reading, wish):
        print("Nothing was recorded.")
        return 1
    answers = answered(reading.open, wish.review_options, space.today)
    left = [question for question in reading.open if question.key not in answers]
    if left:
        print(open_questions_text(left, f"review {report.id} {lang} --by NAME --responsible OFFICE"))
        print(f"{report.id} {lang}: waiting for an answer: {count(len(left), 'finding')}; nothing was recorded.")
        return 1
    by = Reviewer(wish.by, wish.responsible, space.today)
    _put(item, reviewed(reading, report, by, answers))
    print(f"{report.id} {lang}: is reviewed as it now stands, by {by.name.strip()}, {by.office.strip()}.")
    return 0


def rules_for(space: Workspace, report: Report, lang: Lang) -> Rules:
    """What the gate holds an edition to."""
    names = names_of(report, space.newsroom, space.glossary.names)
    return rules_of(space.glossary, names, report.source_language, lang)


def _decided(report: Report, catalogue: Catalogue, wish: ReviewWish) -> Catalogue:
    """The catalogue, with a person's texts for former words kept where the person at the terminal says so."""
    fresh = rebased(report, catalogue)
    for entry in fresh.entries:
        if entry.origin is not Origin.BEHIND:
            continue
        print(f"{entry.key}: the original has changed, and this text is a person's:")
        print(f"    {as_text(word_diff(words(entry.previous), words(entry.source)))}\n    {words(entry.target)}")
        if wish.yes or agrees("Does it stand for the new words as it is?"):
            try:
                catalogue = fresh = keeping(fresh, entry)
            except TagMismatchError:
                print("It cannot: the original has other links or marks now. Change the text in the catalogue.")
    return catalogue


def _covered(report: Report, lang: Lang, reading: Reading, wish: ReviewWish) -> bool:
    """Whether what has changed in the original since is in the edition, or is known to be missing."""
    print(f"{report.id} {lang}: the original has changed since:")
    for difference in reading.changed:
        print("\n".join(change_lines(difference)))
    return wish.yes or agrees("Have you read the edition beside the original as it now stands?")


def _answered_alone(space: Workspace, report: Report, item: CatalogueFile, reading: Reading, wish: ReviewWish) -> int:
    """Answers to findings without a review."""
    if reading.written:
        raise WrongUseError("The findings of a written edition are answered in its review: give --responsible.")
    said = answers_to(reading.open, wish.review_options.words(reading.open), wish.by.strip(), "", space.today)
    fresh = with_answers(reading.catalogue, said)
    _put(item, replace(fresh, header=replace(fresh.header, revised=space.today.isoformat())))
    left = len(questions(fresh))
    print(f"{report.id} {fresh.header.lang}: {count(len(said), 'finding')} answered by {wish.by.strip()}, {left} left.")
    return 0


def _shared(space: Workspace, lang: Lang, wish: ReviewWish) -> int:
    """Answers to findings in roles, labels and boilerplate, which belong to no edition and so are never reviewed."""
    if not wish.by.strip():
        raise WrongUseError("An answer needs a name: give --by.")
    item = shared_file(space, lang)
    catalogue = item.whole()
    if catalogue is None:
        raise WrongUseError(f"There are no shared words in {lang}: nothing lacks a translation.")
    given = answered(questions(catalogue), wish.review_options, space.today)
    fresh = with_answers(catalogue, given)
    if given:
        _put(item, replace(fresh, header=replace(fresh.header, revised=space.today.isoformat())))
    left = questions(fresh)
    if left:
        print(open_questions_text(left, f"review {SHARED} {lang} --by NAME"))
    print(f"{SHARED} {lang}: {count(len(given), 'finding')} answered by {wish.by.strip()}, {len(left)} left.")
    return 1 if left and not given else 0


def _put(item: CatalogueFile, catalogue: Catalogue) -> None:
    if not item.put_back(catalogue):
        raise WrongUseError(f"{item.path} was changed in this very moment: look at it again, then review it.")
