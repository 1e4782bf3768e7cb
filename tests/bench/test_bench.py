"""The comparison as a whole, with small generators in the peers' place."""

import json
from pathlib import Path

import pytest

from benchmarks.bench import bench, chosen, compare, gather
from benchmarks.corpus import rounded
from benchmarks.edits import Subject, files
from benchmarks.result import COLUMNS, as_text
from benchmarks.series import SCENARIOS, run_series
from benchmarks.tool import NotInstalledError, Setup, Tool

COUNT = rounded(3)


def quiet(_: str) -> None:
    """Says nothing."""


def absent(packages: Path, site: Path, count: int) -> Tool:
    """A peer that cannot be had."""
    raise NotInstalledError("npm is not installed.")


def test_json_has_ratios_seconds_and_pages(
    whole: Setup, peer: Setup, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The object has these three keys, and every figure of every tool."""
    assert compare({"dreiklang": whole, "peer": peer}, tmp_path, COUNT, 1, "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["ratios", "seconds", "pages"]
    assert list(found["ratios"]) == ["peer"]
    assert list(found["seconds"]) == ["dreiklang", "peer"]
    assert found["pages"] == {"dreiklang": COUNT * 3, "peer": COUNT * 3}
    for figures in (*found["ratios"].values(), *found["seconds"].values()):
        assert set(COLUMNS) - {"memory"} <= set(figures)
        assert all(figure > 0 for figure in figures.values())


def test_each_scenario_is_run_as_often_as_wanted(whole: Setup, peer: Setup, tmp_path: Path) -> None:
    """Two runs give two figures for each tool and scenario."""
    tools, _ = gather({"dreiklang": whole, "peer": peer}, tmp_path, COUNT)
    series = run_series(tools, COUNT, 2, quiet)
    assert {len(series.figures[tool.name][scenario]) for tool in tools for scenario in SCENARIOS} == {2}


def test_cold_build_begins_without_output_and_cache(whole: Setup, tmp_path: Path) -> None:
    """The tool's own count of builds begins anew with every run."""
    tools, _ = gather({"dreiklang": whole}, tmp_path, COUNT)
    run_series(tools, COUNT, 2, quiet)
    assert (tools[0].output / "builds.txt").read_text() == str(len(SCENARIOS))


def test_edits_are_undone(whole: Setup, tmp_path: Path) -> None:
    """After the series the corpus and the templates are as they were."""
    tools, _ = gather({"dreiklang": whole}, tmp_path, COUNT)
    paths = files(tools[0], Subject(COUNT))
    before = [path.read_bytes() for path in paths]
    run_series(tools, COUNT, 1, quiet)
    assert [path.read_bytes() for path in paths] == before


def test_tool_that_does_not_show_an_edit_is_left_out(whole: Setup, forgetful: Setup, tmp_path: Path) -> None:
    """A build that misses a change does not count as a fast one."""
    tools, _ = gather({"dreiklang": whole, "forgetful": forgetful}, tmp_path, COUNT)
    series = run_series(tools, COUNT, 1, quiet)
    assert "person" in series.failed["forgetful"]
    assert "person" not in series.figures["forgetful"]
    assert "person" in series.figures["dreiklang"]


def test_peer_that_cannot_be_installed_is_named(whole: Setup, tmp_path: Path) -> None:
    """It is left out with a sentence."""
    tools, missing = gather({"dreiklang": whole, "absent": absent}, tmp_path, COUNT)
    assert [tool.name for tool in tools] == ["dreiklang"]
    text = as_text(run_series(tools, COUNT, 1, quiet), tools, missing)
    assert "absent is left out: npm is not installed." in text


def test_failed_build_of_ours_ends_with_code_1(forgetful: Setup, tmp_path: Path) -> None:
    """What was measured is printed all the same."""

    def ours(packages: Path, site: Path, count: int) -> Tool:
        tool = forgetful(packages, site, count)
        return Tool("dreiklang", *(getattr(tool, name) for name in tool.__slots__[1:]))

    assert compare({"dreiklang": ours}, tmp_path, COUNT, 1, "text") == 1


@pytest.mark.parametrize(
    ("reports", "peers", "runs", "form", "said"),
    [
        (0, ["hugo"], 1, "text", "--reports"),
        (3, ["nobody"], 1, "text", "nobody is not known"),
        (3, ["hugo"], 0, "text", "--runs"),
        (3, ["hugo"], 1, "xml", "xml is not known"),
    ],
)
def test_wrong_use_gets_a_sentence(
    reports: int, peers: list[str], runs: int, form: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code 2, and nothing is installed or built."""
    assert bench(reports, peers, runs, form) == 2
    assert said in capsys.readouterr().err


def test_pelican_means_both_ways_of_having_languages() -> None:
    """Its own translations, and a site for each language."""
    assert list(chosen(["pelican"])) == ["pelican", "pelican_i18n_subsites"]
