"""Stands in for `pyodide.code`, whose other ways to call a function ask for the library's `inspect`."""

from _pyodide._base import eval_code  # type: ignore[import-not-found]  # in Pyodide's library only

__all__ = ["eval_code"]
