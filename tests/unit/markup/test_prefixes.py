"""What a match must begin with."""

from __future__ import annotations

import re

import pytest

from plugins.markup.prefixes import prefixes


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        (r"\[\^([^\]]*)\]", {"[^"}),
        (r"(?<!\!)\[", {"["}),
        (r"(<(a|b)>)", {"<"}),
        (r"  \n", {"  \n"}),
        (r"\*|_", {"*", "_"}),
        (r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<!\\)`)", {"\\", "`"}),
        (r"^#+", {"#"}),
        (r"a|b|cd", {"a", "b", "cd"}),
        (r"ab?c", {"a"}),
        (r"(a)b", {"a"}),
        (r"a*b", None),
        (r".x", None),
        (r"[^a]", None),
        (r"[a-z]", None),
        (r"\d", None),
        (r"a|b*", None),
        (r"(?:a|)b", None),
        (r"(?i)a", None),
        (r"", None),
        (r"(?=a)", None),
    ],
)
def test_the_beginnings_of_an_expression_are_found(expression: str, found: set[str] | None) -> None:
    """Or given up, where they cannot be told."""
    assert prefixes(re.compile(expression)) == found
