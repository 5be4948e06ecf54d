"""What must hold of every walkthrough: no dead end, no loop, nothing out of reach.

Works on plain edges (name → names that may follow), so it knows nothing of wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Edges = Mapping[str, Sequence[str]]


def faults(start: str, edges: Edges, ends: Sequence[str]) -> Iterator[str]:
    """Every fault as a sentence.

    ``edges`` has an entry for each question; ``ends`` are the outcomes.
    """
    known = {*edges, *ends}
    if start not in edges:
        yield f"It starts at {start!r}, which is no question."
        return
    for name, targets in edges.items():
        if not targets:
            yield f"The question {name!r} has no answers."
        for target in targets:
            if target not in known:
                yield f"An answer of {name!r} leads to {target!r}, which does not exist."
    loop = find_loop(start, edges)
    if loop:
        yield f"It runs in a circle: {' → '.join(loop)}."
        return
    for name in sorted(known - reached(start, edges)):
        yield f"Nothing leads to {name!r}."


def reached(start: str, edges: Edges) -> set[str]:
    """Every name that can be reached from ``start``, itself included."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(edges.get(name, ()))
    return found


def find_loop(start: str, edges: Edges) -> list[str]:
    """One way round in a circle as a list of names, or an empty list."""
    done: set[str] = set()

    def follow(name: str, trail: list[str]) -> list[str]:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return []
        for target in edges.get(name, ()):
            loop = follow(target, [*trail, name])
            if loop:
                return loop
        done.add(name)
        return []

    return follow(start, [])
