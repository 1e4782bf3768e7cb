"""How figures grow with the archive."""

from pathlib import Path

import pytest

from benchmarks.corpus import rounded
from benchmarks.growth import as_text, exponents, grow, main
from benchmarks.series import SCENARIOS
from benchmarks.tool import Setup


def quiet(_: str) -> None:
    """Says nothing."""


def test_exponent_tells_linear_from_quadratic() -> None:
    """From each size to the next."""
    assert exponents({100: 1.0, 1000: 10.0, 2000: 40.0}) == pytest.approx([1.0, 2.0])


def test_table_has_the_figure_the_figure_per_report_and_the_exponent() -> None:
    """Seconds, milliseconds per report."""
    table = as_text({100: {"dreiklang": {"cold": 2.0}}, 1000: {"dreiklang": {"cold": 20.0}}})
    row = next(line for line in table.splitlines() if line.startswith("  cold"))
    assert row.split() == ["cold", "2.00", "s", "20.00", "20.00", "s", "20.00", "^1.00"]


def test_tool_that_fails_at_one_size_has_a_gap_there() -> None:
    """The others stay."""
    table = as_text({100: {"a": {"cold": 1.0}, "b": {"cold": 1.0}}, 200: {"a": {"cold": 2.0}}})
    row = [line for line in table.splitlines() if line.startswith("  cold")][1]
    assert row.split()[-1] == "–"


def test_every_size_is_measured_in_every_scenario(whole: Setup, tmp_path: Path) -> None:
    """Sizes are rounded as ``bench`` does it."""
    grown = grow({"dreiklang": whole}, tmp_path, [30, 3], 1, quiet)
    assert list(grown) == [rounded(3), rounded(30)]
    assert all(set(SCENARIOS) <= set(figures["dreiklang"]) for figures in grown.values())


def test_unknown_peer_gets_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """Code 2, and nothing is built."""
    assert main(["20", "--peers", "nobody"]) == 2
    assert "nobody is not known" in capsys.readouterr().err
