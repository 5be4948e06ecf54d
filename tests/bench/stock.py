"""The other side of the start's figures: Pyodide as npm ships it, with the same wheels, on a bare page.

Every file lies on the same host and has the same compressed twins as ours. The engine is an ordinary wheel of sources;
it brings its lexicon compiled, as ours does, so that only the start of Python differs. The page holds nothing but a
worker and a place for the verdict: it has no style sheet, no editor and no list of findings to draw.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from machinery import assets
from machinery.compress import FORMS, KEPT
from machinery.places import NODE_MODULES, ROOT, WHEELS

HERE = Path(__file__).parent
FOLDER = "bench-stock"
#: What `loadPyodide` asks for beside its own script.
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def put(site: Path) -> None:
    """Add the stock page to a built site, with everything it loads."""
    folder = site / FOLDER
    folder.mkdir()
    for name in RUNTIME:
        shutil.copyfile(NODE_MODULES / "pyodide" / name, folder / name)
    for wheel in (WHEELS / "engine").glob("*.whl"):
        shutil.copy(wheel, folder)
    _engine_wheel(folder)
    for name in ("index.html", "page.js", "worker.js"):
        shutil.copy(HERE / "stock" / name, folder)
    wheels = sorted(path.name for path in folder.glob("*.whl"))
    (folder / "wheels.js").write_text(f"export default {json.dumps(wheels)};\n")
    _compress(folder)


def _engine_wheel(folder: Path) -> None:
    """The engine as flit builds it, with the English lexicon compiled: what the first check needs, as on our side."""
    code = "from flit_core.buildapi import build_wheel; import sys; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True)
    wheel = next(folder.glob("guide_engine-*.whl"))
    plain = wheel.with_suffix(".plain")
    wheel.rename(plain)
    with tempfile.TemporaryDirectory() as scratch, zipfile.ZipFile(plain) as given:
        code = "from guide_engine.store import write_compiled; import sys, pathlib; write_compiled(pathlib.Path(sys.argv[1]))"
        subprocess.run([sys.executable, "-c", code, scratch], cwd=ROOT, check=True)
        with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as made:
            for name in given.namelist():
                if not name.endswith(".toml"):
                    made.writestr(name, given.read(name))
            made.write(Path(scratch, "vocabulary.bin"), "guide_engine/lexicon/vocabulary.bin")
    plain.unlink()


def _compress(folder: Path) -> None:
    """Twins beside every file, made by the site's own compressor and kept where it keeps them."""
    files = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in folder.iterdir()}
    KEPT.mkdir(parents=True, exist_ok=True)
    missing = {
        name: str(file)
        for name, file in files.items()
        if not all((KEPT / f"{name}.{form}").is_file() for form in FORMS)
    }
    script = ROOT / "overrides" / "machinery" / "compress.mjs"
    subprocess.run([assets.node(), str(script), str(KEPT)], input=json.dumps(missing).encode(), check=True)
    for name, file in files.items():
        for form in FORMS:
            twin = KEPT / f"{name}.{form}"
            if twin.stat().st_size < file.stat().st_size:
                shutil.copyfile(twin, file.with_name(f"{file.name}.{form}"))
