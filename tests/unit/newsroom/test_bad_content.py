"""The corpus of bad content (tests/bad): what it contains is what is reported, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.build.catalogues import NO_SPARE, read_catalogues
from plugins.newsroom.codes import Code
from plugins.newsroom.load import load
from plugins.newsroom.model import TranslationPolicy
from plugins.newsroom.problem import Level, Problem
from tests.bad.archive import Case, Expected, cases, write

CASES = cases()


def _found(folder: Path) -> list[tuple[Expected, Problem]]:
    translations = folder / "translations"
    paths = tuple(sorted(path.relative_to(translations).as_posix() for path in translations.rglob("*.po")))
    catalogues = read_catalogues(paths, translations, TranslationPolicy(), NO_SPARE)
    problems = (*load(folder, translations).problems, *catalogues.problems)
    return [(Expected(p.file.removeprefix(f"{folder}/"), p.line, p.column, p.code, p.level.value), p) for p in problems]


def test_the_base_has_no_problem(tmp_path: Path) -> None:
    """What all cases build upon is clean."""
    assert write(tmp_path) == ()
    assert _found(tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gives_its_problems(case: Case, tmp_path: Path) -> None:
    """Each fault is told at its line and column, and nothing else is blamed."""
    expected = write(tmp_path, case)
    assert expected, "a case names at least one problem"
    assert sorted(one for one, _ in _found(tmp_path)) == list(expected)


def test_all_cases_at_once_give_all_their_problems_in_one_run(tmp_path: Path) -> None:
    """As many problems are reported as the corpus contains, though all stand in one tree."""
    expected = write(tmp_path, *(case for case in CASES if not case.alone))
    assert len(expected) > 150
    assert sorted(one for one, _ in _found(tmp_path)) == list(expected)


def test_every_problem_is_a_sentence_for_its_reader(tmp_path: Path) -> None:
    """Found, expected and fix are filled; a place in a file that can be read comes with its line."""
    write(tmp_path, *(case for case in CASES if not case.alone))
    for _, problem in _found(tmp_path):
        assert problem.found and problem.expected and len(problem.fix.split()) >= 2
        for word in ("Traceback", "pydantic", "NoneType", "str_type", "ValueError"):
            assert word not in problem.found + problem.expected + problem.fix


_REPLACED = (
    "Put the whole text in quotation marks",
    "Add the blank",
    "Write a colon and a blank behind the key",
    "Write a hyphen",
    "Write each entry on a line of its own",
    "Write the second key on the next line",
    "Close the bracket",
)
"""How sentences begin that show the line as it should be."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_line_written_as_the_fix_shows_it_is_a_problem_no_longer(case: Case, tmp_path: Path) -> None:
    """Whoever follows the advice to the letter is done with it, and has made no other error."""
    write(tmp_path, case)
    before = [problem for _, problem in _found(tmp_path)]
    for problem in before:
        shown = problem.fix.partition("\n")[2]
        if not shown or "…" in shown or not problem.fix.startswith(_REPLACED):
            continue
        path = Path(problem.file)
        typed = path.read_text("utf-8")
        lines = typed.split("\n")
        old = lines[problem.line - 1]
        blanks = old[: len(old) - len(old.lstrip())].replace("\u00a0", " ")
        lines[problem.line - 1 : problem.line] = [blanks + line for line in shown.split("\n")]
        path.write_text("\n".join(lines), "utf-8")
        after = [one for _, one in _found(tmp_path) if one.file == problem.file and one.level is Level.ERROR]
        assert (problem.line, problem.column, problem.code) not in [(one.line, one.column, one.code) for one in after]
        later = {one.code for one in after} - {one.code for one in before}
        assert not [code for code in later if code.startswith("yaml-") or code == Code.WRONG_TYPE], (old, shown)
        path.write_text(typed, "utf-8")


def test_every_sort_of_problem_is_in_the_corpus() -> None:
    """No code stands in the list that nothing can bring about."""
    seen = {expected.code for case in CASES for expected in case.expected}
    # Builds alone can tell these: tests/site/test_rebuild.py, test_addresses.py, test_event_life.py, test_funding.py,
    # test_picture_rights.py and test_publish_together.py do.
    later = {
        Code.EVENT_UNREPORTED,
        Code.HERO_EXPIRES,
        Code.PUBLISH_WAITS,
        Code.UNKNOWN_BRAND,
        Code.ADDRESS_LOST,
        Code.ADDRESS_LINE,
        Code.FUNDING_RESULTS,
        Code.SECURITY_EXPIRES,
    }
    assert {code.value for code in Code} - seen == later
