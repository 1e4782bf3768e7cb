"""The names of months."""

from __future__ import annotations

import pytest
from babel import Locale

from plugins.markup.dialect.months import LANGUAGES, MONTHS


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_months_of_each_language_are_known(language: str) -> None:
    """As CLDR has them in a date."""
    for name in Locale.parse(language).months["format"]["wide"].values():
        word = name.casefold().removeprefix("de ").removeprefix("d’")
        assert word in MONTHS
