"""All checks of the gate: the name each finding carries, its levels, and what it says to people.

``docs/gate.md`` is made of this list.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.translation.gate.finding import Level


@dataclass(frozen=True, slots=True)
class Check:
    """One check: ``id`` never changes, since answers in catalogues refer to it."""

    id: str
    levels: tuple[Level, ...]
    description: str


_BLOCK, _ANSWER, _HINT = Level.BLOCK, Level.ANSWER, Level.HINT

CHECKS = (
    Check("placeholder", (_BLOCK, _ANSWER), "a placeholder or a tag is lost, invented, torn, or has moved far"),
    Check("link", (_BLOCK, _ANSWER), "a link is lost or leads elsewhere"),
    Check("image", (_BLOCK, _ANSWER), "a picture is lost or is another one"),
    Check("code", (_BLOCK, _ANSWER), "code is not kept letter by letter"),
    Check("url", (_BLOCK, _ANSWER), "an address of the web is not kept"),
    Check("email", (_BLOCK, _ANSWER), "an e-mail address is not kept"),
    Check("phone", (_BLOCK, _ANSWER), "a telephone number is not kept"),
    Check("structure", (_BLOCK, _HINT), "the Markdown has another structure"),
    Check("empty", (_BLOCK,), "nothing, or nothing but signs, stands for a text"),
    Check("engine-error", (_BLOCK,), "an error page, a refusal, talk about the translation in its place"),
    Check(
        "leftover", (_BLOCK, _ANSWER), "signs of a machine: broken letters, other scripts, Markdown the source lacks"
    ),
    Check("untranslated", (_BLOCK, _ANSWER, _HINT), "the text is the source's"),
    Check("language", (_BLOCK, _ANSWER), "the text is in another language; short titles are asked about"),
    Check("shifted", (_BLOCK,), "the answers of an edition belong to the texts before or behind theirs"),
    Check("number", (_BLOCK, _ANSWER), "another number stands in the place of one; one that is only lost or only new"),
    Check("amount", (_BLOCK,), "the same number has another unit or currency"),
    Check(
        "date",
        (_BLOCK, _ANSWER),
        "another day, month or weekday stands there; one that is only lost; a weekday that its own date contradicts",
    ),
    Check("sentence", (_ANSWER,), "a sentence is missing, or the text breaks off"),
    Check("added", (_ANSWER,), "a sentence says what nothing in the source says"),
    Check("length", (_ANSWER,), "the text is far shorter or longer than usual in that direction"),
    Check("term", (_ANSWER,), "an agreed term of the glossary is not used"),
    Check("forbidden", (_ANSWER,), "a word that the glossary forbids"),
    Check("name", (_ANSWER,), "a name is gone, written otherwise, or invented"),
    Check("speaker", (_ANSWER,), "two people have changed places"),
    Check("repetition", (_ANSWER, _HINT), "a phrase or a sentence is said twice"),
    Check("quotation-marks", (_HINT,), "quotation marks of another language, or without a partner"),
    Check("end-punctuation", (_HINT,), "the text ends with another mark than the source"),
)


def table() -> str:
    """The checks as the table of docs/gate.md."""
    rows = [
        f"| `{check.id}` | {', '.join(f'`{level.value}`' for level in check.levels)} | {check.description} |"
        for check in CHECKS
    ]
    return "\n".join(("| check | levels | what it finds |", "|---|---|---|", *rows))
