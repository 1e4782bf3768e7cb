"""Measures what converting Markdown costs: python3 -m benchmarks.markup [FOLDER OF .md]; CPU milliseconds a text.

Without a folder, 180 texts are made up: 350 to 700 words, headings, a list, links, emphasis.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import markdown

from plugins.markup.convert import convert
from plugins.markup.fast import fast_converter, is_proved
from plugins.markup.python_markdown import extensions, plain_converter, to_html
from plugins.markup.sanitise import sanitise

Input = TypeVar("Input")

WORDS = str.split(
    "der Abend und die Messe mit Gästen aus der Region für eine neue Zusammenarbeit über Grenzen hinweg zwischen"
    " Unternehmen Hochschulen Verbänden im Programm standen Gespräche Vorträge Führungen Preise Förderung Forschung"
    " erstmals gemeinsam eröffnete begrüßte betonte dankte zeigte den das ein es auf von zur bei nach seit wie vor"
)


def text(chance: random.Random) -> str:
    """One made-up report."""
    parts: list[str] = []
    words = 0
    length = chance.randint(350, 700)
    while words < length:
        if parts and chance.random() < 0.2:
            parts.append("## " + " ".join(chance.choices(WORDS, k=5)).capitalize())
        sentences = [sentence(chance) for _ in range(chance.randint(4, 8))]
        words += sum(len(one.split()) for one in sentences)
        parts.append(" ".join(sentences))
        if len(parts) == 3:
            parts.append("\n".join("- " + " ".join(chance.choices(WORDS, k=6)) for _ in range(4)))
    parts[-1] += f" [Mehr dazu](report:report-{chance.randint(1, 3000)})."
    return "\n\n".join(parts) + "\n"


def sentence(chance: random.Random) -> str:
    """Some words with now and then an emphasis, a link, a quotation."""
    words = chance.choices(WORDS, k=chance.randint(8, 18))
    way = chance.random()
    if way < 0.10:
        words[2] = f"**{words[2]} {words[3]}**"
    elif way < 0.18:
        words[4] = f"[{words[4]} {words[5]}](https://www.example.org/{chance.randint(1, 9999)})"
    elif way < 0.22:
        words[5] = f"*{words[5]}*"
    elif way < 0.30:
        words[5] = f"„{words[5]}“"
    return " ".join(words).capitalize() + "."


def cost(work: Callable[[Input], object], inputs: Sequence[Input]) -> float:
    """Milliseconds of processor time for one of the inputs, the best of seven rounds over all."""
    best = float("inf")
    for _ in range(7):
        start = time.process_time()
        for one in inputs:
            work(one)
        best = min(best, time.process_time() - start)
    return best / len(inputs) * 1000


def main(arguments: Sequence[str]) -> None:
    """Prints a table."""
    if arguments:
        texts = [path.read_text("utf-8") for path in sorted(Path(arguments[0]).rglob("*.md"))]
    else:
        texts = [text(random.Random(number)) for number in range(180)]
    extra = markdown.Markdown(extensions=["extra"])
    plain, fast = plain_converter(), fast_converter(extensions())
    html = [to_html(one) for one in texts]
    proved = "" if is_proved() else ", not proved and not used"
    rows: list[tuple[str, float]] = [
        ("Python-Markdown with `extra`", cost(lambda one: extra.reset().convert(one), texts)),
        ("Python-Markdown with our extensions", cost(lambda one: plain.reset().convert(one), texts)),
        (f"the same, faster{proved}", cost(lambda one: fast.reset().convert(one), texts)),
        ("sanitising", cost(sanitise, html)),
        ("convert: all of it, to a document", cost(convert, texts)),
    ]
    print(
        f"Python-Markdown {markdown.__version__}, {len(texts)} texts of {sum(map(len, texts)) // len(texts)} characters"
    )
    for name, spent in rows:
        print(f"{spent:7.3f} ms  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
