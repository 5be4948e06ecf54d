"""Take out of Pyodide's own files what only add-on libraries with machine code of their own would need.

Pyodide exports every symbol of Python, so that such libraries can be linked to it while it runs. Ours are pure Python:
here the machine code keeps only the exports that its JavaScript asks for, and the JavaScript no longer repeats the names
of the others, nor puts out its own functions for such libraries. Both get smaller, and each start is spared thousands of objects. What the code does stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from machinery.runtime_wasm import TrimError, as_number, read_number, sections

_EXPORTS = 7
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
#: `_f=Module["_f"]=wasmExports["f"];`, also without its first part: how the JavaScript takes up an export.
_TAKEN_UP = re.compile(
    r'(?:(?P<own>[A-Za-z_$][\w$]*)=)?Module\["(?P<name>[^"]+)"\]=wasmExports\["(?P<export>[^"]+)"\];'
)
#: The one declaration that names them all.
_DECLARED = re.compile(r"var (?:[A-Za-z_$][\w$]*,){200,}[A-Za-z_$][\w$]*;")
#: `Module["f"]=f;`: a function of the JavaScript itself, put out for libraries.
_OFFERED = re.compile(r'(?<=[;}])Module\["(?P<name>[^"]+)"\]=[A-Za-z_$][\w$]*;')
#: How something of another object is asked for: after a dot, in quotes, or taken out of it by names in braces.
_PROPERTY = re.compile(r"""(?:[.?]\s*|["'`])([A-Za-z_$][\w$]*)""")
_TAKEN_OUT = re.compile(r"\{([\w$,:\s]+)\}\s*=")
#: A memory shared between threads, for waiting under Node. In a page the browser would note, at every start, where in
#: the megabyte of JavaScript it was made: that alone took as long as taking the whole memory back.
_SHARED = re.compile(r"new WebAssembly\.Memory\(\{shared:[^}]*\}\)\.buffer")
#: Every export is put into the table of functions for libraries to come, and for that, the table of thousands is first
#: read out, a new object of JavaScript for each place. Only what the machine code itself asks for is needed.
_FOR_LIBRARIES = "if(replace||!existingEntry){"
_FOR_ITSELF = "if(GOT[symName]&&(replace||!existingEntry)){"
_READ_OUT = "functionsInTableMap=new WeakMap;updateTableMap(0,wasmTable.length)"
_NOT_READ_OUT = "functionsInTableMap=new WeakMap"
#: Asked for under names that are put together while running.
_ALWAYS = frozenset({"memory", "__indirect_function_table", "__wasm_call_ctors", "__wasm_apply_data_relocs"})


def trimmed(wasm: bytes, glue: str, loader: str) -> tuple[bytes, str]:
    """The machine code and its JavaScript without what nobody asks for. Raises TrimError."""
    asked = _asked_for(glue, loader)
    shorter = _without_offers(_without_others(glue, asked), loader)
    shorter = _instead(_instead(shorter, _FOR_LIBRARIES, _FOR_ITSELF), _READ_OUT, _NOT_READ_OUT)
    return _with_exports(wasm, asked), _without_shared(shorter)


def _asked_for(glue: str, loader: str) -> frozenset[str]:
    """Every name in the JavaScript, but for the places that name all exports."""
    if not _TAKEN_UP.search(glue) or len(_DECLARED.findall(glue)) != 1:
        raise TrimError("pyodide.asm.mjs does not take up exports as it used to")
    rest = _DECLARED.sub("", _TAKEN_UP.sub("", glue))
    return frozenset(_NAME.findall(rest)) | frozenset(_NAME.findall(loader)) | _ALWAYS


def _is_asked(export: str, asked: frozenset[str]) -> bool:
    return export in asked or f"_{export}" in asked


def _without_others(glue: str, asked: frozenset[str]) -> str:
    gone: set[str] = set()

    def taken_up(match: re.Match[str]) -> str:
        if _is_asked(match["export"], asked):
            return match[0]
        gone.add(match["own"])
        return ""

    def declared(match: re.Match[str]) -> str:
        names = match[0].removeprefix("var ").removesuffix(";").split(",")
        return f"var {','.join(name for name in names if name not in gone)};"

    shorter = _TAKEN_UP.sub(taken_up, glue)
    return _DECLARED.sub(declared, shorter)


def _without_offers(glue: str, loader: str) -> str:
    """Functions of the JavaScript are put out only where somebody asks for them in this way."""
    asking = _OFFERED.sub("", glue) + loader
    asked = set(_PROPERTY.findall(asking))
    for names in _TAKEN_OUT.findall(asking):
        asked.update(_NAME.findall(names))
    shorter, count = _OFFERED.subn(lambda offer: offer[0] if offer["name"] in asked else "", glue)
    if not count:
        raise TrimError("pyodide.asm.mjs does not put out its functions as it used to")
    return shorter


def _instead(glue: str, old: str, new: str) -> str:
    if glue.count(old) != 1:
        raise TrimError("pyodide.asm.mjs does not fill the table of functions as it used to")
    return glue.replace(old, new)


def _without_shared(glue: str) -> str:
    """Waiting fails at once instead, as it does in a page anyway: nothing there is shared between threads."""
    changed, count = _SHARED.subn("new ArrayBuffer(4)", glue)
    if count != 1:
        raise TrimError("pyodide.asm.mjs does not wait as it used to")
    return changed


def _with_exports(wasm: bytes, asked: frozenset[str]) -> bytes:
    parts = [wasm[:8]]
    for kind, start, content, end in sections(wasm):
        if kind == _EXPORTS:
            kept = [entry for name, entry in _exports(wasm[content:end]) if _is_asked(name, asked)]
            body = as_number(len(kept)) + b"".join(kept)
            parts.append(bytes([kind]) + as_number(len(body)) + body)
        else:
            parts.append(wasm[start:end])
    return b"".join(parts)


def _exports(section: bytes) -> Iterator[tuple[str, bytes]]:
    """Each export's name, and its whole entry."""
    count, at = read_number(section, 0)
    for _ in range(count):
        start = at
        length, at = read_number(section, at)
        name = section[at : at + length].decode()
        _, at = read_number(section, at + length + 1)  # past the kind, over the index
        yield name, section[start:at]
