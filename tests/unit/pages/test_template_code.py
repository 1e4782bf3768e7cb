"""Templates compiled to direct attribute access say what Jinja's own would."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from plugins.pages.template_code import DirectEnvironment

SAFE = Markup("<p>safe</p>")


@dataclass(frozen=True, slots=True)
class View:
    """Something a template sees."""

    title: str = "Fisch & Co <b>"
    body: Markup = SAFE
    number: int = 7
    names: tuple[str, ...] = ("a", "<b>")


BASE = "<h1>{% block head %}base{% endblock %}</h1>{% block main %}{% endblock %}"
MACRO = "{% macro say(x, lang='') %}<i{% if lang %} lang={{ lang }}{% endif %}>{{ x.title }}{% if caller is defined %}{{ caller() }}{% endif %}</i>{% endmacro %}"
TEMPLATES = [
    "{{ page.title }}|{{ page.body }}|{{ page.number }}|{{ page.number + 1 }}",
    "{% for n in page.names %}{{ loop.index }}{{ n }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% from 'm.html' import say %}{{ say(page) }}{{ say(page, 'de') }}{{ say({'title': '<x>'}) }}",
    "{% from 'm.html' import say %}{{ say({'title': page.title}) }}{% call say(page) %}&{{ page.number }}{% endcall %}",
    "{% import 'm.html' as m %}{{ m.say(page) }}",
    "{% extends 'base.html' %}{% block head %}{{ super() }}{{ page.title }}{% endblock %}{% block main %}{{ self.head() }}{% endblock %}",
    "{{ page.absent is defined }}{{ page.absent | default('nothing') }}{{ page.title is defined }}",
    "{% set ns = namespace(n=0) %}{% for n in page.names %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}",
    "{{ page.title.upper() }}{{ page.title.partition(' ')[0] }}{{ page.names[1] }}{{ page.title | lower }}",
    "{{ 'lit' ~ page.title }}{{ (page.title ~ 'x') | trim }}{% set y = page.title %}{{ y }}",
    "{% set d = {'a': {'b': '<'}} %}{{ d.a['b'] }}{% for k, v in {'x': 1}.items() %}{{ k }}{{ v }}{% endfor %}",
    "{% if page.names and page.number > 3 %}{{ page.body | length }}{% endif %}{{ page.title | safe }}",
]


def _render(environment: Environment, text: str) -> str:
    environment.loader = DictLoader({"base.html": BASE, "m.html": MACRO, "t.html": text})
    return environment.get_template("t.html").render(page=View(), site=None)


@pytest.mark.parametrize("text", TEMPLATES)
def test_it_says_what_jinja_says(text: str) -> None:
    """Also of macros, blocks, dictionaries, and names that may be missing."""
    plain = Environment(autoescape=True, undefined=StrictUndefined)
    direct = DirectEnvironment(autoescape=True, undefined=StrictUndefined)
    assert _render(direct, text) == _render(plain, text)


def test_an_unknown_name_is_an_error() -> None:
    """As strict as before."""
    with pytest.raises(AttributeError, match="absent"):
        _render(DirectEnvironment(autoescape=True, undefined=StrictUndefined), "{{ page.absent }}")
