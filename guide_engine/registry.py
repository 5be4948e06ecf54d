"""The registry: every rule, template and walkthrough, found by looking into their folders.

Adding one is adding a module: nothing here names any of them.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from guide_engine.rule import FAMILIES, Rule

if TYPE_CHECKING:  # templates and walkthroughs are loaded when asked for: a check needs neither
    from guide_engine.concern import Concern
    from guide_engine.flow import Flow
    from guide_engine.notice import Notice
    from guide_engine.template import Template


def _members(package: str, constant: str) -> list[Any]:
    """The `constant` of each module in `package`. Raises AttributeError where a module has none."""
    folder = import_module(f"guide_engine.{package}")
    modules = sorted(module.name for module in iter_modules(folder.__path__) if not module.name.startswith("_"))
    return [getattr(import_module(f"{folder.__name__}.{module}"), constant) for module in modules]


def _unique(kind: str, values: list[str]) -> None:
    doubles = sorted({value for value in values if values.count(value) > 1})
    if doubles:
        message = f"two {kind} are called {doubles[0]!r}"
        raise ValueError(message)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Every rule, by family and code. Raises ValueError where two share a name or a code."""
    found: list[Rule] = _members("rules", "RULE")
    _unique("rules", [rule.name for rule in found])
    _unique("rules", [rule.code for rule in found])
    order = list(FAMILIES)
    return tuple(sorted(found, key=lambda rule: (order.index(rule.family), rule.code)))


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Every message template, by name. Raises ValueError where two share a name."""
    found: list[Template] = _members("templates", "TEMPLATE")
    _unique("templates", [template.name for template in found])
    return tuple(sorted(found, key=lambda template: template.name))


@lru_cache(maxsize=1)
def flows() -> tuple[Flow, ...]:
    """Every walkthrough, by name. Raises ValueError where two share a name."""
    found: list[Flow] = _members("flows", "FLOW")
    _unique("walkthroughs", [flow.name for flow in found])
    return tuple(sorted(found, key=lambda flow: flow.name))


@lru_cache(maxsize=1)
def notices() -> tuple[Notice, ...]:
    """Every reason why a message did not arrive, the most frequent first. Raises ValueError where two share a name."""
    found: list[Notice] = _members("notices", "NOTICE")
    _unique("notices", [notice.name for notice in found])
    return tuple(sorted(found, key=lambda notice: notice.order))


@lru_cache(maxsize=1)
def concerns() -> tuple[Concern, ...]:
    """Everything a buyer may need to know about a message, by name. Raises ValueError where two share a name."""
    found: list[Concern] = _members("concerns", "CONCERN")
    _unique("concerns", [concern.name for concern in found])
    return tuple(sorted(found, key=lambda concern: concern.name))
