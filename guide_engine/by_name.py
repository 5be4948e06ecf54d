"""Templates and walkthroughs by name: what the command line and the page ask for.

The modules behind them are loaded when first asked for: a check needs neither.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from guide_engine.draft import DraftError
from guide_engine.registry import flows, templates

if TYPE_CHECKING:
    from guide_engine.flow import State
    from guide_engine.template import Rendered


def render(name: str, fields: Mapping[str, object], today: dt.date | None = None) -> Rendered:
    """Fill the template called `name`. Raises DraftError where there is none; see `guide_engine.template.render`."""
    from guide_engine.template import render as fill

    known = {template.name: template for template in templates()}
    if name not in known:
        message = f"There is no template called {name!r}. The templates are: {', '.join(known)}."
        raise DraftError(message, "template")
    return fill(known[name], fields, today)


def walk(name: str, answers: Mapping[str, object]) -> State:
    """Follow the walkthrough called `name`. Raises DraftError where there is none; see `guide_engine.flow.walk`."""
    from guide_engine.flow import walk as follow

    known = {flow.name: flow for flow in flows()}
    if name not in known:
        message = f"There is no walkthrough called {name!r}. The walkthroughs are: {', '.join(known)}."
        raise DraftError(message, "flow")
    return follow(known[name], answers)
