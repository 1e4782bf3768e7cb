"""The gate as a command: two files in, findings out."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.newsroom.model import Lang
from plugins.translation.gate.finding import Finding, Level
from plugins.translation.gate.lines import check_lines
from plugins.translation.glossary import Glossary

FORMATS = ("text", "json")


def gate_report(findings: tuple[Finding, ...], format_: str) -> str:
    """The findings as text for people, or as a JSON list of objects with line, check, level, evidence."""
    ordered = sorted(findings, key=lambda f: (f.line, list(Level).index(f.level), f.check))
    if format_ == "json":
        objects = [{"line": f.line, "check": f.check, "level": f.level.value, "evidence": f.evidence} for f in ordered]
        return json.dumps(objects, ensure_ascii=False, indent=2)
    lines = [f"{f.line}: {f.level.value}: {f.check}: {f.evidence}" for f in ordered]
    counts = [f"{sum(f.level is level for f in findings)} {level.value}" for level in Level]
    return "\n".join([*lines, ", ".join(counts)])


def run(
    source: Path,
    target: Path,
    source_lang: Lang,
    target_lang: Lang,
    fmt: str,
    glossary: Glossary | None = None,
) -> tuple[int, str]:
    """(exit code, what to print): 0 nothing to block or to answer, 1 something, 2 wrong use."""
    if fmt not in FORMATS:
        return 2, f"unknown format {fmt!r}: expected {' or '.join(FORMATS)}"
    texts = []
    for path in (source, target):
        try:
            texts.append(path.read_bytes().decode("utf-8-sig"))
        except OSError as error:
            return 2, f"{path}: cannot be read ({error.strerror}); give the path of a text file"
        except UnicodeDecodeError as error:
            return 2, f"{path}: byte {error.start} is no UTF-8; save the file as UTF-8"
    lines = [text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else [] for text in texts]
    findings = check_lines(lines[0], lines[1], source_lang, target_lang, glossary)
    wrong = any(f.level is not Level.HINT for f in findings)
    return int(wrong), gate_report(findings, fmt)
