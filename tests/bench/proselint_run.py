"""Run by the bench with a Python that has proselint: a text as JSON on each line in, its time in ms on each line out."""

import json
import sys
import time

from proselint.checks import __register__
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

CheckRegistry().register_many(__register__)
for line in sys.stdin:
    text = json.loads(line)
    begun = time.perf_counter()
    LintFile("message", text).lint(DEFAULT)
    print((time.perf_counter() - begun) * 1000, flush=True)
