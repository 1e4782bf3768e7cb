"""Asks the person at the keyboard about what the gate found, one by one."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.cli.workspace import WrongUseError
from plugins.newsroom.suggest import did_you_mean
from plugins.translation.catalogue import FindingAnswer
from plugins.translation.findings import Question, answers_to
from plugins.translation.inner import words


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """What a person said in advance: by name, and by the keys of the findings."""

    by: str = ""
    office: str = ""
    answers: tuple[str, ...] = ()
    """``KEY=WHY``, as typed."""

    def words(self, asked: Sequence[Question]) -> dict[str, str]:
        """Key -> why. Raises ``WrongUseError`` for a key that nobody asked, and without a name."""
        pairs = {key.strip(): why.strip() for key, _, why in (each.partition("=") for each in self.answers)}
        known = [question.key for question in asked]
        for key in pairs:
            if key not in known:
                hint = did_you_mean(key, known, "status lists the open findings.")
                raise WrongUseError(f"No open finding has the key “{key}”. {hint}")
        if pairs and not self.by.strip():
            raise WrongUseError("An answer needs a name: give --by.")
        return pairs


NOTHING = ReviewOptions()
"""Nothing was said in advance."""


def question_text(question: Question) -> str:
    """A finding with the words concerned, as it is laid before a person."""
    lines = (f"{question.key}  {question.place}: {question.finding}", words(question.source), words(question.target))
    return "\n    ".join(line for line in lines if line)


def answered(asked: Sequence[Question], given: ReviewOptions, day: dt.date) -> Mapping[str, FindingAnswer]:
    """The answers there are: those given in advance, then those of the person at the terminal.

    Raises ``WrongUseError``.
    """
    said = given.words(asked)
    if sys.stdin.isatty() and given.by.strip():
        for question in asked:
            if question.key not in said and (why := _why(question)):
                said[question.key] = why
    return answers_to(tuple(asked), said, given.by.strip(), given.office.strip(), day)


class Asker:
    """Asks whoever is at the terminal, by the name given at the first question. One owner, one run."""

    def __init__(self, day: dt.date) -> None:
        self._day = day
        self._name: str | None = None

    def answers(self, asked: Sequence[Question]) -> Mapping[str, FindingAnswer]:
        """What the person said; without a terminal, or without a name, nothing."""
        if self._name is None:
            self._name = read_line("Your name: ") if sys.stdin.isatty() else ""
        return answered(asked, ReviewOptions(self._name), self._day)


def _why(question: Question) -> str:
    """Why the words are right as they stand; empty where they are not."""
    print(question_text(question))
    found = read_line("Is that right? Type y, or say why; Enter: no. ")
    return "right as it stands" if found.lower() in ("y", "yes", "j", "ja") else found


def agrees(text: str) -> bool:
    """Whether the person at the terminal says yes; without a terminal: no."""
    return sys.stdin.isatty() and read_line(f"{text} [y/N] ").lower() in ("y", "yes", "j", "ja")


def read_line(prompt: str) -> str:
    """One line of the person at the terminal."""
    print(prompt, end="", flush=True)
    return sys.stdin.readline().strip()


def open_questions_text(asked: Iterable[Question], call: str) -> str:
    """The open findings, and the command that answers the first of them."""
    questions = tuple(asked)
    lines = [question_text(question) for question in questions]
    return "\n".join((*lines, f'Answer each of them: {call} --answer {questions[0].key}="why it is right"'))
