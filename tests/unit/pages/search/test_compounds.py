"""Long words are taken apart where both parts are words, and nowhere else."""

from __future__ import annotations

import pytest

from plugins.pages.search.compounds import Compounds

GERMAN = (
    "förder bescheid wirtschaft förderung schule netzwerk klima schutz konzept klimaschutz maschine bau schaft gesell"
)
DUTCH = "subsidie beschikking stad huis samenwerking verband"


def parts(lang: str, known: str, word: str) -> frozenset[str]:
    """The parts of a word where these words are known."""
    return Compounds(lang, frozenset(known.split()).__contains__).parts(word)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Förderbescheid", {"förder", "bescheid"}),
        ("Wirtschaftsförderung", {"wirtschaft", "förderung"}),  # linked by s
        ("Schulnetzwerk", {"schule", "netzwerk"}),  # a letter lost
        ("Klimaschutzkonzept", {"klimaschutz", "klima", "schutz", "konzept"}),  # three parts
        ("Maschinenbau", {"maschine", "bau"}),  # linked by n, with a short end
        ("Gesellschaft", set()),  # an ending that is a word too
        ("Bescheid", set()),
        ("Förderxyz", set()),
    ],
)
def test_german(word: str, wanted: set[str]) -> None:
    """With what links the parts, and what falls out between them."""
    assert parts("de", GERMAN, word) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("subsidiebeschikking", {"subsidie", "beschikking"}),
        ("stadhuis", {"stad", "huis"}),
        ("samenwerkingsverband", {"samenwerking", "verband"}),
        ("verbandje", set()),
    ],
)
def test_dutch(word: str, wanted: set[str]) -> None:
    """The same."""
    assert parts("nl", DUTCH, word) == wanted


def test_what_is_too_long_for_a_word_is_left_alone() -> None:
    """Each place of a word is looked at, and of what stands before it."""
    assert parts("de", "schutz", "schutz" * 10)
    assert parts("de", "schutz", "schutz" * 11) == set()
