"""``gate``: the checks alone, on two files, line by line."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.cache.errors import MemoError
from plugins.cli.workspace import tell
from plugins.translation.gate import run
from plugins.translation.glossary import Glossary, load_glossary
from plugins.translation.run.keep import data_of


def gate(source: str, target: str, source_lang: str, target_lang: str, fmt: str, glossary: str = "") -> int:
    """Prints the findings; 0 nothing to block or to answer, 1 something, 2 wrong use.

    ``glossary``: a file with the words the house has agreed on, if the translation is to be held to them.
    """
    if not source_lang or not target_lang:
        return _wrong("The gate must know both languages: give --from and --to.")
    words = Glossary()
    if glossary:
        try:
            data = data_of(Path(glossary))
        except MemoError as error:
            return _wrong(error.sentence)
        if data is None:
            return _wrong(f"There is no file {glossary}: give the path of a glossary, or leave --glossary out.")
        words, problems = load_glossary(data, glossary)
        tell(problems)
    code, text = run(Path(source), Path(target), source_lang, target_lang, fmt, words)
    print(text, file=sys.stderr if code == 2 else sys.stdout)
    return code


def _wrong(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2
