"""Stands in for `_pyodide._base`: runs a piece of Python. The original also waits for coroutines and reads what is imported."""

from _ast import Expr, Expression, Module, PyCF_ONLY_AST
from importlib import import_module
from typing import Any, cast


def eval_code(
    source: str,
    globals: dict[str, Any] | None = None,  # noqa: A002  # Pyodide hands it in under this name
    locals: dict[str, Any] | None = None,  # noqa: A002  # as above
    *,
    filename: str = "<exec>",
    **_: Any,
) -> Any:
    """Run the source, and give the value of the expression at its end."""
    names = {} if globals is None else globals
    tree = cast("Module", compile(source, filename, "exec", PyCF_ONLY_AST))
    last = tree.body[-1] if tree.body else None
    if isinstance(last, Expr):
        tree.body.pop()
    exec(compile(Module(tree.body, []), filename, "exec"), names, locals)  # noqa: S102  # what the worker's own scripts say
    if not isinstance(last, Expr):
        return None
    return eval(compile(Expression(last.value), filename, "eval"), names, locals)  # noqa: S307  # as above


def pyimport_impl(path: str) -> Any:
    """A module, or what is in it under that name."""
    parent, _, name = path.rpartition(".")
    if parent and hasattr(module := import_module(parent), name):
        return getattr(module, name)
    return import_module(path)
