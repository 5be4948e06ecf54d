"""Stands in for the library's `asyncio` in the browser: the engine answers at once and waits for nothing.

Pyodide's core takes up these names when it starts, for coroutines and promises. Nobody here makes any.
"""

from typing import Any, NoReturn


def _nothing_waits(*_: Any, **__: Any) -> NoReturn:
    message = "there is no event loop in this Python"
    raise RuntimeError(message)


get_event_loop = get_running_loop = ensure_future = iscoroutine = _nothing_waits
