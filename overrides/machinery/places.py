"""Where things lie, for the set-up, the build and the tests."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "overrides" / "machinery" / "locks"
REQUIREMENTS = ROOT / "requirements.txt"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
NODE_MODULES = ROOT / "node_modules"
BUILD = ROOT / "build"
#: Wheels for the browser's Python: the engine's dependencies, and the tools that pack them.
WHEELS = BUILD / "wheels"
SITE = ROOT / "site"
