"""Compiles templates to direct attribute access: views have slots, so nothing has to be looked up twice.

Jinja asks ``environment.getattr`` for each dot and wraps each output as ``Markup``; on a report's page that is
most of the time. Here ``page.title`` is compiled to just that, and a plain text is escaped without a wrapper.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

from markupsafe import Markup, escape

# Private, but the very function that ``markupsafe.escape`` calls for a plain text; without it, ``escape`` serves.
try:
    from markupsafe._speedups import _escape_inner
except ImportError:

    def _escape_inner(s: str, /) -> str:
        return str(escape(s))


from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment, Template, TemplateModule
from jinja2.runtime import Context

HERE = __name__
_ASKING = frozenset({"defined", "undefined"})
_FILLING = frozenset({"default", "d"})


class Names(dict[str, object]):
    """A dictionary written in a template, whose keys can be read with a dot."""

    def __getattr__(self, name: str) -> object:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"the dictionary has no key {name!r}") from None


def text(value: object) -> str:
    """The value as HTML: escaped, unless it is marked as safe. Not wrapped, since it is joined at once."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


def call(function: Callable[..., object], /, *args: object, **kwargs: object) -> object:
    """What ``context.call`` does for functions that are handed no context."""
    return function(*args, **kwargs)


class DirectCode(CodeGenerator):
    """Jinja's compiler, for templates that see frozen views."""

    _asking = 0

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """The module, which knows our two helpers."""
        self.writeline(f"from {HERE} import Names as view_names, call as view_call, text as view_text")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """``a.b`` as it stands; through Jinja where a missing name is asked about, and for ``self``."""
        if self._asking or (isinstance(node.node, nodes.Name) and node.node.name == "self"):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A call as it stands: nothing that a template of ours calls wants to know the context."""
        self.write("view_call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:
        """A dictionary whose keys can be read with a dot."""
        self.write("view_names(")
        super().visit_Dict(node, frame)
        self.write(")")

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:
        """Jinja folds a dictionary of plain values into one constant."""
        if type(node.value) is dict:
            self.write(f"view_names({node.value!r})")
        else:
            super().visit_Const(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """``is defined`` asks about names that may be missing."""
        self._asking += node.name in _ASKING
        super().visit_Test(node, frame)
        self._asking -= node.name in _ASKING

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """So does ``default``."""
        self._asking += node.name in _FILLING
        super().visit_Filter(node, frame)
        self._asking -= node.name in _FILLING

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("view_text(")


class DirectTemplate(Template):
    """A template whose imports are those of every page: there are no globals that one page has and another has not."""

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        return super()._from_namespace(environment, namespace, dict(globals))

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 (Jinja's own)
        return super()._get_default_module()


class DirectEnvironment(Environment):
    """An environment whose templates are compiled that way."""

    code_generator_class = DirectCode
    template_class = DirectTemplate
