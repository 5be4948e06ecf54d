"""Measuring the checker on labelled messages: `python -m tests.score`. The messages are in tests/corpora."""
